import RecoupEngine
import RecoupRules

/// Values that have the same other advice, in words.
struct OtherAdvice: Hashable {
  /// The values: `from $1,400.01`, `up to 29 days`, `They refuse or they do not answer`.
  var values: String
  /// The nearest of them; of words the first.
  var first: Int64
  /// The advice with them.
  var recommendation: Decision.Recommendation
}

extension AdviceWords {
  /// The values of a turn that have other advice, the nearest first; words with the same advice together.
  func others(_ turn: Turn) -> [OtherAdvice] {
    let type = turn.axis.type(in: book)
    if turn.words.isEmpty {
      let domain = turn.axis.domain(around: turn.today, in: book)
      return turn.others.map { other in
        // What is the last of all values looked at stands for itself.
        let isEnd = other.value == domain.lowerBound || other.value == domain.upperBound
        return OtherAdvice(
          values: isEnd ? value(other.value, type) : from(other.value, isAbove: other.value > turn.today, type),
          first: other.value, recommendation: other.recommendation)
      }
    }
    var groups: [OtherAdvice] = []
    for other in turn.words {
      let word = value(other.value, type)
      if let index = groups.firstIndex(where: { $0.recommendation == other.recommendation }) {
        groups[index].values += say(" or ", " ou ") + word.withinSentence
      } else {
        groups.append(OtherAdvice(values: word, first: other.value, recommendation: other.recommendation))
      }
    }
    return groups
  }

  /// From which number on, up or down: `from 30 days`, `over 80%`, `up to $149.99`.
  ///
  /// Percentages are told to a tenth and plain numbers to a hundredth, so that the number told is always on the far side;
  /// but what is not 0 is not told as 0.
  ///
  /// - Parameter values: Where the number told has to lie; else it is told to the last place.
  func from(_ value: Int64, isAbove: Bool, _ type: ValueType, within values: ClosedRange<Int64>? = nil) -> String {
    var end = NumberEnd(value, beyond: isAbove ? value &- 1 : value &+ 1, type)
    if let step = AdviceWords.step(type), end.value % step != 0 {
      let rest = value % step
      // Swift's remainder has the sign of the number; the far side of a number below zero is the other one.
      let toward = rest >= 0 ? rest : rest + step
      let rounded = isAbove ? value + (step - toward) : value - toward
      let isInside = rounded != 0 && values.map { $0.contains(rounded) } ?? true
      end = NumberEnd(named: isInside ? rounded : value)
    }
    let number = self.value(end.value, type)
    return switch (isAbove, end.isIncluded) {
    case (true, true): say("from \(number)", "à partir de \(number)")
    case (true, false): say("over \(number)", "plus de \(number)")
    case (false, true): say("up to \(number)", "jusqu'à \(number)")
    case (false, false): say("under \(number)", "moins de \(number)")
    }
  }

  /// How exactly a person wants to know a number; nil for all of its places.
  private static func step(_ type: ValueType) -> Int64? {
    switch type {
    case .percent: 1_000
    case .number: 10_000
    case .truth, .choice, .money, .days: nil
    }
  }

  /// Advice as the end of a sentence about another case.
  func wouldBe(_ recommendation: Decision.Recommendation) -> String {
    let outcome = outcome(recommendation)
    return say("the advice would be: \(outcome)", "le conseil serait : \(outcome)")
  }
}

extension Turn {
  /// How near the nearest other advice is, as a part of the larger of both values: 1 for words and from 0 or to 0.
  var distance: Double {
    guard let nearest = others.first else { return .infinity }
    if !words.isEmpty { return 1 }
    let (one, other) = (Double(today), Double(nearest.value))
    return abs(one - other) / max(abs(one), abs(other), 1)
  }

  /// Whether a person may doubt today's value; what the rules state as sure to fail or to work is no assumption.
  var isDoubtful: Bool { !isChance || (today > 0 && today < 1_000_000) }

  /// Those that have other advice: facts, then settings, then chances, the nearest of each first.
  static func telling(_ turns: [Turn]) -> [Turn] {
    turns.enumerated().filter { !$0.element.others.isEmpty && $0.element.isDoubtful }
      .sorted { ($0.element.kind, $0.element.distance, $0.offset) < ($1.element.kind, $1.element.distance, $1.offset) }
      .map { $0.element }
  }

  private var kind: Int {
    switch axis {
    case .fact: 0
    case .setting: 1
    case .chance: 2
    }
  }
}
