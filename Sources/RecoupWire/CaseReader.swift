public import RecoupEngine
public import RecoupLanguage
import RecoupQuantities
public import RecoupRules

/// Values that hold for a whole run of `decide`: settings, and facts that a line leaves out.
public struct RunValues: Sendable {
  /// The settings that were given, by their index in the rule book.
  public private(set) var settings: [Int64?]
  /// The facts that were given, by their index.
  public private(set) var facts: [Int64?]

  /// Nothing set.
  public init(_ book: RuleBook) {
    settings = book.settings.map { _ in nil }
    facts = book.facts.map { _ in nil }
  }

  /// A case in which these values replace its own.
  public func over(_ invoice: Case) -> Case {
    var invoice = invoice
    invoice.facts = zip(facts, invoice.facts).map { $0 ?? $1 }
    invoice.settings = settings
    return invoice
  }

  /// Sets a setting or a fact by its name, from a literal of the language.
  public mutating func set(_ name: String, to text: String, in book: RuleBook) throws(ValueReader.Problem) {
    if let index = book.setting(named: name) {
      let type = book.settings[index].value.type
      settings[index] = try ValueReader.read(text, as: type, words: book.words(of: type), currency: book.currency)
    } else if let index = book.fact(named: name), index != RuleBook.Builtin.pending {
      let fact = book.facts[index]
      facts[index] = try ValueReader.read(text, as: fact.type, words: fact.words, currency: book.currency)
    } else {
      let known = book.settings.map { $0.name } + book.facts.map { $0.name }
      let hint = NearestName.of(name, among: known).map { ": did you mean `\($0)`?" } ?? ""
      throw ValueReader.Problem("the rules have no setting or fact `\(name)`" + hint)
    }
  }
}

extension RuleBook {
  /// The words of a choice, empty for any other type.
  public func words(of type: ValueType) -> [Fact.Word] {
    if case .choice(let fact) = type { return facts[fact].words }
    return []
  }
}

/// Reads one line of `decide`'s input into a case.
struct CaseReader {
  /// What is wrong with a line, with the id as JSON, if it could be read.
  struct Problem: Error {
    var message: String
    var id = "null"
  }

  let book: RuleBook
  let run: RunValues
  private let factByName: [String: Int]
  private let actionByName: [String: Int]

  init(_ book: RuleBook, _ run: RunValues) {
    self.book = book
    self.run = run
    var facts: [String: Int] = [:]
    for (index, fact) in book.facts.enumerated() { facts[fact.name] = index }
    var actions: [String: Int] = [:]
    for (index, action) in book.actions.enumerated() { actions[action.name] = index }
    factByName = facts
    actionByName = actions
  }

  func read(_ line: ArraySlice<UInt8>) throws(Problem) -> (id: String, invoice: Case) {
    let json: JSON
    let repeated: String?
    do {
      (json, repeated) = try JSONReader.read(line)
    } catch {
      throw Problem(message: "this line is not JSON at column \(error.column): \(error.message)")
    }
    guard case .object(let members) = json else {
      throw Problem(message: "a line is an object with `facts`, and this is \(json.described)")
    }
    var id = "null"
    for member in members where member.name == "id" { id = try identity(member.value) }
    if let repeated { throw Problem(message: "`\(repeated)` stands twice in one object", id: id) }
    do {
      return (id, try invoice(members))
    } catch {
      throw Problem(message: error.message, id: id)
    }
  }

  private func identity(_ json: JSON) throws(Problem) -> String {
    switch json {
    case .null: return "null"
    case .number(let digits): return digits
    case .string(let text):
      var writer = JSONWriter()
      writer.string(text)
      return String(decoding: writer.bytes, as: UTF8.self)
    case .bool, .array, .object:
      throw Problem(message: "`id` must be a text or a number, and this is \(json.described)")
    }
  }

  private func invoice(_ members: [(name: String, value: JSON)]) throws(ValueReader.Problem) -> Case {
    var invoice = Case(
      facts: run.facts, settings: run.settings, done: Array(repeating: .never, count: book.actions.count))
    for member in members {
      switch member.name {
      case "id": break
      case "facts": try readFacts(member.value, into: &invoice)
      case "done": try readDone(member.value, into: &invoice)
      case "pending":
        if case .null = member.value { break }
        invoice.pendingDays = try count(member.value, "`pending`")
      default:
        let known = ["id", "facts", "done", "pending"]
        let hint = NearestName.of(member.name, among: known).map { "did you mean `\($0)`?" }
        throw ValueReader.Problem("`\(member.name)` is not known here; " + (hint ?? "facts stand in `facts`"))
      }
    }
    for fact in [RuleBook.Builtin.amount, RuleBook.Builtin.daysOverdue] where invoice.facts[fact] == nil {
      throw ValueReader.Problem("`\(book.facts[fact].name)` is missing: there is no advice without it")
    }
    return invoice
  }

