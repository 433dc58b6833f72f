import RecoupEngine
import RecoupQuantities
import RecoupRules

/// The sentences that reports on advice share, in one language.
struct AdviceWords {
  let book: RuleBook
  let say: Tongue

  func text(_ text: LocalizedText) -> String { say.typeset(Shown.text(text.text(in: say.code))) }

  func title(_ action: Int) -> String { text(book.actions[action].title).withoutStop }

  /// A rule's name, without a full stop of its own.
  func name(_ rule: Int) -> String { text(book.rules[rule].name).withoutStop }

  /// An action's title within a sentence.
  func inSentence(_ action: Int) -> String { title(action).withinSentence }

  /// A text as a sentence of its own, with what is added before its end: it begins with a capital and ends once.
  func sentence(_ text: String, _ addition: String = "") -> String {
    let text = text.withoutStop + addition
    let end = text.last { $0 != "”" && $0 != "»" && $0 != noBreak.first }
    let isEnded = end == "!" || end == "?" || end == "…" || end == "."
    return text.prefix(1).uppercased() + text.dropFirst() + (isEnded ? "" : ".")
  }

  /// What a rule says: its name and its reason, each a sentence.
  func sentences(_ rule: Int, _ addition: String = "") -> String {
    sentence(name(rule)) + " " + sentence(text(book.rules[rule].reason), addition)
  }

  func quoted(_ text: String) -> String { say("“\(text)”", "« \(text) »") }

  /// What a person reads of a fact: its question, or its name as words.
  func question(_ fact: Int) -> String {
    switch fact {
    case RuleBook.Builtin.amount: return say("what is still owed", "ce qui reste dû")
    case RuleBook.Builtin.daysOverdue: return say("days overdue", "jours de retard")
    case RuleBook.Builtin.promisedIn: return say("days until the promised day", "jours jusqu'au jour promis")
    default: return book.facts[fact].question.map { text($0) } ?? plain(book.facts[fact].name)
    }
  }

  /// A name from the rules as words.
  func plain(_ name: String) -> String { name.replacing("_", with: " ") }

  /// The value of a fact as a person says it.
  func value(_ raw: Int64, of fact: Int) -> String {
    let fact = book.facts[fact]
    switch fact.type {
    case .choice:
      let word = fact.words[Int(raw)]
      return word.label.map { text($0) } ?? plain(word.name)
    case .truth, .money, .days, .number, .percent: return value(raw, fact.type)
    }
  }

  /// A value as a person says it; a word of a choice needs its fact.
  func value(_ raw: Int64, _ type: ValueType) -> String {
    switch type {
    case .truth: raw != 0 ? say("yes", "oui") : say("no", "non")
    case .choice(let fact): value(raw, of: fact)
    case .money: say.money(raw, book.currency)
    case .days: say.days(raw)
    case .number: say.number(raw)
    case .percent: say.percent(raw)
    }
  }

  func money(_ expected: Double) -> String { say.money(expected: expected, book.currency) }

  /// What to do, as a sentence of its own: an action by a day, waiting, or nothing.
  func headline(_ brief: BriefAdvice) -> String {
    brief.isPaused ? waiting(brief.day, brief) : headline(onTheDay: brief)
  }

  /// What to do on the day after a pause.
  func headline(onTheDay brief: BriefAdvice) -> String {
    switch brief.decision.recommendation {
    case .action(let action): "\(title(action)), \(by(brief))."
    case .wait: waiting(brief.decision.until.flatMap { brief.date(after: $0) }, brief)
    case .nothing: nothing(brief.decision.basis)
    }
  }

  /// A recommendation in few words: an action, waiting or nothing.
  func outcome(_ recommendation: Decision.Recommendation) -> String {
    switch recommendation {
    case .action(let action): inSentence(action)
    case .wait: say("wait", "attendre")
    case .nothing: say("do nothing more", "ne rien faire de plus")
    }
  }

  /// What is asked about: whose invoice, how much is owed, and how late it is.
  func subject(_ advice: Advice) -> String {
    let subject = advice.subject
    var parts: [String] = []
    if let id = subject.id { parts.append(Shown.clipped(Shown.text(id), to: 40)) }
    if let client = subject.client { parts.append(Shown.clipped(Shown.text(client), to: 60)) }
    parts.append(owed(subject.owed, advice.invoice))
    let days = advice.daysOverdue
    if let due = subject.due, days != 0 {
      let day = say.fullDate(due)
      parts.append(say("due \(day)", "échéance le \(day)"))
      parts.append(days > 0 ? late(days) : say("in \(say.days(-days))", "dans \(say.days(-days))"))
    } else {
      parts.append(late(days))
    }
    return parts.joined(separator: ", ")
  }

  private func owed(_ owed: Amount, _ invoice: Case) -> String {
    let own = say.money(owed.units, owed.currency)
    guard owed.currency != book.currency, let amount = invoice.facts[RuleBook.Builtin.amount] else { return own }
    return "\(own) (\(say.money(amount, book.currency)))"
  }

  private func late(_ days: Int64) -> String {
    if days > 0 { return say("\(say.days(days)) late", "\(say.days(days)) de retard") }
    if days == 0 { return say("due today", "échéance aujourd'hui") }
    return say("due in \(say.days(-days))", "échéance dans \(say.days(-days))")
  }

