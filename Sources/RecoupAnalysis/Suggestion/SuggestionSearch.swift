public import RecoupEngine
import RecoupRules

/// Looks for examples that exercise what no example does. Every one is replayed before it is suggested.
///
/// The search begins with the cases of the examples that are there, and with a few plain ones, and changes them step by
/// step. What it does not find may still be there to find.
public struct SuggestionSearch: Sendable {
  /// A case that was found.
  public struct Candidate: Sendable {
    var target: Suggestion.Target
    var invoice: Case
    /// What was changed of the case that the search began with.
    var changed: [CaseVariable]
    var advice: Decision.Recommendation
  }

  private let advisor: Advisor
  private let probe: CoverageProbe
  private let starts: [(invoice: Case, decision: Decision)]
  /// What to look for: what is not exercised, then what is not noticed.
  public let targets: [Suggestion.Target]

  /// From so many cases a search for one target begins at most.
  private static let mostStarts = 12
  /// So many searches are made for one target at most, whatever it is that would do.
  private static let mostClimbs = 24
  /// A goal that cannot be reached from so many of them is given up.
  private static let mostFailures = 3

  /// Prepares for looking.
  ///
  /// - Parameters:
  ///   - checks: What came of each example of the book.
  ///   - items: What is not exercised.
  ///   - mutants: The changes that no example notices.
  public init(_ advisor: Advisor, _ checks: [ExampleCheck], items: [CoverageItem], mutants: [Mutant]) {
    self.advisor = advisor
    probe = CoverageProbe(advisor.book)
    let book = advisor.book
    var starts: [(invoice: Case, decision: Decision)] = []
    for (example, check) in zip(book.examples, checks) {
      if let decision = check.decision, let invoice = try? advisor.invoice(of: example) {
        starts.append((invoice, decision))
      }
    }
    for (amount, days) in PlainCases.some {
      let invoice = PlainCases.invoice(amount, days, in: book)
      if let decision = try? advisor.decide(invoice) { starts.append((invoice, decision)) }
    }
    self.starts = starts
    // A rule that never fires is what its effects wait for: they come with it, or are looked for after it.
    targets = items.map { .item($0) } + mutants.map { .mutant($0) }
  }

  // MARK: Finding

  /// The nearest case that was found for a target, with no more facts than it takes.
  public func candidate(for target: Suggestion.Target) -> Candidate? {
    var books = [advisor.book]
    var changed: Advisor?
    if case .mutant(let mutant) = target {
      books.append(mutant.applied(to: advisor.book))
      changed = Advisor(books[1])
    }
    let starts = nearest(to: target).prefix(SuggestionSearch.mostStarts)
    var climbs = SuggestionSearch.mostClimbs
    for goal in Goal.goals(of: target, in: books) where climbs > 0 {
      let climb = Climb(goal, in: books)
      var failures = 0
      for start in starts where climbs > 0 {
        climbs -= 1
        guard let invoice = climb.reach(from: start.invoice) else {
          failures += 1
          if failures == SuggestionSearch.mostFailures { break }
          continue
        }
        guard isHit(target, invoice, changed), let advice = try? advisor.recommendation(on: invoice) else { continue }
        let least = reduced(invoice, advice, target, changed)
        return candidate(least, from: start.invoice, advice, target)
      }
    }
    return changed.flatMap { weighed(target, $0, starts) }
  }

  private func candidate(
    _ invoice: Case, from start: Case, _ advice: Decision.Recommendation, _ target: Suggestion.Target
  ) -> Candidate {
    let changed = invoice.given(in: advisor.book).filter { invoice[$0] != start[$0] }
    return Candidate(target: target, invoice: invoice, changed: changed, advice: advice)
  }

  /// A case in which a change of a number that is weighed turns the advice, among plain amounts and ages.
  private func weighed(
    _ target: Suggestion.Target, _ changed: Advisor, _ starts: ArraySlice<(invoice: Case, decision: Decision)>
  ) -> Candidate? {
    for start in starts.prefix(SuggestionSearch.mostStarts / 2) {
      for other in PlainCases.beside(start.invoice, in: advisor.book) {
        guard isHit(target, other, changed), let advice = try? advisor.recommendation(on: other) else { continue }
        return candidate(reduced(other, advice, target, changed), from: start.invoice, advice, target)
      }
    }
    return nil
  }

