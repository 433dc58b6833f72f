public import RecoupEngine
import RecoupLanguage
import RecoupQuantities
public import RecoupRules

/// The questions whose answers could change an advice, put to a person one by one.
public struct QuestionReport {
  private let book: RuleBook
  private let words: AdviceWords
  private let say: Tongue
  private let width: Int

  /// Asks in a language, on a terminal of some columns.
  public init(_ book: RuleBook, in tongue: Tongue, width: Int = 80) {
    self.book = book
    say = tongue
    words = AdviceWords(book: book, say: tongue)
    self.width = width
  }

  /// A question: with its answers, each on a line with the number by which it may be given, or where it asks for a number
  /// with the advice that values lead to.
  public func text(_ question: Question) -> String {
    var page = Page(width: width)
    let gain = words.money(question.gain)
    let worth = question.gain < 0.5 ? "" : say(" (worth up to \(gain))", " (peut valoir \(gain))")
    page.paragraph(words.question(question.fact) + worth)
    let empty = say("leave empty if you do not know", "laissez vide si vous ne savez pas")
    if let values = values(of: question.fact) {
      for (place, value) in values.enumerated() {
        page.paragraph("\(place + 1)  \(words.value(value, of: question.fact))", indent: 2, hanging: 3)
      }
      page.paragraph("(\(empty))", indent: 2)
    } else {
      for (place, answer) in question.answers.enumerated() {
        let (values, advice) = (words.answer(place, of: question), words.outcome(answer.recommendation))
        page.paragraph(say("\(values): \(advice)", "\(values) : \(advice)"), indent: 2, hanging: 2)
      }
      let wanted = wanted(question.fact)
      page.paragraph(say("(type \(wanted); \(empty))", "(tapez \(wanted) ; \(empty))"), indent: 2)
    }
    return page.text
  }

  /// Why an answer is none, and what would be one.
  public func hint(_ fact: Int, for answer: String) -> String {
    if let values = values(of: fact) {
      return say(
        "Please type a number from 1 to \(values.count), or nothing.\n",
        "Tapez un nombre de 1 à \(values.count), ou rien.\n")
    }
    if let meant = meant(by: answer, for: fact) {
      return say("Please type \(meant) if you mean that.\n", "Tapez \(meant) si c'est cela.\n")
    }
    let wanted = wanted(fact)
    return say("Please type \(wanted), or nothing.\n", "Tapez \(wanted), ou rien.\n")
  }

  /// The values in the order in which they are offered: yes before no, and words as they are declared; nil for numbers.
  private func values(of fact: Int) -> [Int64]? {
    switch book.facts[fact].type {
    case .truth: [1, 0]
    case .choice: book.facts[fact].words.indices.map { Int64($0) }
    case .money, .days, .number, .percent: nil
    }
  }

  /// The value that an answer means: its number, its word, or how a person reads it; a number as the rules language writes
  /// it, in which the currency and `days` may be left out. Nil if it is none of them.
  public func value(of answer: String, for fact: Int) -> Int64? {
    guard let values = values(of: fact) else { return number(answer, book.facts[fact].type) }
    if let number = Int(answer) { return values.indices.contains(number - 1) ? values[number - 1] : nil }
    let answer = answer.lowercased()
    return values.first { value in
      let shown = words.value(value, of: fact).lowercased()
      return answer == shown || answer == name(value, of: fact)
        || (answer.utf8.count == 1 && shown.hasPrefix(answer) && book.facts[fact].type == .truth)
    }
  }

  private func number(_ text: String, _ type: ValueType) -> Int64? {
    try? ValueReader.read(text, as: type, currency: book.currency)
  }

  /// A value as the rules language writes it.
  public func name(_ value: Int64, of fact: Int) -> String {
    let decimals = book.currency.decimals
    switch book.facts[fact].type {
    case .truth: return value != 0 ? "yes" : "no"
    case .choice: return book.facts[fact].words[Int(value)].name
    case .money: return "\(DecimalText.text(value, decimals: decimals, atLeast: decimals)) \(book.currency.code)"
    case .days: return "\(value) \(value == 1 ? "day" : "days")"
    case .number: return DecimalText.text(value, decimals: 6)
    case .percent: return DecimalText.text(value, decimals: 4) + "%"
    }
  }

  /// What is to be typed for a number, with an example.
  private func wanted(_ fact: Int) -> String {
    switch book.facts[fact].type {
    case .truth, .choice, .number: return say("a number such as 3", "un nombre, par exemple 3")
    case .percent: return say("a percentage such as 35%", "un pourcentage, par exemple 35%")
    case .days: return say("a whole number of days such as 30", "un nombre entier de jours, par exemple 30")
    case .money:
      let (code, example) = (book.currency.code, book.currency.decimals > 0 ? "1234.50" : "1234")
      return say("an amount in \(code) such as \(example)", "un montant en \(code), par exemple \(example)")
    }
  }

  /// A value as it has to be typed, for an answer that lacks the sign of a percentage or has its decimals and thousands as
  /// people write them; nil for all others.
  private func meant(by answer: String, for fact: Int) -> String? {
    var plain = answer.filter { !$0.isWhitespace }
    plain = say == .french ? plain.replacing(",", with: ".") : plain.replacing(",", with: "")
    let type = book.facts[fact].type
    guard let value = number(plain, type) ?? (type == .percent ? number(plain + "%", type) : nil) else { return nil }
    return name(value, of: fact)
  }

  /// What is said when there is nothing more to ask.
  ///
  /// - Parameter isOpen: Whether a question was left without an answer.
  public func end(isOpen: Bool) -> String {
    isOpen
      ? say(
        "There is nothing else to ask; what you left open could still change this advice.\n",
        "Il n'y a plus rien à demander ; ce que vous avez laissé en suspens peut encore changer ce conseil.\n")
      : say("No other answer would change this advice.\n", "Aucune autre réponse ne changerait ce conseil.\n")
  }

  /// What the answers so far come to.
  public func verdict(_ advice: Advice) -> String {
    var page = Page(width: width)
    page.paragraph(words.headline(advice.brief), indent: 2)
    if advice.brings > 0 {
      page.paragraph(
        say(
          "This should bring \(words.money(advice.brings)).", "Cela devrait rapporter \(words.money(advice.brings))."),
        indent: 2)
    }
    return page.text
  }
}
