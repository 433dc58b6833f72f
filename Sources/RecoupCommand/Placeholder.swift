import RecoupLanguage

/// What help shows in the place of a value: a word in capitals such as `DAYS`, or all the words that a value may be,
/// such as `en|fr`.
struct Placeholder: Hashable {
  var text: String

  /// The words of a closed set; none for what is only described.
  var choices: [String] {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    let areWords = parts.count > 1 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 0x61...0x7A ~= $0 } }
    return areWords ? parts.map(String.init) : []
  }

  /// Complains about a value that is not one of a closed set.
  func check(_ value: String, of option: String) throws(Stop) {
    let choices = self.choices
    if choices.isEmpty || choices.contains(value) { return }
    let hint = Placeholder.meant(value, among: choices).map { "; did you mean `\($0)`?" } ?? ""
    let list = choices.dropLast().map { "`\($0)`" }.joined(separator: ", ") + " or `\(choices[choices.count - 1])`"
    throw Stop(.usage, "`\(option)` needs \(list), and this is `\(value)`\(hint)")
  }

  /// The choice that a value was meant to be. There are few, so one that is alone with its first letter is as good as
  /// spelled: `french` is `fr`.
  private static func meant(_ value: String, among choices: [String]) -> String? {
    let value = value.lowercased()
    if choices.contains(value) { return value }
    if let nearest = NearestName.of(value, among: choices) { return nearest }
    let alike = choices.filter { $0.first == value.first }
    return alike.count == 1 ? alike[0] : nil
  }
}
