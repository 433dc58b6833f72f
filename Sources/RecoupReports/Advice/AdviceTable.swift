import RecoupEngine
import RecoupQuantities
public import RecoupRules

/// The advice on many invoices as a table, for a person.
public struct AdviceTable {
  private let book: RuleBook
  private let words: AdviceWords
  private let say: Tongue
  private let paint: Paint
  private let width: Int

  /// A table in a language, for a terminal of some columns.
  public init(_ book: RuleBook, in tongue: Tongue, width: Int = 80, isColored: Bool = false) {
    self.book = book
    say = tongue
    words = AdviceWords(book: book, say: tongue)
    paint = Paint(isOn: isColored)
    self.width = max(60, width)
  }

  /// Advices in the order of urgency: what is to be done first by its day, then what brings most; then what waits, by the
  /// day on which the waiting ends; then what is given up.
  public static func sorted(_ advices: [Advice]) -> [Advice] {
    let urgencies = advices.map { urgency($0.brief) }
    let order = advices.indices.sorted { first, second in
      let (a, b) = (urgencies[first], urgencies[second])
      if a.group != b.group { return a.group < b.group }
      if a.day != b.day { return a.day < b.day }
      return a.value == b.value ? first < second : a.value > b.value
    }
    return order.map { advices[$0] }
  }

  private static func urgency(_ brief: BriefAdvice) -> (group: Int, day: Int64, value: Double) {
    let value = brief.brings
    if let by = brief.by, !brief.isPaused { return (0, by.dayNumber, value) }
    if brief.isPaused || brief.decision.recommendation == .wait {
      return (1, brief.waitsUntil?.dayNumber ?? .max, value)
    }
    return (2, 0, value)
  }

  /// The table of advices that are in the order of urgency, with totals of each currency at its end.
  ///
  /// - Parameter isWhole: Whether no row was left out, so that none of an open invoice can have been.
  public func text(_ advices: [Advice], note: String, isWhole: Bool = true) -> String {
    var page = Page(width: width)
    if advices.isEmpty {
      if isWhole { return say("No invoice is open.\n", "Aucune facture n'est ouverte.\n") }
      return say(
        "No invoice is open among those that could be answered.\n",
        "Parmi les factures lisibles, aucune n'est ouverte.\n")
    }
    var rows = Columns(.left, .left, .right, .right, .right)
    rows.add(
      say("Invoice", "Facture"), say("Client", "Client"), say("Owed", "Dû"), say("Late", "Retard"),
      say("Brings", "Rapporte"))
    for advice in advices {
      rows.add(
        Shown.clipped(Shown.text(advice.subject.id ?? ""), to: 20),
        Shown.clipped(Shown.text(advice.subject.client ?? ""), to: 40),
        say.money(advice.subject.owed.units, advice.subject.owed.currency), late(advice.daysOverdue),
        words.money(advice.brings))
    }
    var totals = Totals()
    for advice in advices { totals.add(advice) }
    let sums = totals.rows()
    for sum in sums {
      let count = say.count(sum.invoices, say("invoice", "facture"), say("invoices", "factures"))
      rows.add(say("Total", "Total"), count, say.money(sum.owed, sum.currency), "", "")
    }
    let lines = rows.lines(width: width, cutting: 1)
    page.line(paint.dim(lines[0]))
    for (line, advice) in zip(lines.dropFirst(), advices) {
      page.line(paint.bold(line))
      page.paragraph(advised(advice), indent: 2, hanging: 2)
    }
    page.blank()
    for line in lines.suffix(sums.count) { page.line(line) }
    page.paragraph(
      say(
        "All together this should bring \(words.money(totals.value)) after all costs.",
        "Le tout devrait rapporter \(words.money(totals.value)), tous frais déduits."))
    page.blank()
    page.paragraph(note, paint: paint.dim)
    return page.text
  }

  private func late(_ days: Int64) -> String {
    if days == 0 { return say("today", "aujourd'hui") }
    return days < 0 ? say("in \(say.days(-days))", "dans \(say.days(-days))") : say.days(days)
  }

  /// What to do by when, and why in a few words.
  private func advised(_ advice: Advice) -> String {
    let headline = words.headline(advice.brief)
    let reason = words.shortReason(advice)
    return reason.isEmpty ? headline : "\(headline) \(words.sentence(reason))"
  }
}

/// Sums over invoices, by currency in the order in which they come up; amounts of two currencies are never added.
struct Totals {
  private(set) var value = 0.0
  private var sums: [(currency: Currency, invoices: Int, owed: Int64)] = []

  mutating func add(_ advice: Advice) {
    value += advice.brings
    let owed = advice.subject.owed
    let index = sums.firstIndex { $0.currency == owed.currency } ?? sums.count
    if index == sums.count { sums.append((owed.currency, 0, 0)) }
    sums[index].invoices += 1
    // A sum beyond 64 bits stays at the largest amount there is.
    let (sum, overflow) = sums[index].owed.addingReportingOverflow(owed.units)
    sums[index].owed = overflow ? .max : sum
  }

  /// How many invoices there are of each currency, and what is owed on them.
  func rows() -> [(currency: Currency, invoices: Int, owed: Int64)] { sums }
}
