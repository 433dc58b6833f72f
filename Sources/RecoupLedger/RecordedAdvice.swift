public import RecoupQuantities

/// An advice that a line of the journal names: the one that there was on the day of the line, before its event.
public struct RecordedAdvice: Hashable, Sendable {
  /// The day of the line.
  public var date: CivilDate
  /// The digits of its fingerprint that stand there.
  public var digits: String
  /// The line, from 1.
  public var line: Int
  /// How many bytes of the journal stand before the line.
  public var offset: Int

  /// The first line about an invoice that names an advice by these digits or more of them; nil if there is none.
  public static func find(_ digits: String, of invoice: String, in journal: [UInt8]) -> RecordedAdvice? {
    var offset = 0
    var number = 1
    while offset < journal.count {
      let end = journal[offset...].firstIndex(of: .lineFeed) ?? journal.count
      let text = String(decoding: journal[offset..<end], as: UTF8.self)
      if let found = JournalLine.advice(of: text), found.digits.hasPrefix(digits), found.invoice == invoice,
        let date = CivilDate(iso: found.date.utf8)
      {
        return RecordedAdvice(date: date, digits: found.digits, line: number, offset: offset)
      }
      offset = end + 1
      number += 1
    }
    return nil
  }
}

extension JournalLine {
  private static let mark = "# advice "

  /// A line with the fingerprint of the advice that there was before its event, as a comment.
  public static func text(_ line: String, after advice: String?) -> String {
    advice.map { "\(line)  \(mark)\($0)" } ?? line
  }

  /// The advice that a line names, with the line's day and invoice; nil if it names none.
  fileprivate static func advice(of line: String) -> (date: String, invoice: String, digits: String)? {
    guard let tokens = try? JournalTokens(line), tokens.tokens.count > 2 else { return nil }
    let (date, invoice) = (tokens.tokens[0], tokens.tokens[1])
    if invoice.text == "client", !invoice.isQuoted { return nil }
    let comment = String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(tokens.end - 1)))
    let start = comment.drop { $0 == " " || $0 == "\t" }
    guard start.hasPrefix(mark) else { return nil }
    let digits = start.dropFirst(mark.count).prefix { $0.isHexDigit }
    return digits.isEmpty ? nil : (date.text, invoice.text, String(digits))
  }
}
