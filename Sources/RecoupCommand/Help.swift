/// Help that a person can read, in 80 columns.
enum Help {
  private static let width = 80

  static func overview(_ sections: [(title: String, commands: [Command])], _ topics: [Topic]) -> String {
    let rows = sections.map { section in (section.title, section.commands.map { ($0.name, $0.summary) }) }
    let more = [("Topics", topics.map { ($0.name, $0.summary) })]
    return """
      recoup tells you what to do next about an unpaid invoice, and why.

      Usage: recoup COMMAND [OPTIONS]

      \(lists(rows + more))
      `recoup help NAME` explains a command or a topic.

      """
  }

  static func page(_ command: Command) -> String {
    let shown = command.options.filter { !$0.isHidden }
    var groups = [("Options", shown.filter { $0.group == nil })]
    groups += Arguments.Option.Group.allCases.map { group in (group.rawValue, shown.filter { $0.group == group }) }
    let rows = groups.map { group in (group.0, group.1.map { ($0.label, $0.help) }) }
    let options = lists(rows)
    return """
      \(command.summary).

      Usage: recoup \(command.name) \(command.usage)

      \(command.details)\(options.isEmpty ? "" : "\n\n" + options.dropLast())

      """
  }

  /// Lists of names and what they are, under headings, with what they are in one column.
  private static func lists(_ lists: [(title: String, rows: [(name: String, text: String)])]) -> String {
    let lists = lists.filter { !$0.rows.isEmpty }
    let column = min(21, lists.flatMap { $0.rows.map { $0.name.count } }.max() ?? 0) + 4
    let blocks = lists.map { list in
      list.title + ":\n" + list.rows.map { row($0.name, $0.text, column) }.joined()
    }
    return blocks.joined(separator: "\n")
  }

  /// A name and, from a column on, what it is; below a name that is too long for that.
  private static func row(_ name: String, _ text: String, _ column: Int) -> String {
    var lines = ["  " + name]
    if name.count + 4 > column { lines.append("") }
    var isFirst = true
    for word in text.split(separator: " ") {
      let last = lines.count - 1
      let start = lines[last] + String(repeating: " ", count: max(0, column - lines[last].count))
      if isFirst {
        lines[last] = start + word
      } else if lines[last].count + 1 + word.count <= width {
        lines[last] += " " + word
      } else {
        lines.append(String(repeating: " ", count: column) + word)
      }
      isFirst = false
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Arguments.Option {
  /// The option with its value.
  fileprivate var label: String { name + (value.map { " " + $0 } ?? "") }
}
