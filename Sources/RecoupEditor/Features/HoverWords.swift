import RecoupLanguage
import RecoupQuantities
import RecoupRules

/// What an editor tells of the things in a rule book, in Markdown, a paragraph each.
struct HoverWords {
  private let usable: UsableBook
  private var book: RuleBook { usable.book }

  init(_ usable: UsableBook) { self.usable = usable }

  func fact(_ fact: Fact) -> [String] {
    var parts = ["**fact** `\(fact.name)`: \(type(of: fact))"]
    parts += text(fact.question)
    if !fact.words.isEmpty { parts.append(fact.words.map { "- " + line($0) }.joined(separator: "\n")) }
    if let value = fact.defaultValue { parts.append("Without an answer: " + self.value(value)) }
    if fact.span == .none { parts += builtin(fact.name) }
    return parts
  }

  func word(_ word: Fact.Word, of fact: Fact) -> [String] {
    ["`\(word.name)`, a word of the fact `\(fact.name)`"] + text(word.label) + text(fact.question)
  }

  func setting(_ setting: Setting) -> [String] {
    ["**setting** `\(setting.name)`: \(type(setting.value.type))"] + text(setting.label) + [value(setting.value)]
      + source(setting.source)
  }

  func definition(_ definition: Definition) -> [String] {
    ["**define** `\(definition.name)`: \(type(definition.value.type))", value(definition.value)]
      + source(definition.source)
  }

  func table(_ table: Table) -> [String] {
    var rows = ["| \(Markdown.plain(usable.written(table.key.span))) | \(type(table.type)) |", "| --- | ---: |"]
    for row in table.rows {
      let match =
        switch row.match {
        case .upTo(let bound): "up to " + usable.written(bound.span)
        case .words(let words): words.map { wordName($0, table.key.type) }.joined(separator: ", ")
        // `beyond` and `otherwise` mean the same.
        case .otherwise: usable.written(row.span).hasPrefix("otherwise") ? "otherwise" : "beyond"
        }
      rows.append("| \(Markdown.plain(match)) | \(Markdown.plain(usable.written(row.value.span))) |")
    }
    return ["**table** `\(table.name)` by `\(usable.written(table.key.span))`", rows.joined(separator: "\n")]
      + source(table.source)
  }

  func action(_ action: Action) -> [String] {
    var parts = ["**action** `\(action.name)`"] + text(action.title)
    var lines = ["chance " + chance(action.chance)]
    func add(_ word: String, _ expression: Expression?, _ after: String = "") {
      if let expression { lines.append("\(word) \(value(expression))\(after)") }
    }
    add("recovers", action.recovers)
    if let fee = action.fee {
      add("fee", fee.rate, " of recovered")
      add("minimum", fee.minimum)
      add("maximum", fee.maximum)
    }
    add("cost", action.cost)
    add("effort", action.effort, " hours")
    add("strain", action.strain)
    add("takes", action.takes)
    lines.append(action.atMost == 1 ? "once" : "at most \(action.atMost) times")
    if action.isFinal { lines.append("no step can follow") }
    parts.append(lines.map { "- " + $0 }.joined(separator: "\n"))
    if !action.requirements.isEmpty {
      let requirements = action.requirements.map { requirement in
        let condition = Markdown.code(usable.written(requirement.condition.span))
        let reason = requirement.reason.map { ": " + Markdown.plain($0.text(in: book.language)) } ?? ""
        return "- requires " + condition + reason
      }
      parts.append(requirements.joined(separator: "\n"))
    }
    return parts + source(action.source)
  }

  func rule(_ rule: Rule) -> [String] {
    [
      "**rule** \(Markdown.plain(rule.name.text(in: book.language)))",
      Markdown.plain(rule.reason.text(in: book.language)),
    ]
      + source(rule.source)
  }

  // MARK: Pieces

  private func chance(_ chance: Action.Chance) -> String {
    var words = value(chance.low)
    if let high = chance.high { words += " to " + value(high) }
    if let scale = chance.scale { words += " scaled by " + value(scale) }
    return words
  }

  /// An expression as it is written, and what it comes to where that says more and does not hang on the case.
  private func value(_ expression: Expression) -> String {
    let written = usable.written(expression.span)
    let shown = written.utf8.count > 300 ? String(written.prefix(300)) + "…" : written
    guard let value = usable.value(of: expression), isOther(value, than: written) else { return Markdown.code(shown) }
    return "\(Markdown.code(shown)) = **\(Markdown.plain(value))**"
  }

  private func isOther(_ value: String, than written: String) -> Bool {
    func bare(_ text: String) -> [Character] { text.filter { $0 != "_" && !$0.isWhitespace } }
    return bare(value) != bare(written)
  }

  private func text(_ text: LocalizedText?) -> [String] {
    text.map { [Markdown.plain($0.text(in: book.language))] } ?? []
  }

  private func source(_ source: Source?) -> [String] {
    guard let source else { return [] }
    return ["Source: " + Markdown.plain(source.text) + (source.asOf.map { ", as of \($0.iso)" } ?? "")]
  }

  private func line(_ word: Fact.Word) -> String {
    "`\(word.name)`" + (word.label.map { ": " + Markdown.plain($0.text(in: book.language)) } ?? "")
  }

  private func wordName(_ word: Int, _ type: ValueType) -> String {
    guard case .choice(let fact) = type, book.facts[fact].words.indices.contains(word) else { return "" }
    return book.facts[fact].words[word].name
  }

  private func type(of fact: Fact) -> String {
    switch fact.motion {
    case .fixed, .pending: fact.words.isEmpty ? type(fact.type) : "one of"
    case .rising: "days, one more each day"
    case .falling: "days, one less each day"
    }
  }

  /// A type in words.
  func type(_ type: ValueType) -> String {
    switch type {
    case .truth: "yes or no"
    case .choice(let fact): "a word of `\(book.facts[fact].name)`"
    case .money: "money in \(book.currency.code)"
    case .days: "days"
    case .number: "a number"
    case .percent: "a percentage"
    }
  }

  private func builtin(_ name: String) -> [String] {
    switch name {
    case "amount": ["What is still owed."]
    case "days_overdue": ["Days since the due date, negative before it."]
    case "promised_in": ["Days until the day that the client promised; unknown without a promise."]
    case "pending": ["Whether the last step still runs; an example gives it in days."]
    default: []
    }
  }
}
