// What a page calls. Texts are UTF-8 in the module's memory: the page asks for room, writes there, and says where.
// What a call answers lies at `recoup_answer()` and is `recoup_answer_length()` bytes long, until the next call.

nonisolated(unsafe) private var desk = Desk()
/// Not an array, for that gives out no address that lasts.
nonisolated(unsafe) private var answer = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

private func give(_ bytes: [UInt8]) {
  answer.deallocate()
  answer = .allocate(capacity: bytes.count)
  _ = answer.initialize(from: bytes)
}

/// Gives room for a text.
@_expose(wasm, "recoup_allocate") @_cdecl("recoup_allocate")
public func allocateRoom(_ count: Int) -> UnsafeMutablePointer<UInt8> { .allocate(capacity: count) }

/// Takes room back.
@_expose(wasm, "recoup_free") @_cdecl("recoup_free")
public func freeRoom(_ room: UnsafeMutablePointer<UInt8>?) { room?.deallocate() }

/// Takes in rules. It returns 1 and answers nothing, or it returns 0 and answers a line for each mistake in them.
@_expose(wasm, "recoup_load") @_cdecl("recoup_load")
public func load(_ rules: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  var output: [UInt8] = []
  let canDecide = desk.load(Array(UnsafeBufferPointer(start: rules, count: count)), to: &output)
  give(output)
  return canDecide ? 1 : 0
}

/// Takes in facts, one object a line, and answers the decisions on the lines that are complete.
@_expose(wasm, "recoup_feed") @_cdecl("recoup_feed")
public func feed(_ facts: UnsafePointer<UInt8>?, _ count: Int) {
  var output: [UInt8] = []
  desk.feed(Array(UnsafeBufferPointer(start: facts, count: count))[...], to: &output)
  give(output)
}

/// Ends the facts, and answers the decision on a last line without a line end.
@_expose(wasm, "recoup_finish") @_cdecl("recoup_finish")
public func finish() {
  var output: [UInt8] = []
  desk.finish(to: &output)
  give(output)
}

/// Where the answer of the last call lies.
@_expose(wasm, "recoup_answer") @_cdecl("recoup_answer")
public func answerStart() -> UnsafeMutablePointer<UInt8>? { answer.baseAddress }

/// How many bytes the answer of the last call has.
@_expose(wasm, "recoup_answer_length") @_cdecl("recoup_answer_length")
public func answerLength() -> Int { answer.count }
