/// What an answer in JSON is made of: its documentation, which the tests hold against real answers.
public struct AnswerSchema: Sendable {
  /// A member of the answer.
  public struct Member: Sendable {
    /// Where it stands: names joined with `.`, `[]` for the entries of a list, `*` for any name.
    public var path: String
    /// What it is; `?` after it says that it may be null.
    public var kind: Kind
    /// Whether it may be null.
    public var isOptional: Bool
    /// What it means.
    public var meaning: String
  }

  /// What a value is.
  public enum Kind: String, Sendable {
    case text, number, integer, truth, list, object
    /// A day in ISO 8601.
    case date
    /// A text, a number or yes or no, as the type of the fact wants it.
    case value
  }

  /// The command that gives the answer; its schema is `recoup/COMMAND/1`.
  public var command: String
  /// All members, in the order in which they come.
  public var members: [Member]

  /// Reads members from lines such as `invoices[].due date? when it was due`.
  init(_ command: String, _ text: String) {
    self.command = command
    members = text.split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 2)
      let isOptional = parts[1].hasSuffix("?")
      let kind = Kind(rawValue: String(isOptional ? parts[1].dropLast() : parts[1]))
      return Member(
        path: String(parts[0]), kind: kind ?? .value, isOptional: isOptional, meaning: String(parts[2]))
    }
  }

  /// All members, a line or two each, in 80 columns.
  public var page: String {
    var page = "recoup \(command) --json\n"
    for member in members {
      page += "  \(member.path)  \(member.kind.rawValue)\(member.isOptional ? " or null" : "")\n"
      page += Page.lines(of: member.meaning, width: 74).map { "      \($0)\n" }.joined()
    }
    return page
  }
}
