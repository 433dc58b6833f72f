import RecoupLanguage
import RecoupReports
import RecoupRules
import RecoupShippedRules
import Testing

/// A bad rules file with what must be found in it, one line a problem: `line:column code`, or also `: message`.
struct MistakeRow: CustomTestStringConvertible {
  var testDescription: String
  var bytes: [UInt8]
  var expected: [String]

  /// A file of any bytes.
  init(_ name: String, bytes: [UInt8], _ expected: String...) {
    testDescription = name
    self.bytes = bytes
    self.expected = expected
  }

  /// A file that begins with `currency USD` on its first line.
  init(_ name: String, _ text: String, _ expected: String...) {
    testDescription = name
    bytes = Array(("currency USD\n" + text).utf8)
    self.expected = expected
  }

  /// A file with an action and a rule; `when` stands on line 4, `then` on line 5.
  init(_ name: String, when: String = "pending", then: String = "wait", _ expected: String...) {
    testDescription = name
    let action = #"action call { title "Call" chance 10% }"#
    let rule = "rule \"R\" {\n  when \(when)\n  then \(then)\n  because \"x\"\n}"
    bytes = Array("currency USD\n\(action)\n\(rule)\n".utf8)
    self.expected = expected
  }

  /// What is found in the file, with messages where the expectation has some.
  var found: [String] {
    let loaded = load(bytes)
    return loaded.problems.enumerated().map { index, problem in
      let file = loaded.files[Int(problem.span.file)]
      let place = file.position(of: Int(problem.span.lower))
      let short = "\(place.line):\(place.column) \(problem.code.rawValue)"
      let hasMessage = index < expected.count && expected[index].contains(": ")
      return hasMessage ? short + ": " + problem.message + (problem.help.map { " (\($0))" } ?? "") : short
    }
  }
}

/// Loads a file that includes nothing but shipped rules and itself, under the name "self".
func load(_ bytes: [UInt8]) -> LoadedRules {
  let root = SourceFile(name: "my.rules", bytes: bytes)
  return RulesLoader.load(root) { name, _ in
    if name == "self" { return .found(root) }
    return ShippedRules.bytes(of: name).map { .found(SourceFile(name: name, bytes: $0)) } ?? .missing("there is none")
  }
}

/// How a terminal without colours shows the problems of a text.
func rendering(_ text: String) -> String {
  let loaded = load(Array(text.utf8))
  return DiagnosticReport(loaded.files).text(loaded.problems, .human)
}
