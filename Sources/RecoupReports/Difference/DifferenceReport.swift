public import RecoupAnalysis
public import RecoupLanguage
import RecoupRules
import RecoupWire

/// Tells what differs between two rule books.
public struct DifferenceReport {
  private let difference: BookDifference
  private let oldFiles: [SourceFile]
  private let newFiles: [SourceFile]

  /// A report on two books that were read from files.
  public init(_ difference: BookDifference, from oldFiles: [SourceFile], to newFiles: [SourceFile]) {
    self.difference = difference
    self.oldFiles = oldFiles
    self.newFiles = newFiles
  }

  // MARK: For a person

  /// Every difference, a line or a few each, then what they mean for advice.
  public func text(in tongue: Tongue, width: Int = 80) -> String {
    let words = DifferenceWords(say: tongue)
    var page = Page(width: width)
    for entry in difference.entries where entry.subject != .example {
      page.paragraph(words.line(entry), hanging: 2)
      guard case .changed(let parts) = entry.change else { continue }
      for part in parts {
        let (old, new) = (shown(part.old, oldFiles), shown(part.new, newFiles))
        page.paragraph(words.part(part.clause, old, new), indent: 2, hanging: 2)
      }
    }
    let examples = difference.entries.filter { $0.subject == .example }
    if !examples.isEmpty { page.paragraph(words.examples(examples), hanging: 2) }
    if !difference.entries.isEmpty { page.blank() }
    page.paragraph(words.conclusion(difference))
    return page.text
  }

  private func shown(_ said: BookItem.Said?, _ files: [SourceFile]) -> String? {
    said.map { Shown.text(raw($0, files)) }
  }

  /// What the user wrote, on one line.
  private func raw(_ said: BookItem.Said, _ files: [SourceFile]) -> String {
    switch said {
    case .text(let text): text
    case .span(let span):
      files.indices.contains(Int(span.file))
        ? files[Int(span.file)].text(span).split { $0.isWhitespace }.joined(separator: " ") : "…"
    }
  }

  // MARK: For a program

  /// The same on one line; see `AnswerSchema.diff`.
  public func json(_ portfolio: PortfolioDifference? = nil, _ witnesses: WitnessReport? = nil) -> String {
    var json = JSONWriter()
    json.open("{")
    json.member("schema", "recoup/diff/1")
    json.member("same_advice", difference.isProvedSame)
    json.name("differences")
    json.open("[")
    for entry in difference.entries { write(entry, &json) }
    json.close("]")
    json.name("invoices")
    if let portfolio { portfolio.write(to: &json) } else { json.null() }
    if let portfolio {
      json.member("complete", portfolio.isComplete)
    } else {
      json.name("complete")
      json.null()
    }
    json.member("tried", witnesses.map { Int64($0.tried) })
    json.name("witnesses")
    if let witnesses { witnesses.write(to: &json) } else { json.null() }
    json.close("}")
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private func write(_ entry: BookDifference.Entry, _ json: inout JSONWriter) {
    var change = "changed"
    var from: String?
    var after: String?
    var parts: [BookDifference.Part] = []
    switch entry.change {
    case .added(let place): (change, after) = ("added", place)
    case .dropped: change = "dropped"
    case .renamed(let old): (change, from) = ("renamed", old)
    case .changed(let all): parts = all
    }
    json.open("{")
    json.member("subject", entry.subject.rawValue)
    json.member("name", entry.name)
    json.member("change", change)
    json.member("decides", entry.decides)
    json.member("from", from)
    json.member("after", after)
    json.name("parts")
    json.open("[")
    for part in parts {
      json.open("{")
      json.member("part", part.clause.rawValue)
      json.member("old", part.old.map { raw($0, oldFiles) })
      json.member("new", part.new.map { raw($0, newFiles) })
      json.close("}")
    }
    json.close("]")
    json.close("}")
  }
}
