/// Text on its way to a terminal.
public enum Shown {
  /// The text with tabs as four spaces, and with what would control the terminal, turn its direction or not be seen at
  /// all written out.
  public static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar.value == 0x09 {
        shown += "    "
      } else if isInvisible(scalar) {
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// A text of several lines, each as `text` shows it.
  public static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Shown.text(String($0)) }
      .joined(separator: "\n")
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// A shown text cut to a number of columns, with `…` where something is left out.
  public static func clipped(_ text: String, to columns: Int) -> String {
    // A character may carry any number of marks: what is looked at is bounded, whatever comes.
    let isShort = text.utf8.count <= columns || (width(text) <= columns && text.unicodeScalars.count <= 4 * columns)
    return isShort ? text : parts(of: text, width: columns - 1, most: 1).joined() + "…"
  }

  /// A shown text in pieces of at most `width` columns, the first `most` of them.
  static func parts(of text: String, width: Int, most: Int = .max) -> [String] {
    if text.utf8.count <= width { return [text] }
    var parts = [""]
    var columns = 0
    for character in text {
      let size = Shown.width(character)
      if columns + size > width {
        if parts.count == most { break }
        parts.append("")
        columns = 0
      }
      for scalar in character.unicodeScalars.prefix(8) { parts[parts.count - 1].unicodeScalars.append(scalar) }
      columns += size
    }
    return parts
  }

  /// How many columns a terminal gives to a shown text: wide characters two, combining ones none.
  public static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  private static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    return isWide(first.value) ? 2 : isCombining(first) ? 0 : 1
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// East Asian wide and full-width characters and most emoji, by their main blocks (Unicode TR 11).
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

/// Colours of a terminal, or none.
struct Paint {
  let isOn: Bool

  func red(_ text: String) -> String { escape("1;31", text) }
  func blue(_ text: String) -> String { escape("1;34", text) }
  func dim(_ text: String) -> String { escape("2", text) }
  func bold(_ text: String) -> String { escape("1", text) }

  /// One of six colours that can be told apart; none below 0.
  func hue(_ number: Int, _ text: String) -> String {
    number < 0 ? text : escape(["36", "33", "35", "32", "34", "31"][number % 6], text)
  }

  private func escape(_ code: String, _ text: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
