import RecoupTesting

/// The files of a small ledger in which much happens at once.
struct RandomLedger {
  var invoices = "invoice,client,issued,due,currency,total,paid,paid_on,contract,deposit,on_time\n"
  var clients = "client,contract,reason,average_delay\n"
  var journal = ""

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = 1 + random.below(9)
    for index in 0..<count {
      let currency = random.pick(["", "", "EUR", "USD", "USD", "JPY"])
      var row: [String] = [
        "I\(index)", "C\(random.below(3))", random.happens(70) ? RandomLedger.date(&random) : "",
        RandomLedger.date(&random),
        currency, "\(random.number(random.happens(15) ? -500...0 : 1...500))",
        random.happens(40) ? "\(random.below(500))" : "", random.happens(40) ? RandomLedger.date(&random) : "",
        random.pick(["", "", "yes", "no"]), random.pick(["", "", "5", "7 EUR"]), random.pick(["", "", "12.5%"]),
      ]
      // A credit note has nothing paid, or as much as it is.
      if row[5].hasPrefix("-") { row[6] = "" }
      invoices += row.joined(separator: ",") + "\n"
    }
    for client in 0..<random.below(4) {
      clients +=
        "C\(client),\(random.pick(["", "yes", "no"])),\(random.pick(["", "forgot"])),\(random.pick(["", "3"]))\n"
    }
    for _ in 0..<random.below(30) {
      journal += RandomLedger.date(&random) + " " + RandomLedger.event(&random, count) + "\n"
    }
  }

  private static func event(_ random: inout SeededRandom, _ count: Int) -> String {
    if random.happens(15) {
      return "client C\(random.below(3)) set " + random.pick(["contract = yes", "contract = no", "deposit = 9"])
    }
    let name = "I\(random.below(count)) "
    switch random.below(8) {
    case 0, 1, 2: return name + "did " + random.pick(["reminder", "call", "agency", "prayer"])
    case 3:
      return name + "set " + random.pick(["contract = yes", "reason = refuses", "deposit = 4", "average_delay = 8"])
    case 4:
      return name + "promised 2027-01-\(10 + random.below(20))"
        + (random.happens(50) ? " \(1 + random.below(200))" : "")
    case 5, 6: return name + "paid \(1 + random.below(300))"
    default: return name + random.pick(["closed", "paused until 2026-12-01"])
    }
  }

  /// A day near others, so that many fall on the same.
  private static func date(_ random: inout SeededRandom) -> String {
    let month = 1 + random.below(2)
    let day = 10 + random.below(20)
    return random.happens(15) ? "2026-0\(month)-\(day == 29 ? 28 : day)" : "2027-01-\(day)"
  }
}
