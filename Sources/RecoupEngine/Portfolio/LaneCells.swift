import RecoupQuantities

/// Finds the masks of all cells.
struct LaneCells {
  private(set) var axes: [LaneAxis] = []
  private(set) var breaks: [Int64] = []
  private(set) var lists: [Int32] = []
  /// Rows of as many words as there are: by bit whether the cell lets the term be true.
  private(set) var masks: [UInt64] = []

  private let reads: LaneReads
  private let words: Int
  /// What a lane may cost: values looked at for one condition each, and words of masks.
  private static let most = 1 << 20

  /// Nil if there were too many.
  init?(_ bits: LaneBits, _ found: LaneBreaks) {
    reads = found.reads
    words = bits.words
    var inputs: [LaneInput] = []
    var literals: [LaneInput: [(bit: Int, literal: LaneLiteral)]] = [:]
    for (bit, term) in bits.terms.enumerated() {
      for literal in term ?? [] {
        if literals[literal.input] == nil { inputs.append(literal.input) }
        literals[literal.input, default: []].append((bit, literal))
      }
    }
    var work = 0
    for input in inputs {
      let own = Set(found.breaks[input] ?? []).sorted()
      let read = literals[input] ?? []
      work += (own.count + 2) * (read.count + words)
      if work > LaneCells.most { return nil }
      add(input, own, read)
    }
  }

  private mutating func add(_ input: LaneInput, _ given: [Int64], _ literals: [(bit: Int, literal: LaneLiteral)]) {
    let own = turns(of: input, given)
    var axis = axis(of: input)
    axis.breaks = breaks.count
    axis.firstRow = masks.count
    for cell in 0...own.count {
      addRow(input, cell > 0 ? own[cell - 1] : (own.first ?? 0) &- 1, literals)
      // Where no term can tell it from the cell before, there is no break.
      if cell == 0 { continue }
      if isLastRowRepeated {
        masks.removeLast(words)
      } else {
        breaks.append(own[cell - 1])
      }
    }
    axis.count = breaks.count - axis.breaks
    axis.unknownRow = masks.count
    addRow(input, nil, literals)
    list(&axis)
    axes.append(axis)
  }

  private var isLastRowRepeated: Bool {
    for word in masks.count - words..<masks.count where masks[word] != masks[word - words] { return false }
    return true
  }

  private func axis(of input: LaneInput) -> LaneAxis {
    func axis(_ source: LaneAxis.Source, _ index: Int, absent: Int64? = nil) -> LaneAxis {
      LaneAxis(source: source, index: index, absent: absent, breaks: 0, count: 0, firstRow: 0, unknownRow: 0)
    }
    switch input {
    case .fact(let fact): return axis(.fact, fact, absent: reads.absent[fact])
    case .pending: return axis(.pending, 0)
    case .times(let action): return axis(.times, action)
    case .daysAgo(let action): return axis(.daysAgo, action)
    case .node(let node): return axis(.node, Int(node))
    }
  }

  /// Breaks in the unit in which the input is looked up: how often something was done is a whole number there.
  private func turns(of input: LaneInput, _ own: [Int64]) -> [Int64] {
    switch input {
    case .fact, .pending, .daysAgo: return own
    case .node: return [1]
    case .times:
      let one = millionthsInOne
      let counts = own.map { $0 / one + ($0 % one > 0 ? 1 : 0) }
      // Beyond these the number does not fit and is unknown.
      return Set(counts + [Int64.min / one, Int64.max / one + 1]).sorted()
    }
  }

  /// Asks the plain evaluator for each condition at a value of the cell; nil stands for the unknown.
  private mutating func addRow(_ input: LaneInput, _ sample: Int64?, _ literals: [(bit: Int, literal: LaneLiteral)]) {
    let start = masks.count
    masks += Array(repeating: UInt64.max, count: words)
    var evaluator = Evaluator(reads.program, invoice(input, sample))
    for (bit, literal) in literals {
      let answer: Int64?
      if case .node = input { answer = sample } else { answer = evaluator.value(literal.condition) }
      if (answer == literal.answer) != literal.holds { masks[start + bit / 64] &= ~(1 << UInt64(bit % 64)) }
    }
  }

  private func invoice(_ input: LaneInput, _ sample: Int64?) -> Case {
    var invoice = Case(facts: [], settings: reads.settings)
    switch input {
    case .fact(let fact): invoice.facts = Array(repeating: nil, count: fact) + [sample]
    case .pending: invoice.pendingDays = sample ?? 0
    case .times(let action):
      invoice.done = Array(repeating: .never, count: action) + [Case.Done(times: sample ?? 0)]
    case .daysAgo(let action):
      invoice.done = Array(repeating: .never, count: action) + [Case.Done(times: 1, daysAgo: sample)]
    case .node: break
    }
    return invoice
  }

  private mutating func list(_ axis: inout LaneAxis) {
    let own = breaks[axis.breaks...]
    guard let first = own.first, let last = own.last, let low = Arithmetic.subtract(first, 1),
      let length = Arithmetic.subtract(last, low)
    else { return }
    var gap = Int64.max
    for place in own.indices.dropFirst() { gap = min(gap, own[place] - own[place - 1]) }
    let shift = Int64(62 - (gap | 1).leadingZeroBitCount + 1)
    if length >> shift >= LaneAxis.mostListed { return }
    axis.isListed = true
    axis.listed = lists.count
    axis.shift = shift
    axis.low = low
    axis.high = last
    var cell = 0
    for stretch in 0...length >> shift {
      while own[own.startIndex + cell] < low + stretch << shift { cell += 1 }
      lists.append(Int32(cell))
    }
  }
}
