import RecoupRules

/// What a shell asks recoup while somebody types, by an option of `recoup completions`.
enum CompletionQuestion: String, CaseIterable, Hashable {
  /// The numbers of the invoices.
  case invoices = "--invoices"
  /// The actions of the rules.
  case actions = "--actions"
  /// The facts and settings of the rules.
  case names = "--names"
  /// What can be varied: the facts, settings and chances of the rules.
  case axes = "--axes"
  /// The facts that the rules ask for, which the journal may hold.
  case facts = "--facts"
  /// What the fact or setting with a name may be, as `reason=forgot`.
  case values = "--values"

  /// Whether it is asked about a name.
  var isAboutName: Bool { self == .values }

  /// The options that say which files are meant, without which the answer is another one.
  static var passedOn: [Arguments.Option] { (RulesChoice.options + Folder.options).filter { $0.value != nil } }

  /// What recoup answers a shell; nothing where the files cannot be read, since nobody has asked for complaints.
  func answer(_ arguments: Arguments, _ world: World) -> [CompletionAnswer] {
    if self == .invoices { return invoiceNumbers(arguments, world).map { CompletionAnswer(name: $0) } }
    var quiet = world
    quiet.complain = { _ in }
    guard let book = try? RulesChoice(world: quiet).usable(arguments).book else { return [] }
    switch self {
    case .invoices: return []
    case .actions: return book.actions.map { CompletionAnswer($0.name, $0.title, book) }
    case .names:
      return book.settableFacts.map { CompletionAnswer($0.name, $0.question, book) }
        + book.settings.map { CompletionAnswer($0.name, $0.label, book) }
    case .axes:
      return book.facts.map { CompletionAnswer($0.name, $0.question, book) }
        + book.settings.map { CompletionAnswer($0.name, $0.label, book) }
        + book.actions.map { CompletionAnswer($0.name + Variation.chance, $0.title, book) }
    case .facts:
      return book.facts.dropFirst(Fact.builtins.count).map { CompletionAnswer($0.name, $0.question, book) }
    case .values: return book.values(of: arguments.value(rawValue) ?? "")
    }
  }
}

extension CompletionAnswer {
  fileprivate init(_ name: String, _ about: LocalizedText?, _ book: RuleBook) {
    self.init(name: name, about: about?.text(in: book.language) ?? "")
  }
}

extension RuleBook {
  /// The facts that can be told: whether a step still runs follows from what was done.
  fileprivate var settableFacts: [Fact] {
    facts.enumerated().filter { $0.offset != Builtin.pending }.map { $0.element }
  }

  /// What the fact or setting with this name may be, where that is one of a few words.
  fileprivate func values(of name: String) -> [CompletionAnswer] {
    let setting = setting(named: name).map { settings[$0].value.type }
    guard let type = setting ?? settableFacts.first(where: { $0.name == name })?.type else { return [] }
    switch type {
    case .truth: return ["yes", "no"].map { CompletionAnswer(name: "\(name)=\($0)") }
    case .choice(let fact): return facts[fact].words.map { CompletionAnswer("\(name)=\($0.name)", $0.label, self) }
    case .money, .days, .number, .percent: return []
    }
  }
}
