/// What was found for the states of a plan, by keys of whole numbers, compared in full.
struct StateTable {
  /// A state's place.
  struct Place {
    fileprivate var slot: Int
    fileprivate var key: Int
    fileprivate var hash: UInt64
    /// Whether something is kept for it.
    var isKnown: Bool
    /// What is kept.
    var value: Int32
  }

  private struct Entry {
    var hash: UInt64
    var start: Int32
    var count: Int32
    var value: Int32
  }

  private var keys: [Int64] = []
  private var entries: [Entry] = []
  /// Indices into `entries`, or -1; the count is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 256)
  private var pending: [Int64] = []

  /// Looks a key up.
  mutating func find(_ key: [Int64]) -> Place {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for part in key {
      hash ^= UInt64(bitPattern: part)
      hash = hash &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    var slot = Int(truncatingIfNeeded: hash & UInt64(slots.count - 1))
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, matches(entry, key) {
        return Place(slot: slot, key: Int(entry.start), hash: hash, isKnown: true, value: entry.value)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    // The key is written down now: the caller's buffer is reused before the value is known.
    let start = keys.count
    keys += key
    entries.append(Entry(hash: hash, start: Int32(start), count: Int32(key.count), value: -1))
    return Place(slot: slot, key: entries.count - 1, hash: hash, isKnown: false, value: -1)
  }

  /// Keeps a value for a place that `find` gave.
  mutating func keep(_ place: Place, _ value: Int32) {
    entries[place.key].value = value
    if (entries.count + 1) * 2 > slots.count { grow() }
    var slot = Int(truncatingIfNeeded: place.hash & UInt64(slots.count - 1))
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(place.key)
  }

  private func matches(_ entry: Entry, _ key: [Int64]) -> Bool {
    if Int(entry.count) != key.count { return false }
    for index in key.indices where keys[Int(entry.start) + index] != key[index] { return false }
    return true
  }

  private mutating func grow() {
    let placed = slots.filter { $0 >= 0 }
    slots = Array(repeating: -1, count: slots.count * 2)
    for index in placed {
      var slot = Int(truncatingIfNeeded: entries[Int(index)].hash & UInt64(slots.count - 1))
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = index
    }
  }
}
