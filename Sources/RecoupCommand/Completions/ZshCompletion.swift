/// The script for zsh, on top of its own completion.
struct ZshCompletion {
  let table: CompletionTable

  init(_ table: CompletionTable) { self.table = table }

  var text: String { ZshCompletion.head + offers + behind + ask + main + ZshCompletion.tail }

  private static var head: String {
    #"""
    #compdef recoup
    # Completion of recoup for zsh, as `recoup completions zsh` prints it.
    #
    # To install it, save it as `_recoup` in a folder that `echo $fpath` shows, such as one of your own:
    #   mkdir -p ~/.zsh/completions
    #   recoup completions zsh > ~/.zsh/completions/_recoup
    # with these two lines in ~/.zshrc:
    #   fpath=(~/.zsh/completions $fpath)
    #   autoload -Uz compinit && compinit


    """#
  }

  /// A function for each list of offers; it is called with what the value is called.
  private var offers: String {
    table.offers.map { list in
      let words = list.compactMap { offer in
        if case .word(let word, let about) = offer { described(word, about) } else { nil }
      }
      var lines = ["  local found=1"]
      if !words.isEmpty {
        lines += ["  local -a words_=(\(words.joined(separator: " ")))"]
        lines += ["  _describe -t words \"$1\" words_ && found=0"]
      }
      lines += list.compactMap { offer in
        switch offer {
        case .word: nil
        case .files: "  _files && found=0"
        case .folders: "  _files -/ && found=0"
        case .asked(let question, let sign):
          "  _recoup_ask \(question.rawValue) \(sign.quotedForShell) \"$1\" && found=0"
        }
      }
      return "_\(table.function(list) ?? "")() {\n\((lines + ["  return found"]).joined(separator: "\n"))\n}\n\n"
    }.joined()
  }

  /// A word of `_describe`, in which a colon ends the word.
  private func described(_ word: String, _ about: String) -> String {
    (word.escaping(":") + (about.isEmpty ? "" : ":" + about.escaping(":"))).quotedForShell
  }

  /// What is offered behind some words, for the commands that have such.
  private var behind: String {
    table.commands.filter { !$0.behind.isEmpty }.map { entry in
      let cases = entry.behind.map { word, offers in
        "    \(word.quotedForShell)) _\(table.function(offers) ?? "") \(word.quotedForShell) ;;\n"
      }
      return """
        _recoup_behind_\(entry.name)() {
          case ${(Q)words[CURRENT-1]} in
        \(cases.joined())    *) return 1 ;;
          esac
        }


        """
    }.joined()
  }

  private var ask: String {
    """
    # Offers what recoup answers to a question, with a sign behind each name.
    _recoup_ask() {
      local -a asked names
      local -i index
      local word line name question=$1 sign=$2
      if [[ $question == --(names|facts) && $PREFIX == *=* ]]; then
        # The name is typed: its values, which come with it.
        name=${PREFIX%%=*}
        question=--values=${(Q)name} sign=
      fi
      for ((index = 2; index < $#recoup_words; index++)); do
        word=${(Q)recoup_words[index]}
        case $word in
          \(table.passedOn.map { $0.quotedForShell }.joined(separator: "|")))
            line=${recoup_words[++index]}
            name=${(Q)line}
            [[ $line == '~/'* ]] && name=$HOME/${name[3,-1]}
            ((index < $#recoup_words)) && asked+=("$word=$name")
            ;;
          \(table.passedOn.map { "\($0)=".quotedForShell + "*" }.joined(separator: "|"))) asked+=("$word") ;;
        esac
      done
      for line in ${(f)"$($recoup_program completions $question $asked 2> /dev/null < /dev/null)"}; do
        name=${line%%$'\\t'*}
        name=${${name//\\\\/\\\\\\\\}//:/\\\\:}
        if [[ $line == *$'\\t'* ]]; then name+=:${line#*$'\\t'}; fi
        names+=("$name")
      done
      if [[ -n $sign ]]; then
        _describe -t names "$3" names -q -S "$sign"
      else
        _describe -t names "$3" names
      fi
    }


    """
  }

  /// What follows `recoup`, and what follows each command.
  private var main: String {
    let commands = table.commands.map { described($0.name, $0.summary) }
    let options = table.options.map { "'(- *)'" + "\($0.name)[\(plain($0.help))]".quotedForShell }
    let cases = table.commands.map { entry in
      let specs = (entry.options.map { spec($0) } + arguments(entry)).map { " \\\n        " + $0 }.joined()
      return "    \(entry.name.quotedForShell))\n      _arguments -S\(specs) && found=0\n      ;;\n"
    }
    return """
      _recoup_commands() {
        local -a commands_=(
          \(commands.joined(separator: "\n    "))
        )
        _describe -t commands command commands_
      }

      _recoup() {
        local curcontext=$curcontext context state state_descr line found=1 recoup_program=${(Q)words[1]}
        local -a recoup_words=("${words[@]:0:$CURRENT}")
        typeset -A opt_args
        [[ $recoup_program == '~/'* ]] && recoup_program=$HOME/${recoup_program[3,-1]}
        whence -p -- $recoup_program > /dev/null || recoup_program=recoup
        _arguments -C \(options.joined(separator: " ")) \\
          '1: :_recoup_commands' '*:: :->arguments' && found=0
        [[ $state == arguments ]] || return found
        case ${(Q)words[1]} in
      \(cases.joined())  esac
        return found
      }


      """
  }

  private static var tail: String {
    #"""
    if [[ $funcstack[1] == _recoup ]]; then
      _recoup "$@"
    else
      compdef _recoup recoup
    fi

    """#
  }

  private func spec(_ option: CompletionTable.Option) -> String {
    guard let value = option.value else {
      // A call for help makes all else needless.
      let others = option.name == "--help" ? "(- *)" : ""
      return "\(others)\(option.name)[\(plain(option.help))]".quotedForShell
    }
    let star = option.mayRepeat ? "*" : ""
    return ("\(star)\(option.name)=[\(plain(option.help))]:" + wanted(value, option.offers)).quotedForShell
  }

  private func arguments(_ entry: CompletionTable.Entry) -> [String] {
    let specs = entry.arguments.enumerated().map { place, argument in
      let isLast = place == entry.arguments.count - 1
      let number = isLast && entry.lastRepeats ? "*" : String(place + 1)
      return "\(number):\(wanted(argument.name, argument.offers))".quotedForShell
    }
    return specs + (entry.behind.isEmpty ? [] : ["'*: : _recoup_behind_\(entry.name)'"])
  }

  /// What a value is called, and the function that offers it; a space where nothing can be offered.
  private func wanted(_ name: String, _ offers: [Offer]) -> String {
    let action = table.function(offers).map { " _\($0) \(name.quotedForShell)" } ?? " "
    return "\(plain(name)):\(action.escaping(":"))"
  }

  /// A text of a specification, in which brackets and colons have a meaning.
  private func plain(_ text: String) -> String { text.escaping("[]:") }
}
