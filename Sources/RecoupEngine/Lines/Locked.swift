#if hasFeature(Embedded)
  /// A value that one core at a time may touch; the Embedded subset has no more than one, and no locks.
  struct Locked<Value>: ~Copyable, @unchecked Sendable {
    private let box: Box

    init(_ value: Value) { box = Box(value) }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result { body(&box.value) }

    private final class Box {
      var value: Value

      init(_ value: Value) { self.value = value }
    }
  }
#else
  import Synchronization

  /// A value that one core at a time may touch.
  typealias Locked = Mutex
#endif
