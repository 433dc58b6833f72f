import RecoupAnalysis
import RecoupEngine
import RecoupQuantities
import RecoupRules

/// Writes a case so that it can be tried again: as a command, and as an example of a rules file.
struct CaseText {
  private let book: RuleBook
  private let notation: RulesNotation

  init(_ book: RuleBook) {
    self.book = book
    notation = RulesNotation(book)
  }

  /// The command that asks for the advice on it, for a shell.
  ///
  /// - Parameter rules: The path or name of the rules file.
  func command(_ invoice: Case, rules: String) -> String {
    var words = ["recoup", "next", "--rules", CaseText.shellWord(rules)]
    let amount = invoice.facts[RuleBook.Builtin.amount] ?? 0
    words += ["--amount", CaseText.shellWord(notation.text(amount, .money))]
    words += ["--overdue", String(invoice.facts[RuleBook.Builtin.daysOverdue] ?? 0)]
    for (index, fact) in book.facts.enumerated() where index > RuleBook.Builtin.daysOverdue {
      guard let value = invoice.facts[index] else { continue }
      words += ["--set", CaseText.shellWord("\(fact.name)=\(notation.text(value, fact.type))")]
    }
    for (index, setting) in book.settings.enumerated() {
      guard let value = invoice.settings[index] else { continue }
      words += ["--set", CaseText.shellWord("\(setting.name)=\(notation.text(value, setting.value.type))")]
    }
    for (index, action) in book.actions.enumerated() where invoice.done[index].times > 0 {
      let day = invoice.done[index].daysAgo.map { "@\($0)" } ?? ""
      words += ["--done", "\(action.name)=\(invoice.done[index].times)\(day)"]
    }
    if invoice.pendingDays > 0 { words += ["--pending", String(invoice.pendingDays)] }
    return words.joined(separator: " ")
  }

  /// The example that has it and expects the advice that it gets.
  func example(_ invoice: Case, called name: String, expecting decision: Decision) -> Example {
    var givens: [Example.Given] = []
    func give(_ subject: Example.Subject, _ value: Int64, _ type: ValueType) {
      givens.append(Example.Given(subject, Expression(.literal(value), type)))
    }
    for (index, fact) in book.facts.enumerated() {
      if let value = invoice.facts[index] { give(.fact(index), value, fact.type) }
    }
    for (index, setting) in book.settings.enumerated() {
      if let value = invoice.settings[index] { give(.setting(index), value, setting.value.type) }
    }
    for (index, done) in invoice.done.enumerated() where done.times > 0 {
      give(.times(action: index), done.times * millionthsInOne, .number)
      if let days = done.daysAgo { give(.daysAgo(action: index), days, .days) }
    }
    if invoice.pendingDays > 0 { give(.fact(RuleBook.Builtin.pending), invoice.pendingDays, .days) }
    let outcome: Example.Outcome =
      switch decision.recommendation {
      case .action(let action): .action(action)
      case .wait: .wait
      case .nothing: .nothing
      }
    return Example(name, givens: givens, expectations: [Example.Expectation(outcome)])
  }

  /// A word as a shell reads it.
  private static func shellWord(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: ":"):
        true
      default: false
      }
    }
    return isPlain && !text.isEmpty
      ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
