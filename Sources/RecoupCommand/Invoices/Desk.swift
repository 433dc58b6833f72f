import RecoupEngine
import RecoupLanguage
import RecoupQuantities
import RecoupReports
import RecoupRules
import RecoupShippedRules
import RecoupWire

/// What every command about invoices works with: the rules, the day, the language, and what the user sets for this once.
struct Desk {
  let world: World
  let arguments: Arguments
  let files: [SourceFile]
  let advisor: Advisor
  let asOf: CivilDate
  let tongue: Tongue
  /// What `--set` gives.
  let values: RunValues

  var book: RuleBook { advisor.book }

  /// The options that all these commands share.
  static var options: [Arguments.Option] {
    invoice.grouped(.invoice) + (RulesChoice.options + Folder.options).grouped(.files) + answer.grouped(.answer)
  }

  private static var invoice: [Arguments.Option] {
    [
      .init("--amount", "AMOUNT", help: "What is owed, in the place of an invoice from files"),
      .init("--overdue", "DAYS", help: "How many days late it is; negative before it is due"),
      .init("--set", "NAME=VALUE", help: "A fact or a setting, in the place of what the files say"),
      .init("--done", "ACTION=TIMES[@DAYS]", help: "How often a step was done, and how long ago the last time"),
      .init("--pending", "DAYS", help: "For how many more days the last step is still working"),
    ]
  }

  private static var answer: [Arguments.Option] {
    [
      .init("--as-of", "DATE", help: "The day of the advice, such as 2026-11-22; today if not given"),
      .init("--advice", "DIGITS", help: "The advice that a line of journal.txt names, as it was before that line"),
      .init("--lang", "en|fr", help: "The language of the answer"),
      .init("--json", help: "Answer in JSON: see recoup help json"),
    ]
  }

  /// Which of the values among the arguments stand in the place of what the files say.
  enum Overrides {
    /// None of them.
    case none
    /// Those of `--set`, `--done` and `--pending`.
    case told
    /// Those of `--if` too.
    case all
  }

  /// The old advice that is asked for, if one is.
  let replay: Replay?

  private let overrides: Overrides
  /// The digest of the rules, where the answer tells what it was given by.
  private let rulesDigest: SHA256.Digest?

  /// - Parameters:
  ///   - world: Where the rules are found.
  ///   - rules: The rules; those that the arguments choose if not given.
  init(
    _ arguments: Arguments, _ world: World, _ rules: UsableRules? = nil, _ overrides: Overrides = .told
  ) throws(Stop) {
    replay = try Replay(arguments, world)
    self.world = replay?.past(of: world) ?? world
    self.arguments = arguments
    self.overrides = overrides
    asOf = try Desk.day(arguments.value("--as-of"), "--as-of") ?? replay?.date ?? world.today
    let loaded = if let rules { rules } else { try RulesChoice(world: world).usable(arguments) }
    files = loaded.files
    advisor = Advisor(loaded.book)
    rulesDigest = arguments.has("--json") || replay != nil ? Fingerprint.rules(loaded.files) : nil
    tongue = Desk.tongue(arguments, loaded.book, world)
    values =
      switch overrides {
      case .none: RunValues(loaded.book)
      case .told: try RunValues(arguments, loaded.book)
      case .all: try RunValues(arguments, loaded.book, from: ["--set", "--if"])
      }
  }

  /// Reads a date from an option.
  static func day(_ text: String?, _ option: String) throws(Stop) -> CivilDate? {
    guard let text else { return nil }
    guard let date = CivilDate(iso: text.utf8) else {
      throw Stop(.usage, "`\(option)` needs a date such as 2026-11-22, and this is `\(text)`")
    }
    return date
  }

  /// `--lang`; else the language of the rules, where that is not English; else what the environment asks for.
  static func tongue(_ arguments: Arguments, _ book: RuleBook, _ world: World) -> Tongue {
    if let tongue = arguments.value("--lang").flatMap({ Tongue(rawValue: $0) }) { return tongue }
    if let tongue = Tongue(rawValue: book.language), tongue != .english { return tongue }
    return Tongue(world)
  }

  /// The case with what the options say in the place of what the files say.
  func overridden(_ invoice: Case) throws(Stop) -> Case {
    var invoice = values.over(invoice)
    if overrides == .none { return invoice }
    for text in arguments.all("--done") { try done(text, &invoice) }
    if let text = arguments.value("--pending") {
      invoice.pendingDays = try read(text, .days, "--pending")
      if invoice.pendingDays < 0 { throw Stop(.usage, "`--pending` counts days from 0, and this is `\(text)`") }
    }
    return invoice
  }

