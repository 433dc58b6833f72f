/// The script for bash, from 3.2 on, which needs nothing beside bash.
struct BashCompletion {
  let table: CompletionTable

  init(_ table: CompletionTable) { self.table = table }

  var text: String {
    BashCompletion.head + commands + offers + slots + asked + BashCompletion.body
  }

  /// What there is to type after `recoup`, and the options of each command.
  private var commands: String {
    let first = table.commands.map { $0.name.quotedForShell }.joined(separator: " ")
    let instead = table.options.map { $0.name.quotedForShell }.joined(separator: " ")
    let cases = table.commands.map { entry in
      let takes = entry.options.filter { $0.value != nil }.map { $0.name }.joined(separator: " ")
      let repeats = entry.options.filter { $0.mayRepeat }.map { $0.name }.joined(separator: " ")
      return """
            \(entry.name.quotedForShell))
              options=(\(entry.options.map { $0.name.quotedForShell }.joined(separator: " ")))
              takes=\(" \(takes) ".quotedForShell)
              repeats=\(" \(repeats) ".quotedForShell)
              ;;

        """
    }
    return """
      _recoup_first() {
        _recoup_words \(first)
        [[ $current != -* ]] || _recoup_words \(instead)
      }

      # Sets what options a command has, which of them take a value, and which may come again.
      _recoup_command() {
        options=() takes='' repeats=''
        case $1 in
      \(cases.joined())  esac
      }


      """
  }

  /// A function for each list of offers.
  private var offers: String {
    table.offers.map { list in
      let words = list.compactMap { if case .word(let word, _) = $0 { word.quotedForShell } else { nil } }
      var lines = words.isEmpty ? [] : ["  _recoup_words " + words.joined(separator: " ")]
      lines += list.compactMap { offer in
        switch offer {
        case .word: nil
        case .files: "  _recoup_files f"
        case .folders: "  _recoup_files d"
        case .asked(let question, let sign): "  _recoup_ask \(question.rawValue) \(sign.quotedForShell)"
        }
      }
      return "_\(table.function(list) ?? "")() {\n\(lines.joined(separator: "\n"))\n}\n\n"
    }.joined()
  }

  /// Which function serves which option of a command, and which argument by its number.
  private var slots: String {
    var slots: [(pattern: String, function: String)] = []
    for entry in table.commands {
      for option in entry.options {
        if let function = table.function(option.offers) {
          slots.append(("\(entry.name) \(option.name)".quotedForShell, function))
        }
      }
      for (word, offers) in entry.behind {
        if let function = table.function(offers) {
          slots.append(("\(entry.name) behind \(word)".quotedForShell, function))
        }
      }
      for (place, argument) in entry.arguments.enumerated() {
        guard let function = table.function(argument.offers) else { continue }
        let isLast = place == entry.arguments.count - 1
        let pattern =
          isLast && entry.lastRepeats
          ? "\(entry.name) ".quotedForShell + "[0-9]*" : "\(entry.name) \(place + 1)".quotedForShell
        slots.append((pattern, function))
      }
    }
    return """
      # Offers what fits: as the value of an option of a command, as an argument by its number, or behind a word.
      _recoup_slot() {
        case "$1 $2" in
      \(slots.map { "    \($0.pattern)) _\($0.function) ;;\n" }.joined())    *) return 1 ;;
        esac
        return 0
      }


      """
  }

  /// Which options a question passes on.
  private var asked: String {
    """
    _recoup_passes_on() {
      case $1 in
        \(table.passedOn.map { $0.quotedForShell }.joined(separator: " | "))) return 0 ;;
      esac
      return 1
    }


    """
  }
}
