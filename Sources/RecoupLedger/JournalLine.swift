public import RecoupQuantities

/// Writes lines of the journal.
public enum JournalLine {
  /// What a line ends with that was never finished: it is skipped, whatever stands before.
  public static let tornMark = "#torn"

  /// The bytes to append to the journal for a line of text.
  ///
  /// - Parameter isTorn: Whether the journal has bytes and the last is no line end. The line that was never finished is
  ///   closed off in the same bytes, so that one write does both.
  public static func bytes(_ text: String, afterTornLine isTorn: Bool) -> [UInt8] {
    Array(((isTorn ? " " + tornMark + "\n" : "") + text + "\n").utf8)
  }

  /// Whether a line without its line end was never finished and then closed off.
  static func isClosedOff(_ content: ArraySlice<UInt8>) -> Bool { content.suffix(5).elementsEqual(tornMark.utf8) }

  /// The text of a line from the arguments of `recoup log`: the invoice, or `client` and the client, and the event.
  ///
  /// Each argument is put in quotes where it needs them, and whatever is in them, this is one line without control
  /// characters. Whether it says something that the ledger knows is for `Ledger.entry(of:)` to tell.
  public static func text(on date: CivilDate, _ arguments: [String]) -> String {
    var parts = [date.iso]
    var rest = arguments[...]
    // A name is a name, however it looks; but the first word `client` is not.
    let isClient = rest.first == "client"
    if isClient, let word = rest.popFirst() { parts.append(word) }
    if let name = rest.popFirst() { parts.append(JournalTokens.isBare(name) ? name : JournalTokens.quoted(name)) }
    let event = rest.popFirst()
    if let event { parts += words(event) }
    let wordsBeforeNote: Int? =
      switch event {
      case "did": 1
      case "closed": 0
      case "paused": 2
      case nil: nil
      default: nil
      }
    if let wordsBeforeNote {
      for argument in rest.prefix(wordsBeforeNote) { parts += words(argument) }
      let note = rest.dropFirst(wordsBeforeNote).joined(separator: " ")
      if !note.isEmpty { parts.append(JournalTokens.quoted(note)) }
    } else {
      for argument in rest { parts += words(argument) }
    }
    return parts.joined(separator: " ")
  }

  /// The words of an argument such as `500.00 EUR`, each in quotes if it could not stand bare.
  private static func words(_ argument: String) -> [String] {
    argument.split { $0 == " " }.map { word in
      let word = String(word)
      return word.unicodeScalars.allSatisfy(JournalTokens.isOfWord) ? word : JournalTokens.quoted(word)
    }
  }
}

extension Ledger {
  /// What a line of the journal says, checked against the rules and this ledger, or what is wrong with it.
  ///
  /// A line that `JournalFile` would take in with a problem, for an action that the rules do not have, is refused here.
  public func entry(of line: String) -> Result<JournalEntry, JournalProblem> {
    var reader = JournalReader(names, invoices: invoices, clients: clients, book)
    var unknownAction: JournalProblem?
    do throws(JournalProblem) {
      let entry = try reader.read(line, line: 0, unknownAction: &unknownAction)
      if let unknownAction { return .failure(unknownAction) }
      if let entry { return .success(entry) }
      return .failure(JournalProblem(column: 1, "the line says nothing"))
    } catch {
      return .failure(error)
    }
  }
}
