public import RecoupRules

/// What the reader of includes answers.
public enum IncludeResult: Sendable {
  /// The file.
  case found(SourceFile)
  /// Why there is none, in a few words.
  case missing(String)
}

/// A rules file with all that it includes, read and checked.
public struct LoadedRules: Sendable {
  /// The files, the outermost first; a span's `file` is an index here.
  public var files: [SourceFile]
  /// The rule book, if there was no problem.
  public var book: RuleBook?
  /// All problems, those of the outermost file first, each file's by place.
  public var problems: [Diagnostic]
  /// The same problems before those of one unknown name or other currency were gathered: one for each place.
  public var everyPlace: [Diagnostic]
}

/// Reads and checks rules files.
public enum RulesLoader {
  /// Reads `root` and its includes, and checks them as one program.
  ///
  /// - Parameter include: Gives the file of an include by its name and the file that names it.
  public static func load(_ root: SourceFile, include: (String, SourceFile) -> IncludeResult) -> LoadedRules {
    var reader = Reader()
    reader.read(root, chain: [], include: include)
    var checker = Checker(reader.files, order: reader.order, includes: reader.includes, complete: reader.isComplete)
    let book = checker.run()
    var problems = reader.problems + checker.problems
    problems.sort { ($0.span.file, $0.span.lower, $0.span.upper) < ($1.span.file, $1.span.lower, $1.span.upper) }
    return LoadedRules(
      files: reader.files.map { $0.source }, book: problems.isEmpty ? book : nil, problems: gathered(problems),
      everyPlace: problems)
  }

  /// Gathers the places of the same unknown name or other currency into one problem: one declaration may mend them all.
  private static func gathered(_ problems: [Diagnostic]) -> [Diagnostic] {
    var gathered: [Diagnostic] = []
    var first: [String: Int] = [:]
    for problem in problems {
      switch problem.code {
      case .unknownName, .unknownAction, .unknownWord, .wrongCurrency:
        if let index = first[problem.message] {
          gathered[index].alsoAt(problem.span)
          continue
        }
        first[problem.message] = gathered.count
      default: break
      }
      gathered.append(problem)
    }
    return gathered
  }
}

/// A file with what the parser made of it.
struct ParsedFile {
  var source: SourceFile
  var tree: Syntax.File
}

extension Syntax.File {
  /// The lexer's problems without those that lie in what was skipped for another.
  fileprivate func kept(_ problems: [Diagnostic]) -> [Diagnostic] {
    var skipped = unread[...]
    return problems.sorted { $0.span.lower < $1.span.lower }.filter { problem in
      while let first = skipped.first, first.upper <= problem.span.lower { skipped.removeFirst() }
      return problem.code == .notUTF8 || skipped.first.map { problem.span.lower < $0.lower } ?? true
    }
  }
}

/// Reads files and follows their includes, each file once.
private struct Reader {
  var files: [ParsedFile] = []
  /// The files, included ones before those that include them.
  var order: [Int] = []
  /// Which files a file includes, itself and all that those include among them.
  var includes: [Set<Int>] = []
  var problems: [Diagnostic] = []
  /// Whether every include could be read.
  var isComplete = true

  @discardableResult
  mutating func read(_ source: SourceFile, chain: [Int], include: (String, SourceFile) -> IncludeResult) -> Int {
    let index = files.count
    var lexer = Lexer(source, file: index)
    lexer.run()
    var parser = Parser(source, tokens: lexer.tokens)
    parser.run()
    isComplete = isComplete && lexer.isText && !parser.tree.lacksInclude
    problems += parser.tree.kept(lexer.problems) + parser.problems
    files.append(ParsedFile(source: source, tree: parser.tree))
    includes.append([index])
    for declaration in parser.tree.declarations {
      guard case .include(let name) = declaration else { continue }
      switch include(name.text, source) {
      case .missing(let reason):
        problems.append(.missingInclude(name.text, reason: reason, at: name.span))
        isComplete = false
      case .found(let file):
        follow(file, name, from: index, chain: chain + [index], include: include)
      }
    }
    order.append(index)
    return index
  }

  private mutating func follow(
    _ file: SourceFile, _ name: Syntax.Name, from index: Int, chain: [Int],
    include: (String, SourceFile) -> IncludeResult
  ) {
    if let known = files.firstIndex(where: { $0.source.identity == file.identity }) {
      if let start = chain.firstIndex(of: known) {
        let names = chain[start...].map { files[$0].source.name } + [file.name]
        problems.append(.circularInclude(names, at: name.span))
        isComplete = false
      } else {
        includes[index].formUnion(includes[known])
      }
    } else if chain.count >= 100 {
      problems.append(.missingInclude(name.text, reason: "files are included 100 deep here", at: name.span))
      isComplete = false
    } else {
      let read = read(file, chain: chain, include: include)
      includes[index].formUnion(includes[read])
    }
  }
}