  /// The cases to begin with: those first whose advice is an action that the target is about.
  private func nearest(to target: Suggestion.Target) -> [(invoice: Case, decision: Decision)] {
    let actions = target.actions(in: advisor.book)
    let isNear = { (start: (invoice: Case, decision: Decision)) in
      if case .action(let action) = start.decision.recommendation { return actions.contains(action) }
      return false
    }
    let isNext = { (start: (invoice: Case, decision: Decision)) in
      !isNear(start) && start.decision.bestOption?.plan.contains { actions.contains($0.action) } == true
    }
    // Where an action is never the next step, it may be one once all gentler ones are used up.
    let usedUp = actions.sorted().flatMap { action in
      PlainCases.some.dropFirst().compactMap { amount, days -> (invoice: Case, decision: Decision)? in
        let invoice = PlainCases.invoice(amount, days, usedUpTo: action, in: advisor.book)
        return (try? advisor.decide(invoice)).map { (invoice, $0) }
      }
    }
    return starts.filter(isNear) + usedUp + starts.filter(isNext) + starts.filter { !isNear($0) && !isNext($0) }
  }

  private func isHit(_ target: Suggestion.Target, _ invoice: Case, _ changed: Advisor?) -> Bool {
    switch target {
    case .item(let item):
      guard let decision = try? advisor.decide(invoice) else { return false }
      return probe.items(invoice, decision).contains(item)
    case .mutant:
      guard let advice = try? advisor.recommendation(on: invoice), let other = try? changed?.recommendation(on: invoice)
      else { return false }
      return advice != other
    }
  }

  /// The same without what matters neither to the advice nor to the target; settings are left as the rules have them.
  private func reduced(
    _ invoice: Case, _ advice: Decision.Recommendation, _ target: Suggestion.Target, _ changed: Advisor?
  ) -> Case {
    var least = invoice
    var trials: [(inout Case) -> Void] = least.settings.indices.map { index in { $0.settings[index] = nil } }
    for variable in invoice.given(in: advisor.book).reversed() {
      switch variable {
      case .fact(RuleBook.Builtin.amount), .fact(RuleBook.Builtin.daysOverdue): break
      case .fact, .times: trials.append { $0 = $0.with(nil, for: variable) }
      case .daysAgo: break
      }
    }
    for trial in trials {
      var other = least
      trial(&other)
      if other != least, (try? advisor.recommendation(on: other)) == advice, isHit(target, other, changed) {
        least = other
      }
    }
    return least
  }

  // MARK: Choosing

  /// What a case brings of all that is looked for.
  public func gains(of candidate: Candidate) -> [Suggestion.Target] {
    guard let decision = try? advisor.decide(candidate.invoice) else { return [] }
    let items = probe.items(candidate.invoice, decision)
    return targets.filter { target in
      switch target {
      case .item(let item): return items.contains(item)
      case .mutant(let mutant):
        let other = try? Advisor(mutant.applied(to: advisor.book)).recommendation(on: candidate.invoice)
        return other != nil && other != decision.recommendation
      }
    }
  }

  /// The examples that bring most, one after the other, until nothing is left that any of them brings.
  ///
  /// - Parameters:
  ///   - found: Cases, each with what it brings.
  ///   - most: The most examples.
  public func choose(_ found: [(Candidate, [Suggestion.Target])], most: Int) -> [Suggestion] {
    var rest = Set(targets)
    var names = Set(advisor.book.examples.map { $0.name })
    var chosen: [Suggestion] = []
    while chosen.count < most {
      var best: (index: Int, edges: Int, all: Int)?
      for (index, entry) in found.enumerated() {
        let gains = entry.1.filter { rest.contains($0) }
        // What is weighed comes last: an example is there for an edge, and feels a chance by the way.
        let edges = gains.count { !$0.isWeighed }
        if (edges, gains.count) > (best?.edges ?? 0, best?.all ?? 0) { best = (index, edges, gains.count) }
      }
      guard let best else { break }
      let (candidate, gains) = found[best.index]
      let name = candidate.name(in: advisor.book, besides: names)
      names.insert(name)
      chosen.append(
        Suggestion(
          example: candidate.example(called: name, in: advisor.book), target: candidate.target,
          gains: gains.filter { rest.contains($0) }))
      rest.subtract(gains)
    }
    return chosen
  }
}
