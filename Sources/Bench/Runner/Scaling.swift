/// How what a plan takes grows with the size of a made-up rule book, one size at a time.
struct Scaling {
  /// A size of a book.
  enum Size: String, CaseIterable {
    case rules, actions, steps, facts

    /// What is tried; the others stay at `usual`.
    var values: [Int] {
      switch self {
      case .rules: [5, 10, 20, 40, 80, 160]
      case .actions: [2, 4, 6, 8, 12, 16, 20]
      case .steps: [1, 2, 3, 4, 5, 6, 8]
      case .facts: [4, 8, 12, 24, 48, 96]
      }
    }

    var usual: Int {
      switch self {
      case .rules: 20
      case .actions: 8
      case .steps: 4
      case .facts: 12
      }
    }
  }

  /// Microseconds of CPU an invoice, on average.
  struct Point {
    var value: Int
    var time: Double
  }

  /// By size, in the order of `Size.allCases`.
  let points: [[Point]]

  init(rows: Int, _ tell: (String) -> Void) throws {
    points = try Size.allCases.map { size in
      tell("how plans grow with \(size.rawValue)")
      return try size.values.map { value in Point(value: value, time: try Scaling.time(size, value, rows: rows)) }
    }
  }

  /// The mean of a few books, since one may happen to be easy.
  private static func time(_ size: Size, _ value: Int, rows: Int) throws -> Double {
    let books: UInt64 = 5
    var sum = 0.0
    for seed in 1...books {
      func sized(_ other: Size) -> Int { other == size ? value : other.usual }
      let made = MadeUpBook(
        rules: sized(.rules), actions: sized(.actions), steps: sized(.steps), facts: sized(.facts), seed: seed)
      sum += try PlanMeter(PlanMeter.book("made-up", Array(made.text.utf8)), made.table(rows)).mean
    }
    return sum / Double(books)
  }

  /// The points as a table of Markdown.
  var table: String {
    var text = "| size | µs an invoice |\n| --- | --- |\n"
    for (size, own) in zip(Size.allCases, points) {
      let cells = own.map { "\($0.value): \(rounded($0.time))" }.joined(separator: ", ")
      text += "| \(size.rawValue) | \(cells) |\n"
    }
    return text
  }
}
