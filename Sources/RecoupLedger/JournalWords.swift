import RecoupLanguage
import RecoupQuantities

/// The words of a line of the journal that are still to be read.
struct Words {
  private var rest: ArraySlice<JournalToken>
  private let end: Int
  private(set) var lastColumn = 1

  init(_ tokens: ArraySlice<JournalToken>, end: Int) {
    rest = tokens
    self.end = end
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func drop() {
    if let first = rest.popFirst() { lastColumn = first.column }
  }

  mutating func next(_ missing: String, help: String) throws(JournalProblem) -> JournalToken {
    guard let token = rest.popFirst() else { throw JournalProblem(column: end, missing, help: help) }
    lastColumn = token.column
    return token
  }

  /// Reads a date without taking it.
  func date(_ missing: String, of token: JournalToken?) throws(JournalProblem) -> CivilDate {
    guard let token = token ?? rest.first else {
      throw JournalProblem(column: end, missing, help: "write a date such as 2026-11-22")
    }
    if !token.isQuoted, let date = CivilDate(iso: token.text.utf8) { return date }
    let numbers = token.text.utf8.count > 20 ? nil : DateNumbers(Array(token.text.utf8)[...])
    let readings = DateOrder.allCases.compactMap { numbers?.date($0)?.iso }
    let help = readings.isEmpty ? "a date such as 2026-11-22" : readings.joined(separator: " or ")
    throw JournalProblem(column: token.column, "\(shown(token.text)) is no date", help: "write \(help)")
  }

  /// A text in quotes, if one follows.
  mutating func note() throws(JournalProblem) -> String? {
    guard let token = rest.popFirst() else { return nil }
    if token.isQuoted { return token.text }
    throw JournalProblem(column: token.column, "a note stands in quotes", help: "write it such as `\"by e-mail\"`")
  }

  /// An amount above 0 of the currency, which may be left out.
  mutating func amount(_ currency: Currency) throws(JournalProblem) -> Int64 {
    let example = "write such as `\(currency.decimals == 0 ? "500" : "500.00") \(currency.code)`"
    guard let first = rest.first else { throw JournalProblem(column: end, "the amount is missing", help: example) }
    if let quoted = rest.first(where: { $0.isQuoted }) {
      throw JournalProblem(column: quoted.column, "an amount stands without quotes and has no note", help: example)
    }
    var text = rest.prefix(3).map { $0.text }.joined(separator: " ")
    if rest.count > 2 { throw JournalProblem(column: first.column, "\(shown(text)) is no amount", help: example) }
    rest = []
    let written = text
    let unit = text.utf8.suffix(3)
    if unit.elementsEqual(currency.code.utf8) {
      text = String(text.unicodeScalars.dropLast(3))
      while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    } else if let other = Currency(code: String(decoding: unit, as: UTF8.self)) {
      throw JournalProblem(
        column: first.column, "\(shown(written)) is not in \(currency.code), the currency of the invoice",
        help: "write what it is in \(currency.code), not in \(other.code)")
    }
    let amount: Int64
    do {
      amount = try DecimalText.parse(text.utf8, decimals: currency.decimals, signed: true)
    } catch {
      let example = currency.decimals == 0 ? "500" : "500.00"
      let problem = ValueReader.problem(
        error, written, decimals: currency.decimals, like: "\(example) \(currency.code)")
      throw JournalProblem(column: first.column, problem.message)
    }
    if amount <= 0 { throw JournalProblem(column: first.column, "an amount is above 0, and this is \(shown(written))") }
    return amount
  }

  /// `NAME = VALUE`, with or without spaces around the sign.
  mutating func assignment() throws(JournalProblem) -> (name: String, Int, value: String, Int) {
    let help = "write such as `set reason = short_of_cash`"
    guard let first = rest.first else { throw JournalProblem(column: end, "it does not say what is set", help: help) }
    if let quoted = rest.first(where: { $0.isQuoted }) {
      throw JournalProblem(column: quoted.column, "a fact and its value stand without quotes", help: help)
    }
    var name: [Unicode.Scalar] = []
    var value: [Unicode.Scalar] = []
    var valueColumn: Int?
    var hasSign = false
    for token in rest {
      if hasSign, !value.isEmpty {
        value.append(" ")
      } else if !hasSign, !name.isEmpty, token.text.unicodeScalars.first != "=" {
        name.append(" ")
      }
      for (offset, scalar) in token.text.unicodeScalars.enumerated() {
        if !hasSign, scalar == "=" {
          hasSign = true
        } else if hasSign {
          valueColumn = valueColumn ?? token.column + offset
          value.append(scalar)
        } else {
          name.append(scalar)
        }
      }
    }
    rest = []
    if !hasSign { throw JournalProblem(column: first.column, "`=` is missing after `set`", help: help) }
    guard let valueColumn else { throw JournalProblem(column: end, "the value is missing", help: help) }
    return (text(name), first.column, text(value), valueColumn)
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  func requireEnd() throws(JournalProblem) {
    guard let token = rest.first else { return }
    throw JournalProblem(
      column: token.column, "\(shown(token.text)) is too much here", help: "a comment begins with `#`")
  }
}
