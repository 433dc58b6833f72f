import Foundation

/// A TextMate grammar, read as editors read it: line by line, the earliest match first, of several the first in order.
///
/// It knows the part of the format that the grammar of recoup uses, and refuses all else.
struct TextMateGrammar {
  enum Failure: Error {
    case unknown(String)
    case endless(line: String)
  }

  /// A pattern with what is to be done where it is found.
  struct Rule {
    var id: Int
    var name: String?
    var regex: Regex<AnyRegexOutput>
    var captures: [Int: String]
    var region: Region?
  }

  /// What holds from a `begin` to its `end`.
  struct Region {
    var id: Int
    var end: Regex<AnyRegexOutput>
    /// Rules, and names of what the repository has.
    var patterns: [Pattern]
  }

  indirect enum Pattern {
    case rule(Rule)
    case list([Pattern])
    case include(String)
  }

  private var patterns: [Pattern] = []
  private var repository: [String: Pattern] = [:]
  /// All regular expressions, as they are written.
  private(set) var expressions: [String] = []

  init(_ json: Data) throws {
    guard let top = try JSONSerialization.jsonObject(with: json) as? [String: Any] else { throw Failure.unknown("top") }
    try TextMateGrammar.check(top, has: ["name", "scopeName", "fileTypes", "patterns", "repository"])
    patterns = try list(top["patterns"])
    for (name, pattern) in top["repository"] as? [String: Any] ?? [:] { repository[name] = try read(pattern) }
  }

  // MARK: Reading it

  private static func check(_ object: [String: Any], has known: Set<String>) throws {
    for key in object.keys where !known.contains(key) { throw Failure.unknown(key) }
  }

  private mutating func list(_ json: Any?) throws -> [Pattern] {
    guard let json = json as? [Any] else { throw Failure.unknown("patterns") }
    return try json.map { try read($0) }
  }

  private mutating func read(_ json: Any) throws -> Pattern {
    guard let object = json as? [String: Any] else { throw Failure.unknown("\(json)") }
    if let name = object["include"] as? String, name.hasPrefix("#") {
      try TextMateGrammar.check(object, has: ["include"])
      return .include(String(name.dropFirst()))
    }
    if let match = object["match"] as? String {
      try TextMateGrammar.check(object, has: ["match", "name", "captures"])
      return .rule(try rule(match, object, region: nil))
    }
    if let begin = object["begin"] as? String, let end = object["end"] as? String {
      try TextMateGrammar.check(object, has: ["begin", "end", "name", "patterns"])
      let region = Region(id: expressions.count, end: try regex(end), patterns: try list(object["patterns"]))
      return .rule(try rule(begin, object, region: region))
    }
    try TextMateGrammar.check(object, has: ["patterns"])
    return .list(try list(object["patterns"]))
  }

  private mutating func rule(_ pattern: String, _ object: [String: Any], region: Region?) throws -> Rule {
    var captures: [Int: String] = [:]
    for (key, value) in object["captures"] as? [String: [String: String]] ?? [:] {
      guard let number = Int(key), let name = value["name"], value.count == 1 else { throw Failure.unknown(key) }
      captures[number] = name
    }
    let id = expressions.count
    return Rule(
      id: id, name: object["name"] as? String, regex: try regex(pattern), captures: captures, region: region)
  }

  /// As Oniguruma reads it: by scalars.
  private mutating func regex(_ pattern: String) throws -> Regex<AnyRegexOutput> {
    expressions.append(pattern)
    return try Regex(pattern).matchingSemantics(.unicodeScalar)
  }

  // MARK: Using it

  /// The scopes of every scalar of a text, the outermost first.
  func scopes(of text: String) throws -> [[String]] {
    var all: [[String]] = []
    let patterns = try rules(patterns)
    var open: [(name: String?, region: Region, rules: [Rule])] = []
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = String(String.UnicodeScalarView(line)) + "\n"  // editors give each line with its end, the last one too
      var scopes = [[String]](repeating: [], count: line.unicodeScalars.count)
      var found: [Int: Regex<AnyRegexOutput>.Match?] = [:]
      /// The next match, which is looked for anew only when the last one has been passed.
      func next(_ id: Int, _ regex: Regex<AnyRegexOutput>, from place: String.Index) throws -> Regex<AnyRegexOutput>
        .Match?
      {
        if let known = found[id] {
          guard let match = known else { return nil }
          if match.range.lowerBound >= place { return match }
        }
        let match = try regex.firstMatch(in: line[place...])
        found[id] = .some(match)
        return match
      }
      func add(_ name: String?, _ range: Range<String.Index>) {
        guard let name else { return }
        let lower = line.unicodeScalars.distance(from: line.startIndex, to: range.lowerBound)
        for index in 0..<line.unicodeScalars[range].count { scopes[lower + index].append(name) }
      }
      var place = line.startIndex
      var steps = 0
      while true {
        steps += 1
        if steps > 4 * line.unicodeScalars.count + 16 { throw Failure.endless(line: line) }
        var best: (match: Regex<AnyRegexOutput>.Match, rule: Rule?)?
        if let last = open.last, let match = try next(last.region.id, last.region.end, from: place) {
          best = (match, nil)
        }
        for rule in open.last?.rules ?? patterns {
          guard let match = try next(rule.id, rule.regex, from: place) else { continue }
          if best.map({ match.range.lowerBound < $0.match.range.lowerBound }) ?? true { best = (match, rule) }
        }
        let end = best?.match.range.upperBound ?? line.endIndex
        // What stands before the match, and the match itself, is in the open regions.
        for region in open { add(region.name, place..<end) }
        guard let (match, rule) = best else { break }
        if let rule {
          add(rule.name, match.range)
          for (number, name) in rule.captures.sorted(by: { $0.key < $1.key }) {
            if let range = match.output[number].range { add(name, range) }
          }
          if let region = rule.region { open.append((rule.name, region, try rules(region.patterns))) }
        } else {
          open.removeLast()
        }
        place = end
      }
      all += scopes
    }
    all.removeLast()
    return all
  }

  /// The rules of patterns, in order.
  private func rules(_ patterns: [Pattern]) throws -> [Rule] {
    try patterns.flatMap { pattern in
      switch pattern {
      case .rule(let rule): return [rule]
      case .list(let patterns): return try rules(patterns)
      case .include(let name):
        guard let pattern = repository[name] else { throw Failure.unknown(name) }
        return try rules([pattern])
      }
    }
  }
}
