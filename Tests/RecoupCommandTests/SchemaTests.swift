import Foundation
import RecoupCommand
import RecoupReports
import RecoupTesting
import Testing

/// Answers in JSON against their documentation: what comes is documented, and what is documented comes.
@Suite struct SchemaTests {
  private static let invoices = """
    invoice,client,issued,due,total,paid,paid_on,reason,contract
    A-1,Acme,2026-06-01,2026-07-01,1000.00,1000.00,2026-07-01,,
    A-2,Acme,2026-10-01,2026-11-01,2000.00,,,,
    B-1,Bolt,2026-09-01,2026-10-01,12000.00,,,short_of_cash,no
    C-1,Cargo,2026-11-01,2026-12-01,700.00,,,,
    D-1,Delta,2025-01-01,2025-02-01,9.00,,,,
    E-1,Echo,2026-05-01,2026-06-01,900.00,,,,
    F-1,Foxtrot,2026-05-01,2026-13-01,900.00,,,,

    """

  /// Commands whose answers, taken together, have every member of their schema.
  private static let commands: [(name: String, lines: [[String]])] = [
    (
      "next",
      [
        ["next"], ["next", "A-2"], ["next", "E-1"], ["next", "B-1"], ["next", "D-1"],
        ["next", "--amount", "4200", "--overdue", "47", "--done", "plan=1", "--set", "hour=600"],
        ["next", "--amount", "900", "--overdue", "52", "--set", "hour=1000"],
        ["next", "--amount", "300", "--overdue", "40", "--set", "hour=300"],
      ]
    ),
    (
      "why",
      [
        ["why", "A-2"], ["why", "B-1", "court"], ["why", "C-1"], ["why", "A-2", "court", "--set", "hour=60"],
        ["why", "--amount", "5", "--overdue", "5", "small"], ["why", "--amount", "5", "--overdue", "5", "informed"],
        ["why", "--amount", "5", "--overdue", "5", "--done", "reminder=1", "reminder"],
      ]
    ),
    (
      "compare",
      [
        ["compare", "A-2"], ["compare", "E-1", "--if", "reason=short_of_cash"], ["compare", "C-1", "--set", "hour=60"],
        ["compare", "E-1", "--change", "action plan { chance 1% }", "--done", "plan=1@20"],
        ["compare", "--amount", "9000", "--overdue", "95", "--done", "plan=1", "--if", "hour=5"],
        ["compare", "A-2", "--vary", "days_overdue"], ["compare", "A-2", "--vary", "reason", "--if", "hour=5"],
        ["compare", "--amount", "9", "--overdue", "700", "--vary", "yearly_revenue=1..2"],
        ["compare", "--amount", "4200", "--overdue", "47", "--done", "plan=1", "--set", "hour=600"],
        ["compare", "--amount", "900", "--overdue", "52", "--set", "hour=1000"],
        ["compare", "--amount", "300", "--overdue", "40", "--set", "hour=300"],
      ]
    ),
    (
      "ask",
      [
        ["ask", "A-2"], ["ask", "E-1"], ["ask", "C-1"], ["ask", "--amount", "9", "--overdue", "700"],
        ["ask", "--amount", "4200", "--overdue", "47", "--done", "plan=1@3", "--set", "hour=60"],
        ["ask", "--amount", "900", "--overdue", "52", "--set", "hour=1000"],
        ["ask", "--amount", "300", "--overdue", "40", "--set", "hour=300"],
      ]
    ),
    ("log", [["log", "A-2", "did", "reminder"]]),
    ("init", [["init", "--in", "other"]]),
    ("check", [["check", "found.rules"], ["check", "wrong.rules"], ["check", "meant.rules"]]),
    ("test", [["test"], ["test", "tested.rules", "--mutate"], ["test", "tested.rules", "--suggest"]]),
    ("diff", [["diff", "old.rules", "tested.rules"], ["diff", "old.rules", "tested.rules", "--lang", "fr"]]),
    ("rules", [["rules"]]),
  ]

