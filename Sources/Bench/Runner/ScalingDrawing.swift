import RecoupReports

/// Draws how plans grow: a small chart a size, all with the same kind of axes, for light and dark screens.
struct ScalingDrawing {
  let scaling: Scaling
  /// Where and when it was measured.
  let caption: String

  private static let (width, height) = (400.0, 260.0)
  private static let (left, right, top, bottom) = (52.0, 20.0, 58.0, 44.0)

  /// The drawing as SVG.
  var text: String {
    let (width, height) = (2 * ScalingDrawing.width, 2 * ScalingDrawing.height + 40)
    var drawing = Markup(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(fixed(width, 0)) \(fixed(height, 0))", "role": "img",
        "aria-label": "How the time for a plan grows with the rules, the actions, the steps and the facts of a book",
      ])
    drawing.add(Markup("style", text: DrawingStyle.sheet))
    drawing.add(Markup("rect", ["class": "paper", "width": "100%", "height": "100%"]))
    for (index, size) in Scaling.Size.allCases.enumerated() {
      let place = (x: Double(index % 2) * ScalingDrawing.width, y: Double(index / 2) * ScalingDrawing.height)
      drawing.add(chart(size, scaling.points[index], at: place))
    }
    drawing.add(words(caption, x: 16, y: height - 14, "small"))
    return drawing.text
  }

  private func words(_ text: String, x: Double, y: Double, _ style: String, anchor: String = "start") -> Markup {
    Markup("text", ["class": style, "x": fixed(x, 1), "y": fixed(y, 1), "text-anchor": anchor], text: text)
  }

  private func chart(_ size: Scaling.Size, _ points: [Scaling.Point], at place: (x: Double, y: Double)) -> Markup {
    let span = (
      x: ScalingDrawing.width - ScalingDrawing.left - ScalingDrawing.right,
      y: ScalingDrawing.height - ScalingDrawing.top - ScalingDrawing.bottom
    )
    let most = (x: Double(points.map { $0.value }.max()!), y: ceiling(points.map { $0.time }.max()!))
    func x(_ value: Double) -> Double { ScalingDrawing.left + value / most.x * span.x }
    func y(_ time: Double) -> Double { ScalingDrawing.top + (1 - time / most.y) * span.y }
    let bottom = ScalingDrawing.top + span.y
    var chart = Markup("g", ["transform": "translate(\(fixed(place.x, 0)) \(fixed(place.y, 0)))"])
    let others = Scaling.Size.allCases.filter { $0 != size }.map { "\($0.usual) \($0.rawValue)" }
    chart.add(words("µs an invoice, by \(size.rawValue)", x: 16, y: 22, "large"))
    chart.add(words("with " + others.joined(separator: ", "), x: 16, y: 40, "small"))
    for part in 0...4 {
      let time = most.y * Double(part) / 4
      let path = "M\(fixed(ScalingDrawing.left, 1)) \(fixed(y(time), 1))h\(fixed(span.x, 1))"
      chart.add(Markup("path", ["class": part == 0 ? "frame" : "grid", "d": path]))
      chart.add(
        words(fixed(time, most.y < 10 ? 1 : 0), x: ScalingDrawing.left - 8, y: y(time) + 4, "small", anchor: "end"))
    }
    var labelled = -Double.infinity
    for point in points where x(Double(point.value)) - labelled > 22 {
      labelled = x(Double(point.value))
      chart.add(words(String(point.value), x: labelled, y: bottom + 18, "small", anchor: "middle"))
    }
    chart.add(words(size.rawValue, x: ScalingDrawing.left + span.x / 2, y: bottom + 36, "small", anchor: "middle"))
    let corners = points.map { fixed(x(Double($0.value)), 1) + " " + fixed(y($0.time), 1) }
    chart.add(Markup("path", ["class": "curve w0", "d": "M" + corners.joined(separator: "L")]))
    for point in points {
      chart.add(
        Markup(
          "circle", ["class": "point", "cx": fixed(x(Double(point.value)), 1), "cy": fixed(y(point.time), 1), "r": "3"])
      )
    }
    return chart
  }

  /// The next larger number that parts well into four.
  private func ceiling(_ time: Double) -> Double {
    var unit = 0.04
    while true {
      for step in [1.0, 2, 3, 5] where unit * step >= time { return unit * step }
      unit *= 10
    }
  }
}
