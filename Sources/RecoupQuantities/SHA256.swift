/// The hash function SHA-256 of FIPS 180-4, fed piece by piece.
///
/// It tells texts apart; it keeps no secret here.
public struct SHA256: Sendable {
  /// What came out: 32 bytes.
  public struct Digest: Hashable, Sendable {
    /// The bytes, the most significant first.
    public var bytes: [UInt8]

    /// The bytes in hexadecimal, 64 small letters and digits.
    public var hex: String {
      String(decoding: bytes.flatMap { [Digest.digit($0 >> 4), Digest.digit($0 & 15)] }, as: UTF8.self)
    }

    private static func digit(_ half: UInt8) -> UInt8 { half < 10 ? 0x30 + half : 0x57 + half }
  }

  private static let blockSize = 64

  private var state: [UInt32] = SHA256.start
  /// The last bytes, which fill no block yet.
  private var rest: [UInt8] = []
  /// How many bytes were fed in all.
  private var count: UInt64 = 0
  /// The words of a block on their way, kept so that no block needs new memory.
  private var words = [UInt32](repeating: 0, count: 64)

  /// Nothing was fed yet.
  public init() { rest.reserveCapacity(SHA256.blockSize) }

  /// The digest of some bytes.
  public static func digest(of bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest
  }

  /// Feeds more bytes.
  public mutating func update(_ bytes: [UInt8]) {
    count &+= UInt64(bytes.count)
    var place = 0
    if !rest.isEmpty {
      place = min(SHA256.blockSize - rest.count, bytes.count)
      rest += bytes[..<place]
      if rest.count < SHA256.blockSize { return }
      compress(rest, from: 0)
      rest.removeAll(keepingCapacity: true)
    }
    while bytes.count - place >= SHA256.blockSize {
      compress(bytes, from: place)
      place += SHA256.blockSize
    }
    rest += bytes[place...]
  }

  /// The digest of all that was fed so far.
  public var digest: Digest {
    var last = self
    let bits = count &* 8
    // A one, zeros up to eight bytes before the end of a block, and the length in bits.
    let zeros = (2 * SHA256.blockSize - 9 - rest.count) % SHA256.blockSize
    var padding: [UInt8] = [0x80] + Array(repeating: 0, count: zeros)
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    last.update(padding)
    var bytes: [UInt8] = []
    for word in last.state {
      for shift in stride(from: 24, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(shift)))
      }
    }
    return Digest(bytes: bytes)
  }

  private mutating func compress(_ bytes: [UInt8], from start: Int) {
    for index in 0..<16 {
      let place = start + 4 * index
      words[index] =
        UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16 | UInt32(bytes[place + 2]) << 8
        | UInt32(bytes[place + 3])
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let small = turned(early, 7) ^ turned(early, 18) ^ (early >> 3)
      let large = turned(late, 17) ^ turned(late, 19) ^ (late >> 10)
      words[index] = words[index - 16] &+ small &+ words[index - 7] &+ large
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let chosen = (e & f) ^ (~e & g)
      let first =
        h &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ chosen &+ SHA256.constants[index] &+ words[index]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] = state[index] &+ word }
  }

  /// A word turned to the right.
  private func turned(_ word: UInt32, _ by: UInt32) -> UInt32 { word >> by | word << (32 - by) }

  /// The fractions of the square roots of the first eight primes.
  private static let start: [UInt32] = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ]

  /// The fractions of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]
}
