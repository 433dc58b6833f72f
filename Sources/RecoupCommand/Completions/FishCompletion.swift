/// The script for fish, from 3.0 on.
struct FishCompletion {
  let table: CompletionTable

  init(_ table: CompletionTable) { self.table = table }

  var text: String { FishCompletion.head + words + ask + FishCompletion.conditions + offers + first + commands }

  private static var head: String {
    #"""
    # Completion of recoup for fish, as `recoup completions fish` prints it.
    #
    # To install it:
    #   mkdir -p ~/.config/fish/completions
    #   recoup completions fish > ~/.config/fish/completions/recoup.fish


    """#
  }

  /// Which options of a command take a value.
  private var words: String {
    let cases = table.commands.compactMap { entry -> String? in
      let takes = entry.options.filter { $0.value != nil }.map { $0.name.quotedForFish }
      if takes.isEmpty { return nil }
      let list = takes.joined(separator: " ")
      return "        case \(entry.name.quotedForFish)\n            contains -- $argv[2] \(list)\n"
    }
    return """
      # Whether an option of a command takes a value.
      function __recoup_takes
          switch $argv[1]
      \(cases.joined())        case '*'
                  false
          end
      end


      """
  }

  private var ask: String {
    """
    # Prints what recoup answers to a question, with a sign behind each name.
    function __recoup_ask
        set -l question $argv[1]
        set -l sign $argv[2]
        set -l part (commandline -ct | string replace -r '^--[a-z-]+=' '')
        if contains -- $question --names --facts; and string match -q -- '*=*' $part
            # The name is typed: its values, which come with it.
            set question --values=(string replace -r '=.*' '' -- $part)
            set sign ''
        end
        set -l typed (commandline -opc)
        set -l program (string replace -r '^~/' "$HOME/" -- $typed[1])
        type -q $program; or set program recoup
        set -l asked
        set -l index 2
        while test $index -le (count $typed)
            set -l word $typed[$index]
            if contains -- $word \(table.passedOn.map { $0.quotedForFish }.joined(separator: " "))
                set index (math $index + 1)
                if test $index -le (count $typed)
                    set -a asked $word=(string replace -r '^~/' "$HOME/" -- $typed[$index])
                end
            else if contains -- (string replace -r '=.*' '' -- $word) \
    \(table.passedOn.map { $0.quotedForFish }.joined(separator: " "))
                set -a asked $word
            end
            set index (math $index + 1)
        end
        for line in (command $program completions $question $asked 2>/dev/null </dev/null)
            set -l parts (string split -m 1 \\t -- $line)
            set -l name $parts[1]$sign
            if set -q parts[2]
                printf '%s\\t%s\\n' $name $parts[2]
            else
                printf '%s\\n' $name
            end
        end
    end


    """
  }

  private static var conditions: String {
    #"""
    # Whether no command is typed yet.
    function __recoup_first
        test (count (commandline -opc)) -eq 1
    end

    # Whether the command is one of these.
    function __recoup_in
        set -l typed (commandline -opc)
        test (count $typed) -gt 1; and contains -- $typed[2] $argv
    end

    # Whether the command is this one, and this option of it may still be given.
    function __recoup_may
        set -l typed (commandline -opc)
        __recoup_in $argv[1]; or return 1
        # An option that waits for its value is not given yet.
        if test $typed[-1] = $argv[2]; and __recoup_takes $argv[1] $argv[2]
            set -e typed[-1]
        end
        for word in $typed[2..-1]
            if test $word = $argv[2]; or string match -q -- "$argv[2]=*" $word
                return 1
            end
        end
    end

    # Whether the command is this one, and the argument with this number is typed, or a later one if a `+` follows.
    function __recoup_at
        __recoup_in $argv[1]; or return 1
        set -l typed (commandline -opc)
        set -l position 1
        set -l ended 0
        set -l index 3
        while test $index -le (count $typed)
            set -l word $typed[$index]
            if test $ended -eq 1; or not string match -qr -- '^-.' $word
                set position (math $position + 1)
            else if test "$word" = --
                set ended 1
            else if __recoup_takes $argv[1] $word
                set index (math $index + 1)
            end
            set index (math $index + 1)
        end
        test $position -eq $argv[2]; or test "$argv[3]" = +; and test $position -ge $argv[2]
    end


    """#
  }

  /// A function for each list of offers that is more than files.
  private var offers: String {
    table.offers.map { list in
      let lines = list.compactMap { offer -> String? in
        switch offer {
        case .word(let word, let about):
          about.isEmpty
            ? "    printf '%s\\n' \(word.quotedForFish)\n"
            : "    printf '%s\\t%s\\n' \(word.quotedForFish) \(about.quotedForFish)\n"
        case .folders: "    __fish_complete_directories\n"
        case .files: nil
        case .asked(let question, let sign): "    __recoup_ask \(question.rawValue) \(sign.quotedForFish)\n"
        }
      }
      return lines.isEmpty ? "" : "function __\(table.function(list) ?? "")\n\(lines.joined())end\n\n"
    }.joined()
  }

  private var first: String {
    let commands = table.commands.map {
      "complete -c recoup -n __recoup_first -a \($0.name.quotedForFish) -d \($0.summary.quotedForFish)\n"
    }
    let options = table.options.map {
      "complete -c recoup -n __recoup_first -l \(FishCompletion.long($0.name)) -d \($0.help.quotedForFish)\n"
    }
    return "complete -c recoup -f\n" + (commands + options).joined()
  }

  private var commands: String {
    table.commands.map { entry in
      let options = entry.options.map { option in
        let condition = option.mayRepeat ? "__recoup_in \(entry.name)" : "__recoup_may \(entry.name) \(option.name)"
        let value = option.value == nil ? "" : option.offers.contains(.files) ? " -r -F" : " -x"
        return "complete -c recoup -n \(condition.quotedForFish) -l \(FishCompletion.long(option.name))"
          + "\(value)\(list(option.offers)) -d \(option.help.quotedForFish)\n"
      }
      let arguments = entry.arguments.enumerated().map { place, argument in
        let isLast = place == entry.arguments.count - 1
        let condition = "__recoup_at \(entry.name) \(place + 1)" + (isLast && entry.lastRepeats ? " +" : "")
        let files = argument.offers.contains(.files) ? " -F" : ""
        let list = list(argument.offers)
        if files.isEmpty && list.isEmpty { return "" }
        return "complete -c recoup -n \(condition.quotedForFish)\(files)\(list)\n"
      }
      let behind = entry.behind.map { word, offers in
        let condition = "__recoup_at \(entry.name) 3 +; and test (commandline -opc)[-1] = \(word)"
        return "complete -c recoup -n \(condition.quotedForFish)\(list(offers))\n"
      }
      return "\n" + (options + arguments + behind).joined()
    }.joined()
  }

  /// The function that offers a list, as what `complete` evaluates.
  private func list(_ offers: [Offer]) -> String {
    if offers.isEmpty || offers == [.files] { return "" }
    return table.function(offers).map { " -a '(__\($0))'" } ?? ""
  }

  private static func long(_ name: String) -> String { String(name.drop { $0 == "-" }).quotedForFish }
}
