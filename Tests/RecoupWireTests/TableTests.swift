import RecoupTesting
import Testing

@testable import RecoupWire

/// Rows of a table, good and bad, each with its answer.
@Suite struct TableTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var input: String
    /// A decision stands as its id alone, an error as `ID! MESSAGE`; quotes of the output are taken off.
    var answers: [String]
    var separator = TableFormat.Separator.comma
    var header: [String]?

    init(
      _ name: String, _ input: String, _ answers: [String], _ separator: TableFormat.Separator = .comma,
      header: [String]? = nil
    ) {
      testDescription = name
      self.input = input
      self.answers = answers
      self.separator = separator
      self.header = header
    }
  }

  private static let head = "id,amount,days_overdue\n"
  private static let all =
    "id,amount,days_overdue,reason,contract,score,on_time,pending,reminder.times,reminder.days_ago\n"
  private static let quotes =
    "the quotes in this row do not pair up; a cell with a quote, a separator or a line end in it stands in quotes, and each quote in it is doubled"

  static let good = [
    Row("a row", head + "a,100,4\n", ["a"]),
    Row("no last line end", head + "a,100,4", ["a"]),
    Row("CRLF", "id,amount,days_overdue\r\na,100,4\r\nb,100,4\r\n", ["a", "b"]),
    Row("CRLF and no last line feed", "id,amount,days_overdue\r\na,100,4\r", ["a"]),
    Row("a header and nothing else", head, []),
    Row("a header without a line end", "id,amount,days_overdue", []),
    Row("a byte-order mark", "\u{FEFF}" + head + "a,100,4\n", ["a"]),
    Row("a byte-order mark before quotes", "\u{FEFF}\"id\",\"amount\",\"days_overdue\"\na,1,1", ["a"]),
    Row("blank lines", "\n\r\n" + head + "\na,100,4\n\r\n\n", ["a"]),
    Row("another order, case and blanks", " Days_Overdue ,AMOUNT,Id\n4,100,a", ["a"]),
    Row("no id", "amount,days_overdue\n100,4", [""]),
    Row("an empty id", head + ",100,4", [""]),
    Row("a column that is no fact", "id,amount,colour,days_overdue\na,100,\"red\n,\",4", ["a"]),
    Row("cells in quotes", head + "\"a\",\"100\",\"4\"\r\n\"b\",1,1", ["a", "b"]),
    Row("an id with all that needs quotes", head + "\"a,\"\"b\"\"\r\nc\",100,4", ["a,\"b\"\r\nc"]),
    Row("a carriage return in an id", head + "a\rb,100,4", ["a\rb"]),
    Row("an id of several bytes", head + "é漢😀,100,4", ["é漢😀"]),
    Row("all values", all + "a,100.50,4,short_of_cash,yes,1.5,95%,2,3,9\n", ["a"]),
    Row("all values with their units", all + "a,100.50 USD,2 weeks,silent,no,1_000,9.5 %,2 days,3,1 week\n", ["a"]),
    Row("all that may be unknown", all + "a,1,1,,,,,,,\n", ["a"]),
    Row("negative values", head + "a,-100,-4", ["a"]),
    Row("semicolons", "id;amount;days_overdue\n\"a;b\";100;4\nc,d;1;1", ["a;b", "c,d"], .semicolon),
    Row("tabs", "id\tamount\tdays_overdue\na,\"b\t100\t4\r\n", ["a,\"b"], .tab),
    Row("no header line", "a,100,4\nb,1,1", ["a", "b"], header: ["id", "amount", "days_overdue"]),
  ]

  static let bad = [
    Row("too few cells", head + "a,100\nb,1,1", ["a! this row has 2 cells, and there are 3 columns", "b"]),
    Row("one cell", head + "a\nb,1,1", ["a! this row has 1 cell, and there are 3 columns", "b"]),
    Row("too many cells", head + "a,1,1,1,\nb,1,1", ["a! this row has 5 cells, and there are 3 columns", "b"]),
    Row("no amount", head + "a,,1", ["a! `amount` is missing: there is no advice without it"]),
    Row("no delay", head + "a,1,", ["a! `days_overdue` is missing: there is no advice without it"]),
    Row(
      "no amount, after a row that has one", head + "a,1,1\nb,,1",
      ["a", "b! `amount` is missing: there is no advice without it"]),
    Row("an amount that is none", head + "a,\"1,5\",1", ["a! `amount`: `1,5` is not a value such as `1234.50`"]),
    Row("a blank amount", head + "a, ,1", ["a! `amount`: ` ` is not a value such as `1234.50`"]),
    Row("a minus alone", head + "a,-,1", ["a! `amount`: `-` is not a value such as `1234.50`"]),
    Row("a point alone", head + "a,1.,1", ["a! `amount`: `1.` is not a value such as `1234.50`"]),
    Row("too precise", head + "a,1.005,1", ["a! `amount`: `1.005` has more than 2 decimals"]),
    Row("too large", head + "a,92233720368547758.08,1", ["a! `amount`: `92233720368547758.08` is too large"]),
    Row("the largest", head + "a,92233720368547758.07,1", ["a"]),
    Row("half a day", head + "a,1,1.5", ["a! `days_overdue`: `1.5` must be whole"]),
    Row("neither yes nor no", all + "a,1,1,,true,,,,,", ["a! `contract`: `true` is neither `yes` nor `no`"]),
    Row("no word", all + "a,1,1,forgto,,,,,,", ["a! `reason`: `forgto` is none of its words; did you mean `forgot`?"]),
    Row(
      "no percentage", all + "a,1,1,,,,95,,,",
      ["a! `on_time`: `95` is no percentage: write it with its sign, such as `35%`"]),
    Row("pending below 0", all + "a,1,1,,,,,-1,,", ["a! `pending` must not be negative"]),
    Row("times below 0", all + "a,1,1,,,,,,-1,", ["a! `reminder.times` must not be negative"]),
    Row("times that are none", all + "a,1,1,,,,,,x,", ["a! `reminder.times`: `x` is not a value such as `3`"]),
    Row("half a time", all + "a,1,1,,,,,,1.5,", ["a! `reminder.times`: `1.5` must be whole"]),
    Row("days ago below 0", all + "a,1,1,,,,,,1,-1", ["a! `reminder.days_ago` must not be negative"]),
    Row(
      "days ago alone", all + "a,1,1,,,,,,,3",
      ["a! `reminder.days_ago` is given, and `reminder.times` is 0 or not known"]),
    Row(
      "never, and yet days ago", all + "a,1,1,,,,,,0,3",
      ["a! `reminder.days_ago` is given, and `reminder.times` is 0 or not known"]),
    Row("days ago of the row before", all + "a,1,1,,,,,,1,3\nb,1,1,,,,,,0,", ["a", "b"]),
    Row("a quote within a cell", head + "a,1\",1\nb,1,1", ["a! " + quotes, "b"]),
    Row("something behind a quote", head + "a,\"1\"0,1\nb,1,1", ["a! " + quotes, "b"]),
    Row("a quote that is not closed", head + "a,\"1,1\nb,1,1\nc,1,1\n", ["a! " + quotes, "b", "c"]),
    Row("a quote that is closed too late", head + "a,\"1,1\nb,1,1\nc,\"1\",1\n", ["a! " + quotes, "b", "c"]),
    Row("a quote at the end", head + "b,1,1\na,1,\"", ["b", "a! " + quotes]),
    Row("a carriage return behind a quote", head + "a,\"1\"\r,1\nb,1,1", ["a! " + quotes, "b"]),
    Row("a line end behind quotes is a row", head + "a,\"1\n\nb,1,1", ["a! " + quotes, "b"]),
    Row(
      "quotes where there are none", "id\tamount\tdays_overdue\na\t\"1\"\t1",
      ["a! `amount`: `\"1\"` is not a value such as `1234.50`"], .tab),
  ]

  @Test(arguments: good + bad) func eachRowHasItsAnswer(_ row: Row) throws {
    let run = TableRun(format: TableFormat(row.separator, header: row.header))
    let (output, failures) = try run.decide(Array(row.input.utf8))
    let answers = try Cells.rows(output, row.separator).map { cells -> String in
      #expect(cells.count == 9)
      #expect((cells[3] == "") == (cells[8] != ""))
      return cells[0] + (cells[8].isEmpty ? "" : "! " + cells[8])
    }
    #expect(answers == row.answers)
    #expect(failures == row.answers.count { $0.contains("! ") })
  }

  /// The columns are what a line of JSON says.
  @Test func aDecisionInFull() throws {
    #expect(
      try TableRun().lines(TableTests.all + "a,1000,40,forgot,yes,1,30%,,1,8\n")
        == "a,plan,,best,plan,19000.0,0.18999999999999995,0,\n")
    #expect(try TableRun().lines(TableTests.all + "a,1000,40,,,,,3,,\n") == "a,wait,3,rule,,,,,\n")
  }

  @Test func whatHoldsForTheRunStandsInForColumns() throws {
    let run = TableRun(set: [("amount", "1000"), ("days_overdue", "40"), ("on_time", "30%"), ("strict", "yes")])
    let given = TableRun(set: [("strict", "yes")])
    let row = try given.lines("id,amount,days_overdue,on_time\na,1000,40,30%\nb,1000,40,\n")
    #expect(try run.lines("id\na\n") + run.lines("id,on_time\nb,\n") == row)
  }

  @Test func bytesThatAreNoText() throws {
    let head = Array(TableTests.head.utf8)
    let (output, failures) = try TableRun().decide(head + [0xFF, 0x2C, 0x31, 0x2C, 0x31, 0x0A])
    #expect(String(decoding: output, as: UTF8.self) == ",,,,,,,,the id is not UTF-8\n")
    #expect(failures == 1)
    let (other, _) = try TableRun().decide(head + [0x61, 0x2C, 0xFF, 0x2C, 0x31, 0x0A])
    #expect(
      String(decoding: other, as: UTF8.self) == "a,,,,,,,,`amount`: `\u{FFFD}` is not a value such as `1234.50`\n")
  }
}

/// A plain reader of the rows that are written.
enum Cells {
  static func rows(_ bytes: [UInt8], _ separator: TableFormat.Separator = .comma) throws -> [[String]] {
    var rows: [[String]] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isInQuotes = false
    var wasClosed = false
    for byte in bytes {
      if byte == 0x22, separator != .tab {
        // Of two quotes, the second opens again what the first has closed.
        if wasClosed { cell.append(byte) }
        wasClosed = isInQuotes
        isInQuotes.toggle()
      } else if !isInQuotes, byte == separator.byte || byte == 0x0A {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
        wasClosed = false
        if byte == 0x0A {
          rows.append(cells)
          cells = []
        }
      } else {
        cell.append(byte)
      }
    }
    try #require(cell.isEmpty && cells.isEmpty && !isInQuotes)
    return rows
  }
}
