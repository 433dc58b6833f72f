/// What the text is made of, files, and examples.
extension DiagnosticCatalogue {
  static let notUTF8 = Entry(
    .notUTF8, "the file is not in UTF-8",
    """
    A file keeps letters as bytes, and UTF-8 is the usual way to do so. This file was saved in another way, so that
    some of its letters, often the accented ones, cannot be told. Save it again with the encoding UTF-8, which most
    editors offer when you save.
    """,
    wrong: """
      currency USD

      fact partly "Payé en partie ?": yes or no
      """,
    right: """
      currency USD

      fact partly "Payé en partie ?": yes or no
      """,
    isLatin1: true)

  static let strayCharacters = Entry(
    .strayCharacters, "a character that means nothing here",
    """
    Rules are written with few signs, all of which are on every keyboard, so that they look the same everywhere. This
    one is not among them: it often comes from a word processor, from a spreadsheet or from another language. Put the
    sign in its place that the message names, or take it out.
    """,
    wrong: """
      currency USD

      define large = amount ≥ 5_000 USD
      """,
    right: """
      currency USD

      define large = amount >= 5_000 USD
      """)

  static let unclosedText = Entry(
    .unclosedText, "a text without its other quote",
    #"""
    A text stands between two straight double quotes, and both are on the same line: otherwise nobody could tell where
    it ends. Here one of the two is missing. Put it where the text begins or ends; to break a line inside a text,
    write `\n`.
    """#,
    wrong: """
      currency USD

      fact contract "Is there a contract?: yes or no
      """,
    right: """
      currency USD

      fact contract "Is there a contract?": yes or no
      """)

  static let badEscape = Entry(
    .badEscape, "a backslash that means nothing",
    #"""
    In a text a backslash gives the sign after it a special meaning: `\"` is a quote, `\n` a new line and `\\` a
    backslash. Before any other sign it means nothing. If you want a backslash in the text, write two.
    """#,
    wrong: #"""
      currency USD

      action call {
        title "The number is in C:\clients"
        chance 10%
      }
      """#,
    right: #"""
      currency USD

      action call {
        title "The number is in C:\\clients"
        chance 10%
      }
      """#)

  static let malformedNumber = Entry(
    .malformedNumber, "a number that cannot be read",
    """
    A number is written with digits, and with a point before its decimals: `0.5`, `1200.50`. To make a large one
    easier to read, put `_` between digits, as in `1_200`; commas and spaces would be taken for something else. A unit
    after it stands apart, as in `90 days`.
    """,
    wrong: """
      currency USD

      define half = .5 of amount
      """,
    right: """
      currency USD

      define half = 0.5 of amount
      """)

  static let badName = Entry(
    .badName, "a name with capitals or accents",
    """
    Names consist of small letters from a to z, digits and `_`, and begin with a letter, so that nobody has to
    remember how one was capitalized. What people read may be written as you please, since it stands in quotes. Write
    the name in small letters, with `_` between words.
    """,
    wrong: """
      currency USD

      fact Contract "Is there a contract?": yes or no
      """,
    right: """
      currency USD

      fact contract "Is there a contract?": yes or no
      """)

  static let badDate = Entry(
    .badDate, "a date that does not exist",
    """
    A date is written year, month, day, as in `2026-11-22`, because other orders are read differently from country to
    country. Either this date is written otherwise, or the calendar has no such day.
    """,
    wrong: """
      currency USD

      define court_limit = 10_000 USD source "The court's site" as of 2026-02-30
      """,
    right: """
      currency USD

      define court_limit = 10_000 USD source "The court's site" as of 2026-02-28
      """)

  static let missingInclude = Entry(
    .missingInclude, "an included file that cannot be read",
    """
    This file asks for another one with `include`, and that one is not there or may not be read. A name with a `/` in
    it or with `.rules` at its end is looked for in the folder of the file that names it; any other name means rules
    that come with recoup, such as `us`. Correct the name, or take the line out.
    """,
    wrong: """
      include "nowhere.rules"

      currency USD
      """,
    right: "currency USD")

  static let circularInclude = Entry(
    .circularInclude, "files that include each other in a circle",
    """
    A file takes in what the files say that it includes, and what those include in turn. Here that leads back to a
    file that is being read already, so it would never come to an end. Take out one of the includes: which one depends
    on which file should build on the other.
    """,
    wrong: """
      include "other.rules"

      currency USD
      """,
    right: "currency USD",
    included: """
      include "other.rules"
      """)

  static let incompleteExample = Entry(
    .incompleteExample, "an example without the amount or the days overdue",
    """
    An example is a case with the advice that you expect. There is no advice without the amount of the invoice and the
    days that it is overdue, so every example gives both. Add the one that is missing; before the due date the days
    are negative, as in `-7 days`.
    """,
    wrong: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }

      example "A good client" {
        amount = 500 USD
        expect call
      }
      """,
    right: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }

      example "A good client" {
        amount = 500 USD
        days_overdue = 3 days
        expect call
      }
      """)

  static let givenNotConstant = Entry(
    .givenNotConstant, "an example that gives no plain value",
    """
    An example stands for one real case, so it gives plain values: an amount, a number of days, a word, `yes` or `no`.
    Here the value depends on something else. Write the value itself.
    """,
    wrong: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }

      example "A good client" {
        amount = 500 USD
        days_overdue = promised_in
        expect call
      }
      """,
    right: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }

      example "A good client" {
        amount = 500 USD
        days_overdue = 3 days
        expect call
      }
      """)
}
