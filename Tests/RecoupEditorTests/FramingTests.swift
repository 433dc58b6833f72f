import RecoupTesting
import RecoupWire
import Testing

@testable import RecoupEditor

/// Messages in a stream of bytes.
@Suite struct FramingTests {
  @Test func anyPieces() throws {
    let messages = ["{}", "", "{\"a\": \"é\"}", String(repeating: "x", count: 300)].map { Array($0.utf8) }
    let stream = messages.flatMap { MessageFraming.framed($0) }
    for seed in Effort.seeds(50) {
      var random = SeededRandom(seed: seed)
      var framing = MessageFraming()
      var read: [[UInt8]] = []
      var rest = stream[...]
      while !rest.isEmpty {
        let piece = rest.prefix(1 + random.below(40))
        rest = rest.dropFirst(piece.count)
        framing.feed(Array(piece))
        while let message = try framing.next() { read.append(message) }
      }
      #expect(read == messages, "RECOUP_SEED=\(seed)")
    }
  }

  @Test(arguments: [
    ("another header before", "Content-Type: x; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}", "{}"),
    ("small letters", "content-length:2\r\n\r\n{}", "{}"),
    ("line ends of one byte", "Content-Length: 2\n\n{}", "{}"),
    ("not yet whole", "Content-Length: 3\r\n\r\n{}", nil),
    ("a header not yet whole", "Content-Length: 3\r\n", nil),
  ]) func headers(_ row: (name: String, stream: String, message: String?)) throws {
    var framing = MessageFraming()
    framing.feed(Array(row.stream.utf8))
    #expect(try framing.next().map { String(decoding: $0, as: UTF8.self) } == row.message, "\(row.name)")
  }

  @Test(arguments: [
    ("no length", "Content-Type: x\r\n\r\n{}"), ("no number", "Content-Length: two\r\n\r\n{}"),
    ("a negative one", "Content-Length: -2\r\n\r\n{}"), ("a huge one", "Content-Length: 99999999999\r\n\r\n{}"),
    ("more than can be counted", "Content-Length: 99999999999999999999999\r\n\r\n{}"),
    ("nothing but noise", String(repeating: "x", count: 9000)), ("an empty header", "\r\n\r\n{}"),
  ]) func badHeaders(_ row: (name: String, stream: String)) {
    var framing = MessageFraming()
    framing.feed(Array(row.stream.utf8))
    #expect(throws: MessageFraming.Problem.self, "\(row.name)") { try framing.next() }
    var server = EditorSession().server
    #expect(!server.feed(Array(row.stream.utf8)).isEmpty)
    #expect(server.exitStatus == 1)
  }
}
