import RecoupLanguage
import RecoupRules
import Testing

/// What decisions do not show: the texts of included files, their languages, and the order of things.
@Suite struct IncludedTextTests {
  private static func load(_ root: String, _ files: [String: String]) -> LoadedRules {
    RulesLoader.load(SourceFile(name: "my.rules", text: root)) { name, _ in
      files[name].map { .found(SourceFile(name: name, text: $0)) } ?? .missing("there is none")
    }
  }

  private static func book(_ root: String, _ files: [String: String]) throws -> RuleBook {
    let loaded = load(root, files)
    return try #require(loaded.book, "\(loaded.problems.map { $0.message })")
  }

  private static let french = """
    language fr
    currency EUR
    setting hour "Une heure" en "An hour" = 50 EUR
    setting rate "Un taux" = 5%
    fact reason "Pourquoi ?": one of forgot "Un oubli", silent
    fact proof "Une preuve ?": yes or no
    action call { title "Appeler" en "Call" chance 50% requires proof because "Il faut une preuve" }
    action remind { title "Relancer" chance 40% }
    rule "Oubli" en "Forgotten" { when reason is forgot then call 2x likelier because "Un oubli" }
    example "Un exemple" { amount = 5 EUR days_overdue = 3 days expect nothing }
    """

  @Test func everyTextIsInTheLanguageOfItsFile() throws {
    let root = """
      include "french"
      setting rate "A rate" = 6%
      setting hour = 60 EUR
      fact proof: yes or no = yes
      fact reason "Why?": one of forgot, silent
      change action remind { title "Remind" fr "Relancer encore" }
      rule "Mine" { when proof then call 2x likelier because "x" }
      """
    let book = try IncludedTextTests.book(root, ["french": IncludedTextTests.french])
    #expect(book.language == "en")
    #expect(book.settings.map { $0.name } == ["hour", "rate"])
    #expect(book.settings[0].label?.language == "fr")
    #expect(book.settings[0].label?.text(in: "en") == "An hour")
    #expect(book.settings[1].label == LocalizedText("A rate"))
    let proof = try #require(book.fact(named: "proof").map { book.facts[$0] })
    #expect(proof.question == LocalizedText("Une preuve ?", language: "fr"))
    #expect(proof.defaultValue?.kind == .literal(1))
    let reason = try #require(book.fact(named: "reason").map { book.facts[$0] })
    #expect(reason.question == LocalizedText("Why?"))
    #expect(reason.words.map { $0.label } == [LocalizedText("Un oubli", language: "fr"), nil])
    #expect(book.actions[0].title.language == "fr")
    #expect(book.actions[0].title.text(in: "en") == "Call")
    #expect(book.actions[0].title.text(in: "de") == "Appeler")
    #expect(book.actions[0].requirements[0].reason?.language == "fr")
    #expect(book.actions[1].title.language == "en")
    #expect(book.actions[1].title.text(in: "fr") == "Relancer encore")
    #expect(book.rules.map { $0.name.original } == ["Oubli", "Mine"])
    #expect(book.rules.map { $0.name.language } == ["fr", "en"])
    #expect(book.rules[0].name.text(in: "en") == "Forgotten")
  }

  @Test func theOutermostLanguageIsThatOfTheAnswers() throws {
    let files = ["english": "currency EUR action call { title \"Call\" chance 50% }"]
    #expect(try IncludedTextTests.book("language fr include \"english\"", files).language == "fr")
    #expect(try IncludedTextTests.book("include \"english\" language fr", files).actions[0].title.language == "en")
    #expect(try IncludedTextTests.book("include \"french\"", ["french": IncludedTextTests.french]).language == "en")
  }

  /// The examples of an included file speak about that file as it stands.
  @Test func examplesAreThoseOfTheOutermostFile() throws {
    let root = "include \"french\" example \"Mine\" { amount = 5 EUR days_overdue = 3 days expect call }"
    let book = try IncludedTextTests.book(root, ["french": IncludedTextTests.french])
    #expect(book.examples.map { $0.name } == ["Mine"])
    let same = "include \"french\" example \"Un exemple\" { amount = 5 EUR days_overdue = 3 days expect call }"
    #expect(try IncludedTextTests.book(same, ["french": IncludedTextTests.french]).examples.count == 1)
  }

  @Test func placesNameTheFileThatTheyAreIn() throws {
    let root = "include \"a\" include \"b\" change action of_a { cost 1 EUR }"
    let files = [
      "a": "include \"c\" action of_a { title \"A\" chance 50% }", "b": "action of_b { title \"B\" chance 50% }",
      "c": "currency EUR action of_c { title \"C\" chance 50% }",
    ]
    let loaded = IncludedTextTests.load(root, files)
    #expect(loaded.files.map { $0.name } == ["my.rules", "a", "c", "b"])
    let book = try #require(loaded.book)
    #expect(book.actions.map { $0.name } == ["of_c", "of_a", "of_b"])
    #expect(book.actions.map { loaded.files[Int($0.span.file)].text($0.span) } == ["of_c", "of_a", "of_b"])
    let cost = try #require(book.actions[1].cost)
    #expect(loaded.files[Int(cost.span.file)].text(cost.span) == "1 EUR")
  }

  /// A hundred files deep is an error, not a crash.
  @Test func includesMayNotGoOnForEver() {
    let loaded = RulesLoader.load(SourceFile(name: "0", text: "currency EUR include \"1\"")) { name, _ in
      .found(SourceFile(name: name, text: "include \"\((Int(name) ?? 0) + 1)\""))
    }
    #expect(loaded.book == nil)
    #expect(loaded.problems.map { $0.code } == [.missingInclude])
    #expect(loaded.files.count <= 102)
  }

  /// A file may be reached by very many routes; it is read once.
  @Test func manyRoutesAreNoTrouble() throws {
    var reads = 0
    let levels = 40
    let loaded = RulesLoader.load(SourceFile(name: "0", text: "include \"1a\" include \"1b\"")) { name, _ in
      reads += 1
      let level = (Int(name.dropLast()) ?? 0) + 1
      let next = level <= levels ? "include \"\(level)a\" include \"\(level)b\"" : "currency EUR"
      return .found(SourceFile(name: name, text: next))
    }
    #expect(loaded.problems.isEmpty)
    #expect(loaded.files.count == 2 * levels + 1)
    #expect(reads == 4 * levels - 2)
  }
}
