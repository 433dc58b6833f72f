import Foundation
import RecoupTesting
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The journal under real processes: several at once, and killed at any moment.
@Suite(.enabled(if: Binary.path != nil, "the program is not built"), .serialized, .timeLimit(.minutes(2)))
struct JournalProcessTests {
  /// Makes a folder with an invoice and rules that are quick to read.
  private func prepare(_ folder: URL) throws {
    let invoices = "invoice,client,due,total\nINV-1,Acme,2026-01-10,1000000.00\n"
    try Data(invoices.utf8).write(to: folder.appending(path: "invoices.csv"))
    let rules = "currency USD\naction reminder { title \"Remind\" chance 50% }\n"
    try Data(rules.utf8).write(to: folder.appending(path: "recoup.rules"))
  }

  /// Starts writing one event, with its number in the note.
  private func start(_ number: Int, in folder: URL) throws -> (process: Process, output: Pipe) {
    let process = Binary.process("log", "INV-1", "did", "reminder", "number \(number)", in: folder)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return (process, output)
  }

  /// Waits for a writer, and tells whether it said that its line was written.
  private func isAcknowledged(_ started: (process: Process, output: Pipe)) throws -> Bool {
    let said = try started.output.fileHandleForReading.readToEnd() ?? Data()
    started.process.waitUntilExit()
    return String(decoding: said, as: UTF8.self).hasSuffix("\n")
  }

  /// The numbers of the events in a journal, in its order, and how many of its lines were never finished.
  private func read(_ folder: URL) throws -> (numbers: [Int], torn: Int) {
    let text = try String(contentsOf: folder.appending(path: "journal.txt"), encoding: .utf8)
    var numbers: [Int] = []
    var torn = 0
    for line in text.split(separator: "\n") {
      if line.hasSuffix("#torn") {
        torn += 1
      } else {
        numbers.append(try #require(Int(line.split(separator: "number ")[1].prefix { $0 != "\"" })))
      }
    }
    return (numbers, torn)
  }

  @Test func writersAtOnceLoseNothing() throws {
    try Binary.withFolder { folder in
      try prepare(folder)
      for round in 0..<8 {
        let writers = try (0..<6).map { try start(round * 6 + $0, in: folder) }
        for writer in writers { #expect(try isAcknowledged(writer)) }
      }
      let journal = try read(folder)
      #expect(journal.numbers.sorted() == Array(0..<48))
      #expect(journal.torn == 0)
    }
  }

  /// What was acknowledged is there, each line once, whatever became of the others.
  @Test func killedWritersLoseNothing() throws {
    let seed = UInt64(Date().timeIntervalSince1970)
    var random = SeededRandom(seed: seed)
    try Binary.withFolder { folder in
      try prepare(folder)
      var acknowledged: [Int] = []
      var killed = 0
      for round in 0..<60 {
        let pair = try (0..<2).map { try start(round * 2 + $0, in: folder) }
        usleep(UInt32(random.number(0...12_000)))
        kill(pair[0].process.processIdentifier, SIGKILL)
        for (offset, writer) in pair.enumerated() {
          if try isAcknowledged(writer) { acknowledged.append(round * 2 + offset) }
          if writer.process.terminationReason == .uncaughtSignal { killed += 1 }
        }
      }
      let numbers = try read(folder).numbers
      #expect(Set(numbers).count == numbers.count, "seed \(seed)")
      #expect(Set(acknowledged).subtracting(numbers) == [], "seed \(seed)")
      #expect(acknowledged.count >= 60, "seed \(seed)")
      #expect(killed > 0, "no writer was caught at work: seed \(seed)")
    }
  }

  @Test func aFileThatCannotGrowIsTakenBackToWhatItWas() throws {
    try Binary.withFolder { folder in
      try prepare(folder)
      let journal = folder.appending(path: "journal.txt")
      let line = "2026-01-11 INV-1 did reminder \"number 0\"\n"
      try Data(line.utf8).write(to: journal)
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      // The limit counts blocks of 512 bytes, and the signal that it sends is ignored as a full disk's would not come.
      let note = String(repeating: "x", count: 2000)
      process.arguments = [
        "-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" log INV-1 did reminder \(note)", Binary.path ?? "",
      ]
      process.currentDirectoryURL = folder
      let outcome = try Binary.run(process)
      #expect(outcome.status == 74)
      #expect(outcome.complaints.hasPrefix("recoup: cannot write journal.txt: "))
      #expect(try String(contentsOf: journal, encoding: .utf8) == line)
    }
  }
}
