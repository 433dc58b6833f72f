import WasmRuntime

/// How the filter ends when it does not end well; a trap has another status than these.
private enum ExitStatus: Int32 {
  case badRules = 65
  case missingInput = 66
  case writeFailed = 74
}

/// Standard input holds rules, a zero byte, and facts, one object a line. Standard output gets the decisions, or else a
/// line for each mistake in the rules.
///
/// It does what a page does, through the same calls.
@_expose(wasm, "_start") @_cdecl("_start")
public func start() {
  var rules: [UInt8] = []
  var block = readBlock()
  var cut = block.firstIndex(of: 0)
  while cut == nil, !block.isEmpty {
    rules += block
    block = readBlock()
    cut = block.firstIndex(of: 0)
  }
  rules += block[..<(cut ?? 0)]
  let canDecide = withRoom(for: rules[...], load)
  writeAnswer()
  if canDecide == 0 { end(.badRules) }

  var facts = block.dropFirst((cut ?? 0) + 1)
  while !block.isEmpty {
    withRoom(for: facts, feed)
    writeAnswer()
    block = readBlock()
    facts = block[...]
  }
  finish()
  writeAnswer()
}

/// Passes on a text as a page does.
private func withRoom<Result>(
  for bytes: ArraySlice<UInt8>, _ use: (UnsafePointer<UInt8>?, Int) -> Result
) -> Result {
  let room = allocateRoom(bytes.count)
  defer { freeRoom(room) }
  _ = UnsafeMutableBufferPointer(start: room, count: bytes.count).initialize(from: bytes)
  return use(room, bytes.count)
}

/// The next bytes of standard input, empty at its end.
private func readBlock() -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
    var stretch = WASIStretch(start: room.baseAddress, count: room.count)
    if wasi_fd_read(0, &stretch, 1, &count) != 0 { end(.missingInput) }
  }
}

private func writeAnswer() {
  var stretch = WASIStretch(start: answerStart(), count: answerLength())
  while stretch.count > 0 {
    var count = 0
    if wasi_fd_write(1, &stretch, 1, &count) != 0 { end(.writeFailed) }
    stretch.start? += count
    stretch.count -= count
  }
}

private func end(_ status: ExitStatus) -> Never { wasi_proc_exit(status.rawValue) }
