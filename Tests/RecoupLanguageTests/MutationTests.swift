import RecoupLanguage
import RecoupReports
import RecoupRules
import RecoupShippedRules
import RecoupTesting
import Testing

/// The shipped rules with mistakes put in at random.
@Suite struct MutationTests {
  /// What the places share, with a currency, and a place that includes it.
  private static let texts = [
    "currency USD\n" + String(decoding: ShippedRules.bytes(of: "base") ?? [], as: UTF8.self),
    String(decoding: ShippedRules.bytes(of: "us") ?? [], as: UTF8.self),
  ]
  private static let pieces = texts.map { Pieces($0) }

  /// Whatever is done to a file, it is read to its end, and what is said of it lies within it.
  @Test func whatIsSaidLiesInTheFile() {
    for seed in Effort.seeds(100) {
      var random = SeededRandom(seed: seed)
      var bytes = Array(MutationTests.texts[Int(seed % 2)].utf8)
      for _ in 0...random.below(6) { MutationTests.damage(&bytes, &random) }
      let loaded = load(bytes)
      #expect((loaded.book == nil) == !loaded.problems.isEmpty, "seed \(seed)")
      for problem in loaded.problems {
        let spans = [problem.span, problem.fix?.span].compactMap { $0 } + problem.notes.compactMap { $0.span }
        for span in spans {
          let isInside =
            loaded.files.indices.contains(Int(span.file)) && span.lower >= 0 && span.lower <= span.upper
            && Int(span.upper) <= loaded.files[Int(span.file)].bytes.count
          #expect(isInside, "seed \(seed): \(problem)")
        }
        #expect(!problem.message.isEmpty && problem.message.utf8.count < 3100, "seed \(seed): \(problem)")
      }
      let shown = DiagnosticReport(loaded.files).text(loaded.problems, .human)
      #expect(shown.hasSuffix("error\n") || shown.hasSuffix("s\n") || shown.hasSuffix("shown\n"), "seed \(seed)")
    }
  }

  /// Takes bytes out, puts some in, or moves some.
  private static func damage(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let place = random.below(bytes.count)
    let length = min(1 + random.below(random.happens(20) ? 500 : 6), bytes.count - place)
    let stretch = Array(bytes[place..<place + length])
    switch random.below(5) {
    case 0: bytes.removeSubrange(place..<place + length)
    case 1: bytes.insert(contentsOf: stretch, at: place)
    case 2:
      bytes.removeSubrange(place..<place + length)
      bytes.insert(contentsOf: stretch, at: random.below(bytes.count))
    case 3: bytes[place] = UInt8(random.below(256))
    default:
      let signs = [
        "{", "}", "\"", "(", ")", "\n", "\r\n", "\t", "“", "≥", "if ", " then ", "\\", "#", "\u{FEFF}", "é", "==",
      ]
      bytes.insert(contentsOf: random.pick(signs).utf8, at: place)
    }
  }

  /// A word or sign left out, written twice, misspelled, or swapped with its neighbour on the line is one mistake: it
  /// gives one error, or none where the file still makes sense.
  @Test func oneMistakeGivesOneError() {
    for seed in Effort.seeds(300) {
      var random = SeededRandom(seed: seed)
      let (mistake, text) = MutationTests.pieces[Int(seed % 2)].withMistake(&random)
      let problems = load(Array(text.utf8)).problems
      #expect(problems.count <= 1, "seed \(seed): \(mistake): \(problems.map { $0.message })")
    }
  }
}

/// A text cut into words, numbers, texts and signs, and what lies between these.
private struct Pieces {
  private var words: [Substring] = []
  /// What stands before each word, and at the end.
  private var gaps: [Substring] = []

  init(_ text: String) {
    var rest = text[...]
    while !rest.isEmpty {
      let gap = Pieces.gap(rest)
      gaps.append(gap)
      rest = rest[gap.endIndex...]
      guard let first = rest.first else { return }
      var word = rest.prefix(1)
      if first == "\"" {
        word = rest[...(rest.dropFirst().firstIndex(of: "\"") ?? word.startIndex)]
      } else if Pieces.isWordPart(first) {
        word = rest.prefix { Pieces.isWordPart($0) }
      } else if let second = rest.dropFirst().first, second == "=" {
        word = rest.prefix(2)
      }
      words.append(word)
      rest = rest[word.endIndex...]
    }
    gaps.append("")
  }

  /// White space and comments.
  private static func gap(_ rest: Substring) -> Substring {
    var end = rest.startIndex
    while end < rest.endIndex {
      if rest[end] == "#" {
        end = rest[end...].firstIndex(of: "\n") ?? rest.endIndex
      } else if rest[end].isWhitespace {
        end = rest.index(after: end)
      } else {
        break
      }
    }
    return rest[..<end]
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  func withMistake(_ random: inout SeededRandom) -> (String, String) {
    var words = self.words
    var gaps = self.gaps
    let place = random.below(words.count)
    let word = words[place]
    let next = place + 1
    switch random.below(4) {
    // A setting has the type of its value: a unit left out there is missed wherever the setting is used.
    case 0 where !isUnitOfSetting(place):
      words[place] = ""
      return ("without `\(word)`", Pieces.text(words, gaps))
    // Behind `change`, a second `action` begins a declaration of its own.
    case 1 where word != "action":
      words.insert(word, at: place)
      gaps.insert(" ", at: next)
      return ("twice `\(word)`", Pieces.text(words, gaps))
    // Nothing is put between a number and its decimals.
    case 2
    where next < words.count && !gaps[next].contains("\n") && !gaps[next].isEmpty
      && words[next...].dropFirst().first != ".":
      words.swapAt(place, next)
      return ("`\(words[place])` before `\(word)`", Pieces.text(words, gaps))
    default:
      guard word.first?.isLetter == true else { return ("nothing", Pieces.text(words, gaps)) }
      words[place] = Pieces.misspelled(word, &random)
      return ("`\(words[place])` for `\(word)`", Pieces.text(words, gaps))
    }
  }

  private func isUnitOfSetting(_ place: Int) -> Bool {
    let begins = ["setting", "fact", "define", "table", "action", "rule", "example"]
    let entry = words[..<place].last { begins.contains(String($0)) }
    return entry == "setting" && ["USD", "days", "%"].contains(words[place])
  }

  private static func misspelled(_ word: Substring, _ random: inout SeededRandom) -> Substring {
    var letters = Array(word)
    let place = random.below(letters.count)
    switch random.below(3) {
    case 0 where letters.count > 1 && place > 0: letters.remove(at: place)
    case 1 where place > 0: letters.swapAt(place - 1, place)
    default: letters.insert(random.pick(Array("aeiorst")), at: place)
    }
    return Substring(String(letters))
  }

  private static func text(_ words: [Substring], _ gaps: [Substring]) -> String {
    var text = ""
    for (index, word) in words.enumerated() { text += gaps[index] + word }
    return text + (gaps.last ?? "")
  }
}
