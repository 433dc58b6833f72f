import FoundationEssentials
import Glibc
import RecoupTesting

@main
struct Bench {
  private let options: Options
  /// A temporary folder.
  private let folder: String

  private static let seed: UInt64 = 20_240_607
  private static let sources = "Sources/Bench"
  private static let built = ".build-static"
  private static let peers = ".build-peers"

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.contains("--help") {
      print(Options.usage, terminator: "")
      return
    }
    do {
      let options = try Options(arguments)
      guard FileManager.default.fileExists(atPath: sources) else {
        throw Options.Wrong(message: "run it in the folder of Package.swift")
      }
      let folder = FileManager.default.temporaryDirectory.path + "/recoup-bench-\(getpid())"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try Bench(options: options, folder: folder).run()
    } catch let wrong as Options.Wrong {
      tell("\(wrong.message); `--help` tells what there is")
      exit(64)
    } catch {
      tell("\(error)")
      exit(1)
    }
  }

  /// What is told of the work goes beside the tables.
  private static func tell(_ message: String) {
    let bytes = Array("recoup-bench: \(message)\n".utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }

  private func run() throws {
    let (recoup, bound) = (try build("recoup"), try build("recoup-bound"))
    print(try race(recoup, bound))
    print(try startUp(recoup, bound))
    print(try plans(recoup))
    guard let path = options.drawing else { return }
    let scaling = try Scaling(rows: 300, Bench.tell)
    print(scaling.table)
    try write(Array(ScalingDrawing(scaling: scaling, caption: Machine.description).text.utf8), to: path)
  }

  /// Builds a product, without libraries to be found when it starts, and returns its path.
  private func build(_ product: String) throws -> String {
    Bench.tell("building \(product)")
    let build = ["swift", "build", "-c", "release", "--product", product, "--scratch-path", Bench.built]
    _ = try Child.run(build + ["-Xswiftc", "-static-executable"])
    return Bench.built + "/release/" + product
  }

  private func write(_ bytes: [UInt8], to path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

  // MARK: One step ahead

  private var table: String { Bench.sources + "/Workload/sixty.table" }
  private var rules: String { Bench.sources + "/Workload/sixty.rules" }

  private func race(_ recoup: String, _ bound: String) throws -> String {
    let files = RaceFiles(folder: folder, rows: options.rows, few: 100, many: min(11_000, options.rows))
    let race = Race(files: files, check: try writeRows(files))
    var tools: [Tool] = []
    for cores in 1...min(2, ProcessInfo.processInfo.activeProcessorCount) {
      tools.append(
        Tool(name: "the C bound", cores: cores) { [table] in [bound, table, $0, $1, String(cores)] })
      tools.append(
        Tool(
          name: "recoup", cores: cores,
          command: { [rules] _, _ in [recoup, "decide", "--csv", "--rules", rules, "--jobs", String(cores)] },
          isFilter: true, readsWritten: true))
      if options.hasPeers { tools += ["duckdb", "polars"].map { peer($0, cores: cores) } }
    }
    if options.hasPeers {
      _ = try Child.run(["bash", Bench.sources + "/Peers/install", Bench.peers])
      tools += ["zen", "clips"].map { peer($0, cores: 1, isSampled: true) }
    }
    let results = try race.run(tools, rounds: options.rounds, Bench.tell)
    return "\(options.rows) rows from CSV to CSV, one step ahead, 60 rules on 12 facts for 10 actions\n\n"
      + Race.table(results) + Race.remarks(results, hasPeers: options.hasPeers)
  }

  private func peer(_ name: String, cores: Int, isSampled: Bool = false) -> Tool {
    Tool(
      name: ["duckdb": "DuckDB", "polars": "polars", "zen": "ZEN", "clips": "CLIPS"][name]!, cores: cores,
      command: { [table] in
        [Bench.peers + "/bin/python3", Bench.sources + "/Peers/peers.py", name, table, $0, $1, String(cores)]
      }, isSampled: isSampled)
  }

  /// Writes the rows in both forms, and decides each in the plainest way.
  private func writeRows(_ files: RaceFiles) throws -> ChoiceCheck {
    Bench.tell("making up \(files.rows) rows")
    let workload = try Workload(String(decoding: Data(contentsOf: URL(filePath: table)), as: UTF8.self))
    var check = ChoiceCheck(workload, seed: Bench.seed)
    var random = SeededRandom(seed: Bench.seed)
    var (counted, written) = (RowText(), RowText())
    counted.add(Invoice.countedHeader)
    written.add(Invoice.writtenHeader)
    for number in 1...files.rows {
      let invoice = Invoice(number, &random)
      check.add(invoice.facts)
      invoice.writeCounted(to: &counted)
      invoice.writeWritten(to: &written)
      if number == files.few || number == files.many {
        try write(counted.bytes, to: files.path("counted-\(number).csv"))
      }
    }
    try write(counted.bytes, to: files.path("counted.csv"))
    try write(written.bytes, to: files.path("written.csv"))
    return check
  }

  // MARK: Whole plans

  private func plans(_ recoup: String) throws -> String {
    let rows = 20_000
    var text = "whole plans by the shipped rules, \(rows) invoices from CSV to CSV, one core\n\n"
    text += "| rules | mean µs of CPU | half within | 99 of 100 within | most |\n| --- | --- | --- | --- | --- |\n"
    for name in ["us", "fr"] {
      Bench.tell("whole plans by \(name)")
      let meter = try PlanMeter(PlanMeter.book("portfolio", Array("include \"\(name)\"\n".utf8)), Portfolio.table(rows))
      let figures = [meter.mean, meter.within(0.5), meter.within(0.99), meter.within(1)]
      text += "| `\(name)` | " + figures.map { rounded($0) }.joined(separator: " | ") + " |\n"
    }
    let file = folder + "/portfolio.csv"
    try write(Portfolio.table(rows).bytes, to: file)
    let cores = [1, 2].map { [recoup, "decide", "--csv", "--rules", "us", "--jobs", String($0)] }
    let walls = try cores.map { try Child.run($0, from: file).wall }
    return text + "\nOn two cores `us` is \(rounded(walls[0] / walls[1])) times as fast.\n"
  }

  // MARK: One answer

  private func startUp(_ recoup: String, _ bound: String) throws -> String {
    Bench.tell("one answer, from start to exit")
    var random = SeededRandom(seed: Bench.seed)
    let invoice = Invoice(1, &random)
    var (counted, written) = (RowText(), RowText())
    counted.add(Invoice.countedHeader)
    invoice.writeCounted(to: &counted)
    written.add(Invoice.writtenHeader)
    invoice.writeWritten(to: &written)
    let paths = ["one-counted", "one-written", "one-plan"].map { folder + "/\($0).csv" }
    for (path, bytes) in zip(paths, [counted.bytes, written.bytes, Portfolio.table(1).bytes]) {
      try write(bytes, to: path)
    }
    return try StartUp.table(
      [
        StartUp(name: "the C bound", command: [bound, table, paths[0], folder + "/choices.csv", "1"]),
        StartUp(
          name: "`recoup decide --csv`, one step ahead", command: [recoup, "decide", "--csv", "--rules", rules],
          input: paths[1]),
        StartUp(
          name: "`recoup decide --csv --rules us`, whole plans", command: [recoup, "decide", "--csv", "--rules", "us"],
          input: paths[2]),
        StartUp(
          name: "`recoup next`, with all that would change it",
          command: [recoup, "next", "--rules", "us", "--amount", "4200 USD", "--overdue", "47"]),
      ], times: 51)
  }
}
