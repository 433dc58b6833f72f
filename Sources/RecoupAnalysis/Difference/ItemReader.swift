import RecoupQuantities
import RecoupRules

/// Takes a rule book apart into its items.
struct ItemReader {
  typealias Piece = BookItem.Piece

  let book: RuleBook
  var key: ExpressionKey

  init(_ book: RuleBook, renamed: [BookItem.Subject: [String: String]] = [:]) {
    self.book = book
    key = ExpressionKey(book: book, renamed: renamed)
  }

  /// Every item of a kind but the book itself, in the book's order; the built-in facts are in every book.
  func items(_ subject: BookItem.Subject) -> [BookItem] {
    switch subject {
    case .book: [frame]
    case .fact: book.facts.dropFirst(Fact.builtins.count).map { item(.fact, $0.name, $0.span, pieces($0)) }
    case .setting: book.settings.map { item(.setting, $0.name, $0.span, pieces($0)) }
    case .definition:
      book.definitions.map { item(.definition, $0.name, $0.span, [value($0.value)] + source($0.source)) }
    case .table: book.tables.map { item(.table, $0.name, $0.span, pieces($0)) }
    case .action: book.actions.map { item(.action, $0.name, $0.span, pieces($0)) }
    case .rule: book.rules.map { item(.rule, $0.name.original, $0.span, pieces($0)) }
    case .example: book.examples.map { item(.example, $0.name, $0.span, pieces($0)) }
    }
  }

  private func item(_ subject: BookItem.Subject, _ name: String, _ span: Span, _ pieces: [Piece]) -> BookItem {
    BookItem(subject: subject, name: key.name(subject, name), pieces: pieces, span: span)
  }

  private var frame: BookItem {
    item(
      .book, "", .none,
      [
        word(.currency, book.currency.code), word(.language, book.language),
        word(.steps, String(book.horizon.steps)), word(.days, String(book.horizon.days)),
      ])
  }

  // MARK: Things

  private func pieces(_ fact: Fact) -> [Piece] {
    // The type of a choice names the fact itself, whose name is no part of what it holds.
    let type = if case .choice = fact.type { "choice" } else { key.type(fact.type) }
    var all = [word(.type, type), word(.motion, "\(fact.motion)")]
    for word in fact.words {
      all.append(Piece(clause: .word, key: word.name, said: .text(word.name)))
      if let label = word.label {
        all.append(Piece(clause: .label, key: "\(word.name) \(label.original)", said: .text(label.original)))
        all += translations(label, of: word.name)
      }
    }
    all += clause(.default, fact.defaultValue) + text(.question, fact.question)
    return all
  }

  private func pieces(_ setting: Setting) -> [Piece] {
    [value(setting.value)] + text(.label, setting.label) + source(setting.source)
  }

  private func pieces(_ table: Table) -> [Piece] {
    var all = clause(.key, table.key)
    for row in table.rows {
      let match =
        switch row.match {
        case .upTo(let bound): "upTo \(key.text(bound))"
        case .words(let words): key.words(words, of: table.key.type)
        case .otherwise: "otherwise"
        }
      all.append(Piece(clause: .row, key: "\(match): \(key.text(row.value))", said: .span(row.span)))
    }
    // Of rows with bounds the first that holds counts; words and `otherwise` may stand anywhere.
    let bounds = table.rows.compactMap { row -> String? in
      if case .upTo(let bound) = row.match { key.text(bound) } else { nil }
    }
    all.append(Piece(clause: .rows, key: bounds.joined(separator: "; "), said: .span(table.span)))
    return all + source(table.source)
  }

  private func pieces(_ action: Action) -> [Piece] {
    var all = text(.title, action.title)
    let chance = action.chance
    all.append(
      Piece(
        clause: .chance, key: key.text(chance.low) + " " + key.text(chance.high), said: said(chance.low, chance.high)))
    all += clause(.scale, chance.scale) + clause(.recovers, action.recovers)
    if let fee = action.fee {
      let keys = [key.text(fee.rate), key.text(fee.minimum), key.text(fee.maximum)]
      all.append(
        Piece(clause: .fee, key: keys.joined(separator: " "), said: said(fee.rate, fee.minimum, fee.maximum)))
    }
    all += clause(.cost, action.cost) + clause(.effort, action.effort) + clause(.strain, action.strain)
    all += clause(.takes, action.takes)
    all += [word(.atMost, String(action.atMost)), word(.final, action.isFinal ? "yes" : "no")]
    for requirement in action.requirements {
      let condition = key.text(requirement.condition)
      all.append(Piece(clause: .requirement, key: condition, said: .span(requirement.condition.span)))
      if let reason = requirement.reason {
        all.append(Piece(clause: .reason, key: "\(condition) \(reason.original)", said: .text(reason.original)))
        all += translations(reason, of: condition)
      }
      all += source(requirement.source, of: condition)
    }
    return all + source(action.source)
  }

