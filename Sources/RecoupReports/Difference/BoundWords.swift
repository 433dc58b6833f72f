import RecoupAnalysis
import RecoupEngine
import RecoupRules

/// The limits within which a witness shows the same change of advice, in words.
struct BoundWords {
  let say: Tongue
  private let words: AdviceWords

  init(_ book: RuleBook, say: Tongue) {
    self.say = say
    words = AdviceWords(book: book, say: say)
  }

  /// One sentence on where it is so; nil where nothing is known of that.
  ///
  /// - Parameter done: The actions that were done before, and how often.
  func text(_ bounds: [WitnessBound], done: [(name: String, times: Int64)]) -> String? {
    if bounds.isEmpty { return nil }
    let limits = bounds.filter { !$0.isAnything }.map { limit($0) }
    let history = done.map { name, times in
      let name = Shown.text(name)
      return times == 1
        ? say("\(name) done once", "\(name) faite une fois")
        : say("\(name) done \(times) times", "\(name) faite \(times) fois")
    }
    let before = history.isEmpty ? "" : say("With ", "Avec ") + list(history) + ", "
    let start =
      before + (before.isEmpty ? say("It stays so", "Cela reste vrai") : say("it stays so", "cela reste vrai"))
    if limits.isEmpty {
      let names = bounds.map { Shown.text($0.fact) }.joined(separator: say(" or ", " ou "))
      return start + say(" whatever \(names) is, one moved at a time:", " quel que soit \(names), l'un à la fois :")
    }
    let one =
      bounds.count > 1 ? say(", with one thing moved at a time,", ", en ne changeant qu'une chose à la fois,") : ""
    return start + one + say(" while \(list(limits)):", " tant que \(list(limits)) :")
  }

  private func list(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + say(" and ", " et ") + last
  }

  private func limit(_ bound: WitnessBound) -> String {
    let name = Shown.text(bound.fact)
    let tried = bound.isProved ? "" : say(" (as far as was tried)", " (d'après ce qui a été essayé)")
    return switch bound.values {
    case .words(let all):
      say("\(name) is ", "\(name) est ") + all.map { Shown.text($0) }.joined(separator: say(" or ", " ou ")) + tried
    case .numbers(let from, let to, let type): name + " " + range(from, to, type) + tried
    }
  }

  private func range(_ from: Int64?, _ to: Int64?, _ type: ValueType) -> String {
    func value(_ raw: Int64) -> String { words.value(raw, type) }
    switch (from, to) {
    case (let from?, let to?) where from == to: return say("is \(value(from))", "est \(value(from))")
    case (let from?, let to?):
      return say("is between \(value(from)) and \(value(to))", "est entre \(value(from)) et \(value(to))")
    case (let from?, nil): return say("is at least \(value(from))", "est au moins \(value(from))")
    case (nil, let to?): return say("is at most \(value(to))", "est au plus \(value(to))")
    case (nil, nil): return say("is anything", "est quelconque")
    }
  }
}
