public import RecoupQuantities
import Synchronization

/// What a command may touch outside itself; tests give it one of their own.
public struct World {
  /// Why something outside could not be done.
  public struct Failure: Error, Sendable {
    /// What the system says, in a few words.
    public var reason: String

    /// Makes a failure.
    public init(_ reason: String) { self.reason = reason }
  }

  /// What became of writing.
  public enum Written: Sendable {
    /// It was written.
    case done
    /// Nobody reads any more.
    case readerGone
    /// It could not be written.
    case failed(String)
  }

  /// Reads a whole file.
  public var readFile: (String) throws(Failure) -> [UInt8]
  /// Whether there is a file with this path.
  public var fileExists: (String) -> Bool
  /// Replaces a file, whole or not at all.
  public var replaceFile: (String, [UInt8]) throws(Failure) -> Void
  /// Makes a file and the folders that it stands in; fails where there is one already.
  public var createFile: (String, [UInt8]) throws(Failure) -> Void
  /// Writes a file, over what is in it if it is there; what is no file, such as `/dev/stdout`, is written to as it is.
  public var overwriteFile: (String, [UInt8]) throws(Failure) -> Void
  /// Appends bytes to a file, which is made if it is missing, in one write that no other one can cut into, and returns
  /// once they are on the disk. What to append is told from the file's last byte, nil if it has none.
  public var append: (String, (UInt8?) -> [UInt8]) throws(Failure) -> Void
  /// A path without links and detours, so that two ways to one file are seen to be one.
  public var canonicalPath: (String) -> String
  /// The next bytes of standard input, empty at its end.
  public var readInput: () throws(Failure) -> [UInt8]
  /// Writes to standard output.
  public var write: ([UInt8]) -> Written
  /// Writes to standard error.
  public var complain: (String) -> Void
  /// Whether standard error shows colours.
  public var isColored: Bool
  /// How many columns the terminal has; 80 where standard output is none.
  public var width: Int
  /// Whether a person watches standard error.
  public var isWatched: Bool
  /// Today, where the user is.
  public var today: CivilDate
  /// The value of an environment variable.
  public var environment: (String) -> String?
  /// Seconds since some moment; only differences mean anything.
  public var seconds: () -> Double
  /// Does a piece of work for every number below a count, in any order, on as many cores as there are.
  public var spread: (Int, @Sendable (Int) -> Void) -> Void
  /// How many pieces of work are done at once.
  public var cores: Int
  /// What it takes to see that files change.
  public var watching: Watching

  /// Makes a world.
  public init(
    readFile: @escaping (String) throws(Failure) -> [UInt8], fileExists: @escaping (String) -> Bool,
    replaceFile: @escaping (String, [UInt8]) throws(Failure) -> Void,
    createFile: @escaping (String, [UInt8]) throws(Failure) -> Void,
    overwriteFile: @escaping (String, [UInt8]) throws(Failure) -> Void,
    append: @escaping (String, (UInt8?) -> [UInt8]) throws(Failure) -> Void,
    canonicalPath: @escaping (String) -> String, readInput: @escaping () throws(Failure) -> [UInt8],
    write: @escaping ([UInt8]) -> Written, complain: @escaping (String) -> Void, isColored: Bool, width: Int,
    isWatched: Bool, today: CivilDate, environment: @escaping (String) -> String?,
    seconds: @escaping () -> Double, spread: @escaping (Int, @Sendable (Int) -> Void) -> Void, cores: Int,
    watching: Watching
  ) {
    self.readFile = readFile
    self.fileExists = fileExists
    self.replaceFile = replaceFile
    self.createFile = createFile
    self.overwriteFile = overwriteFile
    self.append = append
    self.canonicalPath = canonicalPath
    self.readInput = readInput
    self.write = write
    self.complain = complain
    self.isColored = isColored
    self.width = width
    self.isWatched = isWatched
    self.today = today
    self.environment = environment
    self.seconds = seconds
    self.spread = spread
    self.cores = cores
    self.watching = watching
  }
}

/// How a command ended.
public enum ExitStatus: Int32, Sendable {
  /// All is well, also where the reader went away.
  case fine = 0
  /// There are findings: lines left out, an example that fails, a file that is not formatted, errors in rules.
  case findings = 1
  /// What `check --fail-on` asked for was found.
  case threshold = 2
  /// Wrong usage.
  case usage = 64
  /// The rules cannot be used.
  case badRules = 65
  /// The input is missing.
  case missingInput = 66
  /// Our own fault.
  case fault = 70
  /// Writing failed.
  case writeFailed = 74
}

/// Ends a command early; what there was to say has been said, or is said by whoever catches it.
struct Stop: Error {
  var status: ExitStatus
  var message: String?

  init(_ status: ExitStatus, _ message: String? = nil) {
    self.status = status
    self.message = message
  }
}

extension World {
  /// Writes a text to standard output, or ends the command.
  func print(_ text: String) throws(Stop) { try put(Array(text.utf8)) }

  /// Writes bytes to standard output, or ends the command.
  func put(_ bytes: [UInt8]) throws(Stop) {
    switch write(bytes) {
    case .done: break
    case .readerGone: throw Stop(.fine)
    case .failed(let reason): throw Stop(.writeFailed, "cannot write: \(reason)")
    }
  }

  /// Writes bytes to a file, over what is in it, or ends the command.
  func put(_ bytes: [UInt8], into path: String) throws(Stop) {
    do {
      try overwriteFile(path, bytes)
    } catch {
      throw Stop(.writeFailed, "cannot write \(path): \(error.reason)")
    }
  }

  /// What is made of every number below a count, in their order, on as many cores as there are.
  func gather<Made: Sendable>(_ count: Int, _ make: @Sendable (Int) -> Made) -> [Made] {
    gather(count, by: {}, { _, number in make(number) })
  }

  /// The same, where each core has something of its own that it keeps from one number to the next.
  func gather<Worker, Made: Sendable>(
    _ count: Int, by worker: @Sendable () -> Worker, _ make: @Sendable (inout Worker, Int) -> Made
  ) -> [Made] {
    // A few at a time, so that little is waited for; but of few ones each may take long.
    let stretch = max(1, min(64, count / (8 * cores)))
    let all = Mutex<[Made?]>(Array(repeating: nil, count: count))
    let next = Atomic(0)
    spread(min(cores, count)) { _ in
      var own = worker()
      while true {
        let first = next.add(stretch, ordering: .relaxed).oldValue
        if first >= count { return }
        let made = (first..<min(first + stretch, count)).map { make(&own, $0) }
        all.withLock { all in
          for (place, one) in made.enumerated() { all[first + place] = one }
        }
      }
    }
    return all.withLock { $0.compactMap { $0 } }
  }
}
