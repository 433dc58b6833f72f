import FoundationEssentials
import Glibc

/// What a process took from its start to its end.
struct Spent {
  /// Seconds of all cores together, of the user and of the system.
  var cpu: Double
  var wall: Double
}

/// Another process.
enum Child {
  struct Failure: Error, CustomStringConvertible { var description: String }

  /// Runs a command to its end, with files for its input and its output, and tells what it took.
  static func run(_ command: [String], from input: String = "/dev/null", to output: String = "/dev/null") throws
    -> Spent
  {
    let start = ContinuousClock.now
    let process = try spawn(command, input, output)
    let (status, usage) = wait(process, 0)!
    let wall = ContinuousClock.now - start
    try check(status, command)
    return Spent(cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), wall: wall / .seconds(1))
  }

  /// Runs a command to its end, and tells the most memory that it had at once, in MB, as far as looking on from time to
  /// time tells: what the system counts for a process begins with what this one has.
  static func memory(_ command: [String], from input: String = "/dev/null", to output: String = "/dev/null") throws
    -> Double
  {
    let process = try spawn(command, input, output)
    var most = 0.0
    while true {
      if let (status, _) = wait(process, WNOHANG) {
        try check(status, command)
        return most
      }
      most = max(most, memory(of: process) ?? 0)
      usleep(2000)
    }
  }

  private static func spawn(_ command: [String], _ input: String, _ output: String) throws -> pid_t {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let problem = posix_spawnp(&process, command[0], &files, nil, &arguments, environ)
    if problem != 0 { throw Failure(description: "\(command[0]): \(String(cString: strerror(problem)))") }
    return process
  }

  /// Nil if it is not to be waited for, and has not ended.
  private static func wait(_ process: pid_t, _ options: Int32) -> (status: Int32, usage: rusage)? {
    var status: Int32 = 0
    var usage = rusage()
    var ended: pid_t
    repeat { ended = wait4(process, &status, options, &usage) } while ended < 0 && errno == EINTR
    return ended == process ? (status, usage) : nil
  }

  private static func check(_ status: Int32, _ command: [String]) throws {
    if status != 0 { throw Failure(description: "`\(command.joined(separator: " "))` failed, status \(status)") }
  }

  /// Nil once it is gone.
  private static func memory(of process: pid_t) -> Double? {
    guard let status = try? Data(contentsOf: URL(filePath: "/proc/\(process)/status")) else { return nil }
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 }
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
