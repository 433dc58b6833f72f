import RecoupEngine
import RecoupQuantities
public import RecoupRules
import RecoupWire

/// The open invoices of a folder, decided by two rule books.
public struct PortfolioDifference {
  /// An invoice under both books.
  public struct Row: Sendable {
    let old: Advice
    let new: Advice

    /// Makes a row.
    public init(old: Advice, new: Advice) {
      self.old = old
      self.new = new
    }
  }

  private let old: RuleBook
  private let new: RuleBook
  private let rows: [Row]
  private var isOneCurrency: Bool { old.currency == new.currency }

  /// A difference from the advice on each invoice; where money can be compared, the largest change first.
  public init(from old: RuleBook, to new: RuleBook, _ rows: [Row]) {
    self.old = old
    self.new = new
    let sorted = rows.enumerated().sorted { first, second in
      let (a, b) = (PortfolioDifference.change(first.element), PortfolioDifference.change(second.element))
      return abs(a) == abs(b) ? first.offset < second.offset : abs(a) > abs(b)
    }
    self.rows = old.currency == new.currency ? sorted.map { $0.element } : rows
  }

  /// Whether an invoice has other advice, or brings another sum in whole units.
  public var isAny: Bool { rows.contains { changesAdvice($0) || changesMoney($0) } }

  /// What is advised: an action by its name, so that places on two ladders do not matter.
  private func name(_ advice: Advice, _ book: RuleBook) -> String {
    switch advice.decision.recommendation {
    case .action(let action): book.actions[action].name
    case .wait: "wait"
    case .nothing: "nothing"
    }
  }

  private func changesAdvice(_ row: Row) -> Bool {
    name(row.old, old) != name(row.new, new) || row.old.waitsUntil != row.new.waitsUntil
  }

  private func changesMoney(_ row: Row) -> Bool { !isOneCurrency || PortfolioDifference.change(row) != 0 }

  private static func change(_ row: Row) -> Double { rounded(row.new) - rounded(row.old) }

  private static func rounded(_ advice: Advice) -> Double { advice.brings.rounded(.toNearestOrEven) }

  // MARK: For a person

  /// Each invoice whose advice changes, then those of which only the money does, then the sums.
  public func text(in say: Tongue, width: Int = 80) -> String {
    let (before, after) = (AdviceWords(book: old, say: say), AdviceWords(book: new, say: say))
    var page = Page(width: width)
    let (turned, shifted) = (rows.filter { changesAdvice($0) }, rows.filter { !changesAdvice($0) && changesMoney($0) })
    func sums(_ was: Double, _ now: Double) -> String {
      say("brings \(before.money(was)) → \(after.money(now))", "rapporte \(before.money(was)) → \(after.money(now))")
    }
    for row in turned {
      page.paragraph(
        Shown.text(row.new.subject.id ?? "") + say(": ", " : ") + sums(row.old.brings, row.new.brings), hanging: 2)
      let (was, now) = (before.headline(row.old), after.headline(row.new))
      page.paragraph(say("Before: \(was)", "Avant : \(was)"), indent: 2, hanging: 2)
      page.paragraph(say("After: \(now)", "Après : \(now)"), indent: 2, hanging: 2)
    }
    if !turned.isEmpty { page.blank() }
    if !shifted.isEmpty {
      page.paragraph(say("The same advice, but other money:", "Le même conseil, mais d'autres sommes :"))
      for row in shifted {
        page.paragraph(
          Shown.text(row.new.subject.id ?? "") + say(": ", " : ") + sums(row.old.brings, row.new.brings),
          indent: 2, hanging: 2)
      }
      page.blank()
    }
    let total = sums(rows.reduce(0) { $0 + $1.old.brings }, rows.reduce(0) { $0 + $1.new.brings })
    page.paragraph(
      say(
        "Of \(rows.count) open invoices, \(turned.count) get other advice, and \(shifted.count) only other money; all together \(total).",
        "Factures ouvertes : \(rows.count), dont \(turned.count) avec un autre conseil et \(shifted.count) avec d'autres sommes seulement ; l'ensemble \(total)."
      ))
    return page.text
  }

  // MARK: For a program

  /// Writes every open invoice as an entry of a list.
  func write(to json: inout JSONWriter) {
    json.open("[")
    for row in rows {
      json.open("{")
      json.member("invoice", row.new.subject.id)
      json.member("differs", changesAdvice(row) || changesMoney(row))
      json.member("old_recommend", name(row.old, old))
      json.member("new_recommend", name(row.new, new))
      json.member("old_value", row.old.brings)
      json.member("new_value", row.new.brings)
      json.close("}")
    }
    json.close("]")
  }
}
