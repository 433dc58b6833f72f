/// A way of laying out declarations that a hurried author might have: none of it changes what the file says.
struct RandomLayout {
  private var random: SeededRandom
  private let lineEnd: String
  private let indent: String
  /// Of 100 blocks, how many stand on one line.
  private let oneLine: Int
  /// Of 100 places for it, how many have a comment.
  private let comments: Int
  /// Of 100 spaces, how many are more than one.
  private let wide: Int
  /// Of 100 spaces beside a sign, how many are left out.
  private let tight: Int
  /// Of 100 spaces, how many are a line end, half of them after a comment.
  private let broken: Int

  init(random: SeededRandom) {
    var random = random
    lineEnd = random.happens(4) ? "\r\n" : "\n"
    indent = random.pick(["  ", "  ", "    ", "\t", ""])
    oneLine = random.pick([0, 20, 100])
    comments = random.pick([0, 5, 25])
    wide = random.pick([0, 0, 0, 10])
    tight = random.pick([0, 0, 0, 50])
    broken = random.pick([0, 0, 0, 0, 0, 0, 8])
    self.random = random
  }

  /// The text of a file with these declarations.
  mutating func text(of declarations: [Declaration]) -> String {
    var text = ""
    for declaration in declarations {
      if random.happens(comments) { text += comment() + lineEnd }
      text += spaced(declaration.head)
      if let clauses = declaration.clauses { text += block(clauses) + spaced(declaration.tail) }
      switch random.below(20) {
      case 0: text += " "
      case 1: text += lineEnd + lineEnd + lineEnd
      case 2...8: text += endOfLine()
      default: text += endOfLine() + lineEnd
      }
    }
    // A last line need not end.
    return random.happens(5) ? text + comment() : text
  }

  private mutating func block(_ clauses: [String]) -> String {
    if random.happens(oneLine) {
      return " { " + clauses.map { spaced($0) }.joined(separator: " ") + (random.happens(80) ? " }" : "}")
    }
    var text = " {" + endOfLine()
    for clause in clauses {
      if random.happens(comments) { text += indent + comment() + lineEnd }
      text += indent + spaced(clause) + endOfLine()
      if random.happens(4) { text += lineEnd }
    }
    return text + (random.happens(5) ? indent : "") + "}"
  }

  private mutating func endOfLine() -> String {
    (random.happens(comments) ? "  " + comment() : random.happens(3) ? " \t" : "") + lineEnd
  }

  private mutating func comment() -> String {
    random.pick(["# a note", "#", "#no space", "# \"text\" and { } stay as they are", "# é 漢 \\ 5%", "## action x {"])
  }

  /// The text with the spaces outside its texts in quotes varied.
  private mutating func spaced(_ text: String) -> String {
    if wide + tight + broken == 0 { return text }
    let signs = Set("(),:=<>+*/")
    let characters = Array(text)
    var result = ""
    var inQuotes = false
    for (index, character) in characters.enumerated() {
      if character == "\"", index == 0 || !escapes(characters[..<index]) { inQuotes.toggle() }
      guard character == " ", !inQuotes else {
        result.append(character)
        continue
      }
      let neighbours = [
        index > 0 ? characters[index - 1] : " ", index + 1 < characters.count ? characters[index + 1] : " ",
      ]
      if neighbours.contains(where: { signs.contains($0) }), random.happens(tight) { continue }
      if random.happens(wide) {
        result += random.pick(["  ", "   ", "\t", " \t "])
      } else if random.happens(broken) {
        result += (random.happens(50) ? " " + comment() : "") + lineEnd + indent
      } else {
        result += " "
      }
    }
    return result
  }

  /// Whether what stands before a quotation mark takes its meaning away.
  private func escapes(_ before: ArraySlice<Character>) -> Bool {
    var count = 0
    for character in before.reversed() {
      if character != "\\" { break }
      count += 1
    }
    return count % 2 == 1
  }
}
