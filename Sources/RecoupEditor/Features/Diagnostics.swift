import RecoupAnalysis
import RecoupEngine
import RecoupLanguage
import RecoupReports
import RecoupRules
import RecoupWire

/// What an editor shows at the places of a program: mistakes, examples that fail, findings.
struct Diagnostics {
  /// How much something matters, as the protocol counts it.
  enum Severity: Int { case error = 1, warning, information }

  /// How many are shown of a file; what is no rules file at all may have a mistake at every byte.
  private static let most = 1000

  let workspace: Workspace
  private var seen: Set<[UInt8]> = []
  /// By address, in the order in which the addresses were met.
  private(set) var lists: [(address: String, entries: [JSON])] = []

  init(_ workspace: Workspace) {
    self.workspace = workspace
    for program in workspace.programs {
      for problem in program.loaded.problems { add(problem, program) }
      guard program.isCurrent, let usable = program.usable else { continue }
      for example in usable.book.examples.indices { add(usable.check(example), usable.book.examples[example], program) }
      for finding in usable.findings ?? [] where finding.kind != .failingExample { add(finding, program) }
    }
  }

  private mutating func add(_ problem: Diagnostic, _ program: Program) {
    let listed = lists.first { $0.address == workspace.address(Int(problem.span.file), of: program) }
    if let listed, listed.entries.count >= Diagnostics.most { return }
    var message = problem.message
    if let help = problem.help { message += "\n" + help }
    for note in problem.notes where note.span == nil { message += "\n" + note.text }
    let places = problem.notes.map { ($0.text, $0.span) }
    add(.error, problem.code.rawValue, message, problem.span, places, problem.fix, program)
  }

  private mutating func add(_ check: ExampleCheck, _ example: Example, _ program: Program) {
    guard let problem = check.problem, let book = program.usable?.book else { return }
    let words = ExampleWords(book)
    func warn(_ message: String, _ span: Span) {
      add(.warning, "failing-example", "“\(example.name)”: " + message, span, [], nil, program)
    }
    switch problem {
    case .failed(let failed):
      for index in failed {
        let expectation = example.expectations[index]
        warn(words.failure(expectation, check.decision), expectation.span)
      }
    case .badGiven(let given):
      warn("this value does not fit, or a count is negative or not whole", example.givens[given].span)
    case .daysWithoutTimes(let action):
      let name = book.actions[action].name
      warn("`\(name).days_ago` is given without `\(name).times`", example.span)
    case .expectsNothing: warn("it has no `expect`, so it could not fail", example.span)
    case .noAdvice(.missing(let fact)): warn("it does not give `\(book.facts[fact].name)`", example.span)
    }
  }

  private mutating func add(_ finding: Finding, _ program: Program) {
    let severity: Severity = finding.weight == .finding ? .warning : .information
    var message = finding.message
    if let help = finding.help { message += "\n" + help }
    for note in finding.notes where note.span == nil { message += "\n" + note.text }
    add(
      severity, finding.kind.rawValue, message, finding.span, finding.notes.map { ($0.text, $0.span) }, finding.fix,
      program)
  }

  private mutating func add(
    _ severity: Severity, _ code: String, _ message: String, _ span: Span, _ notes: [(String, Span?)],
    _ fix: Diagnostic.Edit?, _ program: Program
  ) {
    let place = Diagnostics.place(span, program, workspace)
    var members: [(name: String, value: JSON)] = [
      ("range", place.range), ("severity", .integer(severity.rawValue)), ("code", .string(code)),
      ("source", .string("recoup")), ("message", .string(Shown.lines(message))),
    ]
    let related = notes.compactMap { text, span -> JSON? in
      guard let span, span.file >= 0, workspace.address(Int(span.file), of: program) != nil else { return nil }
      let place = Diagnostics.place(span, program, workspace)
      return .object([
        ("location", .object([("uri", .string(place.address)), ("range", place.range)])),
        ("message", .string(Shown.lines(text))),
      ])
    }
    if !related.isEmpty { members.append(("relatedInformation", .array(related))) }
    let entry = JSON.object(members)
    // Two programs may include one file, with the same mistakes.
    guard seen.insert(Array(place.address.utf8) + entry.bytes).inserted else { return }
    guard let index = lists.firstIndex(where: { $0.address == place.address }) else {
      return lists.append((place.address, [entry]))
    }
    if lists[index].entries.count < Diagnostics.most { lists[index].entries.append(entry) }
  }

  /// Where an editor shows a span: in the shipped rules, which it cannot open, at the line of the outermost document
  /// that includes them; what stands nowhere, at its beginning.
  static func place(_ span: Span, _ program: Program, _ workspace: Workspace) -> (address: String, range: JSON) {
    let file = Int(span.file)
    guard file >= 0, file < program.loaded.files.count else { return (program.root, program.text(0).range(0, 0)) }
    if let address = workspace.address(file, of: program) {
      return (address, program.text(file).range(Int(span.lower), Int(span.upper)))
    }
    let include = program.outlines[0].mentions.first { $0.role == .include }
    return (program.root, program.text(0).range(Int(include?.span.lower ?? 0), Int(include?.span.upper ?? 0)))
  }
}
