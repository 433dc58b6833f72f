import RecoupRules

extension Lexer {
  mutating func lexSymbol() {
    let start = offset
    if let (length, meant) = slip() {
      offset += length
      reportMended(.strayCharacters(source.text(start, offset), at: span(start, offset)))
      if let meant { append(meant, from: start) }
    } else if let symbol = symbol() {
      if symbol == .dot, Lexer.isDigit(byte(1)), !isAfterName { return lexNumber() }
      offset += symbol.rawValue.utf8.count
      append(.symbol(symbol), from: start)
    } else if isAt("//") {
      let end = source.lineEnd(of: start)
      reportMended(.strayCharacters("//", at: span(start, start + 2)))
      offset = end
    } else if !lexCurrencySign(), !lexQuoted() {
      // A run of characters that mean nothing here is one mistake.
      repeat { offset += 1 } while offset < bytes.count && Lexer.isStray(bytes[offset])
      report(.strayCharacters(source.text(start, offset), at: span(start, offset)))
    }
  }

  /// Whether the token that ends here is a name, of which a `.` may follow.
  private var isAfterName: Bool { offset > 0 && Lexer.isNamePart(bytes[offset - 1]) }

  private func symbol() -> Token.Symbol? {
    let isDouble = byte(1) == UInt8(ascii: "=")
    switch byte() {
    case UInt8(ascii: "{"): return .openBrace
    case UInt8(ascii: "}"): return .closeBrace
    case UInt8(ascii: "("): return .open
    case UInt8(ascii: ")"): return .close
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: "."): return .dot
    case UInt8(ascii: "="): return .equal
    case UInt8(ascii: "!"): return isDouble ? .notEqual : nil
    case UInt8(ascii: "<"): return isDouble ? .lessOrEqual : .lessThan
    case UInt8(ascii: ">"): return isDouble ? .greaterOrEqual : .greater
    case UInt8(ascii: "+"): return .plus
    case UInt8(ascii: "-"): return .minus
    case UInt8(ascii: "*"): return .star
    case UInt8(ascii: "/"): return byte(1) == UInt8(ascii: "/") ? nil : .divide
    case UInt8(ascii: "%"): return .percentSign
    default: return nil
    }
  }

  /// Whether a byte begins neither a token nor white space.
  private static func isStray(_ byte: UInt8) -> Bool {
    !isNamePart(byte) && byte != 0x20 && !(0x09...0x0D).contains(byte) && !"\"#{}(),:.=<>+-*/%".utf8.contains(byte)
  }

  private func isAt(_ text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

  /// What stands here in place of a symbol or a word that is written otherwise: its length, and what was meant.
  private func slip() -> (length: Int, meant: Token.Kind?)? {
    for (written, meant) in Lexer.slips where written.utf8.first == byte() && isAt(written) {
      if written == "!", byte(1) == UInt8(ascii: "=") { return nil }
      return (written.utf8.count, meant)
    }
    return nil
  }

  /// What people write elsewhere, and what it is here, if anything.
  static let slips: [(written: String, meant: Token.Kind?)] = [
    ("==", .symbol(.equal)), ("=>", .symbol(.greaterOrEqual)), ("=<", .symbol(.lessOrEqual)),
    ("<>", .symbol(.notEqual)), ("≥", .symbol(.greaterOrEqual)), ("≤", .symbol(.lessOrEqual)),
    ("≠", .symbol(.notEqual)), ("×", .symbol(.star)), ("÷", .symbol(.divide)), ("−", .symbol(.minus)),
    ("–", .symbol(.minus)), ("—", .symbol(.minus)), ("&&", .keyword(.and)), ("&", .keyword(.and)),
    ("||", .keyword(.or)), ("|", .keyword(.or)), ("!", .keyword(.not)), ("[", .symbol(.open)), ("]", .symbol(.close)),
    (";", nil), ("\u{A0}", nil), ("\u{202F}", nil), ("\u{200B}", nil), ("\u{FEFF}", nil),
  ]

  /// Takes the sign of a currency; the number beside it counts as unreadable, so that its missing unit is no second mistake.
  private mutating func lexCurrencySign() -> Bool {
    let start = offset
    guard let sign = ["$", "€", "£", "¥"].first(where: { isAt($0) }) else { return false }
    offset += sign.utf8.count
    report(.strayCharacters(sign, at: span(start, offset)))
    if Lexer.isDigit(byte()) {
      while Lexer.isDigit(byte()) || byte() == UInt8(ascii: "_") || byte() == UInt8(ascii: ".") { offset += 1 }
      append(.number, from: start)
    } else if tokens.last?.kind == .number {
      spoilLast()
    }
    return true
  }
}
