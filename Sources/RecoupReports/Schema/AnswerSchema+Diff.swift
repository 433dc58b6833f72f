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

    """)
}
