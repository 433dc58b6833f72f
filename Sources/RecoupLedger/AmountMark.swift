import RecoupQuantities

/// An amount without what stands around its number: a currency sign or code, and the brackets of a negative amount.
struct AmountMark {
  /// The number, with a minus if there was one, or brackets in its place.
  let number: ArraySlice<UInt8>
  /// What the sign or code may mean; nil if there is none.
  let currencies: [String]?

  init(_ bytes: ArraySlice<UInt8>) {
    let isPlain = bytes.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    if isPlain || bytes.count > 100 {
      number = bytes
      currencies = nil
      return
    }
    var rest = bytes
    var isNegative = false
    if rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") {
      rest = rest.dropFirst().dropLast().trimmed
      isNegative = true
    }
    let hadMinus = AmountMark.dropMinus(&rest)
    var found: [String]?
    for (text, codes) in AmountMark.signs where found == nil {
      if rest.starts(with: text) {
        rest = rest.dropFirst(text.count).trimmed
        found = codes
      } else if rest.count > text.count, rest.suffix(text.count).elementsEqual(text) {
        rest = rest.dropLast(text.count).trimmed
        found = codes
      }
    }
    if found == nil, let (code, number) = AmountMark.code(of: rest) {
      rest = number
      found = [code]
    }
    let hasMinus = AmountMark.dropMinus(&rest)
    // Two minuses are no number: one of them is left for the reader to find.
    if hadMinus && hasMinus || isNegative && (hadMinus || hasMinus) {
      number = bytes
      currencies = nil
      return
    }
    number = isNegative || hadMinus || hasMinus ? [UInt8(ascii: "-")] + rest : rest
    currencies = found
  }

  /// Takes away a minus at the start: a hyphen, or U+2212.
  private static func dropMinus(_ rest: inout ArraySlice<UInt8>) -> Bool {
    for minus: [UInt8] in [[UInt8(ascii: "-")], [0xE2, 0x88, 0x92]] where rest.starts(with: minus) {
      rest = rest.dropFirst(minus.count).trimmed
      return true
    }
    return false
  }

  /// The code before or after a number, and the number.
  private static func code(of bytes: ArraySlice<UInt8>) -> (code: String, number: ArraySlice<UInt8>)? {
    if bytes.count < 4 { return nil }
    for (code, number) in [(bytes.prefix(3), bytes.dropFirst(3)), (bytes.suffix(3), bytes.dropLast(3))] {
      let isWord = code.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
      let text = String(decoding: code, as: UTF8.self)
      if isWord, codes.contains(text) { return (text, number.trimmed) }
    }
    return nil
  }

  private static let codes = Set(Currency.codes)

  private static let signs: [(text: [UInt8], codes: [String])] = [
    ("US$", ["USD"]), ("CA$", ["CAD"]), ("A$", ["AUD"]), ("NZ$", ["NZD"]), ("$US", ["USD"]), ("$CA", ["CAD"]),
    ("€", ["EUR"]), ("£", ["GBP"]), ("₹", ["INR"]), ("¥", ["JPY", "CNY"]),
    ("$", ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"]),
  ].map { (Array($0.0.utf8), $0.1) }
}

/// Finds out how the amounts of a file are written.
struct DecimalMarkFinder {
  private var marks = DecimalMark.allCases
  private var first: (line: Int, column: Int)?

  /// Takes in one amount of the file; `place` is asked only where it matters.
  mutating func look(at bytes: ArraySlice<UInt8>, place: () -> (line: Int, column: Int)) {
    let number = AmountMark(bytes).number
    let fitting = DecimalMark.allCases.filter { AmountReader.plain(number, $0) != nil }
    if fitting.isEmpty { return }
    let isPlain = number.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    if !isPlain, first == nil { first = place() }
    marks.removeAll { !fitting.contains($0) }
  }

  /// How amounts are written, if all agree and one at least needs to be told about; nil for plain decimals.
  func outcome(file: String) -> (mark: DecimalMark, note: LedgerProblem)? {
    guard let first, marks.count == 1 else { return nil }
    let example =
      switch marks[0] {
      case .point: "1,234.50"
      case .comma: "1.234,50"
      }
    let message = "amounts are read like \(example)"
    return (
      marks[0],
      LedgerProblem(file: file, line: first.line, column: first.column, message: message, severity: .note)
    )
  }
}