  private func pieces(_ rule: Rule) -> [Piece] {
    var all = clause(.condition, rule.condition)
    for consequence in rule.consequences {
      all.append(Piece(clause: .effect, key: effect(consequence.effect), said: .span(consequence.span)))
    }
    let chains = odds(rule).filter { $0.factors.count > 1 }
    if !chains.isEmpty {
      // Odds are rounded after each factor.
      let order = chains.map { "\($0.action) \($0.factors)" }.sorted().joined(separator: " ")
      all.append(Piece(clause: .ruleOrder, key: order, said: .span(rule.span)))
    }
    all += text(.reason, rule.reason) + translations(rule.name, of: "name") + source(rule.source)
    return all
  }

  /// The actions whose odds a rule changes, in the order in which it names them first, with its factors on each.
  private func odds(_ rule: Rule) -> [(action: String, factors: [String])] {
    var all: [(action: String, factors: [String])] = []
    for consequence in rule.consequences {
      let (action, factor): (Int, String)
      switch consequence.effect {
      case .likelier(let index, let count): (action, factor) = (index, "*\(count)")
      case .lessLikely(let index, let count): (action, factor) = (index, "/\(count)")
      case .never, .only, .wait: continue
      }
      let name = key.action(action)
      if let place = all.firstIndex(where: { $0.action == name }) {
        all[place].factors.append(factor)
      } else {
        all.append((name, [factor]))
      }
    }
    return all
  }

  /// The rules that change the odds of each action, in their order.
  func rulesOnOdds() -> [String: [String]] {
    var rules: [String: [String]] = [:]
    for rule in book.rules {
      for chain in odds(rule) { rules[chain.action, default: []].append(key.name(.rule, rule.name.original)) }
    }
    return rules
  }

  private func effect(_ effect: Rule.Effect) -> String {
    func names(_ actions: [Int]) -> String { actions.map { key.action($0) }.sorted().joined(separator: " ") }
    return switch effect {
    case .likelier(let action, let factor): "likelier \(key.action(action)) \(factor)"
    case .lessLikely(let action, let factor): "lessLikely \(key.action(action)) \(factor)"
    case .never(let actions): "never \(names(actions))"
    case .only(let actions): "only \(names(actions))"
    case .wait: "wait"
    }
  }

  private func pieces(_ example: Example) -> [Piece] {
    let givens = example.givens.map { given -> Piece in
      let subject =
        switch given.subject {
        case .fact(let fact): key.fact(fact)
        case .setting(let setting): key.name(.setting, book.settings[setting].name)
        case .times(let action): "times \(key.action(action))"
        case .daysAgo(let action): "daysAgo \(key.action(action))"
        }
      return Piece(clause: .given, key: "\(subject) \(key.text(given.value))", said: .span(given.span))
    }
    let expected = example.expectations.map { expectation -> Piece in
      let outcome =
        switch expectation.outcome {
        case .action(let action): "action \(key.action(action))"
        case .wait: "wait"
        case .nothing: "nothing"
        }
      return Piece(
        clause: .expectation, key: (expectation.isNegated ? "not " : "") + outcome, said: .span(expectation.span))
    }
    return givens + expected
  }

  // MARK: Parts

  private func word(_ clause: BookItem.Clause, _ word: String) -> Piece {
    Piece(clause: clause, key: word, said: .text(word))
  }

  private func value(_ expression: Expression) -> Piece {
    Piece(clause: .value, key: key.text(expression), said: said(expression))
  }

  private func clause(_ clause: BookItem.Clause, _ expression: Expression?) -> [Piece] {
    guard let expression else { return [] }
    return [Piece(clause: clause, key: key.text(expression), said: said(expression))]
  }

  private func text(_ clause: BookItem.Clause, _ text: LocalizedText?) -> [Piece] {
    guard let text else { return [] }
    return [Piece(clause: clause, key: "\(text.language) \(text.original)", said: .text(text.original))]
      + translations(text, of: clause.rawValue)
  }

  private func translations(_ text: LocalizedText, of place: String) -> [Piece] {
    text.translations.map {
      Piece(clause: .translation, key: "\(place) \($0.language) \($0.text)", said: .text("\($0.language): \($0.text)"))
    }
  }

  private func source(_ source: Source?, of place: String = "") -> [Piece] {
    guard let source else { return [] }
    let day = source.asOf.map { " (\($0.iso))" } ?? ""
    return [Piece(clause: .source, key: "\(place) \(source.text)\(day)", said: .text(source.text + day))]
  }

  /// From the first of the expressions to the last, as they stand in the file.
  private func said(_ expressions: Expression?...) -> BookItem.Said {
    var all: Span?
    for span in expressions.compactMap({ $0?.span }) {
      all = if let before = all, before.file == span.file { before.joined(with: span) } else { all ?? span }
    }
    return .span(all ?? .none)
  }
}
