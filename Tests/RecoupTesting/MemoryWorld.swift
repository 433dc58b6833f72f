public import RecoupCommand
import RecoupQuantities

/// A world in memory for a command: files, standard input in blocks, and all that was written.
public final class MemoryWorld {
  /// Something that a command did to the world, in its order.
  public enum Event: Equatable {
    /// Asked for more of standard input.
    case readInput
    /// Wrote this to standard output.
    case wrote(String)
    /// Replaced the file with this path.
    case replaced(String)
    /// Made the file with this path.
    case created(String)
    /// Wrote this file, whether it was there or not.
    case overwrote(String)
    /// Appended this to the file with this path.
    case appended(String, String)
  }

  /// The files, by their paths without detours.
  public var files: [String: [UInt8]] = [:]
  /// Other ways to a file: where a path leads.
  public var links: [String: String] = [:]
  /// Why a file cannot be read or replaced, by its path.
  public var obstacles: [String: String] = [:]
  /// What standard input still gives, a block at a time.
  public var input: [[UInt8]] = []
  /// Why standard input breaks off after its blocks, if it does.
  public var inputFailure: String?
  /// What becomes of writing to standard output; nil if it works.
  public var outputFailure: World.Written?
  /// After how many writes that becomes of it.
  public var writesBeforeFailure = 0
  /// Whether standard error shows colours.
  public var isColored = false
  /// How many columns the terminal has.
  public var width = 80
  /// How many cores there are.
  public var cores = 2
  /// Whether a person watches standard error.
  public var isWatched = false
  /// Today: a Sunday.
  public var today = "2026-11-22"
  /// The environment.
  public var environment: [String: String] = [:]
  /// The clock, which goes on by `tick` seconds whenever it is read.
  public var tick = 0.0
  private var clock = 0.0
  /// What happens while a command waits, one thing at a time; when there is none left, nobody reads any more.
  public var meanwhile: [(MemoryWorld) -> Void] = []
  /// What is part of a file's stamp beside its size, by its path.
  public var versions: [String: Int64] = [:]
  /// Whether every file was written just now.
  public var isFresh = false
  /// How often a command waited.
  public private(set) var waits = 0

  /// What was written to standard output.
  public private(set) var output: [UInt8] = []
  /// What was written to standard error.
  public private(set) var complaints = ""
  /// What was done, in order.
  public private(set) var events: [Event] = []

  /// An empty world.
  public init() {}

  /// A world with these files and this standard input.
  public convenience init(_ files: [String: String], input: String = "") {
    self.init()
    self.files = files.mapValues { Array($0.utf8) }
    if !input.isEmpty { self.input = [Array(input.utf8)] }
  }

  /// Standard output as a text.
  public var printed: String { String(decoding: output, as: UTF8.self) }

  /// A file as a text.
  public func text(of path: String) -> String? { files[path].map { String(decoding: $0, as: UTF8.self) } }

  /// Runs `recoup` with arguments in this world.
  public func run(_ arguments: String...) -> ExitStatus { CommandLineTool.run(arguments, in: world) }

  /// The world as a command sees it.
  public var world: World {
    World(
      readFile: { (path: String) throws(World.Failure) in try self.read(path) },
      fileExists: { self.files[self.canonical($0)] != nil },
      replaceFile: { (path: String, bytes: [UInt8]) throws(World.Failure) in try self.replace(path, bytes) },
      createFile: { (path: String, bytes: [UInt8]) throws(World.Failure) in try self.create(path, bytes) },
      overwriteFile: { (path: String, bytes: [UInt8]) throws(World.Failure) in try self.overwrite(path, bytes) },
      append: { (path: String, addition: (UInt8?) -> [UInt8]) throws(World.Failure) in
        try self.append(path, addition)
      },
      canonicalPath: { "/home/" + self.canonical($0) },
      readInput: { () throws(World.Failure) in try self.nextBlock() },
      write: { self.write($0) }, complain: { self.complaints += $0 }, isColored: isColored, width: width,
      isWatched: isWatched, today: CivilDate(iso: today.utf8)!, environment: { self.environment[$0] },
      seconds: {
        self.clock += self.tick
        return self.clock
      },
      // Backwards, so that nothing can rely on the order.
      spread: { count, work in for number in (0..<count).reversed() { work(number) } },
      cores: cores,
      watching: World.Watching(look: { self.look($0) }, wait: { _ in self.wait() }, time: { "12:00:0\(self.waits)" }))
  }

  // MARK: What a command asks for

  private func read(_ path: String) throws(World.Failure) -> [UInt8] {
    let place = canonical(path)
    if let obstacle = obstacles[place] { throw World.Failure(obstacle) }
    guard let bytes = files[place] else { throw World.Failure("there is no such file") }
    return bytes
  }

  private func replace(_ path: String, _ bytes: [UInt8]) throws(World.Failure) {
    let place = canonical(path)
    if let obstacle = obstacles[place] { throw World.Failure(obstacle) }
    files[place] = bytes
    events.append(.replaced(place))
  }

  private func create(_ path: String, _ bytes: [UInt8]) throws(World.Failure) {
    let place = canonical(path)
    if let obstacle = obstacles[place] { throw World.Failure(obstacle) }
    if files[place] != nil { throw World.Failure("there is one already") }
    files[place] = bytes
    events.append(.created(place))
  }

  private func overwrite(_ path: String, _ bytes: [UInt8]) throws(World.Failure) {
    let place = canonical(path)
    if let obstacle = obstacles[place] { throw World.Failure(obstacle) }
    files[place] = bytes
    events.append(.overwrote(place))
  }

  private func append(_ path: String, _ addition: (UInt8?) -> [UInt8]) throws(World.Failure) {
    let place = canonical(path)
    if let obstacle = obstacles[place] { throw World.Failure(obstacle) }
    let bytes = addition(files[place]?.last)
    files[place, default: []] += bytes
    events.append(.appended(place, String(decoding: bytes, as: UTF8.self)))
  }

  private func look(_ path: String) -> World.Watching.Look {
    let place = canonical(path)
    let stamp = files[place].map { World.Watching.Stamp([Int64($0.count), versions[place] ?? 0]) }
    return World.Watching.Look(stamp, isFresh: isFresh)
  }

  private func wait() -> Bool {
    waits += 1
    if meanwhile.isEmpty { return false }
    meanwhile.removeFirst()(self)
    return true
  }

  private func nextBlock() throws(World.Failure) -> [UInt8] {
    events.append(.readInput)
    if !input.isEmpty { return input.removeFirst() }
    if let inputFailure { throw World.Failure(inputFailure) }
    return []
  }

  private func write(_ bytes: [UInt8]) -> World.Written {
    if let outputFailure, writesBeforeFailure == 0 { return outputFailure }
    writesBeforeFailure -= 1
    output += bytes
    if !bytes.isEmpty { events.append(.wrote(String(decoding: bytes, as: UTF8.self))) }
    return .done
  }

  /// A path from the only folder that there is, with `.`, `..` and links followed.
  private func canonical(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    let place = parts.joined(separator: "/")
    return links[place].map { canonical($0) } ?? place
  }
}
