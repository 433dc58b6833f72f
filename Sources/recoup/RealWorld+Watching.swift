import Glibc
import RecoupCommand

extension World.Watching {
  /// The files and the clock of the system.
  static var real: World.Watching { World.Watching(look: look, wait: wait, time: time) }

  /// For how many seconds after a change a stamp is not relied on: some systems of files count in whole seconds or two.
  private static let freshness = 3

  private static func look(_ path: String) -> Look {
    var found = stat()
    if stat(path, &found) != 0 { return Look(nil, isFresh: false) }
    let (modified, changed) = (found.st_mtim, found.st_ctim)
    let numbers = [
      Int64(bitPattern: UInt64(found.st_dev)), Int64(bitPattern: UInt64(found.st_ino)), Int64(found.st_size),
      Int64(modified.tv_sec), Int64(modified.tv_nsec), Int64(changed.tv_sec), Int64(changed.tv_nsec),
    ]
    let now = Glibc.time(nil)
    // A time in the future is no older either.
    let isFresh = max(modified.tv_sec, changed.tv_sec) > now - freshness
    return Look(Stamp(numbers), isFresh: isFresh)
  }

  /// Waits on standard output itself, so that a reader who goes away ends the waiting.
  private static func wait(_ milliseconds: Int) -> Bool {
    var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
    return poll(&output, 1, Int32(clamping: milliseconds)) <= 0
  }

  private static func time() -> String {
    var now = Glibc.time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }
}
