extension Topic {
  static var status: Topic {
    Topic(
      name: "status", summary: "The exit statuses, for scripts that call recoup",
      page: #"""
        Exit statuses

        For scripts: the number with which recoup ends says how it went. Results are on
        standard output, problems on standard error.

           0  All is well, also where nobody read the answer to its end.
           1  There is something to look at: rows that were left out (next, why), lines
              that could not be read (decide), mistakes or findings (check), an example
              that fails (test), a file without its layout (fmt --check), or an event
              that was refused (log).
           2  What `check --fail-on` asked for was found.
          64  It was called wrongly: an option, command, invoice or action that there is
              not.
          65  The rules have mistakes and cannot be used; `recoup check` shows them.
          66  A file or the standard input is missing or cannot be read.
          70  A fault of recoup itself.
          74  Writing failed, as on a disk that is full.

        So a script stops at bad rules, and goes on after a row that was left out:

          recoup check --short || exit 1
          recoup next --json > answer.json

        """#)
  }
}
