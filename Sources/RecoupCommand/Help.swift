/// Help that a person can read, in 80 columns.
enum Help {
  static func overview(_ commands: [Command]) -> String {
    let width = commands.map { $0.name.count }.max() ?? 0
    let list = commands.map { "  \(padded($0.name, width))  \($0.summary)\n" }.joined()
    return """
      recoup tells you what to do next about an unpaid invoice, and why.

      Usage: recoup COMMAND [OPTIONS]

      \(list)  \(padded("help", width))  Explain a command: recoup help COMMAND

      """
  }

  static func page(_ command: Command) -> String {
    let labels = command.options.map { $0.name + ($0.value.map { " " + $0 } ?? "") }
    let width = labels.map { $0.count }.max() ?? 0
    let options = zip(labels, command.options).map { "  \(padded($0, width))  \($1.help)\n" }.joined()
    return """
      \(command.summary).

      Usage: recoup \(command.name) \(command.usage)

      \(command.details)

      Options:
      \(options)
      """
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
