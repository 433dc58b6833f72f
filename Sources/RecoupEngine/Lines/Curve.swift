/// How a number runs while one axis moves over a stretch: a smooth function, give or take some noise, in every state of
/// a plan that is looked at.
///
/// All of it is sound, not tight: it holds for each of the states.
struct Curve {
  /// The least and the largest that the number can be, noise included.
  var least: Double
  var most: Double
  /// The least and the largest slope of the smooth function, for one unit of the axis.
  var low = 0.0
  var high = 0.0
  /// The most by which the slope varies along the stretch within one state.
  var bend = 0.0
  /// How far the number can be from the smooth function.
  var noise = 0.0

  /// A number that does not depend on the axis.
  static func constant(_ least: Double, _ most: Double) -> Curve { Curve(least: least, most: most) }

  /// The largest size of the smooth function.
  var size: Double { max(abs(least), abs(most)) + noise }
  /// The largest size of its slope.
  var steepness: Double { max(abs(low), abs(high)) }

  /// Whether it depends on the axis.
  var isMoved: Bool { steepness > 0 || bend > 0 || noise > 0 }

  /// How far the number can be from the straight line between its values at the ends of a stretch of this width.
  func sag(over width: Double) -> Double { bend * width / 4 + 2 * noise }

  static func + (a: Curve, b: Curve) -> Curve {
    Curve(
      least: a.least + b.least, most: a.most + b.most, low: a.low + b.low, high: a.high + b.high,
      bend: a.bend + b.bend, noise: a.noise + b.noise)
  }

  static prefix func - (a: Curve) -> Curve {
    Curve(least: -a.most, most: -a.least, low: -a.high, high: -a.low, bend: a.bend, noise: a.noise)
  }

  static func - (a: Curve, b: Curve) -> Curve { a + -b }

  /// The same in other units.
  func scaled(by unit: Double) -> Curve {
    Curve(
      least: least * unit, most: most * unit, low: low * unit, high: high * unit, bend: bend * unit, noise: noise * unit
    )
  }

  /// The product, over a stretch of this width.
  func times(_ other: Curve, over width: Double) -> Curve {
    let size = Curve.span((least, most), (other.least, other.most))
    let first = Curve.span((low, high), (other.least - other.noise, other.most + other.noise))
    let second = Curve.span((other.low, other.high), (least - noise, most + noise))
    return Curve(
      least: size.0, most: size.1, low: first.0 + second.0, high: first.1 + second.1,
      bend: bend * other.size + other.bend * self.size + 2 * width * steepness * other.steepness,
      noise: noise * other.size + other.noise * self.size)
  }

  /// One divided by it, over a stretch of this width; nil where it can be 0.
  func inverse(over width: Double) -> Curve? {
    let closest = least > 0 ? least - noise : most < 0 ? -most - noise : 0
    if !(closest > 0) { return nil }
    let square = closest * closest
    let (a, b) = (1 / least, 1 / most)
    return Curve(
      least: min(a, b), most: max(a, b), low: -steepness / square, high: steepness / square,
      bend: bend / square + 2 * width * steepness * steepness / (square * closest), noise: noise / square)
  }

  /// What lies between two that may take turns along the stretch: where they do, the slope goes from one to the other.
  func mixed(with other: Curve) -> Curve {
    var all = union(other)
    all.bend += all.high - all.low
    return all
  }

  /// Whatever the one or the other does, where the state and not the axis tells which.
  func union(_ other: Curve) -> Curve {
    Curve(
      least: min(least, other.least), most: max(most, other.most), low: min(low, other.low),
      high: max(high, other.high),
      bend: max(bend, other.bend), noise: max(noise, other.noise))
  }

  /// The least and the largest product of two numbers from these ranges.
  private static func span(_ a: (Double, Double), _ b: (Double, Double)) -> (Double, Double) {
    if (a.0 == 0 && a.1 == 0) || (b.0 == 0 && b.1 == 0) { return (0, 0) }
    let (first, second, third, fourth) = (a.0 * b.0, a.0 * b.1, a.1 * b.0, a.1 * b.1)
    return (min(min(first, second), min(third, fourth)), max(max(first, second), max(third, fourth)))
  }
}
