# Types lines into a shell on a terminal of its own, presses Tab at the end of each, and writes down what comes.
#
# drive.zsh bash|zsh SCRIPT LINES FOLDER: for each line of the file LINES the file FOLDER/N.offers has what was offered,
# and FOLDER/N.line the line as it stood then.
emulate zsh
zmodload zsh/zpty
shell=$1 script=$2 lines=(${(f)"$(<$3)"}) folder=$4

fail() {
  print -ru2 -- "drive.zsh: $*"
  exit 1
}

# Waits until the shell says so.
await() {
  local seen chunk
  integer tries=0
  while [[ $seen != *"$1"* ]]; do
    if zpty -rt probe chunk; then
      seen+=$chunk
    else
      ((++tries < 3000)) || fail "$shell does not answer: $seen"
      sleep 0.01
    fi
  done
}

zmodload zsh/datetime 2> /dev/null
case $shell in
  bash)
    cat > $folder/setup << 'END'
PS1= PS2=
bind 'set bell-style none' 'set completion-query-items 0' 2> /dev/null
bind 'set bell-style none'
bind 'set page-completions off'
probe() {
  _recoup "$@"
  : > "$probe_folder/offers"
  [[ ${#COMPREPLY[@]} == 0 ]] || printf '%s\n' "${COMPREPLY[@]}" > "$probe_folder/offers"
}
complete -F probe recoup
probe_done() { printf '%s' "$READLINE_LINE" > "$probe_folder/line"; READLINE_LINE= READLINE_POINT=0; echo "proba""tum"; }
bind -x '"\C-g": probe_done'
END
    zpty -b probe env TERM=dumb HISTFILE= probe_folder=$folder bash --norc --noprofile -i
    zpty -w probe "source ${(q)script}; source ${(q)folder}/setup; echo para\"\"tum"
    ;;
  zsh)
    cat > $folder/setup << 'END'
PS1= PS2= RPS1= LISTMAX=10000
unsetopt beep list_beep always_last_prompt prompt_sp prompt_cr
fpath=($probe_folder/functions $fpath)
autoload -Uz compinit && compinit -u -d $probe_folder/dump
compadd() {
  # What only fills arrays is not offered.
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return
  fi
  local -a probe_hits
  builtin compadd -O probe_hits "$@"
  (($#probe_hits)) && print -rl -- "${probe_hits[@]}" >> $probe_folder/offers
  builtin compadd "$@"
}
probe_done() {
  print -rn -- "$BUFFER" > $probe_folder/line
  BUFFER=
  print -r -- "proba""tum"
}
zle -N probe_done
bindkey '^G' probe_done
bindkey '^I' complete-word
END
    mkdir -p $folder/functions
    cp $script $folder/functions/_recoup
    zpty -b probe env TERM=dumb HISTFILE= probe_folder=$folder zsh -f -i
    zpty -w probe "source ${(q)folder}/setup; echo para\"\"tum"
    ;;
esac
await paratum

integer number=0
for line in $lines; do
  ((number++))
  : > $folder/offers
  zpty -w -n probe "$line"$'\t'$'\a'
  await probatum
  mv $folder/offers $folder/$number.offers
  mv $folder/line $folder/$number.line
done
zpty -d probe
