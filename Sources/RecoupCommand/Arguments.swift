import RecoupLanguage

/// A command's arguments, taken apart by the options that it knows.
struct Arguments {
  /// An option of a command.
  struct Option {
    /// Where the help of a command shows an option.
    enum Group: String, CaseIterable {
      case invoice = "About the invoice"
      case files = "Where the files are"
      case answer = "The answer"
    }

    var name: String
    /// What its value is, in capitals, or all words that it may be: `en|fr`; nil for an option without one.
    var value: String?
    var help: String
    /// Nil where the options of a command are one list.
    var group: Group?
    /// Whether it is for the shells, and no help shows it.
    var isHidden = false

    init(_ name: String, _ value: String? = nil, help: String) {
      self.name = name
      self.value = value
      self.help = help
    }

    /// Several mean something where each has a name of its own, as a rate has its currency; a name that needs no value
    /// stands alone.
    var mayRepeat: Bool {
      value.map { $0 == "RATE" || ($0.utf8.contains(UInt8(ascii: "=")) && !$0.contains("[=")) } ?? false
    }

    /// For the shells only.
    static func hidden(_ name: String, _ value: String? = nil) -> Option {
      var option = Option(name, value, help: "")
      option.isHidden = true
      return option
    }
  }

  private(set) var positional: [String] = []
  private var flags: Set<String> = []
  private var values: [String: [String]] = [:]

  /// Takes arguments apart, or says what is wrong with them.
  init(_ arguments: [String], options: [Option], most: Int) throws(Stop) {
    var rest = arguments[...]
    var onlyPositional = false
    while let argument = rest.popFirst() {
      if argument == "--" && !onlyPositional {
        onlyPositional = true
      } else if onlyPositional || !argument.hasPrefix("-") || argument == "-" {
        positional.append(argument)
      } else {
        try take(argument, &rest, options)
      }
    }
    if positional.count > most {
      let hint = folderHint(positional[most], options)
      throw Stop(.usage, "there is one argument too many: `\(positional[most])`" + hint)
    }
  }

  /// How to name a folder, where an argument that has no place can be one.
  private func folderHint(_ argument: String, _ options: [Option]) -> String {
    let takesFolder = options.contains { $0.name == "--in" } && value("--in") == nil
    if !takesFolder || argument.isEmpty || argument.hasPrefix("-") { return "" }
    // A name with an ending is a file.
    if argument.split(separator: "/").last?.dropFirst().contains(".") == true { return "" }
    return "; for a folder write `--in \(argument)`"
  }

  private mutating func take(
    _ argument: String, _ rest: inout ArraySlice<String>, _ options: [Option]
  ) throws(Stop) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let option = options.first(where: { $0.name == parts[0] }) else {
      let nearest = Arguments.nearest(parts[0], among: options.filter { !$0.isHidden }.map { $0.name } + ["--help"])
      throw Stop(.usage, "there is no option `\(parts[0])`" + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
    }
    guard let name = option.value else {
      if parts.count > 1 { throw Stop(.usage, "`\(option.name)` takes no value") }
      flags.insert(option.name)
      return
    }
    // No option means anything by an empty value; it is what a shell makes of a variable that is not set.
    guard let value = parts.count > 1 ? parts[1] : rest.popFirst(), !value.isEmpty else {
      throw Stop(.usage, "`\(option.name)` needs a value: \(name)")
    }
    try Placeholder(text: name).check(value, of: option.name)
    values[option.name, default: []].append(value)
  }

  /// What a misspelled option or command was meant to be; of a short option, the only one with that letter.
  static func nearest(_ name: String, among options: [String]) -> String? {
    if name.utf8.count != 2 || !name.hasPrefix("-") { return NearestName.of(name, among: options) }
    let alike = options.filter { $0.hasPrefix("-" + name) }
    return alike.count == 1 ? alike[0] : nil
  }

  /// Whether an option without a value is given.
  func has(_ option: String) -> Bool { flags.contains(option) }

  /// The value of an option that may come once; the last one counts.
  func value(_ option: String) -> String? { values[option]?.last }

  /// All values of an option that may come often.
  func all(_ option: String) -> [String] { values[option] ?? [] }
}

extension [Arguments.Option] {
  /// These options, shown in one group.
  func grouped(_ group: Arguments.Option.Group) -> [Arguments.Option] {
    map { option in
      var option = option
      option.group = group
      return option
    }
  }
}
