/// A page of help about something else than a command.
struct Topic {
  var name: String
  /// What it is about, in a line.
  var summary: String
  /// The page, in 80 columns; what begins with `  recoup ` is a command that can be typed.
  var page: String
}

extension Topic {
  static var all: [Topic] { [.files, .journal, .rules, .json, .provenance, .status] }
}
