/// What was found for the states of a plan, by keys of whole numbers, compared in full.
struct StateTable {
  /// A state's place.
  struct Place {
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
  /// Where the key that is being written begins.
  private var start = 0
  private var hash: UInt64 = 0

  /// Forgets all.
  mutating func removeAll() {
    if entries.isEmpty { return }
    keys.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = -1 }
  }

  /// Begins a key.
  mutating func begin(_ part: Int64) {
    start = keys.count
    hash = 0x9E37_79B9_7F4A_7C15
    add(part)
  }

  /// Writes on at the key.
  mutating func add(_ part: Int64) {
    keys.append(part)
    hash = (hash ^ UInt64(bitPattern: part)) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 29
  }

  /// Writes what was done, as far as something reads it.
  mutating func add(_ reads: Reads, _ evaluator: Evaluator) {
    var rest = reads.any
    while rest != 0 {
      var action = rest.trailingZeroBitCount
      let readsDays = reads.days & (1 << UInt64(action)) != 0
      rest &= rest - 1
      while action < evaluator.times.count {
        add(evaluator.times[action])
        if readsDays { add(evaluator.begun[action]) }
        action += 64
      }
    }
  }

  /// Looks up the key that was written.
  mutating func find() -> Place {
    var slot = Int(truncatingIfNeeded: hash & UInt64(slots.count - 1))
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, matches(entry) {
        keys.removeLast(keys.count - start)
        return Place(key: Int(slots[slot]), hash: hash, isKnown: true, value: entry.value)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    // The key stays written: others are written before the value is known.
    entries.append(Entry(hash: hash, start: Int32(start), count: Int32(keys.count - start), value: -1))
    return Place(key: entries.count - 1, hash: hash, isKnown: false, value: -1)
  }

  /// Keeps a value for a place that `find` gave.
  mutating func keep(_ place: Place, _ value: Int32) {
    entries[place.key].value = value
    if place.isKnown { return }
    if (entries.count + 1) * 2 > slots.count { grow() }
    var slot = Int(truncatingIfNeeded: place.hash & UInt64(slots.count - 1))
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(place.key)
  }

  private func matches(_ entry: Entry) -> Bool {
    if Int(entry.count) != keys.count - start { return false }
    for index in 0..<Int(entry.count) where keys[Int(entry.start) + index] != keys[start + index] { return false }
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
