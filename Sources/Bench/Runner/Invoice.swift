import RecoupTesting

/// The facts of an invoice of the workload, in the order of its columns: days, cents, hundredths, words and truths by number.
typealias Facts = InlineArray<12, Int64>

/// Makes up invoices of the workload, and writes them in the two forms in which they are read.
struct Invoice {
  static let amount = 1
  static let disputes = ["none", "price", "quality", "quantity", "delivery", "duplicate", "scope", "fraud"]
  /// The columns for tools that count in cents and hundredths.
  static let countedHeader =
    "invoice_id,client,currency,days_overdue,amount_cents,client_on_time_ratio,client_invoices,client_broken_promises,"
    + "dispute,contract,delivery_proof,ongoing_service,last_contact_days,reminders_sent,client_annual_revenue_cents\n"
  /// The columns for `recoup decide --csv`.
  static let writtenHeader =
    "id,days_overdue,amount,on_time,invoices,broken,dispute,contract,proof,ongoing,contact,reminders,revenue\n"

  let number: Int
  let client: Int
  let facts: Facts

  /// The next one. Only whole numbers are reckoned with, so that it is the same on every machine.
  init(_ number: Int, _ random: inout SeededRandom) {
    self.number = number
    client = random.below(40_000)
    func below(_ bound: Int) -> Int64 { Int64(random.below(bound)) }
    /// As many of each size: doubled so often, and then anywhere up to the next.
    func sum(_ least: Int64, doubled most: Int) -> Int64 {
      let low = least << below(most)
      return low + below(Int(low))
    }
    var facts = Facts(repeating: 0)
    facts[0] = below(1 + Int(below(1 + Int(below(560))))) - 10
    facts[1] = sum(2_000, doubled: 14)
    facts[2] = below(101)
    facts[3] = 1 + below(below(10) < 7 ? 200 : 5)
    facts[4] = below(3) == 0 ? below(6) : below(2)
    facts[5] = below(5) < 3 ? 0 : 1 + below(7)
    facts[6] = below(20) < 13 ? 1 : 0
    facts[7] = below(10) < 7 ? 1 : 0
    facts[8] = below(5) < 2 ? 1 : 0
    facts[9] = below(90)
    facts[10] = below(4) == 0 ? below(9) : below(4)
    facts[11] = sum(100_000, doubled: 12)
    self.facts = facts
  }

  /// As one line of cents and hundredths.
  func writeCounted(to output: inout RowText) {
    writeID(to: &output)
    output.add(",Client ")
    output.add(Int64(client), digits: 5)
    output.add(" Logistics GmbH,EUR,")
    for fact in facts.indices {
      if fact > 0 { output.add(",") }
      switch fact {
      case 2: output.addHundredths(facts[fact])
      case 5: output.add(Invoice.disputes[Int(facts[fact])])
      case 6, 7, 8: output.add(facts[fact] == 1 ? "true" : "false")
      default: output.add(facts[fact])
      }
    }
    output.add("\n")
  }

  /// As one line for `recoup decide --csv`.
  func writeWritten(to output: inout RowText) {
    writeID(to: &output)
    for fact in facts.indices {
      output.add(",")
      switch fact {
      case 1, 11: output.addHundredths(facts[fact])
      case 5: output.add(Invoice.disputes[Int(facts[fact])])
      case 6, 7, 8: output.add(facts[fact] == 1 ? "yes" : "no")
      default: output.add(facts[fact])
      }
      if fact == 2 { output.add("%") }
    }
    output.add("\n")
  }

  private func writeID(to output: inout RowText) {
    output.add("INV-")
    output.add(Int64(number), digits: 8)
  }
}

/// Bytes of rows that are being written.
struct RowText {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String) { bytes += text.utf8 }

  /// A number, with zeros in front where it has fewer digits.
  mutating func add(_ number: Int64, digits: Int = 1) {
    let text = String(number.magnitude)
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    for _ in 0..<max(0, digits - text.utf8.count) { bytes.append(UInt8(ascii: "0")) }
    bytes += text.utf8
  }

  /// A number of hundredths, 0 or more, with its point.
  mutating func addHundredths(_ number: Int64) {
    add(number / 100)
    bytes.append(UInt8(ascii: "."))
    add(number % 100, digits: 2)
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
