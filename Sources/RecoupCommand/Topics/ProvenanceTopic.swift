extension Topic {
  static var provenance: Topic {
    Topic(
      name: "provenance", summary: "What an advice was given by, as a fingerprint",
      page: #"""
        What an advice was given by

        The same rules and the same case give the same advice, to the last bit. Answers
        in JSON about an invoice say by what they were given, as digests (SHA-256):

          "provenance": {"advice": "sha256:3f2a...", "rules": "sha256:...",
            "case": "sha256:...", "as_of": "2026-11-20", "semantics": 1, ...}

        If `rules` differs, some rules file was changed; if `case` differs, something
        else is known of the invoice, or it is another day. `advice` stands for both.

        `recoup log` writes the first 16 digits of `advice` behind an event: those of
        the advice that there was on the day of the event, before it. So does `recoup
        ask` behind an answer, of the advice that it showed before the question.

          2026-11-20 INV-114 did reminder  # advice 3f2a9c0d51e7b846

        Ask for an old advice by its day; later events are not seen, those of the day
        itself are:

          recoup next INV-42 --as-of 2026-11-20 --json

        Or ask for the very advice that a line of the journal names, such as `recoup
        next INV-114 --advice 3f2a`: as of its day, and as if the journal ended before
        that line. Where the rules, the invoices or the options are others than then,
        that is refused, so that nothing is passed off as an old advice. `why`,
        `compare` and `ask` take it too.

        What is hashed is a row of texts: each is its length in bytes, as eight bytes,
        the most significant first, and then its bytes in UTF-8. A number is its
        decimal text, and one that is not known the empty text.

        rules   "recoup rules 1"; the number of files; then of each file, in the order
                in which they are read (a file before those that it includes): its name
                if it is a shipped one, else the empty text, and its text.
        case    "recoup case 1"; the currency; the day of the advice; the first day
                after a pause, or the empty text. Then the number of facts, and of each
                its name and its value; the same of the settings, whose values are those
                that were given for this once; the number of actions, and of each, from
                the gentlest up, its name, how often it was done and how many days ago
                the last time; and for how many more days the last step works.
        advice  "recoup advice 1"; `semantics`; and the digests of rules and case, 32
                bytes each.

        Values are whole numbers: yes is 1 and no is 0, a word is its place among the
        words from 0, money counts the smallest unit, percentages and plain numbers
        count millionths. `semantics` is raised when a new version of recoup decides
        something otherwise.

        """#)
  }
}
