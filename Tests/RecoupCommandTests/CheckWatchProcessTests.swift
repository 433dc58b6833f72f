import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `recoup check --watch` as a process of its own, with real files.
@Suite(.enabled(if: Binary.path != nil, "the program is not built"), .serialized, .timeLimit(.minutes(2)))
struct CheckWatchProcessTests {
  private static let good = "currency USD\naction a { title \"A\" chance 5% }\n"
  private static let bad = "currency USD\naction a { title \"A\" chance 5  }\n"

  private func start(in folder: URL) throws -> (process: Process, output: Pipe, complaints: Pipe) {
    let process = Binary.process("check", "--watch", "--short", in: folder)
    let (output, complaints) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = complaints
    // A process inherits what its thread blocks, and the threads of tests block this.
    var interrupt = sigset_t()
    var before = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
    return (process, output, complaints)
  }

  /// Reads on until a text has come, and returns what came.
  private func read(_ output: Pipe, until text: String) throws -> String {
    var came = ""
    while !came.contains(text) {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "it ended, and there came only: \(came)")
      came += String(decoding: more, as: UTF8.self)
    }
    return came
  }

  /// Waits for a process to end; one that goes on for a minute is killed, so that a failure is seen.
  private func waitForEnd(of process: Process) {
    for _ in 0..<6_000 where process.isRunning { usleep(10_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// A change in place within one second, one by a file put in its place, and Ctrl-C.
  @Test func seesEachChangeUntilItIsInterrupted() throws {
    try Binary.withFolder { folder in
      let file = folder.appending(path: "recoup.rules")
      try Data(CheckWatchProcessTests.good.utf8).write(to: file)
      let started = try start(in: folder)
      defer { kill(started.process.processIdentifier, SIGKILL) }
      let first = try read(started.output, until: "shown by a case)\n")
      let report = /\d\d:\d\d:\d\d recoup\.rules\nrecoup\.rules: no mistakes, [^\n]*\n/
      #expect(first.wholeMatch(of: report) != nil, "\(first)")

      try Data(CheckWatchProcessTests.bad.utf8).write(to: file)
      _ = try read(started.output, until: "error[missing-unit]")
      try FileManager.default.removeItem(at: file)
      try Data(CheckWatchProcessTests.good.utf8).write(to: file, options: .atomic)
      _ = try read(started.output, until: "shown by a case)\n")

      #expect(started.process.isRunning)
      kill(started.process.processIdentifier, SIGINT)
      waitForEnd(of: started.process)
      #expect(started.process.terminationReason == .uncaughtSignal)
      #expect(started.process.terminationStatus == SIGINT)
      #expect(try started.complaints.fileHandleForReading.readToEnd() ?? Data() == Data())
    }
  }

  /// Nothing changes, and still it ends when nobody reads any more.
  @Test func endsWhenItsReaderGoesAway() throws {
    try Binary.withFolder { folder in
      try Data(CheckWatchProcessTests.good.utf8).write(to: folder.appending(path: "recoup.rules"))
      let started = try start(in: folder)
      defer { kill(started.process.processIdentifier, SIGKILL) }
      _ = try read(started.output, until: "shown by a case)\n")
      try started.output.fileHandleForReading.close()
      waitForEnd(of: started.process)
      #expect(started.process.terminationReason == .exit)
      #expect(started.process.terminationStatus == 0)
      #expect(try started.complaints.fileHandleForReading.readToEnd() ?? Data() == Data())
    }
  }
}
