import FoundationEssentials

/// What was measured on, and when.
enum Machine {
  static var description: String {
    let processors = (try? Data(contentsOf: URL(filePath: "/proc/cpuinfo"))).map { String(decoding: $0, as: UTF8.self) }
    let model = processors?.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let day = Date.now.formatted(.iso8601.year().month().day())
    return "\(day), \(cores) cores,\(model.map(String.init) ?? " processor unknown")"
  }
}
