import Foundation
import RecoupEditor
@testable import RecoupLanguage
import RecoupRules
import RecoupShippedRules
import RecoupTesting
import Testing

/// The grammar for editors against the lexer: every character of every token has the colour of its kind.
@Suite struct GrammarTests {
  private static let conformance = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Conformance")

  private let grammar: TextMateGrammar

  init() throws { grammar = try TextMateGrammar(Data(RulesGrammar.textMate)) }

  @Test(arguments: ShippedRules.names) func shippedRules(_ name: String) throws {
    let bytes = try #require(ShippedRules.bytes(of: name))
    expectNone(try differences(String(decoding: bytes, as: UTF8.self)))
  }

  @Test func conformanceFiles() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: GrammarTests.conformance.path)
    let files = names.filter { $0.hasSuffix(".rules") }.sorted()
    #expect(files.count > 9)
    for file in files {
      let text = try String(contentsOf: GrammarTests.conformance.appending(path: file), encoding: .utf8)
      expectNone(try differences(text), in: file)
    }
  }

  @Test(arguments: [
    ("nothing", ""),
    ("escapes", #"title "a \"b\" \\" fr "c\n#d" # e "f""#),
    ("an escaped backslash at the end", #"title "\\" chance 5%"#),
    ("a comment with quotes", "# \"a\" fr\nfact a: money"),
    ("a number sign in a text", #"title "No. #3" chance 1%"#),
    ("codes that are words", #"title "a" no "b" is "c" or "d" of "e""#),
    ("a code on the next line", "title \"a\"\n    fr \"b\"\n  # c\n    de\"d\"\n  chance 1%"),
    ("a word of a choice that looks like a code", "fact a: one of ok \"Fine\" fr \"Bien\",\n  no_ \"No\", ko \"Bad\""),
    ("a text at the end of a line, then a word of two letters", "because \"a\"\n}\nfact ok: days"),
    ("two texts in a row", #"include "a" "b" x"#),
    ("units", "90 days 1 day 2 weeks 1week 35% 35 % 4x 1.5x 1_200.50 EUR 0.25"),
    ("days as a type", "fact a: days falling = 5 days\nfact b: days"),
    ("of as a word", #"fee 30% of recovered source "a" as of 2026-11-22 cost 5% of amount"#),
    ("a date that is none", #"source "a" as of 2026-13-45"#),
    ("a difference that looks like a date", "define a = 2026-11-22"),
    ("what is declared and what is named", "action a firmer than b { } change action c { } drop action d"),
    ("names that begin with words", "define if_so = or_not + days_late * min_ - x4"),
    ("words that end like others", "define band = fork - nothing_ + wait1"),
    ("history", "requires a.times >= 1 and a.days_ago < 5 days and at most 3 times"),
    ("symbols", "a<=b>=c!=d<e>f=g+h-i*j/k (l,m):n{o}.p"),
    ("capitals", "Amount USd US USDX_"),
    ("letters outside a to z", "facture_payée été État andé oré minÉ 5 daysé"),
    ("French", "language fr\nsetting a \"Écrire\" en \"Write\" = 1"),
    ("a language of reserved letters", "language no\nlanguage is"),
    ("a text without its end", "title \"a \\\nchance 5%"),
    ("Windows line ends", "title \"a\"\r\n  fr \"b\" # c\r\n  chance 5%\r\n"),
    ("tabs", "\ttitle\t\"a\"\tfr\t\"b\"\tas\tof\t2026-01-01"),
    ("functions", "min(max(1, 2), floor(ceil(3))) + interest(a, b, c)"),
    ("an emoji in a text", "title \"👩🏽‍🔧 é\" chance 1%"),
  ])
  func trickyLines(_ name: String, _ text: String) throws { expectNone(try differences(text)) }

  @Test func everyKeyword() throws {
    for keyword in Keyword.allCases {
      expectNone(try differences("x \(keyword.rawValue) y"), in: keyword.rawValue)
      expectNone(try differences("fact \(keyword.rawValue): money"), in: keyword.rawValue)
      expectNone(try differences("\(keyword.rawValue)_ x\(keyword.rawValue)"), in: keyword.rawValue)
    }
  }

  /// Tokens in any order, each line in braces, since a grammar looks no further than a line.
  @Test func tokensInAnyOrder() throws {
    let others = [
      "a", "ok", "fr", "reminder", "days_late", "x4", "5", "1_200", "0.25", "4x", "1.5x", "USD", "\"\"", "\"a\"",
      #""b # c \" d""#, "5 days", "35 %", "a.times", "a.days_ago", "as of 2026-11-22", "\"a\" fr \"b\"", "action b",
    ]
    let symbols = ["{", "}", "(", ")", ",", ":", ".", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%"]
    let words = Keyword.allCases.map { $0.rawValue }
    for seed in Effort.seeds(100, part: 20) {
      var random = SeededRandom(seed: seed)
      var text = ""
      for _ in 0..<8 {
        var line = ["}"]
        for _ in 0..<12 {
          let next = random.pick(random.pick([others, words, symbols]))
          // What the lexer takes for a date after `as of` is one for the grammar only where no code comes before.
          line.append(line.last == "language" && next.hasPrefix("as") ? "x" : next)
        }
        text += line.joined(separator: " ") + (random.happens(30) ? " } # \"c\"\n" : " }\n")
      }
      expectNone(try differences(text), in: "seed \(seed)")
    }
  }

  /// What Oniguruma and Swift read alike, and what does not look back, so that a search may begin at any place. `\b` is not among it:
  /// Swift sees one between a letter and a digit.
  @Test func usesPlainExpressionsOnly() throws {
    #expect(grammar.expressions.count > 20)
    for expression in grammar.expressions {
      var rest = expression
      for known in [#"\\"#, #"\""#, #"\."#, #"\t"#, #"\r"#, #"\n"#, "(?:", "(?=", "(?!"] {
        rest = rest.replacingOccurrences(of: known, with: " ")
      }
      rest = rest.replacing(/\\x\{[0-9A-F]{2,3}\}/, with: " ")
      for other in ["\\", "(?", "&&", "[[", "++", "*+", "?+", "$"] { #expect(!rest.contains(other), "\(expression)") }
    }
  }

  private func expectNone(_ differences: [String], in file: String = "the text") {
    let shown = differences.prefix(5).joined(separator: "\n")
    #expect(differences.isEmpty, "\(file) has \(differences.count):\n\(shown)")
  }

  /// Where the colours of a text differ from the tokens of the lexer: `LINE:COLUMN TEXT: wanted, found`.
  private func differences(_ text: String) throws -> [String] {
    let source = SourceFile(name: "test", text: text)
    var lexer = Lexer(source, file: 0)
    lexer.run()
    // What colour each byte should have; what is in no token should have none.
    var wanted = [String](repeating: "", count: source.bytes.count)
    let tokens = TokenScope(source: source, tokens: lexer.tokens)
    for (index, token) in lexer.tokens.enumerated() {
      for place in Int(token.span.lower)..<Int(token.span.upper) { wanted[place] = tokens.of(index) }
    }
    for comment in lexer.comments {
      for place in comment.lower..<comment.upper { wanted[place] = "comment.line.number-sign" }
    }
    let scopes = try grammar.scopes(of: text)
    var found: [String] = []
    var place = 0
    for (scalar, names) in zip(text.unicodeScalars, scopes) {
      let name = names.last { !$0.contains(".escape.") } ?? ""
      let plain = name.hasSuffix(".recoup") ? String(name.dropLast(7)) : name
      if plain != wanted[place] {
        let position = source.position(of: place)
        found.append("\(position.line):\(position.column) \(scalar): \(wanted[place]), \(plain)")
      }
      place += String(scalar).utf8.count
    }
    #expect(scopes.count == text.unicodeScalars.count)
    return found
  }
}
