import RecoupLanguage
import RecoupQuantities

/// Reads the amounts of one file.
struct AmountReader {
  /// How they are written; nil for plain decimals only.
  var decimal: DecimalMark?

  /// The amount in the smallest unit of the currency, which may stand beside it as a sign or a code.
  func read(_ written: ArraySlice<UInt8>, _ currency: Currency) throws(Complaint) -> Int64 {
    let mark = AmountMark(written)
    if let currencies = mark.currencies, !currencies.contains(currency.code) {
      throw Complaint(
        "\(shown(written)) is not in \(currency.code), the currency of the invoice",
        help: "a column `currency` tells what each invoice is in")
    }
    let bytes = mark.number
    let plain = decimal.map { AmountReader.plain(bytes, $0) } ?? Array(bytes)
    let problem: DecimalText.Problem
    do {
      return try DecimalText.parse(plain ?? [], decimals: currency.decimals, signed: true)
    } catch {
      problem = error
    }
    let text = shown(written)
    switch problem {
    case .tooLarge: throw Complaint("\(text) is too large")
    case .tooPrecise:
      let most = currency.decimals == 0 ? "no decimals" : "no more than \(currency.decimals) decimals"
      let isGrouped = decimal == nil && AmountReader.plain(bytes, .comma) != nil
      throw Complaint(
        "\(text) is no amount of \(currency.code), which has \(most)",
        help: isGrouped ? "if the point groups thousands, give `--decimal comma`" : nil)
    case .malformed:
      if AmountReader.truths.contains(String(decoding: bytes.prefix(9), as: UTF8.self).lowercased()) {
        throw Complaint(
          "\(text) is no amount", help: "say which column has amounts, such as with `--columns \"paid=Amount Paid\"`")
      }
      throw Complaint("\(text) is no amount", help: help(bytes, currency))
    }
  }

  private static let truths = ["true", "false", "yes", "no", "oui", "non", "vrai", "faux", "paid", "unpaid"]

  private func help(_ bytes: ArraySlice<UInt8>, _ currency: Currency) -> String {
    let bare = AmountReader.withoutSigns(bytes)
    let readings = DecimalMark.allCases.compactMap { mark in
      AmountReader.plain(bare, mark).map { (mark, String(decoding: $0, as: UTF8.self)) }
    }
    let example = currency.decimals == 0 ? "1234" : "1234.50"
    guard let decimal else {
      if readings.isEmpty { return "write an amount such as \(example)" }
      var written: [String] = []
      for reading in readings where !written.contains(reading.1) { written.append(reading.1) }
      let write = "write " + written.joined(separator: " or ")
      let options = readings.filter { AmountReader.plain(bytes, $0.0) != nil }
      if options.isEmpty { return write }
      return write + ", or give " + options.map { "`--decimal \($0.0.rawValue)`" }.joined(separator: " or ")
    }
    if bare != bytes, let reading = AmountReader.plain(bare, decimal) {
      return "write "
        + String(decoding: reading, as: UTF8.self).map { $0 == "." && decimal == .comma ? "," : String($0) }
        .joined()
    }
    switch decimal {
    case .point: return "with `--decimal point`, an amount is such as 1,234.50"
    case .comma: return "with `--decimal comma`, an amount is such as 1.234,50"
    }
  }

  /// An amount with grouped thousands as a plain decimal, or nil if it is none.
  static func plain(_ bytes: ArraySlice<UInt8>, _ mark: DecimalMark) -> [UInt8]? {
    var plain: [UInt8] = []
    var groups = [0]
    var decimals: Int?
    var rest = bytes
    if rest.first == UInt8(ascii: "-") { plain.append(rest.removeFirst()) }
    let point = mark == .point ? UInt8(ascii: ".") : .comma
    while let byte = rest.first {
      if byte.isDigit {
        plain.append(byte)
        if let count = decimals { decimals = count + 1 } else { groups[groups.count - 1] += 1 }
        rest.removeFirst()
      } else if decimals != nil {
        return nil
      } else if byte == point {
        plain.append(UInt8(ascii: "."))
        decimals = 0
        rest.removeFirst()
      } else if let separator = separators(mark).first(where: { rest.starts(with: $0) }) {
        groups.append(0)
        rest.removeFirst(separator.count)
      } else {
        return nil
      }
    }
    if groups[0] == 0 || decimals == 0 { return nil }
    if groups.count > 1 {
      // Groups of two within are how South Asia counts lakhs and crores.
      let isGrouped = groups[0] <= 3 && groups.dropFirst().dropLast().allSatisfy { $0 == 2 || $0 == 3 }
      if !isGrouped || groups.last != 3 { return nil }
    }
    return plain
  }

  private static func separators(_ mark: DecimalMark) -> [[UInt8]] {
    let both: [[UInt8]] = [[.space], [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [UInt8(ascii: "'")], [0xE2, 0x80, 0x99]]
    return both + [[mark == .point ? .comma : UInt8(ascii: ".")]]
  }

  /// What stays without currency signs and codes, and with a minus for brackets: for a hint only.
  private static func withoutSigns(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if bytes.count > 100 { return [] }
    var kept = String.UnicodeScalarView()
    var isNegative = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "(", "-", "\u{2212}": isNegative = true
      case ")", "+": break
      default:
        let isSign = scalar.properties.generalCategory == .currencySymbol || scalar.properties.isAlphabetic
        if !isSign { kept.append(scalar) }
      }
    }
    let trimmed = Array(String(kept).utf8)[...].trimmed
    return isNegative ? [UInt8(ascii: "-")] + trimmed : trimmed
  }
}

/// A text from a file as a message shows it: between backticks, and not all of it if it is long.
func shown(_ text: some Collection<UInt8>) -> String { shown(String(decoding: text.prefix(400), as: UTF8.self)) }

/// A text from a file as a message shows it: between backticks, and not all of it if it is long.
func shown(_ text: String) -> String {
  let most = 60
  var short = String.UnicodeScalarView(text.unicodeScalars.prefix(most + 1))
  if short.count > most {
    short.removeLast()
    short.append("…")
  }
  return "`" + String(short) + "`"
}
