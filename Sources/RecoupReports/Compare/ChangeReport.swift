import RecoupEngine
import RecoupQuantities
public import RecoupRules

/// One invoice before and after a change of facts, settings or rules, for a person: both answers, what each way brings
/// in both, and which figures make the difference.
public struct ChangeReport {
  /// A case decided by one rule book.
  public struct Side {
    let book: RuleBook
    let advice: Advice

    /// Makes a side.
    public init(_ book: RuleBook, _ advice: Advice) {
      self.book = book
      self.advice = advice
    }

    func option(_ name: String) -> Option? {
      advice.decision.options.first { book.actions[$0.action].name == name }
    }
  }

  private let before: Side
  private let after: Side
  private let say: Tongue
  private let paint: Paint
  private let width: Int
  private let oldWords: AdviceWords
  private let newWords: AdviceWords

  /// A report in a language, for a terminal of some columns.
  public init(from before: Side, to after: Side, in tongue: Tongue, width: Int = 80, isColored: Bool = false) {
    self.before = before
    self.after = after
    say = tongue
    paint = Paint(isOn: isColored)
    self.width = max(60, width)
    oldWords = AdviceWords(book: before.book, say: tongue)
    newWords = AdviceWords(book: after.book, say: tongue)
  }

  /// Both answers, what each way brings in both, and why.
  public func text(note: String) -> String {
    var page = Page(width: width)
    page.paragraph(AdviceWords(book: before.book, say: say).subject(before.advice))
    page.blank()
    let (old, new) = (oldWords.headline(before.advice.brief), newWords.headline(after.advice.brief))
    page.paragraph(say("Before: \(old)", "Avant : \(old)"), hanging: 2, paint: paint.bold)
    page.paragraph(say("After: \(new)", "Après : \(new)"), hanging: 2, paint: paint.bold)
    page.blank()
    table(&page)
    reasons(&page)
    page.blank()
    page.paragraph(note, paint: paint.dim)
    return page.text
  }

  /// The actions of both books, in the order of the ladder after the change, then those that it took away.
  private var names: [String] {
    let new = after.book.actions.map { $0.name }
    return new + before.book.actions.map { $0.name }.filter { !new.contains($0) }
  }

  private func title(_ name: String) -> String {
    if let action = after.book.action(named: name) { return newWords.title(action) }
    return before.book.action(named: name).map { oldWords.title($0) } ?? name
  }

  // MARK: What each way brings

  private func table(_ page: inout Page) {
    var columns = Columns(.left, .right, .right, .right)
    columns.add("", say("before", "avant"), say("after", "après"), say("difference", "différence"))
    for name in names {
      let (old, new) = (before.option(name), after.option(name))
      if old == nil, new == nil { continue }
      let (oldValue, newValue) = (old.map { rounded($0.value) }, new.map { rounded($0.value) })
      let difference: String =
        if let oldValue, let newValue {
          before.book.currency == after.book.currency ? signed(newValue - oldValue) : ""
        } else { "" }
      columns.add(
        title(name), oldValue.map { oldWords.money($0) } ?? closed(name, in: before),
        newValue.map { newWords.money($0) } ?? closed(name, in: after), difference)
    }
    let lines = columns.lines(width: width, wrapping: 0)
    page.line(paint.dim(lines[0]))
    for line in lines.dropFirst() { page.line(line) }
  }

  private func rounded(_ value: Double) -> Double { value.rounded(.toNearestOrEven) }

  private func signed(_ difference: Double) -> String {
    difference > 0 ? "+" + newWords.money(difference) : newWords.money(difference)
  }

  private func closed(_ name: String, in side: Side) -> String {
    side.book.action(named: name) == nil ? say("none", "aucune") : say("closed", "fermée")
  }

  // MARK: Why

  private func reasons(_ page: inout Page) {
    var reasons = rules()
    for name in names {
      guard let old = before.option(name), let new = after.option(name) else { continue }
      let changes = figures(old, new)
      if !changes.isEmpty { reasons.append(title(name) + say(": ", " : ") + changes.joined(separator: "; ")) }
    }
    for name in names {
      if before.option(name) == nil, after.option(name) != nil, before.book.action(named: name) != nil {
        reasons.append(say("\(title(name)): opens", "\(title(name)) : s'ouvre"))
      }
      if before.option(name) != nil, after.option(name) == nil,
        let closed = after.advice.decision.closed.first(where: { after.book.actions[$0.action].name == name })
      {
        reasons.append(
          say(
            "\(title(name)) closes: \(newWords.because(closed.action, closed.reason))",
            "\(title(name)) se ferme : \(newWords.because(closed.action, closed.reason))"))
      }
    }
    page.heading(paint.bold(say("Why", "Pourquoi")))
    if reasons.isEmpty {
      page.paragraph(say("Nothing that counts here is changed.", "Rien de ce qui compte ici n'a changé."), indent: 2)
    }
    for reason in reasons { page.paragraph("- " + reason, indent: 2, hanging: 2) }
  }

  /// The rules that speak now and did not, or did and no longer do.
  private func rules() -> [String] {
    let old = before.advice.decision.fired.map { before.book.rules[$0] }
    let new = after.advice.decision.fired.map { after.book.rules[$0] }
    let gone = old.filter { rule in !new.contains { $0.name.original == rule.name.original } }
    let come = new.filter { rule in !old.contains { $0.name.original == rule.name.original } }
    return come.map { say("now counts: \(newWords.text($0.name))", "compte désormais : \(newWords.text($0.name))") }
      + gone.map { say("no longer counts: \(oldWords.text($0.name))", "ne compte plus : \(oldWords.text($0.name))") }
  }

  /// The figures of the first step that differ, and the plan if only that does.
  private func figures(_ old: Option, _ new: Option) -> [String] {
    var changes: [String] = []
    func compare(_ english: String, _ french: String, _ a: String, _ b: String) {
      if a != b { changes.append(say("\(english) \(a) → \(b)", "\(french) \(a) → \(b)")) }
    }
    let (a, b) = (old.derivation, new.derivation)
    compare("chance", "chance", say.exactChance(old.chance), say.exactChance(new.chance))
    compare("if it works", "si cela marche", oldMoney(a.gross), newMoney(b.gross))
    compare("commission", "commission", oldMoney(a.commission), newMoney(b.commission))
    compare("costs", "coûts", oldMoney(old.plan[0].outlay), newMoney(new.plan[0].outlay))
    compare("goodwill", "relation", oldMoney(old.plan[0].strained), newMoney(new.plan[0].strained))
    compare("takes", "dure", say.days(a.takes), say.days(b.takes))
    let opens = (before.advice.date(after: old.opens), after.advice.date(after: new.opens))
    if let first = opens.0, let second = opens.1 {
      compare("opens", "s'ouvre", say.date(first, from: before.advice.asOf), say.date(second, from: before.advice.asOf))
    }
    if changes.isEmpty, old.value != new.value {
      changes.append(say("what follows is worth another sum", "la suite vaut une autre somme"))
    }
    return changes
  }

  private func oldMoney(_ units: Int64) -> String { say.money(units, before.book.currency) }
  private func newMoney(_ units: Int64) -> String { say.money(units, after.book.currency) }
}
