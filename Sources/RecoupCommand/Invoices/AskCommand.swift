import RecoupEngine
import RecoupLedger
import RecoupReports
import RecoupRules

extension Command {
  static var ask: Command {
    Command(
      name: "ask", usage: "INVOICE | --amount AMOUNT --overdue DAYS",
      summary: "Ask you what is worth finding out, one question after the other",
      details: """
        Asks for the facts that are not known and whose answers could change the advice,
        the most telling first, and stops when no answer could any more. Numbers are
        typed as the rules write them: 35%, 30, 1234.50. Of an invoice from files it
        then offers to write your answers to journal.txt, each with the fingerprint of
        the advice before it. With `--json` it asks nothing
        and lists the questions, as `recoup next --json` does.
        """,
      options: Desk.options, mostArguments: 1, run: runAsk)
  }

  private static func runAsk(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let desk = try Desk(arguments, world)
    let asked = try OneInvoice(desk)
    if arguments.has("--json") {
      let advice = try desk.advice(asked.invoice, about: asked.subject)
      let findings = [AdviceReport.Findings(desk.advisor, advice)]
      try world.print(
        AdviceJSON(desk.book).text([advice], findings, in: desk.frame, leftOut: asked.problems, schema: "ask"))
      return asked.status
    }
    var input = InputLines(world)
    let known = try interview(asked.subject, asked.invoice, desk, &input)
    if !known.isEmpty { try offer(known, asked.subject, desk, asked.ledger, &input) }
    return asked.status
  }

  /// Asks until no answer could change the advice, and returns what came to be known.
  private static func interview(
    _ subject: Subject, _ invoice: Case, _ desk: Desk, _ input: inout InputLines
  ) throws(Stop) -> [Known] {
    let report = QuestionReport(desk.book, in: desk.tongue, width: desk.world.width)
    var invoice = invoice
    var known: [Known] = []
    var unknown: Set<Int> = []
    var advice = try desk.advice(invoice, about: subject)
    try desk.world.print(report.verdict(advice))
    while let question = desk.advisor.questions(about: advice.invoice, given: advice.decision, isThorough: true)
      .first(where: { !unknown.contains($0.fact) })
    {
      try desk.world.print("\n" + report.text(question))
      switch try answer(question.fact, report, desk, &input) {
      case .value(let value):
        known.append(Known(fact: question.fact, value: value, before: invoice))
        invoice = invoice.with(value, for: question.fact)
        advice = try desk.advice(invoice, about: subject)
        try desk.world.print("\n" + report.verdict(advice))
      case .unknown: unknown.insert(question.fact)
      case .over: return known
      }
    }
    try desk.world.print("\n" + report.end(isOpen: !unknown.isEmpty))
    return known
  }

  /// What came to be known, and the case without it, of which the advice was shown.
  private struct Known {
    let fact: Int
    let value: Int64
    let before: Case
  }

  private enum Answer {
    case value(Int64)
    case unknown
    /// There is no more input.
    case over
  }

  private static func answer(
    _ fact: Int, _ report: QuestionReport, _ desk: Desk, _ input: inout InputLines
  ) throws(Stop) -> Answer {
    while true {
      try desk.world.print("> ")
      guard let line = try input.next() else {
        try desk.world.print("\n")
        return .over
      }
      if line.isEmpty { return .unknown }
      if let value = report.value(of: line, for: fact) { return .value(value) }
      try desk.world.print(report.hint(fact, for: line))
    }
  }

  /// Offers to write what came to be known to the journal.
  private static func offer(
    _ known: [Known], _ subject: Subject, _ desk: Desk, _ ledger: Ledger?, _ input: inout InputLines
  ) throws(Stop) {
    guard let name = subject.id, let ledger else { return }
    let report = QuestionReport(desk.book, in: desk.tongue, width: desk.world.width)
    let journal = Journal(desk.arguments, desk.world)
    let day = min(desk.asOf, desk.world.today)
    // An advice for a day to come, or one of the past that was asked for again, is not what there was before these lines.
    let isRecorded = day == desk.asOf && desk.replay == nil
    var lines: [String] = []
    for item in known {
      let value = report.name(item.value, of: item.fact)
      let event = JournalLine.text(on: day, [name, "set", desk.book.facts[item.fact].name, "=", value])
      lines.append(
        try journal.line(event, ledger) { _ in isRecorded ? desk.fingerprint(item.before, subject) : nil })
    }
    let french = desk.tongue == .french
    let path = Shown.text(journal.path)
    let shown = lines.map { "  \(Shown.text($0))\n" }.joined()
    try desk.world.print(
      "\n" + (french ? "Écrire ceci dans \(path) ?\n" : "Write this to \(path)?\n") + shown
        + (french ? "(oui/non) > " : "(yes/no) > "))
    let answer = try input.next()?.lowercased() ?? ""
    if ["y", "yes", "o", "oui"].contains(answer) {
      try journal.append(lines)
      try desk.world.print(french ? "C'est écrit.\n" : "Written.\n")
    } else {
      try desk.world.print(french ? "Rien n'est écrit.\n" : "Nothing is written.\n")
    }
  }
}