  private func by(_ brief: BriefAdvice) -> String {
    guard let by = brief.by else { return "" }
    if by == brief.asOf { return say("today", "aujourd'hui") }
    let day = say.longDate(by, from: brief.asOf)
    return say("by \(day)", "d'ici au \(day)")
  }

  private func waiting(_ until: CivilDate?, _ brief: BriefAdvice) -> String {
    guard let until else { return say("Wait: no end is in sight.", "Attendre : aucun terme n'est en vue.") }
    let day = say.longDate(until, from: brief.asOf)
    return say("Wait until \(day).", "Attendre jusqu'au \(day).")
  }

  private func nothing(_ basis: Decision.Basis) -> String {
    basis == .loss
      ? say(
        "Do nothing more: every way costs more than it brings.",
        "Ne rien faire de plus : chaque voie coûte plus qu'elle ne rapporte.")
      : say("Nothing can be done: every way is closed.", "Il n'y a plus rien à faire : toutes les voies sont fermées.")
  }

  /// Why that, in a few words, for a table.
  func shortReason(_ advice: Advice) -> String {
    if let pause = advice.subject.pause, advice.isPaused {
      return pause.reason.map { Shown.text($0) } ?? say("paused", "mise en pause")
    }
    let decision = advice.decision
    switch decision.basis {
    case .rule: return waitingRules(decision).first.map { name($0) } ?? ""
    case .loss: return ""
    case .closed: return shapingRules(decision).first.map { name($0.rule) } ?? ""
    case .opens:
      return decision.bestOption.map { say("then: \(inSentence($0.action))", "ensuite : \(inSentence($0.action))") }
        ?? ""
    case .best: return bestReason(decision)
    }
  }

  /// The fired rules that say to wait.
  func waitingRules(_ decision: Decision) -> [Int] {
    decision.fired.filter { book.rules[$0].consequences.contains { $0.effect == .wait } }
  }

  /// The fired rules that leave little choice, with how many ways each closes: three or more; those that close most first.
  func shapingRules(_ decision: Decision) -> [(rule: Int, closes: Int)] {
    decision.fired.map { rule in (rule, decision.closed.count { $0.reason == .rule(rule) }) }
      .filter { $0.1 >= 3 }.sorted { $0.1 > $1.1 || ($0.1 == $1.1 && $0.0 < $1.0) }
  }

  /// The rule that speaks most for the recommended action, by its factor; else the one that closes most of the others;
  /// else how much more it brings than they do.
  private func bestReason(_ decision: Decision) -> String {
    guard let best = decision.bestOption else { return "" }
    var strongest: (rule: Int, factor: Int64)?
    for influence in best.derivation.influences {
      guard case .likelier(_, let factor) = book.rules[influence.rule].consequences[influence.consequence].effect,
        factor > strongest?.factor ?? 0
      else { continue }
      strongest = (influence.rule, factor)
    }
    if let strongest { return name(strongest.rule) }
    if let shaping = shapingRules(decision).first { return name(shaping.rule) }
    if best.chanceOfPlan == 0 {
      return say("every other way costs more than it brings", "toute autre voie coûte plus qu'elle ne rapporte")
    }
    let others = decision.options.filter { $0.action != best.action }.map { $0.value }
    guard let second = others.max() else { return say("it is the only way", "c'est la seule voie") }
    if second < 0.5 { return say("no other way brings anything", "aucune autre voie ne rapporte rien") }
    if best.value - second < 0.5 { return say("no other way brings more", "aucune autre voie ne rapporte davantage") }
    let more = money(best.value - second)
    return say("it brings \(more) more than any other way", "cela rapporte \(more) de plus que toute autre voie")
  }

  /// Why an action is closed, in words within a sentence.
  func because(_ action: Int, _ reason: Closed.Reason) -> String {
    let action = book.actions[action]
    switch reason {
    case .times:
      return action.atMost == 1
        ? say("it was done already", "c'est déjà fait")
        : say("it was done \(action.atMost) times already", "c'est déjà fait \(action.atMost) fois")
    case .rule(let rule): return sentences(rule).withinSentence
    case .requires(let place):
      return action.requirements[place].reason.map { text($0).withinSentence }
        ?? say("a condition of the rules is not met", "une condition des règles n'est pas remplie")
    case .unknown(let missing):
      if missing.isEmpty {
        return say("a figure is too large to reckon with", "un chiffre est trop grand pour compter")
      }
      return say("first answer \(names(missing))", "répondez d'abord à \(names(missing))")
    case .wait:
      return say(
        "it will be closed when the waiting is over", "elle sera fermée à la fin de l'attente")
    }
  }

  /// The questions whose answers are missing.
  func names(_ missing: [Decision.Missing]) -> String {
    missing.map { quoted(self.missing($0)) }.joined(separator: ", ")
  }

  private func missing(_ missing: Decision.Missing) -> String {
    switch missing {
    case .fact(let fact): question(fact)
    case .daysAgo(let action):
      say(
        "On what day did you last do this: \(inSentence(action))?",
        "Quel jour l'avez-vous fait la dernière fois : \(inSentence(action)) ?")
    }
  }
}

extension String {
  /// With its first letter small, as within a sentence; what begins with two capitals, such as SMS, stays.
  var withinSentence: String {
    dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }

  /// Without the full stop at its end.
  var withoutStop: String { hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self }
}
