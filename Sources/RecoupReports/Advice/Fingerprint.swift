public import RecoupEngine
public import RecoupLanguage
public import RecoupQuantities
public import RecoupRules

/// What an advice was given by, in digests: the same rules and the same case have the same fingerprint, and give the same
/// advice, to the last bit.
///
/// What is hashed is a row of texts, each as its length in bytes (eight bytes, the most significant first) and then its
/// bytes in UTF-8. A number is its decimal text. `recoup help provenance` lists the rows.
public struct Fingerprint: Hashable, Sendable {
  /// The digest of the rules and of the case together: it stands for the whole advice.
  public let advice: SHA256.Digest
  /// The digest of all files of the rules.
  public let rules: SHA256.Digest
  /// The digest of what is known of the invoice on the day.
  public let invoice: SHA256.Digest
  /// The day of the advice.
  public let asOf: CivilDate

  /// Takes the fingerprint of an advice.
  ///
  /// - Parameters:
  ///   - rules: The digest of the rules: see `rules(_:)`.
  ///   - book: What these rules say.
  ///   - invoice: The case as of the day of the advice.
  ///   - resumes: The first day after a pause, if there is one.
  public init(
    rules: SHA256.Digest, _ book: RuleBook, _ invoice: Case, asOf: CivilDate, resumes: CivilDate? = nil
  ) {
    self.rules = rules
    self.asOf = asOf
    self.invoice = Fingerprint.digest(of: invoice, book, asOf: asOf, resumes: resumes.flatMap { $0 > asOf ? $0 : nil })
    var row = Row("recoup advice 1")
    row.add(Advisor.semantics)
    row.add(rules.bytes)
    row.add(self.invoice.bytes)
    advice = row.digest
  }

  /// The first digits of the advice's digest, as a line of the journal has them.
  public var short: String { String(advice.hex.prefix(16)) }

  /// The digest of rules: of all their files, in the order in which they were read.
  ///
  /// A shipped file has its name; a file by path has none, so that it may be called from any folder.
  public static func rules(_ files: [SourceFile]) -> SHA256.Digest {
    var row = Row("recoup rules 1")
    row.add(Int64(files.count))
    for file in files {
      row.add(file.identity == "shipped:" + file.name ? file.name : "")
      row.add(file.bytes)
    }
    return row.digest
  }

  private static func digest(of invoice: Case, _ book: RuleBook, asOf: CivilDate, resumes: CivilDate?) -> SHA256.Digest
  {
    var row = Row("recoup case 1")
    row.add(book.currency.code)
    row.add(asOf.iso)
    row.add(resumes?.iso ?? "")
    row.add(Int64(book.facts.count))
    for (index, fact) in book.facts.enumerated() {
      row.add(fact.name)
      row.add(index < invoice.facts.count ? invoice.facts[index] : nil)
    }
    row.add(Int64(book.settings.count))
    for (index, setting) in book.settings.enumerated() {
      row.add(setting.name)
      row.add(index < invoice.settings.count ? invoice.settings[index] : nil)
    }
    row.add(Int64(book.actions.count))
    for (index, action) in book.actions.enumerated() {
      let done = index < invoice.done.count ? invoice.done[index] : .never
      row.add(action.name)
      row.add(done.times)
      // Without meaning where it was never done.
      row.add(done.times > 0 ? done.daysAgo : nil)
    }
    row.add(invoice.pendingDays)
    return row.digest
  }
}

/// A row of texts on the way to its digest.
private struct Row {
  private var hash = SHA256()

  init(_ title: String) { add(title) }

  var digest: SHA256.Digest { hash.digest }

  mutating func add(_ bytes: [UInt8]) {
    let length = UInt64(bytes.count)
    hash.update(stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: length >> UInt64($0)) })
    hash.update(bytes)
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// A number, or nothing, which is the empty text.
  mutating func add(_ number: Int64?) { add(number.map { String($0) } ?? "") }
}
