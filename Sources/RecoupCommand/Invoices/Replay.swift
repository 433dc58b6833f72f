import RecoupLedger
import RecoupQuantities
import RecoupReports

/// An old advice that is asked for again by `--advice`: as of its day, and as if the journal ended before its line.
struct Replay {
  private let recorded: RecordedAdvice
  private let path: String

  /// Finds the advice; nil where none is asked for.
  init?(_ arguments: Arguments, _ world: World) throws(Stop) {
    guard let digits = arguments.value("--advice") else { return nil }
    if arguments.value("--as-of") != nil || Desk.isTold(arguments) {
      throw Stop(.usage, "`--advice` is for an invoice from files, and tells the day itself")
    }
    if digits.utf8.count < 4 || !digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
      throw Stop(.usage, "`--advice` needs 4 digits or more of a fingerprint such as 3f2a9c0d51e7b846")
    }
    guard let invoice = arguments.positional.first else { throw Stop(.usage, "say of which invoice the advice is") }
    path = arguments.path(of: "journal.txt")
    let journal: [UInt8]
    do throws(World.Failure) {
      journal = try world.readFile(path)
    } catch {
      throw Stop(.missingInput, "cannot read \(path): \(error.reason)")
    }
    guard let found = RecordedAdvice.find(digits.lowercased(), of: invoice, in: journal) else {
      throw Stop(.usage, "no line of \(path) names the advice \(digits) on \(Shown.clipped(invoice, to: 60))")
    }
    recorded = found
  }

  /// The day of the advice.
  var date: CivilDate { recorded.date }

  /// The world of then, as far as the journal tells.
  func past(of world: World) -> World {
    var past = world
    past.readFile = { [path, recorded] (asked: String) throws(World.Failure) in
      let bytes = try world.readFile(asked)
      return asked == path ? Array(bytes.prefix(recorded.offset)) : bytes
    }
    return past
  }

  /// Refuses to pass off as the advice of then what rules or files of today make of it.
  func verify(_ fingerprint: Fingerprint) throws(Stop) {
    if fingerprint.advice.hex.hasPrefix(recorded.digits) { return }
    throw Stop(
      .findings,
      "the advice before line \(recorded.line) of \(path) cannot be given again: the rules, the files or the options are other than then\n`--as-of \(recorded.date.iso)` gives that of today's files for that day"
    )
  }
}
