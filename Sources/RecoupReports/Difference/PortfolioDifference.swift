import RecoupEngine
import RecoupQuantities
public import RecoupRules

/// The open invoices of a folder, decided by two rule books of one currency.
public struct PortfolioDifference {
  /// What one book says of an invoice.
  public enum Answer: Sendable {
    /// Its advice.
    case advice(BriefAdvice)
    /// The invoice cannot be decided by it, for this reason: one sentence without a capital or a full stop.
    case none(because: String)
  }

  /// An invoice under both books.
  public struct Row: Sendable {
    let id: String
    let old: Answer
    let new: Answer

    /// Makes a row.
    ///
    /// - Parameter id: The invoice's number.
    public init(id: String, old: Answer, new: Answer) {
      self.id = id
      self.old = old
      self.new = new
    }
  }

  /// An invoice that both can decide.
  struct Pair {
    let old: BriefAdvice
    let new: BriefAdvice
    /// By how much more the new book's advice brings, in whole smallest units.
    var change: Double { new.brings.rounded(.toNearestOrEven) - old.brings.rounded(.toNearestOrEven) }
  }

  let old: RuleBook
  let new: RuleBook
  let pairs: [Pair]
  /// Invoices that only one of the books can decide.
  let lone: [Row]
  /// Whether all that the files hold could be read and decided by both books.
  public let isComplete: Bool

  /// A difference from what both books say of each invoice, the largest change of money first.
  ///
  /// - Parameter isComplete: Whether nothing of the files was left out.
  /// - Returns: nil where the books count in two currencies, whose sums cannot be held against each other.
  public init?(from old: RuleBook, to new: RuleBook, _ rows: [Row], isComplete: Bool) {
    if old.currency != new.currency { return nil }
    self.old = old
    self.new = new
    var (pairs, lone): ([Pair], [Row]) = ([], [])
    for row in rows {
      switch (row.old, row.new) {
      case (.advice(let before), .advice(let after)): pairs.append(Pair(old: before, new: after))
      case (.advice, .none), (.none, .advice): lone.append(row)
      // What neither can decide is no difference, but what was left out.
      case (.none, .none): break
      }
    }
    self.pairs = pairs.enumerated().sorted { first, second in
      let (a, b) = (abs(first.element.change), abs(second.element.change))
      return a == b ? first.offset < second.offset : a > b
    }.map { $0.element }
    self.lone = lone
    self.isComplete = isComplete
  }

  /// Whether an invoice has other advice, or brings another sum in whole units, or can be decided by one book only.
  public var isAny: Bool { !lone.isEmpty || pairs.contains { changesAdvice($0) || $0.change != 0 } }

  /// What is advised today: an action by its name, so that places on two ladders do not matter.
  func name(_ advice: BriefAdvice, _ book: RuleBook) -> String {
    if advice.isPaused { return "wait" }
    return switch advice.decision.recommendation {
    case .action(let action): book.actions[action].name
    case .wait: "wait"
    case .nothing: "nothing"
    }
  }

  func changesAdvice(_ pair: Pair) -> Bool {
    name(pair.old, old) != name(pair.new, new) || pair.old.waitsUntil != pair.new.waitsUntil
  }

  // MARK: For a person

  /// Each invoice whose advice changes, those that one book only can decide, those of which only the money changes, then
  /// the sums.
  public func text(in say: Tongue, width: Int = 80) -> String {
    let (before, after) = (AdviceWords(book: old, say: say), AdviceWords(book: new, say: say))
    var page = Page(width: width)
    func sums(_ was: Double, _ now: Double) -> String {
      say("brings \(before.money(was)) → \(after.money(now))", "rapporte \(before.money(was)) → \(after.money(now))")
    }
    func title(_ id: String?, _ text: String) -> String { Shown.text(id ?? "") + say(": ", " : ") + text }
    func turn(_ was: String, _ now: String) {
      page.paragraph(say("Before: \(was)", "Avant : \(was)"), indent: 2, hanging: 2)
      page.paragraph(say("After: \(now)", "Après : \(now)"), indent: 2, hanging: 2)
    }
    func said(_ answer: Answer, _ words: AdviceWords) -> String {
      switch answer {
      case .advice(let advice):
        words.headline(advice)
          + say(" It brings \(words.money(advice.brings)).", " Cela rapporte \(words.money(advice.brings)).")
      case .none(let reason): say("no advice: ", "pas de conseil : ") + Shown.text(reason)
      }
    }
    let turned = pairs.filter { changesAdvice($0) }
    let shifted = pairs.filter { !changesAdvice($0) && $0.change != 0 }
    for pair in turned {
      page.paragraph(title(pair.new.subject.id, sums(pair.old.brings, pair.new.brings)), hanging: 2)
      turn(before.headline(pair.old), after.headline(pair.new))
    }
    for row in lone {
      let isOld = if case .advice = row.old { true } else { false }
      let text =
        isOld
        ? say("decided by the old rules only", "décidée par les anciennes règles seulement")
        : say("decided by the new rules only", "décidée par les nouvelles règles seulement")
      page.paragraph(title(row.id, text), hanging: 2)
      turn(said(row.old, before), said(row.new, after))
    }
    if !turned.isEmpty || !lone.isEmpty { page.blank() }
    if !shifted.isEmpty {
      page.paragraph(say("The same advice, but other money:", "Le même conseil, mais d'autres sommes :"))
      for pair in shifted {
        page.paragraph(title(pair.new.subject.id, sums(pair.old.brings, pair.new.brings)), indent: 2, hanging: 2)
      }
      page.blank()
    }
    let total = sums(pairs.reduce(0) { $0 + $1.old.brings }, pairs.reduce(0) { $0 + $1.new.brings })
    page.paragraph(summary(say, turned: turned.count, shifted: shifted.count, total: total))
    if !isComplete {
      page.paragraph(
        say(
          "The comparison is not complete: what is left out of the files is not compared.",
          "La comparaison est incomplète : ce qui est laissé de côté dans les fichiers n'est pas comparé."))
    }
    return page.text
  }

  private func summary(_ say: Tongue, turned: Int, shifted: Int, total: String) -> String {
    let count = pairs.count + lone.count
    if lone.isEmpty {
      return say(
        "Of \(count) open invoices, \(turned) get other advice, and \(shifted) only other money; all together \(total).",
        "Factures ouvertes : \(count), dont \(turned) avec un autre conseil et \(shifted) avec d'autres sommes seulement ; l'ensemble \(total)."
      )
    }
    return say(
      "Of \(count) open invoices, \(turned) get other advice, \(shifted) only other money, and \(lone.count) can be decided by one of the two only; what both can decide \(total).",
      "Factures ouvertes : \(count), dont \(turned) avec un autre conseil, \(shifted) avec d'autres sommes seulement et \(lone.count) que l'un des deux seulement peut décider ; ce que les deux peuvent décider \(total)."
    )
  }
}
