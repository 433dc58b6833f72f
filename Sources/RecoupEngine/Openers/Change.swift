import RecoupRules

/// Another value of a fact, which opens an action that is closed today.
public struct Change: Hashable, Sendable {
  /// The values that open it, as raw counts of the fact's type.
  public enum Reach: Hashable, Sendable {
    /// For yes or no and for words: all that do, in the order of the words, no before yes. There is at least one.
    case exactly([Int64])
    /// For numbers: this value does, and one unit less does not.
    case atLeast(Int64)
    /// For numbers: this value does, and one unit more does not.
    case atMost(Int64)
    /// For an unknown number: whatever it is, as far as was tried, once it is known.
    case any
  }

  /// The fact.
  public var fact: Int
  /// Its value today, a default included; nil if it is unknown.
  public var from: Int64?
  /// What opens the action.
  public var reach: Reach

  /// A value that opens it: the first in the order of the words, the nearest number, or 0 where any does.
  public var value: Int64 {
    switch reach {
    case .exactly(let values): values[0]
    case .atLeast(let value), .atMost(let value): value
    case .any: 0
    }
  }
}

extension Case {
  /// The same case with a fact at another value.
  public func with(_ value: Int64, for fact: Int) -> Case {
    var other = self
    while other.facts.count <= fact { other.facts.append(nil) }
    other.facts[fact] = value
    return other
  }

  /// The same case with the values of these changes.
  public func applying(_ changes: [Change]) -> Case {
    var other = self
    for change in changes { other = other.with(change.value, for: change.fact) }
    return other
  }
}

extension Advisor {
  /// The most pairs of changes that `openers` names.
  public static var mostPairs: Int { 32 }

  /// The smallest changes of facts that would open a closed action today: each entry, made as a whole, opens it.
  ///
  /// First come the single facts that do, all of them in the order of facts. Only if there are none, pairs do: at most
  /// `mostPairs` of them, each in the order of facts. With lists of values on both sides, each of one goes with each of
  /// the other. Empty if the action is open, or if no change of one or two facts was found to open it.
  ///
  /// Looked at are the facts that the obstacles are read from, and for a pair also those that come to stand in the way
  /// once the other is changed. Left out are facts that move with the days, `pending`, `amount` where no obstacle is read
  /// from it, and making a fact unknown.
  ///
  /// Of yes or no and of words every value is tried, so none is missed. Of a number the value nearest to today's is named,
  /// the larger at equal distance; of an unknown one the nearest to 0, or where 0 itself opens it, the last one above up
  /// to which all that were tried do (below, if all above do). What is tried of a number are the values that conditions
  /// are read from, those at which two sides of a comparison meet, their neighbours, 0, ever larger steps, and of days
  /// all up to 400 days away; between those, what opens and closes again can be missed. A pair of two numbers is found where a nearby value of the first
  /// changes anything that is read; each is then as near to today's as it can be beside the other.
  public func openers(of action: Int, in invoice: Case) -> [[Change]] {
    OpenerSearch(program, action).openers(in: invoice)
  }
}
