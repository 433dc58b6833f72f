import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What only the real program can show: pipes, devices and files.
@Suite(.enabled(if: Binary.path != nil, "the program is not built"), .serialized, .timeLimit(.minutes(1)))
struct BinaryTests {
  private static let line = #"{"id": 1, "facts": {"amount": "1000", "days_overdue": 5}}"# + "\n"

  @Test func answersOnPipes() throws {
    let outcome = try Binary.run(Binary.process("decide", "--brief"), input: BinaryTests.line + "x")
    #expect(outcome.status == 1)
    #expect(outcome.complaints == "")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix(#"{"id": 1, "recommend": "reminder""#) == true)
    #expect(lines.last?.hasPrefix(#"{"id": null, "line": 2, "error": "#) == true)
  }

  /// Whoever writes a line gets its answer before writing the next.
  @Test func answersWhileTheInputIsOpen() throws {
    let process = Binary.process("decide", "--brief")
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    try process.run()
    for number in 1...3 {
      let line = BinaryTests.line.replacing(#""id": 1"#, with: #""id": \#(number)"#)
      try Binary.withoutPipeSignals { try stdin.fileHandleForWriting.write(contentsOf: Data(line.utf8)) }
      var answer = Data()
      while answer.last != 0x0A {
        let block = stdout.fileHandleForReading.availableData
        try #require(!block.isEmpty)
        answer += block
      }
      #expect(String(decoding: answer, as: UTF8.self).hasPrefix(#"{"id": \#(number), "recommend": "#))
    }
    try stdin.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// As under `| head -1`: the reader is content with the first line.
  @Test(arguments: [["decide"], ["rules", "us"]]) func aReaderThatGoesAway(_ arguments: [String]) throws {
    try Binary.withFolder { folder in
      let input = folder.appending(path: "facts.ndjson")
      try Data(String(repeating: BinaryTests.line, count: 400).utf8).write(to: input)
      let process = Binary.process()
      process.arguments = arguments
      let (stdout, stderr) = (Pipe(), Pipe())
      process.standardInput = try FileHandle(forReadingFrom: input)
      process.standardOutput = stdout
      process.standardError = stderr
      try process.run()
      let first = try stdout.fileHandleForReading.read(upToCount: 10)
      #expect(first?.count == 10)
      try stdout.fileHandleForReading.close()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 0)
      #expect(try stderr.fileHandleForReading.readToEnd()?.isEmpty != false)
    }
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [["decide"], ["rules", "us"], ["help"], ["test", "us", "--json"]])
  func aDiskThatIsFull(_ arguments: [String]) throws {
    let process = Binary.process()
    process.arguments = arguments
    let (stdin, stderr) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = stderr
    try process.run()
    try Binary.feed(BinaryTests.line, to: stdin)
    let complaints = try stderr.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(String(decoding: complaints, as: UTF8.self).hasPrefix("recoup: cannot write: "))
  }

  /// A program that shares its pipe may have set it so that writing does not wait.
  @Test func aPipeThatDoesNotWait() throws {
    let process = Binary.process("decide")
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    for pipe in [stdin.fileHandleForReading, stdout.fileHandleForWriting] {
      let flags = fcntl(pipe.fileDescriptor, F_GETFL)
      #expect(fcntl(pipe.fileDescriptor, F_SETFL, flags | O_NONBLOCK) == 0)
    }
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    Thread.sleep(forTimeInterval: 0.05)
    let count = 150
    try Binary.feed(String(repeating: BinaryTests.line, count: count), to: stdin)
    Thread.sleep(forTimeInterval: 0.2)
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(try stderr.fileHandleForReading.readToEnd()?.isEmpty != false)
    #expect(process.terminationStatus == 0)
    #expect(output.count > 1 << 16)
    #expect(output.count { $0 == 0x0A } == count)
  }

  @Test func aFolderIsNoInput() throws {
    try Binary.withFolder { folder in
      let process = Binary.process("decide")
      process.standardInput = try FileHandle(forReadingFrom: folder)
      let outcome = try Binary.run(process)
      #expect(outcome.status == 66)
      #expect(outcome.complaints.hasPrefix("recoup: cannot read standard input: "))
    }
  }

  // MARK: Files

  @Test func missingFilesAndFolders() throws {
    try Binary.withFolder { folder in
      let missing = try Binary.run(Binary.process("check", "none.rules", in: folder))
      #expect(missing.status == 66)
      #expect(missing.complaints == "recoup: cannot read none.rules: there is no such file\n")
      let isFolder = try Binary.run(Binary.process("check", folder.path, in: folder))
      #expect(isFolder.status == 66)
      #expect(isFolder.complaints == "recoup: cannot read \(folder.path): it is not a file that can be read\n")
    }
  }

  @Test func filesAreFormattedInTheirPlace() throws {
    try Binary.withFolder { folder in
      let file = folder.appending(path: "mine.rules")
      let link = folder.appending(path: "recoup.rules")
      try Data("currency   USD".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
      let check = try Binary.run(Binary.process("fmt", "--check", in: folder))
      #expect(check.status == 1)
      #expect(check.output == "recoup.rules: not formatted\n")
      let outcome = try Binary.run(Binary.process("fmt", in: folder))
      #expect(outcome.status == 0)
      #expect(outcome.output + outcome.complaints == "")
      #expect(try Data(contentsOf: file) == Data("currency USD\n".utf8))
      // The link is still one, the permissions are as they were, and nothing else was left behind.
      let attributes = try FileManager.default.attributesOfItem(atPath: link.path)
      #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
      let permissions = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
      #expect((permissions as? NSNumber)?.intValue == 0o640)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.sorted() == ["mine.rules", "recoup.rules"])
    }
  }

  /// A file that has the layout is not even written with the same bytes.
  @Test func formattedFilesKeepTheirDate() throws {
    try Binary.withFolder { folder in
      let file = folder.appending(path: "recoup.rules")
      try Data("currency USD\n".utf8).write(to: file)
      let date = Date(timeIntervalSince1970: 1_000_000)
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
      #expect(try Binary.run(Binary.process("fmt", in: folder)).status == 0)
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect(attributes[.modificationDate] as? Date == date)
    }
  }

  /// One file by a path, a detour and a link is one file; and a circle of links is only missing.
  @Test func oneFileByManyWays() throws {
    try Binary.withFolder { folder in
      let rules = #"include "a.rules" include "./sub/../a.rules" include "b.rules" include "sub/c.rules""#
      try Data(rules.utf8).write(to: folder.appending(path: "recoup.rules"))
      try Data("currency USD action a { title \"A\" chance 50% }".utf8).write(to: folder.appending(path: "a.rules"))
      try FileManager.default.createDirectory(at: folder.appending(path: "sub"), withIntermediateDirectories: false)
      for (name, target) in [("b.rules", "a.rules"), ("sub/c.rules", "../b.rules"), ("d.rules", "d.rules")] {
        try FileManager.default.createSymbolicLink(
          atPath: folder.appending(path: name).path, withDestinationPath: target)
      }
      let outcome = try Binary.run(Binary.process("check", in: folder))
      #expect(outcome.output.hasPrefix("recoup.rules: no mistakes, no findings"), "\(outcome.output)")
      #expect(try Binary.run(Binary.process("check", "d.rules", in: folder)).status == 66)
    }
  }

  /// A drawing goes over the old one, however long that was, through a link, and into a pipe, which stays one.
  @Test func aDrawingIsWrittenInPlace() throws {
    try Binary.withFolder { folder in
      let options = ["compare", "--amount", "900", "--overdue", "30", "--rules", "us", "--vary", "hour"]
      func draw(_ name: String) throws -> Binary.Outcome {
        let process = Binary.process(in: folder)
        process.arguments = options + ["--svg", name]
        return try Binary.run(process)
      }
      let old = folder.appending(path: "old.svg")
      try Data(repeating: 0x78, count: 1 << 17).write(to: old)
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "link.svg").path, withDestinationPath: "old.svg")
      #expect(try draw("link.svg").status == 0)
      let drawing = try String(contentsOf: old, encoding: .utf8)
      #expect(drawing.hasPrefix("<?xml ") && drawing.hasSuffix("</svg>\n"))
      let pipe = folder.appending(path: "pipe").path
      #expect(mkfifo(pipe, 0o600) == 0)
      // Opened for both, a pipe waits for nobody, and it holds more than a drawing.
      let reader = open(pipe, O_RDWR | O_NONBLOCK)
      defer { close(reader) }
      #expect(try draw("pipe").status == 0)
      var bytes = [UInt8](repeating: 0, count: 1 << 17)
      let count = read(reader, &bytes, bytes.count)
      #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == drawing)
      let outcome = try draw("nowhere/a.svg")
      #expect(outcome.status == 74)
      #expect(outcome.complaints == "recoup: cannot write nowhere/a.svg: No such file or directory\n")
      #expect(outcome.output == "")
    }
  }
}
