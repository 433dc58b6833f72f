extension AnswerSchema {
  /// `recoup diff --json`.
  static let diff = AnswerSchema(
    "diff",
    """
    schema text `recoup/diff/1`
    same_advice truth whether it is proved that both give the same advice and money in every case
    differences list what differs, in the order of the new rules, what was dropped last of its kind
    differences[].subject text `book`, `fact`, `setting`, `definition`, `table`, `action`, `rule` or `example`
    differences[].name text its name; empty for the book
    differences[].change text `added`, `dropped`, `renamed` or `changed`
    differences[].decides truth whether advice or money can differ by it
    differences[].from text? the old name of what was renamed
    differences[].after text? the gentler action that an added one follows on the ladder
    differences[].parts list what differs of a thing that both have
    differences[].parts[].part text which part, such as `value`, `chance`, `condition` or `requirement`
    differences[].parts[].old text? how it stands in the old rules
    differences[].parts[].new text? how it stands in the new rules
    invoices list? every open invoice, the largest change first, those that one of the two only can decide last; null without a folder of invoices, or where the two have different currencies
    invoices[].invoice text its number
    invoices[].differs truth whether advice or money differ, or one of the two only can decide it
    invoices[].old_recommend text? what the old rules advise: an action's name, `wait` or `nothing`; null where they cannot decide it
    invoices[].new_recommend text? what the new rules advise
    invoices[].old_value number? the expected net under the old rules, in the smallest unit; 0 if nothing is worth it
    invoices[].new_value number? the expected net under the new rules
    invoices[].old_problem text? why the old rules cannot decide it
    invoices[].new_problem text? why the new rules cannot decide it
    complete truth? whether nothing of the files was left out under either of the two; null where no invoices are compared
    tried integer? how many cases were tried; null where none was looked for
    witnesses list? cases that differ, found without a folder of invoices
    witnesses[].old_recommend text what the old rules advise
    witnesses[].new_recommend text what the new rules advise
    witnesses[].old_value number the expected net under the old rules
    witnesses[].new_value number the expected net under the new rules
    witnesses[].old_command text the command that gives the old advice
    witnesses[].new_command text the command that gives the new advice
    witnesses[].holds list where the advice changes in this way, each limit alone and all else as in the case; empty where only the money differs
    witnesses[].holds[].fact text the fact that is limited
    witnesses[].holds[].from text? the lowest value, as the rules write it; null as far down as was looked, and for words
    witnesses[].holds[].to text? the highest value; null as far up as was looked, and for words
    witnesses[].holds[].words text? the words with which it does, or `yes` or `no`, with commas; null for numbers
    witnesses[].holds[].proved truth whether every value between was shown to do so; else only some were tried

    """)
}
