import RecoupLedger
import RecoupReports

/// The journal of the folder that `--in` names, or of the current one.
struct Journal {
  let path: String
  private let world: World

  init(_ arguments: Arguments, _ world: World) {
    path = arguments.path(of: "journal.txt")
    self.world = world
  }

  /// The line of an event, which has to fit the ledger and its rules, with the fingerprint of the advice before it.
  ///
  /// - Parameter advice: By what the advice on the day of the event was given, as it was before; nil where there was none.
  func line(
    _ event: String, _ ledger: Ledger, after advice: (JournalEntry) -> Fingerprint?
  ) throws(Stop) -> String {
    JournalLine.text(event, after: advice(try check(event, ledger))?.short)
  }

  /// Refuses a line that does not fit the ledger and its rules, and returns what it says.
  private func check(_ line: String, _ ledger: Ledger) throws(Stop) -> JournalEntry {
    switch ledger.entry(of: line) {
    case .success(let entry): return entry
    case .failure(let problem):
      let help = problem.help.map { "; " + $0 } ?? ""
      throw Stop(
        .findings, "refused: \(Shown.text(problem.message + help))\n  \(Shown.clipped(Shown.text(line), to: 300))")
    }
  }

  /// Adds lines that were checked, and returns once they are on the disk.
  func append(_ lines: [String]) throws(Stop) {
    var wasTorn = false
    do {
      try world.append(path) { last in
        wasTorn = last != nil && last != UInt8(ascii: "\n")
        return JournalLine.bytes(lines.joined(separator: "\n"), afterTornLine: wasTorn)
      }
    } catch {
      throw Stop(.writeFailed, "cannot write \(path): \(error.reason)")
    }
    if wasTorn {
      world.complain(
        "\(Shown.text(path)): the last line had no line end, so it is skipped from now on and marked with \(JournalLine.tornMark); take that word away if the line is whole\n"
      )
    }
  }
}
