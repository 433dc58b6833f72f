public import RecoupAnalysis
public import RecoupLanguage
public import RecoupRules
import RecoupWire

/// Shows which changes of a rules file its examples do not notice.
public struct MutationReport {
  private let book: RuleBook
  private let files: [SourceFile]
  private let mutants: Mutants
  private let outcomes: [MutationTrial.Outcome]

  /// A report on changes of a book that was read from files.
  ///
  /// - Parameter outcomes: What became of each change.
  public init(_ book: RuleBook, _ files: [SourceFile], _ mutants: Mutants, _ outcomes: [MutationTrial.Outcome]) {
    self.book = book
    self.files = files
    self.mutants = mutants
    self.outcomes = outcomes
  }

  // MARK: For a person

  /// The changes that no example notices, those at one place in one entry, and how many are noticed.
  public func text(width: Int = 80) -> String {
    var page = Page(width: width)
    var survivors: [(place: String, words: String, others: String)] = []
    for (mutant, outcome) in zip(mutants.all, outcomes) where !outcome.isNoticed {
      let words = MutantWords(mutant, in: book, files)
      let (place, other) = (RulesPlace(mutant.span, files).text, words.other + told(outcome))
      if let last = survivors.last, last.place == place, last.words == words.before {
        survivors[survivors.count - 1].others += ", " + other
      } else {
        survivors.append((place, words.before, other))
      }
    }
    if !survivors.isEmpty {
      page.line("Changes that no example notices")
      for entry in survivors {
        page.paragraph("\(entry.place): \(entry.words)\(entry.others)", indent: 2, hanging: 2)
      }
      page.blank()
    }
    if !mutants.unread.isEmpty {
      let names = mutants.unread.map { $0.name(in: book) }.joined(separator: ", ")
      page.paragraph("Nothing reads \(names): what stands there was not changed.")
    }
    let noticed = outcomes.count { $0.isNoticed }
    switch mutants.all.count {
    case 0: page.line("There is nothing to change.")
    case 1: page.line(noticed == 1 ? "The only change is noticed." : "The only change is not noticed.")
    default: page.line("\(noticed) of \(mutants.all.count) changes are noticed.")
    }
    return page.text
  }

  private func told(_ outcome: MutationTrial.Outcome) -> String {
    switch outcome {
    case .noticed, .unnoticed: ""
    case .moved(let example): " (other advice in “\(Shown.text(book.examples[example].name))”, which allows it)"
    }
  }

  // MARK: For a program

  /// An object: `changes`, `noticed`, `unread` and `survivors`.
  func write(to json: inout JSONWriter) {
    json.open("{")
    json.member("changes", Int64(mutants.all.count))
    json.member("noticed", Int64(outcomes.count { $0.isNoticed }))
    json.name("unread")
    json.open("[")
    for site in mutants.unread { json.string(site.name(in: book)) }
    json.close("]")
    json.name("survivors")
    json.open("[")
    for (mutant, outcome) in zip(mutants.all, outcomes) where !outcome.isNoticed {
      let words = MutantWords(mutant, in: book, files)
      json.open("{")
      RulesPlace(mutant.span, files).write(to: &json)
      json.member("in", words.owner)
      json.member("from", words.from)
      json.member("to", words.to)
      switch outcome {
      case .moved(let example): json.member("other_advice", book.examples[example].name)
      case .noticed, .unnoticed: json.member("other_advice", nil as String?)
      }
      json.close("}")
    }
    json.close("]")
    json.close("}")
  }
}
