extension World {
  /// What it takes to see that files change, without being told so.
  public struct Watching {
    /// What tells a file from what it was before a change: its place, size and times, in the numbers of the system.
    public struct Stamp: Hashable, Sendable {
      /// The numbers.
      public var numbers: [Int64]

      /// Makes a stamp.
      public init(_ numbers: [Int64]) { self.numbers = numbers }
    }

    /// A look at a file.
    public struct Look: Sendable {
      /// Its stamp; nil where there is no such file.
      public var stamp: Stamp?
      /// Whether it was written so lately that a further change might leave the stamp as it is, since clocks of files go in
      /// steps.
      public var isFresh: Bool

      /// Makes a look.
      public init(_ stamp: Stamp?, isFresh: Bool) {
        self.stamp = stamp
        self.isFresh = isFresh
      }
    }

    /// Looks at the file with this path.
    public var look: (String) -> Look
    /// Waits so many milliseconds; false, and at once, where nobody reads standard output any more.
    public var wait: (Int) -> Bool
    /// The time of day where the user is, such as `14:05:09`.
    public var time: () -> String

    /// Makes it.
    public init(look: @escaping (String) -> Look, wait: @escaping (Int) -> Bool, time: @escaping () -> String) {
      self.look = look
      self.wait = wait
      self.time = time
    }
  }
}

/// The files that a command asked for, each as it was before it was read; so a change is seen whenever it comes, during the
/// reading too.
final class WatchedFiles {
  private struct Seen {
    var look: World.Watching.Look
    /// What was read; nil where it could not be, or nobody asked for it.
    var bytes: [UInt8]?
  }

  private let world: World
  private var seen: [String: Seen] = [:]
  /// The paths in the order in which they were asked for.
  private var paths: [String] = []

  init(_ world: World) { self.world = world }

  /// The same world, in which it is noted which files are asked for.
  var noting: World {
    var noting = world
    noting.fileExists = { path in
      self.note(path)
      return self.world.fileExists(path)
    }
    noting.readFile = { (path: String) throws(World.Failure) in
      self.note(path)
      let bytes = try self.world.readFile(path)
      self.seen[path]?.bytes = bytes
      return bytes
    }
    return noting
  }

  private func note(_ path: String) {
    if seen[path] != nil { return }
    seen[path] = Seen(look: world.watching.look(path))
    paths.append(path)
  }

  /// Whether one of the files is no longer what it was.
  func hasChanged() -> Bool { paths.contains { hasChanged($0) } }

  private func hasChanged(_ path: String) -> Bool {
    guard let known = seen[path] else { return false }
    let now = world.watching.look(path)
    if now.stamp != known.look.stamp { return true }
    guard known.look.isFresh, let bytes = known.bytes else { return false }
    if (try? world.readFile(path)) != bytes { return true }
    // What it holds was compared after this look, so from here on a change shows in the stamp.
    seen[path]?.look = now
    return false
  }

  /// Whether a file that was there is gone, as in the moment in which an editor writes it anew.
  func lacksOne() -> Bool {
    paths.contains { seen[$0]?.look.stamp != nil && world.watching.look($0).stamp == nil }
  }
}
