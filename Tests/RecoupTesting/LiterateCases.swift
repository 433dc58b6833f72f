import Foundation

/// A test written for people: a section of a Markdown file, with a sentence of intent and blocks of text.
///
/// A section begins with `## ` and its name. Its blocks stand between lines of three backticks; the words after the
/// first of these say what a block is. A test reads some blocks as input and compares one with what came out.
public struct LiterateCase: Sendable {
  /// A block of text between two fences.
  public struct Block: Sendable {
    /// What it is: the words after the opening fence, such as `rules shared/base.rules`.
    public var label: String
    /// The text, every line with its line end.
    public var text: String
    /// The lines of the file that it takes up, without the fences.
    fileprivate var lines: Range<Int>
  }

  /// What the section is called.
  public var name: String
  /// What it shows, in words.
  public var intent: String
  /// The blocks, in the order of the file.
  public var blocks: [Block]
  private var file: URL

  /// Where the case stands.
  public var place: String { "\(file.lastPathComponent): \(name)" }

  /// The first block with this label, if there is one.
  public func block(_ label: String) -> Block? { blocks.first { $0.label == label } }

  // MARK: Reading

  /// All cases of the Markdown files in a folder of `Tests/Cases`.
  public static func all(in folder: String) -> [LiterateCase] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Cases").appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().flatMap { cases(of: path.appending(path: $0)) }
  }

  private static func lines(of file: URL) -> [Substring] {
    let text = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func cases(of file: URL) -> [LiterateCase] {
    var cases: [LiterateCase] = []
    var open: (label: String, start: Int)?
    let lines = lines(of: file)
    for (number, line) in lines.enumerated() {
      if let block = open {
        if line == "```" {
          let text = lines[block.start..<number].map { $0 + "\n" }.joined()
          cases[cases.count - 1].blocks.append(
            Block(label: block.label, text: text, lines: block.start..<number))
          open = nil
        }
      } else if line.hasPrefix("```"), !cases.isEmpty {
        open = (String(line.dropFirst(3)), number + 1)
      } else if line.hasPrefix("## ") {
        cases.append(LiterateCase(name: String(line.dropFirst(3)), intent: "", blocks: [], file: file))
      } else if !line.isEmpty, !cases.isEmpty {
        cases[cases.count - 1].intent += line + "\n"
      }
    }
    return cases
  }

  // MARK: Comparing

  /// Says how a block differs from what came out, nil if it does not; with `RECOUP_RECORD` set, writes what came out into
  /// the file instead.
  public func mismatch(_ block: Block, _ actual: String) throws -> String? {
    if actual == block.text { return nil }
    if ProcessInfo.processInfo.environment["RECOUP_RECORD"] == nil {
      return "\(place)\nexpected:\n\(block.text)came:\n\(actual)"
    }
    recording.lock()
    defer { recording.unlock() }
    // Blocks that were recorded before may have moved the lines.
    guard let section = LiterateCase.cases(of: file).first(where: { $0.name == name }),
      let place = section.block(block.label)?.lines
    else { return "\(place): it cannot be found again" }
    var lines = LiterateCase.lines(of: file)
    lines.replaceSubrange(place, with: actual.split(separator: "\n", omittingEmptySubsequences: false).dropLast())
    try Data(lines.joined(separator: "\n").utf8).write(to: file, options: .atomic)
    return nil
  }
}

/// One case at a time is recorded, since several stand in one file.
private let recording = NSLock()
