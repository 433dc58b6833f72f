/// One answer, from the start of a process to its end.
struct StartUp {
  var name: String
  var command: [String]
  var input = "/dev/null"

  /// Runs each in turn, and returns the table of their wall times; the first is what the others are measured by.
  static func table(_ all: [StartUp], times: Int) throws -> String {
    var walls = all.map { _ in [Double]() }
    for _ in 0..<times {
      for (index, one) in all.enumerated() {
        walls[index].append(try Child.run(one.command, from: one.input).wall * 1000)
      }
    }
    var text = "| one answer, start to exit | least ms | median ms | times the C bound |\n| --- | --- | --- | --- |\n"
    for (one, own) in zip(all, walls) {
      let ratio = median(own) / median(walls[0])
      text += "| \(one.name) | \(rounded(own.min()!)) | \(rounded(median(own))) | \(rounded(ratio)) |\n"
    }
    return text
  }
}
