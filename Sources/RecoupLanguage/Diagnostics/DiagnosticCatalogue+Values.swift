/// The pages about types, values and examples.
extension DiagnosticCatalogue {
  static let typeMismatch = Entry(
    .typeMismatch, "a value of another kind than is wanted here",
    """
    Every value is an amount of money, a number of days, a plain number, a percentage, a yes or no, or a word of a
    choice. They are not mixed: money is compared with money and added to money, `takes` wants days, `when` wants a
    condition.
    """,
    wrong: "currency USD\n\ndefine is_large = amount >= 90 days\n",
    right: "currency USD\n\ndefine is_large = amount >= 90 USD\n")

  static let percentWithoutBase = Entry(
    .percentWithoutBase, "a percentage where an amount of money is wanted",
    """
    A percentage is an amount only once it is said of what: `35% of amount`, `10% of claim`.
    """,
    wrong: "currency USD\n\naction ask {\n  title \"Ask\"\n  chance 50%\n  cost 35%\n}\n",
    right: "currency USD\n\naction ask {\n  title \"Ask\"\n  chance 50%\n  cost 35% of amount\n}\n")

  static let missingUnit = Entry(
    .missingUnit, "a number without its unit",
    """
    A plain number stands where days, money or a percentage are wanted. Say which: `30 days`, `30 USD`, `30%`. So a
    slip of the pen is never taken for an amount.
    """,
    wrong: "currency USD\n\ndefine is_late = days_overdue > 30\n",
    right: "currency USD\n\ndefine is_late = days_overdue > 30 days\n")

  static let wordComparison = Entry(
    .wordComparison, "words compared with `=`",
    """
    A fact with words to choose from is compared with `is`, `is not` or `is one of`; `=` and `!=` are for amounts, days,
    numbers, percentages and yes or no.
    """,
    wrong: "currency USD\n\nfact reason: one of forgot, refuses\n\ndefine is_kind = reason = forgot\n",
    right: "currency USD\n\nfact reason: one of forgot, refuses\n\ndefine is_kind = reason is forgot\n")

  static let argumentCount = Entry(
    .argumentCount, "a function with too few or too many values",
    """
    `floor` and `ceil` take one number; `interest` takes a principal, a yearly rate and a number of days; `min` and `max`
    take as many values as you like.
    """,
    wrong: "currency USD\n\ndefine late_fee = interest(amount, 8%)\n",
    right: "currency USD\n\ndefine late_fee = interest(amount, 8%, days_overdue)\n")

  static let numberTooLarge = Entry(
    .numberTooLarge, "a number that is too large to be held exactly",
    """
    Amounts are counted exactly, in cents and millionths, in 64 bits: up to about 92 thousand million million dollars or
    nine million million of plain numbers. This one goes beyond that.
    """,
    wrong: "currency USD\n\nsetting hour = 99_999_999_999_999_999_999 USD\n",
    right: "currency USD\n\nsetting hour = 99 USD\n")

  static let tooPrecise = Entry(
    .tooPrecise, "more decimals than the value can hold",
    """
    An amount has as many decimals as its currency (two for dollars, none for yen), a number six, a percentage four, and
    days and counts are whole. What is finer would have to be rounded, and a rules file says exactly what it means.
    """,
    wrong: "currency USD\n\nsetting hour = 50.125 USD\n", right: "currency USD\n\nsetting hour = 50.12 USD\n")

  static let outOfRange = Entry(
    .outOfRange, "a number outside of what is possible here",
    """
    `at most` counts from 1. A plan has from 1 to 50 steps, and its horizon is at most 36500 days.
    """,
    wrong: "currency USD\n\nhorizon 0 steps, 90 days\n", right: "currency USD\n\nhorizon 4 steps, 90 days\n")

  static let badFactor = Entry(
    .badFactor, "a factor that is not above 1",
    """
    A factor says how many times likelier or less likely an action becomes, and is above 1. For the other direction use
    the other words: `2x less likely`, not `0.5x likelier`.
    """,
    wrong: actions + rule("then ask 0.5x likelier"), right: actions + rule("then ask 2x less likely"))

  static let unknownCurrency = Entry(
    .unknownCurrency, "a currency that does not exist",
    """
    A currency is written with the three capital letters of ISO 4217, such as USD, EUR or GBP.
    """,
    wrong: "currency UDS\n", right: "currency USD\n")

  static let wrongCurrency = Entry(
    .wrongCurrency, "an amount in another currency",
    """
    A rules file counts in one currency, with all that it includes: amounts of two currencies cannot be compared or
    added without a rate. Convert the amount.
    """,
    wrong: "currency USD\n\nsetting hour = 50 EUR\n", right: "currency USD\n\nsetting hour = 54 USD\n")

  static let missingCurrency = Entry(
    .missingCurrency, "no currency is declared",
    """
    A rules file says in which currency it counts, in a line such as `currency USD`. Only a file that others include may
    leave it out, and then it holds no amounts of money.
    """,
    wrong: "fact proof: yes or no\n", right: "currency USD\n\nfact proof: yes or no\n")

  static let incompleteExample = Entry(
    .incompleteExample, "an example without an amount or the days overdue",
    """
    There is no advice on an invoice without its `amount` and its `days_overdue`, so every example gives both. Whatever
    else it does not give is unknown, or has its default.
    """,
    wrong: actions + "example \"a late one\" {\n  amount = 100 USD\n  expect ask\n}\n",
    right: actions + "example \"a late one\" {\n  amount = 100 USD\n  days_overdue = 30 days\n  expect ask\n}\n")

  static let givenNotConstant = Entry(
    .givenNotConstant, "an example that gives something other than a plain value",
    """
    An example stands for one case, so what it gives are plain values. They may be reckoned out, as in `3 * 400 USD`, but
    they name no fact, setting or definition.
    """,
    wrong: actions
      + "example \"a late one\" {\n  amount = promised_in / 1 day * 1 USD\n  days_overdue = 3 days\n  expect ask\n}\n",
    right: actions + "example \"a late one\" {\n  amount = 3 * 400 USD\n  days_overdue = 3 days\n  expect ask\n}\n")
}
