import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupShippedRules
import Testing

/// The rules that come with the product keep to what the product asks of others.
@Suite struct ShippedRulesTests {
  private func file(_ name: String) throws -> SourceFile {
    SourceFile(name: name, bytes: try #require(ShippedRules.bytes(of: name)))
  }

  private func load(_ name: String) throws -> LoadedRules {
    RulesLoader.load(try file(name)) { name, _ in
      ShippedRules.bytes(of: name).map { .found(SourceFile(name: name, bytes: $0)) } ?? .missing("there is none")
    }
  }

  private func book(_ name: String) throws -> RuleBook {
    let loaded = try load(name)
    return try #require(loaded.book, "\(loaded.problems)")
  }

  @Test(arguments: ShippedRules.places) func areWithoutMistakes(_ name: String) throws {
    #expect(try load(name).problems.isEmpty)
  }

  /// What the places share is in no currency: that is all that keeps it from being used alone.
  @Test func theSharedPartLacksOnlyACurrency() throws {
    #expect(try load("base").problems.map { $0.code } == [.missingCurrency])
  }

  /// Where only advice is wanted, the examples at the end are not read.
  @Test(arguments: ShippedRules.places) func areTheSameWithoutTheirExamples(_ name: String) throws {
    var short = try file(name)
    short.readCount = try #require(ShippedRules.startOfExamples(in: name))
    let loaded = RulesLoader.load(short) { name, _ in
      ShippedRules.bytes(of: name).map { .found(SourceFile(name: name, bytes: $0)) } ?? .missing("there is none")
    }
    var whole = try book(name)
    #expect(loaded.book?.examples == [] && !whole.examples.isEmpty)
    whole.examples = []
    #expect(loaded.book == whole)
  }

  @Test(arguments: ShippedRules.names) func areFormatted(_ name: String) throws {
    let file = try file(name)
    guard case .formatted(let text) = RulesFormatter.format(file) else {
      Issue.record("\(name) cannot be formatted")
      return
    }
    #expect(text == String(decoding: file.bytes, as: UTF8.self))
  }

  @Test(arguments: ShippedRules.places) func haveExamplesThatPass(_ name: String) throws {
    let book = try book(name)
    let advisor = Advisor(book)
    #expect(book.examples.count >= 40)
    for example in book.examples { #expect(advisor.check(example).problem == nil, "\(example.name)") }
  }

  /// Every action that can be taken is what some example expects.
  @Test(arguments: ShippedRules.places) func haveAnExampleOfEachAction(_ name: String) throws {
    let book = try book(name)
    var expected: Set<Int> = []
    for example in book.examples {
      for expectation in example.expectations {
        if case .action(let action) = expectation.outcome, !expectation.isNegated { expected.insert(action) }
      }
    }
    let missing = book.actions.indices.filter { !expected.contains($0) }
    #expect(missing.map { book.actions[$0].name } == [])
  }

  /// People are shown every text in either language.
  @Test(arguments: ShippedRules.places) func speakBothLanguages(_ name: String) throws {
    let book = try book(name)
    var texts = book.actions.map { $0.title } + book.actions.flatMap { $0.requirements.compactMap { $0.reason } }
    texts += book.rules.map { $0.name } + book.rules.map { $0.reason }
    texts += book.settings.compactMap { $0.label } + book.facts.compactMap { $0.question }
    for text in texts {
      #expect(text.text(in: "fr") != text.text(in: "en"), "\(text.original)")
    }
  }

  /// A rule's name stands in a table, as the reason for an advice.
  @Test(arguments: ShippedRules.places) func haveShortNames(_ name: String) throws {
    for rule in try book(name).rules {
      for language in ["en", "fr"] { #expect(rule.name.text(in: language).count <= 45, "\(rule.name.original)") }
    }
  }

  /// Every requirement tells why, and no figure stands without its source or a comment.
  @Test(arguments: ShippedRules.places) func sayWhereTheirFiguresComeFrom(_ name: String) throws {
    for action in try book(name).actions {
      for requirement in action.requirements { #expect(requirement.reason != nil, "\(action.name)") }
    }
    for file in Set(["base", name]) {
      let lines = String(decoding: try self.file(file).bytes, as: UTF8.self).split(separator: "\n")
      var open: (name: Substring, isTold: Bool)?
      for line in lines {
        if line.hasPrefix("action ") || line.hasPrefix("change action ") { open = (line, false) }
        if line.hasPrefix("  source ") || line.contains("#") || line.contains("      source ") { open?.isTold = true }
        if line == "}", let action = open {
          #expect(action.isTold, "\(file): \(action.name)")
          open = nil
        }
      }
    }
  }

  /// Users' own files, journals and programs build on these names.
  @Test(arguments: ShippedRules.places) func keepTheirNames(_ name: String) throws {
    let book = try book(name)
    let actions = [
      "resend", "reminder", "call", "other_contact", "fix_work", "terms", "plan", "service_stop", "notice",
      "lawyer_letter", "discount", "agency", "small_claims", "lawsuit", "proof_of_claim", "write_off",
    ]
    let own = ["factoring", "simplified_procedure", "payment_order"]
    #expect(book.actions.map { $0.name }.filter { !own.contains($0) } == actions)
    #expect(book.actions.contains { $0.name == "factoring" })
    #expect(book.actions.contains { $0.name == "payment_order" } == (name == "fr"))
    #expect(book.actions.contains { $0.name == "simplified_procedure" } == (name == "fr"))
    let facts = [
      "reason", "contract", "proof", "ongoing", "consumer", "solvent", "plan_broken", "past_invoices", "on_time",
      "average_delay", "yearly_revenue", "client_owes", "broken_promises",
    ]
    for fact in facts { #expect(book.facts.contains { $0.name == fact }, "\(fact)") }
    let words = [
      "not_received", "forgot", "awaiting_approval", "short_of_cash", "unhappy", "wrong_invoice", "refuses", "silent",
      "insolvent",
    ]
    let reason = try #require(book.facts.first { $0.name == "reason" })
    #expect(reason.words.map { $0.name } == words)
    for setting in ["hour", "cost_of_money", "margin_rate"] {
      #expect(book.settings.contains { $0.name == setting }, "\(setting)")
    }
  }
}