  /// `ACTION=TIMES` or `ACTION=TIMES@DAYS`.
  private func done(_ text: String, _ invoice: inout Case) throws(Stop) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw Stop(
        .usage, "`--done` needs ACTION=TIMES or ACTION=TIMES@DAYS, such as reminder=2@9, and this is `\(text)`")
    }
    let action = try self.action(parts[0])
    let counts = parts[1].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let times = Int64(counts[0]), times >= 0 else {
      throw Stop(.usage, "`--done \(text)`: `\(counts[0])` is not how often: write a number from 0")
    }
    let days = counts.count > 1 ? try read(counts[1], .days, "--done \(text)") : nil
    if let days, days < 0 || times == 0 {
      throw Stop(
        .usage, "`--done \(text)`: " + (times == 0 ? "what was never done has no day" : "days ago count from 0"))
    }
    invoice.done[action] = Case.Done(times: times, daysAgo: days)
  }

  /// An action by its name.
  func action(_ name: String) throws(Stop) -> Int {
    if let action = book.action(named: name) { return action }
    let nearest = NearestName.of(name, among: book.actions.map { $0.name })
    let hint =
      nearest.map { "did you mean `\($0)`?" } ?? "there are " + book.actions.map { $0.name }.joined(separator: ", ")
    throw Stop(.usage, "the rules have no action `\(name)`; \(hint)")
  }

  private func read(_ text: String, _ type: ValueType, _ option: String) throws(Stop) -> Int64 {
    do {
      return try ValueReader.read(text, as: type, currency: book.currency)
    } catch {
      throw Stop(.usage, "`\(option)`: \(error.message)")
    }
  }

  /// Whether the arguments tell of an invoice in the place of one from files.
  static func isTold(_ arguments: Arguments) -> Bool {
    arguments.value("--amount") != nil || arguments.value("--overdue") != nil
  }

  var isTold: Bool { Desk.isTold(arguments) }

  /// The invoice that `--amount` and `--overdue` tell of; nil without them.
  func told() throws(Stop) -> (subject: Subject, invoice: Case)? {
    guard let amount = arguments.value("--amount"), let overdue = arguments.value("--overdue") else {
      if arguments.value("--amount") != nil { throw Stop(.usage, "`--amount` needs `--overdue DAYS` beside it") }
      if arguments.value("--overdue") != nil { throw Stop(.usage, "`--overdue` needs `--amount AMOUNT` beside it") }
      return nil
    }
    var facts: [Int64?] = book.facts.map { _ in nil }
    let told = try read(amount, .money, "--amount")
    if told <= 0 { throw Stop(.usage, "`--amount` is what is owed, more than 0, and this is `\(amount)`") }
    facts[RuleBook.Builtin.amount] = told
    facts[RuleBook.Builtin.daysOverdue] = try read(overdue, .days, "--overdue")
    let blank = Case(
      facts: facts, settings: book.settings.map { _ in nil }, done: book.actions.map { _ in .never })
    let invoice = try overridden(blank)
    let owed = Amount(invoice.facts[RuleBook.Builtin.amount] ?? 0, book.currency)
    return (Subject(owed: owed), invoice)
  }

  /// The advice on one invoice.
  func advice(_ invoice: Case, about subject: Subject) throws(Stop) -> Advice {
    try advices([(subject, invoice)])[0]
  }

  /// The advice on many invoices, in their order, on all cores.
  func advices(_ cases: [(subject: Subject, invoice: Case)]) throws(Stop) -> [Advice] {
    let (advisor, asOf) = (advisor, asOf)
    var progress = Progress(world, of: "invoices")
    var advices: [Advice] = []
    // A part at a time, so that somebody who waits sees how far it has come.
    for first in stride(from: 0, to: cases.count, by: 256) {
      let part = cases[first..<min(first + 256, cases.count)]
      let decided = world.gather(part.count) { number in
        let one = part[first + number]
        return try? Advice(advisor, one.invoice, about: one.subject, asOf: asOf)
      }
      for case let advice? in decided { advices.append(advice) }
      progress.step(part.count)
    }
    progress.end()
    if advices.count < cases.count { throw Stop(.fault, "there is no advice without an amount and a delay") }
    if rulesDigest != nil {
      for (place, one) in cases.enumerated() { advices[place].fingerprint = fingerprint(one.invoice, one.subject) }
    }
    return advices
  }

  /// By what the advice on an invoice is given.
  func fingerprint(_ invoice: Case, _ subject: Subject) -> Fingerprint {
    let rules = rulesDigest ?? Fingerprint.rules(files)
    return Fingerprint(rules: rules, book, invoice, asOf: asOf, resumes: subject.pause?.until)
  }

  /// Refuses an old advice that was asked for, where it would not be the same again.
  func verify(_ invoice: Case, _ subject: Subject) throws(Stop) {
    if let replay { try replay.verify(fingerprint(invoice, subject)) }
  }

  /// What is said once below an answer: that it is advice, how old the figures are, and what the rules do not know.
  var note: String {
    let shipped = files.first { ShippedRules.gaps(of: $0.name) != nil && $0.identity == "shipped:" + $0.name }
    let gaps = shipped.flatMap { ShippedRules.gaps(of: $0.name) }.map { tongue == .french ? $0.french : $0.english }
    return Provenance(book).note(files[0].name, gaps: gaps, in: tongue)
  }

  /// What an answer in JSON begins with.
  var frame: AdviceJSON.Frame {
    let settings = arguments.all("--set").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
      .filter { book.setting(named: $0[0]) != nil }.map { (name: $0[0], value: $0[1]) }
    return AdviceJSON.Frame(
      asOf: asOf.iso, rules: files[0].name, tongue: tongue, settings: settings, version: CommandLineTool.version)
  }
}

extension RunValues {
  /// What options such as `--set NAME=VALUE` among arguments give; of two for one name the later one.
  init(_ arguments: Arguments, _ book: RuleBook, from options: [String] = ["--set"]) throws(Stop) {
    self.init(book)
    for option in options {
      for assignment in arguments.all(option) {
        let parts = assignment.split(separator: "=", maxSplits: 1).map(String.init)
        // What another chance would lead to is a change of the rules.
        if option == "--if", ChanceChange.isOne(assignment, book) { continue }
        if parts.count < 2 { throw Stop(.usage, "`\(option)` needs NAME=VALUE, and this is `\(assignment)`") }
        do {
          try set(parts[0], to: parts[1], in: book)
        } catch {
          throw Stop(.usage, "`\(option) \(assignment)`: \(error.message)")
        }
      }
    }
  }
}

extension Tongue {
  /// What the environment asks for.
  init(_ world: World) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { world.environment($0) }.first { !$0.isEmpty }
    self = locale.map { Tongue(locale: $0) } ?? .english
  }
}
