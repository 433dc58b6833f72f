/// The invoices, clients and journal in a folder.
struct Folder {
  /// The options that say how the files are to be read.
  static var options: [Arguments.Option] {
    [
      .init("--columns", "NAME=HEADER,...", help: "Which header means which column"),
      .init("--dates", "dmy|mdy|ymd", help: "The order of dates that are not like 2026-11-22"),
      .init("--decimal", "point|comma", help: "Amounts are written 1,234.50 or 1.234,50"),
      .init("--rate", "EUR = 1.08 USD", help: "What another currency is worth in that of the rules"),
    ]
  }
}
