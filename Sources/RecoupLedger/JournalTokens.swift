/// What is wrong with a line of the journal.
public struct JournalProblem: Error, Hashable, Sendable {
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// What is wrong, one sentence without a capital or a full stop.
  public var message: String
  /// What would be right, if it can be told.
  public var help: String?

  /// Whether it comes from a row of a file that is left out, which is a problem of its own.
  var isSaidAlready = false

  /// Makes a problem.
  public init(column: Int, _ message: String, help: String? = nil) {
    self.column = column
    self.message = message
    self.help = help
  }
}

/// A word of a line of the journal, or a text in quotes.
struct JournalToken: Hashable {
  var text: String
  var isQuoted: Bool
  /// The column of its first character, from 1.
  var column: Int
}

/// A line of the journal, cut into its words and texts.
struct JournalTokens {
  private(set) var tokens: [JournalToken] = []
  /// The column after the last token.
  private(set) var end = 1

  init(_ line: String) throws(JournalProblem) {
    var scan = Scan(line)
    while let token = try scan.next() {
      tokens.append(token)
      end = scan.column
    }
  }

  /// Whether a name can stand as a bare word.
  static func isBare(_ name: String) -> Bool {
    !name.isEmpty && name.unicodeScalars.allSatisfy(isOfWord) && name != "client"
  }

  /// Whether a character may stand in a word.
  static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value > 0x20 && scalar.value < 0x7F && scalar != "\"" && scalar != "#" }
    return !scalar.properties.isWhitespace && !isControl(scalar)
  }

  /// Whether a character stands between words.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == " " || scalar == "\t" }
    return scalar.properties.isWhitespace && !isControl(scalar)
  }

  /// A text in quotes, on one line and without control characters, whatever is in it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case _ where isControl(scalar): quoted += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Whether a character is shown by no glyph but does something: also the line ends of Unicode.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    let category = scalar.properties.generalCategory
    return category == .control || category == .lineSeparator || category == .paragraphSeparator
  }
}

private struct Scan {
  private let scalars: String.UnicodeScalarView
  private var index: String.UnicodeScalarView.Index
  private(set) var column = 1

  init(_ line: String) {
    scalars = line.unicodeScalars
    index = scalars.startIndex
  }

  private var current: Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }

  private mutating func step() {
    scalars.formIndex(after: &index)
    column += 1
  }

  mutating func next() throws(JournalProblem) -> JournalToken? {
    while let scalar = current, JournalTokens.isSpace(scalar) {
      step()
    }
    guard let first = current, first != "#" else { return nil }
    let start = column
    if first == "\"" { return try text(from: start) }
    var word = String.UnicodeScalarView()
    while let scalar = current, JournalTokens.isOfWord(scalar) {
      word.append(scalar)
      step()
    }
    if let scalar = current {
      if scalar == "\"" {
        throw JournalProblem(column: column, "a quote stands within a word", help: "put a space before the quote")
      }
      if JournalTokens.isControl(scalar), scalar != "\t" { throw control(scalar) }
    }
    return JournalToken(text: String(word), isQuoted: false, column: start)
  }

  private mutating func text(from start: Int) throws(JournalProblem) -> JournalToken {
    var text = String.UnicodeScalarView()
    step()
    while let scalar = current {
      if scalar == "\"" {
        step()
        if let after = current, JournalTokens.isOfWord(after) || after == "\"" {
          throw JournalProblem(
            column: column, "text follows the closing quote", help: "a quote within quotes is written `\\\"`")
        }
        return JournalToken(text: String(text), isQuoted: true, column: start)
      }
      if JournalTokens.isControl(scalar) { throw control(scalar) }
      if scalar == "\\" {
        text.append(try escape())
      } else {
        text.append(scalar)
        step()
      }
    }
    throw JournalProblem(column: start, "the quote that opens here is never closed", help: "put a quote after the text")
  }

  private mutating func escape() throws(JournalProblem) -> Unicode.Scalar {
    let start = column
    step()
    let kind = current
    if kind != nil { step() }
    switch kind {
    case "\""?: return "\""
    case "\\"?: return "\\"
    case "n"?: return "\n"
    case "u"? where current == "{":
      step()
      var value: UInt32 = 0
      var digits = 0
      while let digit = current.flatMap({ UInt32(String($0), radix: 16) }), digits < 6 {
        value = value * 16 + digit
        digits += 1
        step()
      }
      if digits > 0, current == "}", let scalar = Unicode.Scalar(value) {
        step()
        return scalar
      }
    default: break
    }
    throw JournalProblem(
      column: start, "this is no escape", help: "write `\\\\` for a backslash, `\\\"` for a quote, `\\n` for a line end"
    )
  }

  private func control(_ scalar: Unicode.Scalar) -> JournalProblem {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return JournalProblem(
      column: column,
      "a control character stands here, U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code,
      help: "take it out")
  }
}
