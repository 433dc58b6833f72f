/// Where the plot of a drawing stands, and its lines and labels, in units of the drawing.
struct Frame {
  /// The width of the drawing.
  static let width = 960.0

  let left: Double
  /// The foot of the first row of labels above the plot.
  let labels: Double
  /// How many rows of labels there are.
  let rows: Int
  var top: Double { labels + 16 * Double(rows) }
  var right: Double { Frame.width - 40 }
  var bottom: Double { top + 340 }

  /// The place of a share of the plot's width.
  func x(_ share: Double) -> Double { left + share * (right - left) }

  /// The place of a share of the plot's height, from its bottom; what is far off the plot stays near it.
  func y(_ share: Double) -> Double { bottom - min(max(share, -2), 3) * (bottom - top) }

  /// The middle of a label that is to stand at a place, but within the drawing.
  func inside(_ x: Double, width: Double) -> Double {
    max(8 + width / 2, min(x, Frame.width - 8 - width / 2))
  }

  /// About how wide a text is.
  static func width(_ text: String) -> Double { 7 * Double(Shown.width(text)) }

  /// A length with one decimal at most.
  static func text(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  static func points(_ points: [(Double, Double)]) -> String {
    points.map { "\(text($0.0)),\(text($0.1))" }.joined(separator: " ")
  }

  static func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Markup {
    Markup("line", ["class": style, "x1": text(x1), "y1": text(y1), "x2": text(x2), "y2": text(y2)])
  }

  static func label(
    _ label: String, _ x: Double, _ y: Double, anchor: String = "start", kind: String = "plain"
  ) -> Markup {
    Markup("text", ["class": kind, "x": text(x), "y": text(y), "text-anchor": anchor], text: label)
  }

  static func box(_ style: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Markup {
    Markup(
      "rect", ["class": style, "x": text(x), "y": text(y), "width": text(width), "height": text(height)])
  }
}
