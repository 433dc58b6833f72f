/// The pages about what a file is made of and how it is put together.
extension DiagnosticCatalogue {
  static let notUTF8 = Entry(
    .notUTF8, "the file is not in UTF-8",
    """
    Rules files are saved in UTF-8, the encoding in which every language can be written. This file has bytes that are
    no characters in it, most likely since it was saved in an older encoding. Open it in your editor and save it again
    as UTF-8.
    """,
    wrong: "currency USD\n\n# appelé relance\n", right: "currency USD\n\n# appelé relance\n", isLatin1: true)

  static let strayCharacters = Entry(
    .strayCharacters, "characters that mean nothing in a rules file",
    """
    Outside of texts and comments a rules file has words, numbers and a few signs only. Signs from a word processor or
    from mathematics have plain spellings: `>=` for "at least", `*` for "times", straight quotes around a text.
    """,
    wrong: "currency USD\n\ndefine is_late = days_overdue ≥ 1 day\n",
    right: "currency USD\n\ndefine is_late = days_overdue >= 1 day\n")

  static let unclosedText = Entry(
    .unclosedText, "a text without its closing quote",
    """
    A text begins and ends with a double quote, on the same line. Where a line break is wanted in a text, it is written
    `\\n`.
    """,
    wrong: "currency USD\n\nfact contract \"Is there a contract?: yes or no\n",
    right: "currency USD\n\nfact contract \"Is there a contract?\": yes or no\n")

  static let badEscape = Entry(
    .badEscape, "a backslash before a character that it does not go with",
    """
    In a text a backslash has a meaning of its own: `\\"` is a quote, `\\\\` is a backslash, `\\n` is a line break. Nothing
    else may follow it. Write two of them for one.
    """,
    wrong: "currency USD\n\nfact contract \"In C:\\contracts?\": yes or no\n",
    right: "currency USD\n\nfact contract \"In C:\\\\contracts?\": yes or no\n")

  static let malformedNumber = Entry(
    .malformedNumber, "something that begins like a number and is none",
    """
    A number is digits, with `_` between digits to make it easier to read and at most one point, which has digits on
    both sides: `1_200`, `0.25`. A word that follows it stands apart: `30 days`.
    """,
    wrong: "currency USD\n\nsetting hour = 1__200 USD\n", right: "currency USD\n\nsetting hour = 1_200 USD\n")

  static let badName = Entry(
    .badName, "a name that is not in small letters",
    """
    A name is made of small letters, digits and `_`, and begins with a letter, so that it looks the same everywhere and
    is never taken for a currency.
    """,
    wrong: "currency USD\n\nsetting hourlyRate = 50 USD\n", right: "currency USD\n\nsetting hourly_rate = 50 USD\n")

  static let badDate = Entry(
    .badDate, "a day that the calendar does not have",
    """
    A date is written year-month-day with four, two and two digits, as in `2026-11-22`: the one order that is read the
    same in every country.
    """,
    wrong: "currency USD\n\ndefine rate = 8% source \"the court's list\" as of 2026-02-30\n",
    right: "currency USD\n\ndefine rate = 8% source \"the court's list\" as of 2026-02-28\n")

  static let unexpected = Entry(
    .unexpected, "something else belongs here",
    """
    At this place the rules language expects something else; the message says what. Often a word or a sign was left
    out just before.
    """,
    wrong: "currency USD\n\ndefine is_late = days_overdue >=\n",
    right: "currency USD\n\ndefine is_late = days_overdue >= 1 day\n")

  static let unknownDeclaration = Entry(
    .unknownDeclaration, "no declaration begins with this word",
    """
    A rules file is a list of declarations, and each begins with a word that says what it is: `currency`, `include`,
    `horizon`, `setting`, `fact`, `define`, `table`, `action`, `change`, `rule`, `drop`, `example`, `language`.
    """,
    wrong: "currency USD\n\nsettting hour = 50 USD\n", right: "currency USD\n\nsetting hour = 50 USD\n")

