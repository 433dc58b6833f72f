import RecoupEngine
import RecoupRules

extension AdviceWords {
  /// What is varied, as a person reads it.
  func title(_ axis: Axis) -> String {
    switch axis {
    case .fact(RuleBook.Builtin.pending):
      say("days for which the last step still works", "jours pendant lesquels la dernière démarche agit encore")
    case .fact(let fact): question(fact)
    case .setting(let setting):
      book.settings[setting].label.map { text($0) } ?? plain(book.settings[setting].name)
    case .chance(let action):
      say("chance assumed for \(quoted(title(action)))", "chance supposée de \(quoted(title(action)))")
    }
  }

  /// A value on an axis, as a person says it.
  func value(_ raw: Int64, on axis: Axis) -> String { value(raw, axis.type(in: book)) }

  /// A round value on an axis, in as few columns as it can be read.
  func tick(_ raw: Int64, on axis: Axis) -> String {
    let type = axis.type(in: book)
    switch type {
    case .money: return say.roundMoney(raw, book.currency)
    case .days: return say.shortDays(raw)
    case .truth, .choice, .number, .percent: return value(raw, type)
    }
  }
}
