public import RecoupQuantities

/// What happened, as one line of the journal says.
public enum JournalEvent: Hashable, Sendable {
  /// A step was taken; `action` is nil if the rules do not have it.
  case did(name: String, action: Int?, note: String?)
  /// A fact became known or changed.
  case set(GivenFact)
  /// The client promised to pay by a day, everything or an amount in the invoice's smallest unit.
  case promised(by: CivilDate, amount: Int64?)
  /// The client paid an amount in the invoice's smallest unit.
  case paid(Int64)
  /// Nothing is to be done before a day.
  case paused(until: CivilDate, reason: String?)
  /// The invoice is done with.
  case closed(reason: String?)
}

/// One line of the journal that could be read.
public struct JournalEntry: Hashable, Sendable {
  /// What an event is about.
  public enum Target: Hashable, Sendable {
    /// An invoice, by its index in the ledger.
    case invoice(Int)
    /// A client, by its index in the ledger.
    case client(Int)
  }

  /// The day of the event.
  public var date: CivilDate
  /// What it is about.
  public var target: Target
  /// What happened.
  public var event: JournalEvent
  /// The line in the journal, from 1.
  public var line: Int

  /// Makes an entry.
  public init(date: CivilDate, target: Target, event: JournalEvent, line: Int) {
    self.date = date
    self.target = target
    self.event = event
    self.line = line
  }

  var moment: Moment { Moment(day: date.dayNumber, place: line) }
}

/// A point of the ledger's time: a day, and a place among what happened on it.
///
/// What the files of invoices say of a day stands before (issued, due) or after (paid) the lines of the journal.
struct Moment: Hashable, Comparable {
  var day: Int64
  var place: Int

  static func start(of day: Int64) -> Moment { Moment(day: day, place: 0) }
  static func paid(on day: Int64) -> Moment { Moment(day: day, place: .max - 1) }
  static func end(of day: Int64) -> Moment { Moment(day: day, place: .max) }
  static let beginning = Moment(day: .min, place: 0)

  static func < (a: Moment, b: Moment) -> Bool { a.day != b.day ? a.day < b.day : a.place < b.place }
}