  static let unknownClause = Entry(
    .unknownClause, "no clause begins with this word",
    """
    Between the braces of an action or a rule stand clauses, and each begins with a word of its own. An action may have
    `title`, `chance`, `recovers`, `fee`, `cost`, `effort`, `strain`, `takes`, `at most`, `final`, `requires` and
    `source`; a rule has `when`, `then`, `because` and `source`.
    """,
    wrong: "currency USD\n\naction ask {\n  title \"Ask\"\n  chnace 50%\n}\n",
    right: "currency USD\n\naction ask {\n  title \"Ask\"\n  chance 50%\n}\n")

  static let unclosedBlock = Entry(
    .unclosedBlock, "a brace that is never closed",
    """
    What belongs to an action, a rule, a table or an example stands between `{` and `}`. Here the next declaration
    begins, or the file ends, before the `}`.
    """,
    wrong: "currency USD\n\naction ask {\n  title \"Ask\"\n  chance 50%\n\nsetting hour = 50 USD\n",
    right: "currency USD\n\naction ask {\n  title \"Ask\"\n  chance 50%\n}\n\nsetting hour = 50 USD\n")

  static let reservedWord = Entry(
    .reservedWord, "a word of the rules language as a name",
    """
    The words of the language, such as `cost`, `days` or `rule`, cannot be names, since a sentence could then be read
    in two ways. Choose a longer name.
    """,
    wrong: "currency USD\n\nfact cost: money\n", right: "currency USD\n\nfact court_cost: money\n")

  static let tooDeep = Entry(
    .tooDeep, "an expression that is nested too deeply",
    """
    An expression may be nested 200 deep, and definitions that name others a few hundred, so that every machine
    reads a file alike. Give parts of it names with `define`.
    """,
    wrong: "currency USD\n\ndefine deep = " + String(repeating: "(", count: 250) + "1"
      + String(repeating: ")", count: 250) + "\n",
    right: "currency USD\n\ndefine deep = 1\n")

  static let missingClause = Entry(
    .missingClause, "a clause that must be there is missing",
    """
    An action needs a `title`, which people read, and a `chance`. A rule needs a `when`, at least one `then`, and a
    `because`, since whoever gets the advice is shown the reason.
    """,
    wrong: "currency USD\n\naction ask {\n  title \"Ask\"\n}\n",
    right: "currency USD\n\naction ask {\n  title \"Ask\"\n  chance 50%\n}\n")

  static let duplicateClause = Entry(
    .duplicateClause, "a clause that stands twice",
    """
    Every clause comes at most once, save `requires` and `then`; and so do `currency`, `horizon` and `language` in a
    file. Of two it would be unclear which counts.
    """,
    wrong: "currency USD\n\naction ask {\n  title \"Ask\"\n  chance 50%\n  takes 5 days\n  takes 7 days\n}\n",
    right: "currency USD\n\naction ask {\n  title \"Ask\"\n  chance 50%\n  takes 7 days\n}\n")

  static let duplicateTranslation = Entry(
    .duplicateTranslation, "two translations into one language",
    """
    A text may be followed by translations, each after its two-letter code, and each language comes once.
    """,
    wrong: "currency USD\n\nfact proof \"Proof?\" fr \"Preuve ?\" fr \"Une preuve ?\": yes or no\n",
    right: "currency USD\n\nfact proof \"Proof?\" fr \"Une preuve ?\": yes or no\n")

  static let duplicateOnly = Entry(
    .duplicateOnly, "a rule that says `only` twice",
    """
    `only` blocks every action that it does not name, so two of them in one rule would block all. Name the actions in
    one `only`.
    """,
    wrong: actions + rule("then only ask\n  then only sue"), right: actions + rule("then only ask, sue"))

  /// Two actions that examples speak of.
  static let actions = """
    currency USD

    action ask { title "Ask" chance 50% }

    action sue { title "Sue" chance 30% }


    """

  /// A rule with these consequences.
  static func rule(_ consequences: String) -> String {
    "rule \"late\" {\n  when days_overdue > 30 days\n  \(consequences)\n  because \"it is late\"\n}\n"
  }
}
