/// Something that is wrong with a file of the ledger, or worth knowing about it.
public struct LedgerProblem: Hashable, Sendable {
  /// What it costs.
  public enum Severity: Hashable, Sendable {
    /// A row of `invoices.csv` or `clients.csv` is left out.
    case row
    /// A line of the journal is left out, or names an action that the rules do not have.
    case line
    /// Nothing of the file can be read.
    case file
    /// Nothing: it says how the file was read.
    case note
  }

  /// What the file was called by whoever gave it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// What is wrong, one sentence without a capital or a full stop.
  public var message: String
  /// What would be right, if it can be told.
  public var help: String?
  /// What it costs.
  public var severity: Severity

  /// Makes a problem.
  public init(
    file: String, line: Int, column: Int, message: String, help: String? = nil, severity: Severity
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.help = help
    self.severity = severity
  }
}

/// What is wrong at a place that is already known.
struct Complaint: Error, Hashable {
  var message: String
  var help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
