import RecoupEngine
import RecoupLanguage
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

  /// A question with its answers, each on a line with the number by which it may be given.
  ///
  /// - Parameter gain: What knowing may be worth, in the smallest unit.
  public func text(_ fact: Int, gain: Double) -> String {
    var page = Page(width: width)
    let worth = gain < 0.5 ? "" : say(" (worth up to \(words.money(gain)))", " (peut valoir \(words.money(gain)))")
    page.paragraph(words.question(fact) + worth)
    for (place, value) in values(of: fact).enumerated() {
      page.paragraph("\(place + 1)  \(words.value(value, of: fact))", indent: 2, hanging: 3)
    }
    page.paragraph(say("(leave empty if you do not know)", "(laisser vide si vous ne savez pas)"), indent: 2)
    return page.text
  }

  /// Why an answer is none.
  public func hint(_ fact: Int) -> String {
    say(
      "Please type a number from 1 to \(values(of: fact).count), or nothing.\n",
      "Tapez un nombre de 1 à \(values(of: fact).count), ou rien.\n")
  }

  /// The values in the order in which they are offered: yes before no, and words as they are declared.
  private func values(of fact: Int) -> [Int64] {
    switch book.facts[fact].type {
    case .truth: [1, 0]
    case .choice: book.facts[fact].words.indices.map { Int64($0) }
    case .money, .days, .number, .percent: []
    }
  }

  /// The value that an answer means: its number, its word, or how a person reads it; nil if it is none of them.
  public func value(of answer: String, for fact: Int) -> Int64? {
    let values = values(of: fact)
    if let number = Int(answer) { return values.indices.contains(number - 1) ? values[number - 1] : nil }
    let answer = answer.lowercased()
    return values.first { value in
      let shown = words.value(value, of: fact).lowercased()
      return answer == shown || answer == name(value, of: fact)
        || (answer.utf8.count == 1 && shown.hasPrefix(answer) && book.facts[fact].type == .truth)
    }
  }

  /// A value as the rules language writes it.
  public func name(_ value: Int64, of fact: Int) -> String {
    switch book.facts[fact].type {
    case .choice: book.facts[fact].words[Int(value)].name
    case .truth, .money, .days, .number, .percent: value != 0 ? "yes" : "no"
    }
  }

  /// What the answers so far come to.
  public func verdict(_ advice: Advice) -> String {
    var page = Page(width: width)
    page.paragraph(words.headline(advice), indent: 2)
    if advice.brings > 0 {
      page.paragraph(
        say(
          "This should bring \(words.money(advice.brings)).", "Cela devrait rapporter \(words.money(advice.brings))."),
        indent: 2)
    }
    return page.text
  }
}
