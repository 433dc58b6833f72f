/// Reads the journal.
///
/// Each line stands for itself: whatever is wrong with one, the others hold.
struct JournalFile {
  private(set) var entries: [JournalEntry] = []
  private(set) var problems: [LedgerProblem] = []

  private let file: LedgerFile
  private var reader: JournalReader

  init(_ file: LedgerFile, _ reader: JournalReader) {
    self.file = file
    self.reader = reader
    let bytes = file.bytes
    if UTF8Check.looksLikeUTF16(bytes) {
      problems.append(problem(1, JournalProblem(column: 1, "this file is UTF-16", help: "save it as UTF-8"), .file))
      return
    }
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: .lineFeed)
      read(bytes[start..<(end ?? bytes.count)].trimmed, from: start, line: line, isTorn: end == nil)
      start = (end ?? bytes.count - 1) + 1
      line += 1
    }
  }

  private mutating func read(_ content: ArraySlice<UInt8>, from start: Int, line: Int, isTorn: Bool) {
    if content.isEmpty || content.first == UInt8(ascii: "#") { return }
    if isTorn {
      let torn = JournalProblem(
        column: 1, "the last line does not end, so it may not be whole and is left out",
        help: "if it is whole, end it with a line end")
      problems.append(problem(line, torn, .line))
      return
    }
    if JournalLine.isClosedOff(content) { return }
    if let bad = UTF8Check.firstBadByte(in: file.bytes, content.startIndex..<content.endIndex) {
      let column = UTF8Check.scalars(in: file.bytes, start..<bad) + 1
      problems.append(
        problem(line, JournalProblem(column: column, "this is not UTF-8", help: "save the file as UTF-8"), .line))
      return
    }
    var unknownAction: JournalProblem?
    do throws(JournalProblem) {
      let text = String(decoding: content, as: UTF8.self)
      if let entry = try reader.read(text, line: line, unknownAction: &unknownAction) { entries.append(entry) }
    } catch {
      unknownAction = error.isSaidAlready ? nil : error
    }
    if var found = unknownAction {
      found.column += UTF8Check.scalars(in: file.bytes, start..<content.startIndex)
      problems.append(problem(line, found, .line))
    }
  }

  private func problem(_ line: Int, _ problem: JournalProblem, _ severity: LedgerProblem.Severity) -> LedgerProblem {
    .init(
      file: file.name, line: line, column: problem.column, message: problem.message, help: problem.help,
      severity: severity)
  }
}
