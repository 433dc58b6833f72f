import Dispatch
import FoundationEssentials
import Glibc
import RecoupCommand
import RecoupQuantities

extension World {
  /// The real files and terminal.
  static var real: World {
    World(
      readFile: readFile, fileExists: { FileManager.default.fileExists(atPath: $0) }, replaceFile: replaceFile,
      createFile: createFile, overwriteFile: overwriteFile, append: append,
      canonicalPath: { URL(filePath: $0).resolvingSymlinksInPath().path },
      readInput: readInput, write: write,
      complain: { text in _ = write(Array(text.utf8), to: STDERR_FILENO) },
      isColored: isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        && (environment("NO_COLOR") ?? "").isEmpty,
      width: width, isWatched: isatty(STDERR_FILENO) == 1, today: today, environment: { environment($0) },
      seconds: { ProcessInfo.processInfo.systemUptime },
      spread: { count, work in DispatchQueue.concurrentPerform(iterations: count, execute: work) },
      cores: ProcessInfo.processInfo.activeProcessorCount, watching: .real)
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The columns of the terminal, or 80.
  private static var width: Int {
    var size = winsize()
    if isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 80
  }

  /// The calendar day of the user's own clock and time zone.
  private static var today: CivilDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let date = CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    guard let date else { fatalError("the clock shows a day that no calendar has") }
    return date
  }

  private static func readFile(_ path: String) throws(Failure) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw failure(error)
    }
  }

  /// Writes beside the file and then puts that in its place; the file keeps its permissions.
  private static func replaceFile(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    do {
      let target = URL(filePath: path).resolvingSymlinksInPath()
      // Another file in its place could be written, and would do away with what protects it.
      if access(target.path, W_OK) != 0 { throw Failure(String(cString: strerror(errno))) }
      let attributes = try FileManager.default.attributesOfItem(atPath: target.path)
      try Data(bytes).write(to: target, options: .atomic)
      if let permissions = attributes[.posixPermissions] {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: target.path)
      }
    } catch {
      throw failure(error)
    }
  }

  static func failure(_ error: any Error) -> Failure {
    if let error = error as? Failure { return error }
    guard let error = error as? CocoaError else { return Failure("\(error)") }
    switch error.code {
    case .fileWriteFileExists: return Failure("there is one already")
    case .fileReadNoSuchFile, .fileNoSuchFile: return Failure("there is no such file")
    case .fileReadNoPermission, .fileWriteNoPermission: return Failure("it is not allowed")
    case .fileWriteOutOfSpace: return Failure("no space is left")
    case .fileReadUnknown: return Failure("it is not a file that can be read")
    default: return Failure("the system says \(error.code)")
    }
  }

  /// Reads what there is, up to a megabyte; it waits only if there is nothing.
  private static func readInput() throws(Failure) -> [UInt8] {
    var count = 0
    let block = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, filled in
      repeat {
        repeat {
          count = read(STDIN_FILENO, buffer.baseAddress! + filled, buffer.count - filled)
        } while count < 0 && isPassing(errno, STDIN_FILENO, Int16(POLLIN))
        filled += max(0, count)
      } while count > 0 && filled < buffer.count && hasMore
    }
    if count < 0, block.isEmpty { throw Failure(String(cString: strerror(errno))) }
    return block
  }

  /// Whether more of standard input can be read without waiting. A terminal's end of input is told once only, and so is
  /// left for the next time.
  private static var hasMore: Bool {
    var waited = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return isatty(STDIN_FILENO) == 0 && poll(&waited, 1, 0) == 1 && waited.revents & Int16(POLLIN) != 0
  }

  private static func overwriteFile(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    // Never by a file put in its place: that would do away with a device or a pipe.
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if file < 0 { throw Failure(String(cString: strerror(errno))) }
    let written = write(bytes, to: file)
    let isClosed = close(file) == 0
    switch written {
    case .done: if !isClosed { throw Failure(String(cString: strerror(errno))) }
    case .readerGone: throw Failure("nobody reads it")
    case .failed(let reason): throw Failure(reason)
    }
  }

  private static func write(_ bytes: [UInt8]) -> Written { write(bytes, to: STDOUT_FILENO) }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Written {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(file, buffer.baseAddress! + written, buffer.count - written)
        if count < 0, isPassing(errno, file, Int16(POLLOUT)) { continue }
        if count < 0 { return errno == EPIPE ? .readerGone : .failed(String(cString: strerror(errno))) }
        written += count
      }
      return .done
    }
  }

  /// Whether reading or writing may go on after an error: after a signal, and, where another program has set a shared pipe
  /// so that nothing waits, after waiting here.
  private static func isPassing(_ error: Int32, _ file: Int32, _ event: Int16) -> Bool {
    if error == EAGAIN {
      var waited = pollfd(fd: file, events: event, revents: 0)
      return poll(&waited, 1, -1) >= 0 || errno == EINTR
    }
    return error == EINTR
  }
}
