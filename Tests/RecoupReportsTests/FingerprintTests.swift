import RecoupEngine
import RecoupLanguage
import RecoupQuantities
import RecoupReports
import RecoupRules
import Testing

@Suite struct FingerprintTests {
  private static let rules = """
    currency USD
    setting hour = 50 USD
    fact contract: yes or no
    fact reason: one of forgot, refuses
    action remind { title "Remind" chance 40% }
    action press { title "Press" chance 30% }

    """

  private static let file = SourceFile(name: "recoup.rules", text: rules)
  private static let day = CivilDate(iso: "2026-11-20".utf8)

  private static func book() throws -> RuleBook {
    try #require(RulesLoader.load(file) { _, _ in .missing("there are none") }.book)
  }

  private static let invoice = Case(
    facts: [420_000, 47, nil, nil, nil, 1], settings: [nil], done: [.init(times: 2, daysAgo: 9), .never])

  private static func fingerprint(
    _ invoice: Case = invoice, asOf day: CivilDate? = day, resumes: CivilDate? = nil, files: [SourceFile] = [file]
  ) throws -> Fingerprint {
    Fingerprint(
      rules: Fingerprint.rules(files), try book(), invoice, asOf: try #require(day), resumes: resumes)
  }

  /// The rows that the documentation tells, put together once more and by themselves.
  @Test func isWhatTheDocumentationSays() throws {
    func digest(_ row: [[UInt8]]) -> SHA256.Digest {
      SHA256.digest(
        of: row.flatMap { text in (0..<8).map { UInt8(truncatingIfNeeded: text.count >> (56 - 8 * $0)) } + text })
    }
    func texts(_ row: [String]) -> [[UInt8]] { row.map { Array($0.utf8) } }
    let shipped = SourceFile(name: "base", identity: "shipped:base", bytes: Array("x".utf8))
    let rules = digest(texts(["recoup rules 1", "2", "", FingerprintTests.rules, "base", "x"]))
    let facts = [
      "6", "amount", "420000", "days_overdue", "47", "promised_in", "", "pending", "", "contract", "", "reason", "1",
    ]
    let rest = ["1", "hour", "", "2", "remind", "2", "9", "press", "0", "", "0"]
    let invoice = digest(texts(["recoup case 1", "USD", "2026-11-20", ""] + facts + rest))
    let advice = digest(texts(["recoup advice 1", "1"]) + [rules.bytes, invoice.bytes])
    let fingerprint = try FingerprintTests.fingerprint(files: [FingerprintTests.file, shipped])
    #expect(fingerprint.rules == rules)
    #expect(fingerprint.invoice == invoice)
    #expect(fingerprint.advice == advice)
    #expect(fingerprint.short == String(advice.hex.prefix(16)))
  }

  /// Each thing that an advice can depend on has a part in it.
  @Test func everythingCounts() throws {
    var all: [Fingerprint] = [try FingerprintTests.fingerprint()]
    func add(_ change: (inout Case) -> Void) throws {
      var invoice = FingerprintTests.invoice
      change(&invoice)
      all.append(try FingerprintTests.fingerprint(invoice))
    }
    try add { $0.facts[0] = 420_001 }
    try add { $0.facts[1] = -47 }
    try add { $0.facts[2] = 0 }
    try add { $0.facts[4] = 0 }
    try add { $0.facts[4] = 1 }
    try add { $0.facts[5] = nil }
    try add { $0.settings[0] = 5_000 }
    try add { $0.done[0].times = 3 }
    try add { $0.done[0].daysAgo = nil }
    try add { $0.done.swapAt(0, 1) }
    try add { $0.pendingDays = 1 }
    let next = CivilDate(iso: "2026-11-21".utf8)
    all.append(try FingerprintTests.fingerprint(asOf: next))
    all.append(try FingerprintTests.fingerprint(resumes: next))
    let changed = SourceFile(name: "recoup.rules", text: FingerprintTests.rules + "# more\n")
    all.append(try FingerprintTests.fingerprint(files: [changed]))
    all.append(try FingerprintTests.fingerprint(files: [FingerprintTests.file, changed]))
    let shipped = SourceFile(
      name: "recoup.rules", identity: "shipped:recoup.rules", bytes: FingerprintTests.file.bytes)
    all.append(try FingerprintTests.fingerprint(files: [shipped]))
    #expect(Set(all.map { $0.advice }).count == all.count)
  }

  /// What means nothing has no part in it: where a file stands, a pause that is over, an array that is not filled up.
  @Test func whatMeansNothingDoesNotCount() throws {
    let plain = try FingerprintTests.fingerprint()
    let elsewhere = SourceFile(name: "a/b.rules", identity: "/home/a/b.rules", bytes: FingerprintTests.file.bytes)
    #expect(try FingerprintTests.fingerprint(files: [elsewhere]) == plain)
    #expect(try FingerprintTests.fingerprint(resumes: FingerprintTests.day) == plain)
    #expect(try FingerprintTests.fingerprint(resumes: CivilDate(iso: "2026-11-19".utf8)) == plain)
    var short = FingerprintTests.invoice
    short.settings = []
    short.done = [short.done[0]]
    #expect(try FingerprintTests.fingerprint(short) == plain)
    short.done.append(.init(times: 0, daysAgo: 4))
    #expect(try FingerprintTests.fingerprint(short) == plain)
  }
}
