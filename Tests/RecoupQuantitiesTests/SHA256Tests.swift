import Foundation
import RecoupQuantities
import RecoupTesting
import Testing

@Suite struct SHA256Tests {
  /// The vectors of FIPS 180-4 and of its examples, and the lengths around which the padding takes another block.
  static let rows: [(name: String, bytes: [UInt8], hex: String)] = [
    ("empty", [], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "448 bits", Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "896 bits",
      Array(
        ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      "a million a", Array(repeating: 0x61, count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
    ("55 bytes", Array(repeating: 0x62, count: 55), "eb2c86e932179f4ba13fe8715a26124b77d6bad290b9b4c1cc140cf633300c19"),
    ("56 bytes", Array(repeating: 0x62, count: 56), "a5fc6e203a4c2b657d0d153885932414b2ffc6a93f0f8bf8b3183315e5a7212c"),
    ("63 bytes", Array(repeating: 0x62, count: 63), "94e419fabac7f930810f9636354042f8c1426d2f834d4ab65c93dc1e69326b13"),
    ("64 bytes", Array(repeating: 0x62, count: 64), "a0fab1377f49a759b57f63318262ebe89fabfc990e8e93ceac2984561482b9d4"),
    ("65 bytes", Array(repeating: 0x62, count: 65), "74b128f30cf83de43ddf4aafc40c7b50a7443d3c73a89a7cfca17e15e43d51ab"),
    (
      "119 bytes", Array(repeating: 0x62, count: 119),
      "68297a9eb141ce16bbc0847da1c0c48e2858704feaa13993bde29f87a198a6e1"
    ),
    (
      "120 bytes", Array(repeating: 0x62, count: 120),
      "392add47fbaa8197a874ebe770a947a26dd6f2becce5f64688cc4d18c9da93bd"
    ),
    (
      "128 bytes", Array(repeating: 0x62, count: 128),
      "70ae1c5307f5250d5cb9e40742ba9613fcdf9b8d9eb6dd393330443b2d5effbd"
    ),
  ]

  @Test(arguments: rows) func vectors(_ row: (name: String, bytes: [UInt8], hex: String)) {
    #expect(SHA256.digest(of: row.bytes).hex == row.hex, "\(row.name)")
  }

  /// In whatever pieces the bytes come, and also where the digest was asked for in between.
  @Test func piecesDoNotMatter() {
    for seed in Effort.seeds(300) {
      var random = SeededRandom(seed: seed)
      let bytes = SHA256Tests.bytes(random.below(400), &random)
      var hash = SHA256()
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(random.below(130))
        hash.update(Array(piece))
        rest = rest.dropFirst(piece.count)
        if random.happens(25) { _ = hash.digest }
      }
      #expect(hash.digest == SHA256.digest(of: bytes), "seed \(seed)")
    }
  }

  private static let program = "/usr/bin/sha256sum"

  /// What another program makes of random bytes.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: program), "there is no sha256sum"))
  func agreesWithAnotherProgram() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "recoup-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let seeds = Effort.seeds(150, part: 20)
    var expected: [String: String] = [:]
    for seed in seeds {
      var random = SeededRandom(seed: seed)
      let bytes = SHA256Tests.bytes(random.below(5_000), &random)
      expected["\(seed)"] = SHA256.digest(of: bytes).hex
      try Data(bytes).write(to: folder.appending(path: "\(seed)"))
    }
    let process = Process()
    process.executableURL = URL(filePath: SHA256Tests.program)
    process.arguments = seeds.map { "\($0)" }
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.count == expected.count)
    for line in lines { #expect(expected[String(line[1])] == String(line[0]), "seed \(line[1])") }
  }

  private static func bytes(_ count: Int, _ random: inout SeededRandom) -> [UInt8] {
    (0..<count).map { _ in UInt8(random.below(256)) }
  }
}
