import RecoupCommand
import RecoupTesting
import Testing

/// `compare` with rules of another currency than those of the folder: the same digits would be other money.
@Suite struct CompareCurrencyTests {
  private static let action = #"action ask { title "Ask" chance 50% }"#

  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var arguments: [String]
    var isRefused: Bool
  }

  static let rows = [
    Row(testDescription: "other rules", arguments: ["A-1", "--rules", "euros.rules"], isRefused: true),
    Row(testDescription: "in JSON", arguments: ["A-1", "--rules", "euros.rules", "--json"], isRefused: true),
    Row(
      testDescription: "along a line", arguments: ["A-1", "--rules", "euros.rules", "--vary", "days_overdue"],
      isRefused: true),
    Row(
      testDescription: "a currency that is laid over", arguments: ["A-1", "--change", "currency EUR"], isRefused: true),
    Row(
      testDescription: "a currency laid over for a told one",
      arguments: ["--amount", "900", "--overdue", "9", "--change", "currency EUR"], isRefused: true),
    Row(testDescription: "rules of the same", arguments: ["A-1", "--rules", "dollars.rules"], isRefused: false),
    Row(
      testDescription: "a told one, by one book",
      arguments: ["--amount", "900", "--overdue", "9", "--rules", "euros.rules"],
      isRefused: false),
  ]

  @Test(arguments: rows) func dollarsAreNoEuros(_ row: Row) {
    let world = MemoryWorld([
      "recoup.rules": "currency USD\n" + Self.action, "dollars.rules": "currency USD\n" + Self.action,
      "euros.rules": "currency EUR\n" + Self.action,
      "invoices.csv": "invoice,client,due,total\nA-1,Acme,2026-10-01,900.00\n",
    ])
    let status = CommandLineTool.run(["compare"] + row.arguments, in: world.world)
    #expect(status == (row.isRefused ? .findings : .fine), "\(world.complaints)")
    if row.isRefused {
      #expect(world.complaints.contains(" in USD and "), "\(world.complaints)")
      #expect(world.complaints.contains(" in EUR: "), "\(world.complaints)")
      #expect(world.printed == "")
    }
  }
}
