public import RecoupEngine
import RecoupQuantities
public import RecoupRules

/// Writes cases as `decide`'s input has them, so that they can be decided again.
public struct CaseWriter {
  private let book: RuleBook

  /// A writer of cases by a rule book.
  public init(_ book: RuleBook) { self.book = book }

  /// The members `facts`, `done` and `pending`: what is given, and what was done.
  public func write(_ invoice: Case, to json: inout JSONWriter) {
    json.name("facts")
    json.open("{")
    for (index, value) in invoice.facts.enumerated() where index < book.facts.count {
      guard let value else { continue }
      json.name(book.facts[index].name)
      write(value, of: book.facts[index], to: &json)
    }
    json.close("}")
    json.name("done")
    json.open("{")
    for (action, done) in invoice.done.enumerated() where done.times > 0 {
      json.name(book.actions[action].name)
      json.open("{")
      json.member("times", done.times)
      if let days = done.daysAgo {
        json.member("days_ago", days)
      }
      json.close("}")
    }
    json.close("}")
    json.member("pending", invoice.pendingDays)
  }

  /// The value of a fact: money and numbers as decimal texts, so that no reader rounds them.
  public func write(_ value: Int64, of fact: Fact, to json: inout JSONWriter) { write(value, fact.type, to: &json) }

  /// A value of a type, as that of a fact is written.
  public func write(_ value: Int64, _ type: ValueType, to json: inout JSONWriter) {
    let decimals = book.currency.decimals
    switch type {
    case .truth: json.truth(value != 0)
    case .choice: json.string(book.words(of: type)[Int(value)].name)
    case .money: json.string(DecimalText.text(value, decimals: decimals, atLeast: decimals))
    case .days: json.integer(value)
    case .number: json.value(DecimalText.text(value, decimals: 6))
    case .percent: json.string(DecimalText.text(value, decimals: 4) + "%")
    }
  }
}
