/// Standard input, line by line.
struct InputLines {
  private let world: World
  private var rest: [UInt8] = []
  private var isAtEnd = false

  init(_ world: World) { self.world = world }

  /// The next line without its end and the spaces around it; nil at the end of input.
  mutating func next() throws(Stop) -> String? {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = rest[..<end]
        rest.removeFirst(end + 1)
        return InputLines.trimmed(line)
      }
      if isAtEnd {
        defer { rest = [] }
        return rest.isEmpty ? nil : InputLines.trimmed(rest[...])
      }
      do {
        let block = try world.readInput()
        isAtEnd = block.isEmpty
        rest += block
      } catch {
        throw Stop(.missingInput, "cannot read standard input: \(error.reason)")
      }
    }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let start = line.firstIndex { !isSpace($0) } ?? line.endIndex
    let end = (line.lastIndex { !isSpace($0) } ?? start - 1) + 1
    return String(decoding: line[start..<max(start, end)], as: UTF8.self)
  }
}
