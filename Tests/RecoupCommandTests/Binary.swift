import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built `recoup`, run as a process of its own.
enum Binary {
  /// Where it is: beside the tests that run, else where a plain build puts it.
  static let path: String? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var folders = [package.appending(path: ".build/debug")]
    for start in [URL(filePath: CommandLine.arguments[0]), Bundle.main.bundleURL] {
      var folder = start.standardizedFileURL
      for _ in 0..<4 {
        folder.deleteLastPathComponent()
        folders.insert(folder, at: folders.count - 1)
      }
    }
    return folders.map { $0.appending(path: "recoup").path }.first { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
        && FileManager.default.isExecutableFile(atPath: path)
    }
  }()

  /// What came of a run.
  struct Outcome {
    var status: Int32
    var output: String
    var complaints: String
  }

  /// A process that is set up and not yet started.
  static func process(_ arguments: String..., in folder: URL? = nil) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/nonexistent")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "C.UTF-8"]
    return process
  }

  /// Runs a process to its end, with an input that fits in a pipe.
  static func run(_ process: Process, input: String = "") throws -> Outcome {
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    if process.standardInput as? FileHandle == FileHandle.standardInput { process.standardInput = stdin }
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    try feed(input, to: stdin)
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    let complaints = try stderr.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      complaints: String(decoding: complaints, as: UTF8.self))
  }

  /// Writes an input and closes it.
  static func feed(_ input: String, to pipe: Pipe) throws {
    withoutPipeSignals { try? pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
    try pipe.fileHandleForWriting.close()
  }

  /// Calls `body` while a process that does not read its input to the end is no reason for the tests to end.
  ///
  /// Only for a while, since a process that is started inherits it, and is to look after itself; so tests that call this
  /// run one after another.
  static func withoutPipeSignals(_ body: () throws -> Void) rethrows {
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    try body()
  }

  /// Calls `body` with an empty folder, which is gone afterwards.
  static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "recoup-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