  private static func world() throws -> MemoryWorld {
    let small = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Cases/Answers/small.rules")
    let more = """
      fact orders: number
      action small { title "Small" chance 5% requires orders <= 3 requires orders >= 1 }
      action informed { title "Known" chance 5% requires orders is known }
      """
    return MemoryWorld([
      "recoup.rules": try String(contentsOf: small, encoding: .utf8) + more,
      "found.rules": """
      currency USD
      fact insolvent: yes or no
      action call { title "Call" chance 10% requires amount < 0.5 USD }
      action write { title "Write" chance 10% at most 9 times }
      rule "A" { when insolvent then never write because "B" }
      rule "C" { when amount > 1 USD then call 2x likelier because "B" }
      rule "D" { when not amount <= 1 USD then call 2x likelier because "B" }
      """,
      "wrong.rules": "currency USD\nrule \"A\" { when amount < 300 then never agencie because \"B\" }\n",
      "old.rules": """
      currency USD
      action a { title "A" chance 40% }
      action c { title "C" chance 1% }
      rule "Ever" { when amount > 0 USD then a 2x likelier because "So" }
      """,
      "tested.rules": """
      currency USD
      fact told: yes or no
      setting unread = 5%
      action a { title "A" chance 50% }
      action b { title "B" chance 50% requires told }
      rule "Always" { when amount > 0 USD then a 2x likelier because "So" }
      example "Fails" { amount = 5 USD days_overdue = 5 days expect wait expect not a }
      example "Passes" { amount = 5 USD days_overdue = 5 days expect a }
      """,
      "meant.rules": "include \"tested.rules\"\nsetting unraed = 6%\n",
      "invoices.csv": invoices,
      "journal.txt": """
      2026-11-10 E-1 paused until 2026-12-05 "holiday"
      2026-11-20 A-2 did reminder
      2026-11-20 A-2 did remindr

      """,
    ])
  }

  @Test(arguments: commands.map { $0.name }) func answersAreAsDocumented(_ name: String) throws {
    let schema = try #require(AnswerSchema.all.first { $0.command == name })
    let lines = try #require(SchemaTests.commands.first { $0.name == name }).lines
    var seen: Set<String> = []
    for line in lines {
      let world = try SchemaTests.world()
      // Cases that differ are looked for where there are no invoices.
      if name == "diff", line != lines[0] { world.files["invoices.csv"] = nil }
      _ = CommandLineTool.run(line + ["--json"], in: world.world)
      #expect(world.output.last == UInt8(ascii: "\n"), "\(line): \(world.complaints)")
      let answer = try JSONSerialization.jsonObject(with: Data(world.output))
      let members = try #require(answer as? [String: Any])
      #expect(members["schema"] as? String == "recoup/\(name)/1")
      walk(members, "", schema, &seen)
    }
    let missing = schema.members.map { $0.path }.filter { !seen.contains($0) }
    #expect(missing == [], "these never came")
  }

  private func walk(_ value: Any, _ path: String, _ schema: AnswerSchema, _ seen: inout Set<String>) {
    if !path.isEmpty {
      if let member = schema.members.first(where: { $0.path == path }) {
        seen.insert(path)
        #expect(isValid(value, member), "\(path): \(value)")
      } else if !schema.members.contains(where: { $0.path.hasPrefix(path + ".") }) {
        Issue.record("`\(path)` is not documented")
        return
      }
    }
    if let object = value as? [String: Any] {
      for (name, value) in object.sorted(by: { $0.key < $1.key }) {
        let named = path.isEmpty ? name : "\(path).\(name)"
        let any = path + ".*"
        walk(value, schema.members.contains { $0.path == any } ? any : named, schema, &seen)
      }
    } else if let list = value as? [Any] {
      for value in list { walk(value, path + "[]", schema, &seen) }
    }
  }

  private func isValid(_ value: Any, _ member: AnswerSchema.Member) -> Bool {
    if value is NSNull { return member.isOptional }
    let isTruth = (value as? NSNumber).map { isBoolean($0) } ?? false
    switch member.kind {
    case .text: return value is String
    case .date: return (value as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
    case .truth: return isTruth
    case .integer: return !isTruth && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } == true
    case .number: return !isTruth && value is NSNumber
    case .list: return value is [Any]
    case .object: return value is [String: Any]
    case .value: return value is String || value is NSNumber
    }
  }

  /// Whether a number of Foundation's was `true` or `false` in JSON.
  private func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

  @Test func everySchemaHasItsPage() {
    #expect(AnswerSchema.all.map { $0.command } == SchemaTests.commands.map { $0.name })
    for schema in AnswerSchema.all {
      let paths = schema.members.map { $0.path }
      #expect(Set(paths).count == paths.count, "\(schema.command)")
      for line in schema.page.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
      for member in schema.members {
        let parent = member.path.split(separator: ".").dropLast().joined(separator: ".")
        let list = parent.hasSuffix("[]") ? String(parent.dropLast(2)) : parent
        #expect(parent.isEmpty || paths.contains(parent) || paths.contains(list), "\(member.path) hangs in the air")
      }
    }
  }
}
