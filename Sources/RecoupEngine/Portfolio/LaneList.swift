/// A list that never changes, in memory of its own: to read it takes neither a count of references nor, in an optimized
/// build, a look at its bounds. Whoever reads it vouches for the index.
final class LaneList<Element> {
  let all: UnsafeBufferPointer<Element>

  init(_ elements: [Element]) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    all = UnsafeBufferPointer(memory)
  }

  deinit { UnsafeMutableBufferPointer(mutating: all).deinitialize().deallocate() }
}
