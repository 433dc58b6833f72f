/// A program that decides the workload.
struct Tool {
  var name: String
  var cores: Int
  /// The command for an input and an output.
  var command: (_ input: String, _ output: String) -> [String]
  /// Whether it reads its standard input and writes its standard output.
  var isFilter = false
  /// Whether it reads the columns of `recoup decide --csv`.
  var readsWritten = false
  /// Whether it is asked row by row, and so for a part of the rows only.
  var isSampled = false
}

/// The rows of the workload in files: all of them, and fewer for those that are asked row by row.
struct RaceFiles {
  var folder: String
  var rows: Int
  /// What is decided by those that are asked row by row: the first so many rows, and the first so many more.
  var few: Int
  var many: Int

  func path(_ name: String) -> String { folder + "/" + name }

  func input(_ tool: Tool, _ rows: Int) -> String {
    path((tool.readsWritten ? "written" : "counted") + (rows == self.rows ? "" : "-\(rows)") + ".csv")
  }
}

/// Runs tools on the same rows in turns, and sets their times side by side.
struct Race {
  let files: RaceFiles
  let check: ChoiceCheck

  /// What a tool took, for all rows.
  struct Result {
    var tool: Tool
    var spent: [Spent] = []
    /// CPU beside that of the first tool in the same round.
    var ratios: [Double] = []
    var differing: Int
    /// MB.
    var memory: Double
  }

  /// Checks that all choose alike, and then measures; the first is what the others are measured by.
  func run(_ tools: [Tool], rounds: Int, _ tell: (String) -> Void) throws -> [Result] {
    var results: [Result] = []
    for tool in tools {
      tell("\(tool.name), \(tool.cores) \(tool.cores == 1 ? "core" : "cores"): are its choices right?")
      let rows = tool.isSampled ? files.many : files.rows
      let memory = try run(tool, rows, Child.memory)
      let differing = try check.differing(files.path("choices.csv"), rows: rows)
      results.append(Result(tool: tool, differing: differing, memory: memory))
    }
    for round in 1...rounds {
      tell("round \(round) of \(rounds)")
      var first = 0.0
      for index in results.indices where round == 1 || !results[index].tool.isSampled {
        let spent = try measure(results[index].tool)
        if index == 0 { first = spent.cpu }
        results[index].spent.append(spent)
        results[index].ratios.append(spent.cpu / first)
      }
    }
    return results
  }

  private func run<Answer>(
    _ tool: Tool, _ rows: Int, _ runner: ([String], _ input: String, _ output: String) throws -> Answer
  ) throws -> Answer {
    let (input, output) = (files.input(tool, rows), files.path("choices.csv"))
    let command = tool.command(input, output)
    return tool.isFilter ? try runner(command, input, output) : try runner(command, "/dev/null", "/dev/null")
  }

  /// For all rows; of a part of them what the second part takes, as many times as it goes into all.
  private func measure(_ tool: Tool) throws -> Spent {
    if !tool.isSampled { return try run(tool, files.rows, Child.run) }
    let (few, many) = (try run(tool, files.few, Child.run), try run(tool, files.many, Child.run))
    let times = Double(files.rows) / Double(files.many - files.few)
    return Spent(cpu: (many.cpu - few.cpu) * times, wall: (many.wall - few.wall) * times)
  }

  /// The results as a table of Markdown.
  static func table(_ results: [Result]) -> String {
    var text =
      "| tool | cores | CPU, times the C bound | CPU s | wall s | memory MB |\n| --- | --- | --- | --- | --- | --- |\n"
    for result in results {
      let mark = result.tool.isSampled ? " \\*" : ""
      let cells = [
        result.tool.name + mark, String(result.tool.cores), rounded(median(result.ratios)),
        rounded(median(result.spent.map { $0.cpu })), rounded(median(result.spent.map { $0.wall })),
        fixed(result.memory, 0),
      ]
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    return text
  }

  /// What there is to say about the table, a paragraph.
  static func remarks(_ results: [Result], hasPeers: Bool) -> String {
    var text = "\nAll choose the same actions"
    var differing: [String] = []
    for result in results where result.differing > 0 {
      let told = "\(result.tool.name) in \(result.differing) rows"
      if !differing.contains(told) { differing.append(told) }
    }
    if !differing.isEmpty {
      text += ", but where the rounded chances of the table decide: " + differing.joined(separator: ", ")
    }
    text += "."
    if results.contains(where: { $0.tool.isSampled }) {
      text += " \\* Asked row by row, from Python: reckoned from a part of the rows."
    }
    if !hasPeers { text += " DuckDB, polars, ZEN and CLIPS were not run; `--peers` runs them." }
    return text + "\n"
  }
}
