/// A line on standard error that tells how far long work has come; only a person sees it, and only after a second.
struct Progress {
  private let world: World
  private let things: String
  private let start: Double
  private var count = 0
  private var shown = 0.0
  private var isShown = false

  init(_ world: World, of things: String) {
    self.world = world
    self.things = things
    start = world.isWatched ? world.seconds() : 0
  }

  /// Some more are done.
  mutating func step(_ more: Int) {
    count += more
    guard world.isWatched else { return }
    let passed = world.seconds() - start
    if passed < 1 || passed < shown + 0.25 { return }
    shown = passed
    isShown = true
    world.complain("\r\(count) \(things)")
  }

  /// Takes the line away.
  func end() {
    if isShown { world.complain("\r\u{1B}[K") }
  }
}
