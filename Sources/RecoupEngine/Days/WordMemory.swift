/// Memory for sets of days, given back all at once; what was handed out stays where it is.
final class WordMemory {
  private static let chunk = 1 << 14
  private var chunks: [(start: UnsafeMutablePointer<UInt64>, count: Int)] = []
  private var current = 0
  private var used = 0

  deinit { for chunk in chunks { chunk.start.deallocate() } }

  /// Room for a set, with anything in it.
  func append(_ words: Int) -> DaySet {
    while current < chunks.count, used + words > chunks[current].count {
      current += 1
      used = 0
    }
    if current == chunks.count {
      let count = max(WordMemory.chunk, words)
      chunks.append((.allocate(capacity: count), count))
      used = 0
    }
    used += words
    return DaySet(words: chunks[current].start + used - words)
  }

  /// Takes all sets back.
  func removeAll() {
    current = 0
    used = 0
  }
}
