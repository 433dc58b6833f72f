import RecoupEngine
import RecoupQuantities
public import RecoupRules

/// All ways with an invoice side by side, for a person: what each brings and costs, and the plan behind it.
public struct CompareReport {
  let book: RuleBook
  let answer: AdviceReport
  let width: Int

  var words: AdviceWords { answer.words }
  var say: Tongue { answer.say }

  /// Whether a way stands on one line.
  var isWide: Bool { width >= 150 }

  /// A report in a language, for a terminal of some columns.
  public init(_ book: RuleBook, in tongue: Tongue, width: Int = 80, isColored: Bool = false) {
    self.book = book
    self.width = max(60, width)
    answer = AdviceReport(book, in: tongue, width: self.width, isColored: isColored)
  }

  /// The ways of an advice, what brings most first, why the others are closed, and what would change the advice.
  public func text(_ advice: Advice, _ findings: Findings, note: String) -> String {
    var page = Page(width: width)
    page.paragraph(answer.words.subject(advice))
    page.blank()
    ways(advice, &page)
    answer.closed(advice, &page)
    turns(advice, findings, &page)
    trust(advice, findings.trust, &page)
    routes(findings.routes, advice, &page)
    answer.questions(advice, findings.questions, most: nil, &page)
    page.blank()
    page.paragraph(note, paint: answer.paint.dim)
    return page.text
  }

  /// The ways of an advice, what brings most first.
  private func ways(_ advice: Advice, _ page: inout Page) {
    let rows = ComparisonRow.all(advice, book)
    if rows.isEmpty { return page.paragraph(words.headline(onTheDay: advice.brief)) }
    if isWide { return wide(rows, advice, &page) }
    var columns = Columns(.left, .right, .right, .right)
    columns.add("", say("this step", "cette étape"), say("what follows", "la suite"), say("brings", "rapporte"))
    for row in rows {
      columns.add(
        words.title(row.option.action), words.money(row.step), words.money(row.follows), words.money(row.brings))
    }
    // Each way begins with one line or more of the table, the last of which is followed by what explains it.
    let blocks = columns.blocks(width: width, wrapping: 0)
    page.line(answer.paint.dim(blocks[0].joined(separator: "\n")))
    for (row, lines) in zip(rows, blocks.dropFirst()) {
      for line in lines { page.line(answer.paint.bold(line)) }
      // What ends it all for nothing has no figures to tell.
      if row.chances.upperBound == 0, row.option.plan.count == 1 {
        page.paragraph(opens(row, advice), indent: 2)
        continue
      }
      page.paragraph(when(row, advice), indent: 2, hanging: 2)
      page.paragraph(money(row), indent: 2, hanging: 2)
      if let plan = plan(row, advice) { page.paragraph(plan, indent: 2, hanging: 2) }
    }
  }

  private func when(_ row: ComparisonRow, _ advice: Advice) -> String {
    let chance = say.chance(row.option.chance)
    let range = say.chances(row.chances)
    let paid = advice.date(after: row.option.paidBy).map { say.date($0, from: advice.asOf) } ?? ""
    let all = say.chance(row.option.chanceOfPlan)
    let isAlone = row.option.plan.count == 1
    return say(
      "\(opens(row, advice)); chance \(chance) (\(range))\(isAlone ? "" : ", \(all) with what follows"), by \(paid)",
      "\(opens(row, advice)) ; chance \(chance) (\(range))\(isAlone ? "" : ", \(all) avec la suite"), d'ici au \(paid)")
  }

  private func opens(_ row: ComparisonRow, _ advice: Advice) -> String {
    if row.option.opens == 0, !advice.isPaused { return say("open now", "ouverte dès maintenant") }
    let day = advice.date(after: row.option.opens).map { say.date($0, from: advice.asOf) } ?? ""
    return say("open from \(day)", "ouverte dès le \(day)")
  }

  private func money(_ row: ComparisonRow) -> String {
    func amount(_ units: Int64) -> String { say.money(units, book.currency) }
    let paid =
      row.commission == 0
      ? amount(row.net)
      : say(
        "\(amount(row.gross)) less commission \(amount(row.commission)) = \(amount(row.net))",
        "\(amount(row.gross)) moins \(amount(row.commission)) de commission = \(amount(row.net))")
    let goodwill =
      row.strained == 0 ? "" : say(", goodwill \(amount(row.strained))", ", relation \(amount(row.strained))")
    return say(
      "if it works: \(paid); costs \(amount(row.outlay))\(goodwill)",
      "si cela marche : \(paid) ; coûte \(amount(row.outlay))\(goodwill)")
  }

  private func plan(_ row: ComparisonRow, _ advice: Advice) -> String? {
    if row.option.plan.count == 1 { return nil }
    let steps = row.option.plan.dropFirst().map { step in
      let day = advice.date(after: step.day).map { say.shortDate($0, from: advice.asOf) } ?? ""
      return "\(words.inSentence(step.action)) (\(day))"
    }
    return say("then: ", "ensuite : ") + steps.joined(separator: ", ")
  }

  /// A line a way, with a column for each figure.
  private func wide(_ rows: [ComparisonRow], _ advice: Advice, _ page: inout Page) {
    var columns = Columns(.left, .left, .right, .left, .right, .right, .right, .right, .right, .right, .right, .right)
    columns.add(
      "", say("open", "ouverte"), say("chance", "chance"), say("range", "fourchette"), say("if paid", "si payé"),
      say("commission", "commission"), say("costs", "coûts"), say("goodwill", "relation"),
      say("this step", "cette étape"), say("what follows", "la suite"), say("brings", "rapporte"),
      say("paid by", "payé d'ici au"))
    for row in rows {
      func amount(_ units: Int64) -> String { say.money(units, book.currency) }
      let opens = advice.date(after: row.option.opens).map { say.shortDate($0, from: advice.asOf) } ?? ""
      columns.add(
        words.title(row.option.action), row.option.opens == 0 && !advice.isPaused ? say("now", "maintenant") : opens,
        say.chance(row.option.chance), say.chances(row.chances), amount(row.gross), amount(row.commission),
        amount(row.outlay), amount(row.strained), words.money(row.step), words.money(row.follows),
        words.money(row.brings),
        advice.date(after: row.option.paidBy).map { say.shortDate($0, from: advice.asOf) } ?? "")
    }
    let lines = columns.lines(width: width, cutting: 0)
    page.line(answer.paint.dim(lines[0]))
    for line in lines.dropFirst() { page.line(line) }
    page.blank()
    for row in rows {
      guard let plan = plan(row, advice) else { continue }
      page.paragraph("\(words.title(row.option.action)), \(plan)", hanging: 2)
    }
  }
}

extension ComparisonRow {
  /// The ways of an advice, what brings most first; of two that bring the same, the gentler.
  static func all(_ advice: Advice, _ book: RuleBook) -> [ComparisonRow] {
    advice.decision.options.sorted { ($0.value, $1.action) > ($1.value, $0.action) }
      .map { ComparisonRow($0, isFinal: book.actions[$0.action].isFinal) }
  }
}
