import RecoupTesting

/// Made-up invoices for the shipped rules, at which a plan is looked for: of all ages and reasons, some with reminders.
enum Portfolio {
  private static let reasons = [
    "forgot", "silent", "short_of_cash", "unhappy", "refuses", "awaiting_approval", "not_received",
  ]

  static let columns = [
    "id", "days_overdue", "amount", "reason", "contract", "proof", "ongoing", "consumer", "past_invoices", "on_time",
    "yearly_revenue", "reminder.times", "reminder.days_ago",
  ]

  static func table(_ count: Int, seed: UInt64 = 2026) -> PlanMeter.Table {
    var random = SeededRandom(seed: seed)
    return PlanMeter.Table(columns: columns, rows: (1...count).map { row($0, &random) })
  }

  private static func row(_ number: Int, _ random: inout SeededRandom) -> [UInt8] {
    var text = RowText()
    func yes(_ percent: Int) -> String { random.happens(percent) ? "yes" : "no" }
    let days = random.below(200) - 10
    text.add("INV-\(number),\(days),")
    text.addHundredths(Int64(2_000 + random.below(900_000)))
    text.add("," + (random.below(3) > 0 ? random.pick(reasons) : ""))
    text.add(",\(yes(50)),\(yes(50)),\(yes(50)),\(yes(20)),\(random.below(30)),\(random.below(101))%,")
    text.addHundredths(Int64(random.below(4_000_000)))
    if days > 5, random.happens(50) {
      text.add(",\(1 + random.below(3)),\(random.below(days))\n")
    } else {
      text.add(",0,\n")
    }
    return text.bytes
  }
}

extension PlanMeter.Table {
  /// As a file.
  var bytes: [UInt8] { Array((columns.joined(separator: ",") + "\n").utf8) + rows.joined() }
}
