import FoundationEssentials
import Glibc
import RecoupCommand

extension World {
  /// Makes a file that is not there yet, and its folders.
  static func createFile(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    do {
      let url = URL(filePath: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .withoutOverwriting)
    } catch {
      throw failure(error)
    }
  }

  /// Appends to a file under its lock, in one write, and waits until it is on the disk.
  static func append(_ path: String, _ addition: (UInt8?) -> [UInt8]) throws(Failure) {
    let isNew = access(path, F_OK) != 0
    let file = try openLocked(path)
    // Closing gives the lock back.
    defer { close(file) }
    let size = lseek(file, 0, SEEK_END)
    if size < 0 { throw lastFailure() }
    var last: UInt8 = 0
    if size > 0, pread(file, &last, 1, size - 1) != 1 { throw lastFailure() }
    let bytes = addition(size > 0 ? last : nil)
    var count = 0
    repeat { count = Glibc.write(file, bytes, bytes.count) } while count < 0 && errno == EINTR
    if count != bytes.count {
      let failure = count < 0 ? lastFailure() : Failure("no space is left")
      // Half a line is taken back, so that the next one finds the file as it was.
      ftruncate(file, size)
      throw failure
    }
    if fsync(file) != 0 { throw lastFailure() }
    if isNew { try syncFolder(of: path) }
  }

  /// Opens a file and takes its lock; a file that was put in its place meanwhile is opened instead.
  private static func openLocked(_ path: String) throws(Failure) -> Int32 {
    while true {
      let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
      if file < 0 { throw lastFailure() }
      while flock(file, LOCK_EX) != 0 {
        if errno == EINTR { continue }
        let failure = lastFailure()
        close(file)
        throw failure
      }
      var opened = stat()
      var named = stat()
      if fstat(file, &opened) == 0, stat(path, &named) == 0, opened.st_ino == named.st_ino,
        opened.st_dev == named.st_dev
      {
        return file
      }
      close(file)
    }
  }

  /// A new file's name is on the disk only once its folder is.
  private static func syncFolder(of path: String) throws(Failure) {
    let folder = open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { throw lastFailure() }
    defer { close(folder) }
    if fsync(folder) != 0, errno != EINVAL { throw lastFailure() }
  }

  private static func lastFailure() -> Failure { Failure(String(cString: strerror(errno))) }
}