  // MARK: Facts

  private func readFacts(_ json: JSON, into invoice: inout Case) throws(ValueReader.Problem) {
    guard case .object(let members) = json else {
      throw ValueReader.Problem("`facts` must be an object, and this is \(json.described)")
    }
    for (name, value) in members {
      guard let index = factByName[name], index != RuleBook.Builtin.pending else { throw unknownFact(name) }
      do {
        invoice.facts[index] = try raw(value, book.facts[index])
      } catch {
        throw ValueReader.Problem("`\(name)`: \(error.message)")
      }
    }
  }

  private func unknownFact(_ name: String) -> ValueReader.Problem {
    if name == "pending" { return ValueReader.Problem("`pending` stands beside `facts`, not among them") }
    if book.setting(named: name) != nil {
      return ValueReader.Problem("`\(name)` is a setting, not a fact: set it with `--set \(name)=…`")
    }
    let hint = NearestName.of(name, among: book.facts.map { $0.name }).map { ": did you mean `\($0)`?" } ?? ""
    return ValueReader.Problem("the rules have no fact `\(name)`" + hint)
  }

  /// The raw value of a fact, or nil for null: nothing is known then, and a default stands in.
  private func raw(_ json: JSON, _ fact: Fact) throws(ValueReader.Problem) -> Int64? {
    switch (fact.type, json) {
    case (_, .null): return nil
    case (.truth, .bool(let isYes)): return isYes ? 1 : 0
    case (.choice, .string(let text)), (.money, .string(let text)), (.percent, .string(let text)):
      return try ValueReader.read(text, as: fact.type, words: fact.words, currency: book.currency)
    case (.money, .number(let digits)): return try number(digits, decimals: book.currency.decimals, like: "1234.50")
    case (.days, .number(let digits)): return try number(digits, decimals: 0, like: "30")
    case (.number, .number(let digits)): return try number(digits, decimals: 6, like: "3")
    default: throw ValueReader.Problem("must be \(wanted(fact.type)), and this is \(json.described)")
    }
  }

  private func wanted(_ type: ValueType) -> String {
    switch type {
    case .truth: "true or false"
    case .choice: "a text with one of its words"
    case .money: "a decimal text or a number"
    case .days, .number: "a number"
    case .percent: "a text such as \"35%\""
    }
  }

  private func number(_ digits: String, decimals: Int, like example: String) throws(ValueReader.Problem) -> Int64 {
    do {
      return try JSONNumber.parse(digits, decimals: decimals)
    } catch {
      throw ValueReader.problem(error, digits, decimals: decimals, like: example)
    }
  }

  // MARK: What was done

  private func readDone(_ json: JSON, into invoice: inout Case) throws(ValueReader.Problem) {
    if case .null = json { return }
    guard case .object(let members) = json else {
      throw ValueReader.Problem("`done` must be an object, and this is \(json.described)")
    }
    for (name, value) in members {
      guard let action = actionByName[name] else {
        let hint = NearestName.of(name, among: book.actions.map { $0.name }).map { ": did you mean `\($0)`?" } ?? ""
        throw ValueReader.Problem("`done`: the rules have no action `\(name)`" + hint)
      }
      guard case .object(let record) = value else {
        throw ValueReader.Problem("`done`: `\(name)` must be an object with `times`, and this is \(value.described)")
      }
      invoice.done[action] = try readRecord(record, of: name)
    }
  }

  private func readRecord(
    _ members: [(name: String, value: JSON)], of action: String
  ) throws(ValueReader.Problem) -> Case.Done {
    var times: Int64?
    var daysAgo: Int64?
    for (name, value) in members {
      if case .null = value, name == "days_ago" { continue }
      switch name {
      case "times": times = try count(value, "`\(action)`: `times`")
      case "days_ago": daysAgo = try count(value, "`\(action)`: `days_ago`")
      default: throw ValueReader.Problem("`done`: `\(action)` has no `\(name)`, only `times` and `days_ago`")
      }
    }
    guard let times else { throw ValueReader.Problem("`done`: `\(action)` does not say how many `times`") }
    if times == 0, daysAgo != nil {
      throw ValueReader.Problem("`done`: `\(action)` was done 0 times, and yet some `days_ago`")
    }
    return Case.Done(times: times, daysAgo: daysAgo)
  }

  /// A whole number from 0.
  private func count(_ json: JSON, _ what: String) throws(ValueReader.Problem) -> Int64 {
    guard case .number(let digits) = json else {
      throw ValueReader.Problem("\(what) must be a number, and this is \(json.described)")
    }
    let count: Int64
    do {
      count = try number(digits, decimals: 0, like: "3")
    } catch {
      throw ValueReader.Problem("\(what): \(error.message)")
    }
    if count < 0 { throw ValueReader.Problem("\(what) must not be negative") }
    return count
  }
}
