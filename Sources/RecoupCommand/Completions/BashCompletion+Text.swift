extension BashCompletion {
  static var head: String {
    #"""
    # shellcheck shell=bash
    # Completion of recoup for bash, as `recoup completions bash` prints it.
    #
    # To have it in every shell, put this line into ~/.bashrc:
    #   source <(recoup completions bash)
    # or, with the package bash-completion, save it once:
    #   mkdir -p ~/.local/share/bash-completion/completions
    #   recoup completions bash > ~/.local/share/bash-completion/completions/recoup


    """#
  }

  /// What works on the tables. Nothing that was typed, and no name from a file, is ever evaluated.
  static var body: String {
    #"""
    # Takes a word as it is typed: sets `plain` to what it stands for, `open` to a quote that is not closed, and `before`
    # to what stands for itself before that quote. Variables and the like stay as they are.
    _recoup_plain() {
      local rest=$1 character
      plain='' open='' before=''
      while [[ -n $rest ]]; do
        character=${rest:0:1}
        rest=${rest:1}
        if [[ -z $open && ($character == "'" || $character == '"') ]]; then
          open=$character
          before=$plain
        elif [[ -n $open && $character == "$open" ]]; then
          open=''
        elif [[ $character == \\ && ($open == '' || ($open == '"' && $rest == [\\\"\$\`]*)) ]]; then
          plain+=${rest:0:1}
          rest=${rest:1}
        else
          plain+=$character
        fi
      done
    }

    # Offers a word if it begins with what is typed, in the quotes that are open.
    _recoup_add() {
      local item=$prefix$1
      [[ $item == "$current"* ]] || return 0
      [[ $item != *= ]] || compopt -o nospace 2> /dev/null
      item=${item#"$typed"}
      case $open in
        "'") item=${item//"'"/"'\''"} ;;
        '"')
          # Between these quotes nothing keeps history from reading a `!`.
          [[ $item != *'!'* ]] || return 0
          item=${item//\\/\\\\}
          item=${item//\"/\\\"}
          item=${item//\$/\\\$}
          item=${item//\`/\\\`}
          ;;
        *) [[ -z $item ]] || printf -v item '%q' "$item" ;;
      esac
      # readline takes a quote at the end for the one that closes, and puts none behind it.
      [[ -z $open || $item != *"$open" ]] || item+=$open
      COMPREPLY+=("$item")
    }

    _recoup_words() {
      local word
      for word in "$@"; do _recoup_add "$word"; done
    }

    # Offers files (f) or folders (d); readline itself puts them in quotes.
    _recoup_files() {
      local name
      compopt -o filenames 2> /dev/null
      while IFS= read -r name; do
        name=$prefix$name
        COMPREPLY+=("${name#"$typed"}")
      done < <(compgen "-$1" -- "${current#"$prefix"}")
    }

    # Offers what recoup answers to a question, with a sign behind each name.
    _recoup_ask() {
      local line question=$1 sign=$2 part=${current#"$prefix"}
      if [[ ($question == --names || $question == --facts) && $part == *=* ]]; then
        # The name is typed: its values, which come with it.
        question=--values=${part%%=*} sign=''
      fi
      while IFS= read -r line; do
        _recoup_add "${line%%$'\t'*}$sign"
      done < <("$program" completions "$question" ${asked[@]+"${asked[@]}"} < /dev/null 2> /dev/null)
    }

    _recoup() {
      local IFS=$' \t\n' piece trimmed line=$COMP_LINE
      local -a words=()
      COMPREPLY=()
      # readline also cuts words at signs such as `=`: what no space parts is one word.
      for piece in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        trimmed=${line#"${line%%[![:space:]]*}"}
        if [[ ${#words[@]} -gt 0 && $trimmed == "$line" && $line == "$piece"* ]]; then
          words[${#words[@]} - 1]+=$piece
        else
          words+=("$piece")
        fi
        line=${trimmed#"$piece"}
      done

      local plain open before program command
      _recoup_plain "${words[0]}"
      program=$plain
      # shellcheck disable=SC2088  # what was typed begins so
      [[ ${words[0]} != "~/"* ]] || program=$HOME/${plain:2}
      type -P "$program" > /dev/null || program=recoup
      command=''
      if [[ ${#words[@]} -gt 2 ]]; then
        _recoup_plain "${words[1]}"
        command=$plain
      fi

      # What stands between the command and the word that is typed.
      local -a options asked=()
      local takes repeats name value waiting='' ended='' given=' ' previous='' position=1 index=2 last=$((${#words[@]} - 1))
      _recoup_command "$command"
      while ((index < last)); do
        _recoup_plain "${words[index]}"
        if [[ -n $ended || $plain != -?* ]]; then
          # The first argument is a name, which may be any word.
          [[ $position == 1 ]] || previous=$plain
          position=$((position + 1))
        elif [[ $plain == -- ]]; then
          ended=1
        else
          name=${plain%%=*}
          given+="$name "
          if [[ $takes == *" $name "* ]]; then
            if [[ $plain == *=* ]]; then
              value=${plain#*=}
            elif ((index + 1 < last)); then
              index=$((index + 1))
              _recoup_plain "${words[index]}"
              value=$plain
              # shellcheck disable=SC2088
              [[ ${words[index]} != "~/"* ]] || value=$HOME/${plain:2}
            else
              waiting=$name
            fi
            if [[ -z $waiting ]] && _recoup_passes_on "$name"; then asked+=("$name=$value"); fi
          fi
        fi
        index=$((index + 1))
      done

      # The word that is typed, and what of it readline will keep: all up to the last sign at which it cuts.
      local current prefix='' typed word=${words[last]}
      piece=${COMP_WORDS[COMP_CWORD]}
      [[ -z $piece || $piece == *[!$COMP_WORDBREAKS]* ]] || piece=''
      _recoup_plain "${word%"$piece"}"
      typed=$plain
      _recoup_plain "$word"
      current=$plain
      [[ -z $open ]] || typed=$before

      if ((last == 1)); then
        _recoup_first
      elif [[ -n $waiting ]]; then
        _recoup_slot "$command" "$waiting"
      elif [[ -z $ended && $current == -*=* ]]; then
        prefix=${current%%=*}=
        _recoup_slot "$command" "${prefix%=}"
      else
        if [[ -n $ended || $current != -* ]]; then
          _recoup_slot "$command" "behind $previous" || _recoup_slot "$command" "$position"
        fi
        if [[ -z $ended && ($current == -* || (-z $current && ${#COMPREPLY[@]} == 0)) ]]; then
          for name in ${options[@]+"${options[@]}"}; do
            if [[ $given != *" $name "* || $repeats == *" $name "* ]]; then _recoup_add "$name"; fi
          done
        fi
      fi
    }

    complete -F _recoup recoup

    """#
  }
}
