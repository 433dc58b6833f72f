public import RecoupAnalysis
public import RecoupEngine
import RecoupQuantities
import RecoupRules
import RecoupWire

/// Tells cases in which two rule books differ, each with the commands that show it.
public struct WitnessReport {
  private let search: WitnessSearch
  private let old: Advisor
  private let new: Advisor
  private let oldPath: String
  private let newPath: String

  /// A report on what a search came to.
  ///
  /// - Parameter paths: How the two rule books are named in a command.
  public init(_ search: WitnessSearch, from old: Advisor, to new: Advisor, paths: (old: String, new: String)) {
    self.search = search
    self.old = old
    self.new = new
    (oldPath, newPath) = paths
  }

  private func name(_ decision: Decision, _ book: RuleBook) -> String {
    switch decision.recommendation {
    case .action(let action): book.actions[action].name
    case .wait: "wait"
    case .nothing: "nothing"
    }
  }

  // MARK: For a person

  /// A case for each change of advice, or that none was found.
  public func text(in say: Tongue, width: Int = 80) -> String {
    var page = Page(width: width)
    let (was, now) = (old.book.currency.code, new.book.currency.code)
    if was != now {
      page.paragraph(
        say(
          "No invoice and no case is compared: the old rules count in \(was) and the new ones in \(now), and sums of two currencies cannot be held against each other.",
          "Aucune facture ni aucun cas n'est comparé : les anciennes règles comptent en \(was) et les nouvelles en \(now), et des sommes de deux monnaies ne se comparent pas."
        ))
      return page.text
    }
    if search.witnesses.isEmpty {
      page.paragraph(
        say(
          "Undecided: \(search.tried) cases tried, none differs.",
          "Indécis : \(search.tried) cas essayés, aucun ne diffère."))
      return page.text
    }
    let (before, after) = (AdviceWords(book: old.book, say: say), AdviceWords(book: new.book, say: say))
    page.paragraph(say("They differ in these cases, for one:", "Ils diffèrent par exemple dans ces cas :"))
    let bounds = BoundWords(new.book, say: say)
    for witness in search.witnesses {
      let (was, now) = (said(witness.oldDecision, old.book, say), said(witness.newDecision, new.book, say))
      let sums = "\(before.money(witness.oldValue)) → \(after.money(witness.newValue))"
      let advice =
        witness.changesAdvice(old, new)
        ? "\(was) → \(now)" : say("\(now), as before", "\(now), comme avant")
      page.blank()
      page.paragraph(say("\(advice); brings \(sums)", "\(advice) ; rapporte \(sums)"), hanging: 2)
      if let limits = bounds.text(witness.bounds, done: done(witness)) {
        page.paragraph(limits, indent: 2, hanging: 2)
      }
      page.line("  " + command(witness).old)
      page.line("  " + command(witness).new)
    }
    return page.text
  }

  private func said(_ decision: Decision, _ book: RuleBook, _ say: Tongue) -> String {
    switch decision.recommendation {
    case .action(let action): Shown.text(book.actions[action].name)
    case .wait: say("wait", "attendre")
    case .nothing: say("nothing", "rien")
    }
  }

  /// What was done before, by the names of the new rules, then what only the old ones have.
  private func done(_ witness: Witness) -> [(name: String, times: Int64)] {
    var all: [(name: String, times: Int64)] = []
    for (invoice, book) in [(witness.new, new.book), (witness.old, old.book)] {
      for (index, action) in book.actions.enumerated() where invoice.done[index].times > 0 {
        if !all.contains(where: { $0.name == action.name }) { all.append((action.name, invoice.done[index].times)) }
      }
    }
    return all
  }

  private func command(_ witness: Witness) -> (old: String, new: String) {
    (
      CaseText(old.book).command(witness.old, rules: oldPath), CaseText(new.book).command(witness.new, rules: newPath)
    )
  }

  // MARK: For a program

  /// Writes the cases as a list.
  func write(to json: inout JSONWriter) {
    json.open("[")
    for witness in search.witnesses {
      json.open("{")
      json.member("old_recommend", name(witness.oldDecision, old.book))
      json.member("new_recommend", name(witness.newDecision, new.book))
      json.member("old_value", witness.oldValue)
      json.member("new_value", witness.newValue)
      json.member("old_command", command(witness).old)
      json.member("new_command", command(witness).new)
      json.name("holds")
      json.open("[")
      for bound in witness.bounds { write(bound, &json) }
      json.close("]")
      json.close("}")
    }
    json.close("]")
  }

  private func write(_ bound: WitnessBound, _ json: inout JSONWriter) {
    let notation = RulesNotation(new.book)
    var (from, to, words): (String?, String?, String?)
    switch bound.values {
    case .numbers(let low, let high, let type):
      (from, to) = (low.map { notation.text($0, type) }, high.map { notation.text($0, type) })
    case .words(let all): words = all.joined(separator: ", ")
    }
    json.open("{")
    json.member("fact", bound.fact)
    json.member("from", from)
    json.member("to", to)
    json.member("words", words)
    json.member("proved", bound.isProved)
    json.close("}")
  }

  /// How many cases were tried.
  var tried: Int { search.tried }
}
