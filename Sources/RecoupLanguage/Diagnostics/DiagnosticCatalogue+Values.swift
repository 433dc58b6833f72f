/// Types and values.
extension DiagnosticCatalogue {
  static let typeMismatch = Entry(
    .typeMismatch, "a value of the wrong kind",
    """
    Every value is of a kind: money, days, a percentage, a plain number, a yes or no, or a word. What cannot sensibly
    go together, such as an amount of money and a number of days, is refused before it can give wrong advice. The
    message says what was wanted and why; look for the value that you meant.
    """,
    wrong: """
      currency USD

      define old = amount >= 90 days
      """,
    right: """
      currency USD

      define old = days_overdue >= 90 days
      """)

  static let percentWithoutBase = Entry(
    .percentWithoutBase, "a percentage of nothing",
    """
    Here an amount of money is wanted, and a percentage alone is none: 35 % of what? Say what it is a percentage of,
    with `of`.
    """,
    wrong: """
      currency USD

      action letter {
        title "Write a letter"
        chance 10%
        cost 2%
      }
      """,
    right: """
      currency USD

      action letter {
        title "Write a letter"
        chance 10%
        cost 2% of amount
      }
      """)

  static let missingUnit = Entry(
    .missingUnit, "a number without its unit",
    """
    A bare number is neither money nor days nor a percentage, and to guess which was meant would be to guess at your
    money. Write the unit after it, such as `USD`, `days` or `%`. A share such as 0.25 is written `25%`.
    """,
    wrong: """
      currency USD

      define old = days_overdue >= 90
      """,
    right: """
      currency USD

      define old = days_overdue >= 90 days
      """)

  static let wordComparison = Entry(
    .wordComparison, "words are compared with `is`",
    """
    Amounts and numbers are compared with `=`, `<` and the like; whether a fact has a certain word is asked with `is`,
    `is not` or `is one of`. Two facts with words cannot be compared with each other, since the words of one mean
    nothing to the other.
    """,
    wrong: """
      currency USD

      fact reason "Why?": one of forgot, silent

      define asleep = reason = forgot
      """,
    right: """
      currency USD

      fact reason "Why?": one of forgot, silent

      define asleep = reason is forgot
      """)

  static let argumentCount = Entry(
    .argumentCount, "too many or too few values in parentheses",
    """
    `floor` and `ceil` take one number; `interest` takes a sum of money, a yearly rate and a number of days, in this
    order. `min` and `max` take as many values as you like. Count what stands between the parentheses.
    """,
    wrong: """
      currency USD

      define claim = amount + interest(amount, 8%)
      """,
    right: """
      currency USD

      define claim = amount + interest(amount, 8%, days_overdue)
      """)

  static let numberTooLarge = Entry(
    .numberTooLarge, "a number too large to be exact",
    """
    Amounts, days and numbers are held exactly, and that has its limit: an amount may reach 9_223_372_036_854_775_807
    of the currency's smallest unit. This number is beyond it. Most likely some digits are too many.
    """,
    wrong: """
      currency USD

      define limit = 100_000_000_000_000_000_000 USD
      """,
    right: """
      currency USD

      define limit = 100_000_000 USD
      """)

  static let tooPrecise = Entry(
    .tooPrecise, "more decimals than can be held",
    """
    Nothing is rounded behind your back: an amount has as many decimals as its currency, days and counts have none, a
    percentage has up to four and a plain number up to six. Leave out the decimals that are too many.
    """,
    wrong: """
      currency USD

      define stamp = 0.505 USD
      """,
    right: """
      currency USD

      define stamp = 0.51 USD
      """)

  static let outOfRange = Entry(
    .outOfRange, "a number outside of what is possible",
    """
    The number that stands here can only lie in a certain range, which the message names: an action is done at least
    once, and a plan has from 1 to 50 steps and looks at most 36500 days ahead. Choose one within it. To rule an
    action out altogether, write a rule with `never`.
    """,
    wrong: """
      currency USD

      action call {
        title "Call them"
        chance 10%
        at most 0 times
      }
      """,
    right: """
      currency USD

      action call {
        title "Call them"
        chance 10%
        at most 1 times
      }
      """)

  static let badFactor = Entry(
    .badFactor, "a factor that is not above 1",
    """
    A factor says how many times likelier or less likely an action works, so it is above 1: `2x likelier`, `3x less
    likely`. A factor below 1 would turn the meaning around, and one of exactly 1 would do nothing. To make an action
    half as likely, write `2x less likely`.
    """,
    wrong: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }

      rule "They are silent" {
        when call.times >= 2
        then call 0.5x likelier
        because "Who did not answer twice will not now"
      }
      """,
    right: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }

      rule "They are silent" {
        when call.times >= 2
        then call 2x less likely
        because "Who did not answer twice will not now"
      }
      """)

  static let unknownCurrency = Entry(
    .unknownCurrency, "a currency that does not exist",
    """
    A currency is written as the three capitals of the standard ISO 4217, such as `USD`, `EUR` or `GBP`. There is none
    with this code, or it is no longer in use. Its code also says how many decimals an amount has, so it must be a
    real one.
    """,
    wrong: "currency USB",
    right: "currency USD")

  static let wrongCurrency = Entry(
    .wrongCurrency, "an amount in another currency",
    """
    A rules file has one currency, so that amounts can be compared and added without a rate that changes every day.
    This amount is in another one. Give it in the currency of the file, or correct the line `currency`.
    """,
    wrong: """
      currency USD

      define stamp = 1.20 EUR
      """,
    right: """
      currency USD

      define stamp = 1.20 USD
      """)

  static let missingCurrency = Entry(
    .missingCurrency, "no currency is declared",
    """
    All amounts of a rules file are in one currency, and the file must say which. Begin it with a line such as
    `currency USD`. Only a file that others include may leave it out, and then it has no amounts of its own.
    """,
    wrong: "define patience = 14 days",
    right: """
      currency USD

      define patience = 14 days
      """)
}
