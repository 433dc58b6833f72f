/// Random rules files that are always valid: text in the grammar of the language, with what its corners allow.
///
/// A file keeps to 7 actions, 4 steps and 120 days, so that the reference can try all its plans.
public struct RandomRules {
  /// The text of the rules file of this seed.
  public static func text(seed: UInt64) -> String {
    var writer = RulesWriter(seed: seed)
    let declarations = writer.declarations()
    var layout = RandomLayout(random: writer.random)
    return layout.text(of: declarations)
  }
}

/// A declaration before it is laid out.
struct Declaration {
  /// All of it, or what stands before its block.
  var head: String
  /// The clauses or rows of its block, if it has one.
  var clauses: [String]?
  /// What follows the block.
  var tail = ""
}

/// Something that an expression can name.
struct Readable {
  /// A type in the generator's words; a choice carries the words of its fact.
  enum Kind: Equatable {
    case truth, money, days, number, percent
    case choice([String])
  }

  /// What it is, since a table cannot be the key of another.
  enum Role { case fact, setting, definition, table }

  var name: String
  var kind: Kind
  var role: Role
}

/// The writer of one random rules file: it draws every declaration and remembers what the next ones may name.
struct RulesWriter {
  var random: SeededRandom
  let currency: String
  let decimals: Int
  /// The language of the file, and the one it is translated to.
  let language: (own: String, other: String)
  /// What was declared so far; an expression names only these, so that nothing goes in a circle.
  var readables = [
    Readable(name: "amount", kind: .money, role: .fact), Readable(name: "days_overdue", kind: .days, role: .fact),
    Readable(name: "promised_in", kind: .days, role: .fact), Readable(name: "pending", kind: .truth, role: .fact),
  ]
  /// The actions in the order of the file, known from the start because anything may read their history.
  let actions: [String]
  private var freeNames: [String]

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    (currency, decimals) = random.pick([("USD", 2), ("EUR", 2), ("JPY", 0), ("TND", 3)])
    language = random.happens(12) ? ("fr", "en") : ("en", "fr")
    actions = Array(random.shuffled(Self.actionNames).prefix(3 + random.below(5)))
    freeNames = random.shuffled(Self.names)
    self.random = random
  }

  private static let actionNames = [
    "reminder", "call", "plan", "notice", "agency", "court", "letter", "sms", "sue", "visit", "no_more", "step_9",
  ]

  /// Many of them begin as a word of the grammar does.
  private static let names = [
    "contract", "proof", "consumer", "reason", "kind", "place", "margin", "client_owes", "spare", "gap", "limit_in",
    "silent_for", "grace", "share", "on_time", "broken", "staff", "no_proof", "is_big", "min_fee", "of_age", "day_rate",
    "or_else", "not_theirs", "weekly", "if_late", "maximum_gap", "floored", "age", "severity", "by_reason", "base",
    "a_very_long_name_that_makes_a_line_reach_its_end", "then_some", "number_of_calls", "dayspan", "z", "q1_2", "days_",
    "x2",
  ]

  private mutating func newName() -> String { freeNames.removeLast() }

  // MARK: The file

  /// All declarations, in an order in which a file may have them.
  mutating func declarations() -> [Declaration] {
    let first = [Declaration(head: "currency \(currency)"), horizon()]
    var values: [Declaration] = []
    for _ in 0..<4 + random.below(9) { values.append(anyValue()) }
    values += weighing()
    let ladder = allActions()
    var rules: [Declaration] = []
    for number in 0..<random.below(7) { rules.append(rule(number)) }
    if random.happens(45) { rules.append(waitingRule()) }
    for number in 0..<(random.happens(25) ? 1 + random.below(2) : 0) { rules.append(example(number)) }
    // A name may be used before it is declared; only `gentler` and `firmer than` look back.
    var all = first + values + ladder + rules
    if random.happens(20) { all = first + ladder + random.shuffled(values + rules) }
    if random.happens(5) { all = values + ladder + rules + first }
    if language.own != "en" { all.insert(Declaration(head: "language \(language.own)"), at: 0) }
    return all
  }

  private mutating func horizon() -> Declaration {
    let short = ["0 days", "1 day", "7 days", "2 weeks", "30 days"]
    let days = random.pick(random.happens(30) ? short : ["45 days", "60 days", "90 days", "120 days"])
    return Declaration(head: "horizon \(random.pick([1, 2, 3, 3, 4, 4])) steps, \(days)")
  }

  private mutating func anyValue() -> Declaration {
    switch random.below(10) {
    case 0...4: fact()
    case 5: setting(newName(), anyKind())
    case 6, 7: definition(newName(), random.happens(8) ? nil : anyKind())
    default: table()
    }
  }

  private mutating func anyKind() -> Readable.Kind {
    random.pick([.truth, .money, .days, .number, .percent, .percent])
  }

  // MARK: Facts, settings, definitions

  private mutating func fact() -> Declaration {
    let name = newName()
    var text = "fact \(name)" + (random.happens(40) ? " " + texts("Which \(name)?") : "") + ": "
    let hasDefault = random.happens(40)
    let kind: Readable.Kind
    switch random.below(9) {
    case 0, 1:
      kind = .truth
      text += "yes or no"
    case 2, 3:
      let words = choiceWords()
      kind = .choice(words)
      let labelled = words.map { word in random.happens(40) ? "\(word) " + texts("It is \(word)") : word }
      text += "one of " + labelled.joined(separator: ", ")
      if hasDefault { text += " = " + random.pick(words) }
    case 4, 5:
      kind = .days
      text += random.pick(["days", "days falling", "days rising"])
    case 6:
      kind = .money
      text += "money"
    case 7:
      kind = .percent
      text += "percent"
    default:
      kind = .number
      text += "number"
    }
    if case .choice = kind {} else if hasDefault { text += " = " + phrase(kind, random.happens(60) ? 0 : 2).text }
    readables.append(Readable(name: name, kind: kind, role: .fact))
    return Declaration(head: text)
  }

  /// Words of a choice; other facts share them, and one may be an action's name too.
  private mutating func choiceWords() -> [String] {
    let pool = ["forgot", "short_of_cash", "unhappy", "refuses", "silent", "insolvent", "other", "w_0"]
    var words = Array(random.shuffled(pool).prefix(2 + random.below(4)))
    if random.happens(15) { words[0] = random.pick(actions) }
    return words
  }

  private mutating func setting(_ name: String, _ kind: Readable.Kind, _ value: String? = nil) -> Declaration {
    let label = random.happens(60) ? " " + texts("What \(name) is") : ""
    let text = "setting \(name)\(label) = " + (value ?? phrase(kind, random.happens(60) ? 0 : 2).text) + source(20)
    readables.append(Readable(name: name, kind: kind, role: .setting))
    return Declaration(head: text)
  }

  /// A definition; without a kind it is another name for a choice, if there is one.
  private mutating func definition(
    _ name: String, _ kind: Readable.Kind?, _ value: String? = nil
  ) -> Declaration {
    let choices = readables.filter { if case .choice = $0.kind { true } else { false } }
    let choice = choices.isEmpty ? nil : random.pick(choices)
    let type = kind ?? choice?.kind ?? .percent
    let meaning = value ?? (kind == nil ? choice?.name : nil) ?? phrase(type, 3).text
    readables.append(Readable(name: name, kind: type, role: .definition))
    return Declaration(head: "define \(name) = " + meaning + source(15))
  }

  // MARK: Tables

  private mutating func table() -> Declaration {
    let name = newName()
    let keys = readables.filter { $0.role != .table && $0.kind != .truth }
    let key = random.happens(35) ? readables[1] : random.pick(keys)
    let kind: Readable.Kind = random.happens(75) ? .percent : random.pick([.money, .days, .number, .truth])
    var rows: [String] = []
    if case .choice(let words) = key.kind {
      var rest = random.shuffled(words)
      while !rest.isEmpty, rows.isEmpty || random.happens(80) {
        let group = rest.prefix(1 + (random.happens(30) ? random.below(rest.count) : 0))
        rest.removeFirst(group.count)
        rows.append(group.joined(separator: ", ") + ": " + rowValue(kind))
      }
    } else {
      for bound in bounds(key.kind) { rows.append("up to \(bound): " + rowValue(kind)) }
    }
    if random.happens(70) {
      // Wherever it stands, it is tried last.
      let place = random.happens(25) ? random.below(rows.count + 1) : rows.count
      rows.insert(random.pick(["beyond: ", "otherwise: "]) + rowValue(kind), at: place)
    }
    readables.append(Readable(name: name, kind: kind, role: .table))
    return Declaration(head: "table \(name) by \(key.name)", clauses: rows, tail: source(25))
  }

  private mutating func bounds(_ kind: Readable.Kind) -> [String] {
    let common =
      switch kind {
      case .days: [["0 days", "30 days", "60 days", "90 days"], ["1 week", "45 days"], ["15 days", "16 days"]]
      case .money: [[money(100), money(1_000), money(5_000)], [money(0), money(2_500)]]
      case .percent: [["0%", "50%", "100%"], ["33.3333%", "80%"]]
      case .number, .truth, .choice: [["0", "1", "5"], ["0.5", "2"]]
      }
    var bounds = random.pick(common)
    if random.happens(25) {
      bounds[random.below(bounds.count)] = guarded(phrase(kind, 2))
    }
    return bounds
  }

  private mutating func rowValue(_ kind: Readable.Kind) -> String {
    guarded(phrase(kind, random.happens(80) ? 0 : 2))
  }

  /// In parentheses unless it is plain, so that the `,` of a list in it is not taken for a row's.
  private func guarded(_ phrase: Phrase) -> String { phrase.in(.sum) }

  // MARK: What the weighing reads

  private mutating func weighing() -> [Declaration] {
    var all: [Declaration] = []
    if random.happens(35) {
      all.append(
        definition(
          "claim", .money,
          "amount + interest(amount, \(random.pick(["12.15%", "8%", "9.5%"])), days_overdue)"
            + (random.happens(50) ? " + \(money(40))" : "")))
    }
    if random.happens(60) {
      if random.happens(30) {
        all.append(Declaration(head: "fact goodwill: money" + (random.happens(50) ? " = \(money(200))" : "")))
        readables.append(Readable(name: "goodwill", kind: .money, role: .fact))
      } else {
        all.append(definition("goodwill", .money, random.happens(50) ? nil : "20% of " + name(of: .money)))
      }
    }
    if random.happens(60) { all.append(setting("hour", .money, random.happens(80) ? money(50) : nil)) }
    switch random.below(9) {
    case 0: all.append(definition("cost_of_money", .percent, "if days_overdue > 20 days then 80% else 5%"))
    case 1: all.append(definition("cost_of_money", .percent, "min(40%, max(0%, days_overdue / 100 days * 10%))"))
    case 2: if random.happens(50) { all.append(definition("cost_of_money", .percent, "-5%")) }
    case 3:
      all.append(Declaration(head: "fact cost_of_money: percent"))
      readables.append(Readable(name: "cost_of_money", kind: .percent, role: .fact))
    case 4...6: all.append(setting("cost_of_money", .percent, random.pick(["10%", "0%", "12.5%", "100%", "8.0001%"])))
    default: break
    }
    return all
  }

  // MARK: Texts

  /// A text with or without translations, and the characters that need care.
  mutating func texts(_ text: String) -> String {
    let flourish = random.pick(["", "", "", " é ü 漢", " \\\"so\\\"", " # no comment", " {", " a\\nb", " \\\\", " %"])
    var all = "\"\(text)\(flourish)\""
    if random.happens(50) { all += " \(language.other) \"\(text) (\(language.other))\"" }
    // Codes that are words of the grammar elsewhere.
    if random.happens(8) { all += " \(random.pick(["no", "is", "or", "of", "by", "de"])) \"…\"" }
    return all
  }

  /// In `percent` of 100 cases a source, with the space before it.
  mutating func source(_ percent: Int) -> String {
    guard random.happens(percent) else { return "" }
    let day = random.pick(["", "", " as of 2026-11-22", " as of 2024-02-29"])
    return " source \"" + random.pick(["a survey", "C. com. L441-10", "https://example.org/#x"]) + "\"" + day
  }
}
