import RecoupQuantities

/// Dates with the month as a word, in English or French, such as `4 Nov 2026`, `Nov 4, 2026` or `4-nov.-2026`.
enum MonthName {
  /// The full names of each month, folded; any beginning of three letters or more stands for them.
  private static let names = [
    ["january", "janvier"], ["february", "fevrier"], ["march", "mars"], ["april", "avril"], ["may", "mai"],
    ["june", "juin"], ["july", "juillet"], ["august", "aout"], ["september", "septembre"], ["october", "octobre"],
    ["november", "novembre"], ["december", "decembre"],
  ]

  /// The date, if it is one; a time that follows is dropped. A year of two digits stands last, as it always does.
  static func date(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    if bytes.count > 60 { return nil }
    var words: [String] = []
    var rest = bytes
    while words.count < 3 {
      let isDigit = rest.first?.isDigit ?? false
      let word = rest.prefix { isDigit ? $0.isDigit : !$0.isDigit && !separators.contains($0) }
      if word.isEmpty { return nil }
      rest = rest.dropFirst(word.count)
      // The French write the first of a month `1er`.
      if isDigit, words.isEmpty, rest.starts(with: Array("er".utf8)) { rest = rest.dropFirst(2) }
      words.append(String(decoding: word, as: UTF8.self))
      if words.count < 3 { rest = rest.drop { separators.contains($0) } }
    }
    guard DateReader.isTime(rest), let number = Int(words[2]) else { return nil }
    guard words[2].utf8.count == 2 || words[2].utf8.count == 4 else { return nil }
    let year = words[2].utf8.count == 2 ? 2000 + number : number
    if let month = month(words[1]) { return date(year, month, words[0]) }
    return month(words[0]).flatMap { date(year, $0, words[1]) }
  }

  private static let separators: [UInt8] = [.space, .comma] + Array("-/.".utf8)

  private static func date(_ year: Int, _ month: Int, _ day: String) -> CivilDate? {
    guard day.utf8.count <= 2, let day = Int(day) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// The month that a word or its beginning names; nil if it may be two of them.
  private static func month(_ word: String) -> Int? {
    let folded = HeaderName.folded(word)
    if folded.utf8.count < 3 { return nil }
    let meant = names.indices.filter { names[$0].contains { $0.hasPrefix(folded) } }
    return meant.count == 1 ? meant[0] + 1 : nil
  }
}
