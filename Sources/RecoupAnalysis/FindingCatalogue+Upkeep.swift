/// Rules, tables, values and upkeep.
extension FindingCatalogue {
  static let clashingOnly = Entry(
    .clashingOnly, "two rules that let only different actions stand",
    """
    There is a case in which both rules fire, and what one lets stand the other closes: nothing is left. Let one of them
    not fire where the other does.
    """,
    wrong: """
      fact refused: yes or no = no
      fact insolvent: yes or no = no

      action sue {
        title "Sue"
        chance 50%
      }

      action file_claim {
        title "File a claim with the court"
        chance 10%
        at most 50 times
      }

      rule "They refuse" {
        when refused
        then only sue
        because "Words are over"
      }

      rule "They are in bankruptcy" {
        when insolvent
        then only file_claim
        because "The law forbids all else"
      }

      example "Bankrupt, and they refuse" {
        amount = 1_000 USD
        days_overdue = 40 days
        refused = yes
        insolvent = yes
        expect nothing
      }
      """,
    right: """
      fact refused: yes or no = no
      fact insolvent: yes or no = no

      action sue {
        title "Sue"
        chance 50%
        at most 50 times
      }

      action file_claim {
        title "File a claim with the court"
        chance 10%
        at most 50 times
      }

      rule "They refuse" {
        when refused and not insolvent
        then only sue
        because "Words are over"
      }

      rule "They are in bankruptcy" {
        when insolvent
        then only file_claim
        because "The law forbids all else"
      }
      """)

  static let sameRule = Entry(
    .sameRule, "two rules that say the same",
    """
    Both rules fire in the same cases and act on the same action: two factors multiply, which is seldom meant, and a
    second `never` adds nothing. Make one rule of the two.
    """,
    wrong: """
      rule "It is old" {
        when days_overdue > 60 days
        then remind 2x less likely
        because "Old debts are hard to collect"
      }

      rule "It is more than two months late" {
        when not days_overdue <= 60 days
        then remind 2x less likely
        because "Reminders wear out"
      }
      """,
    right: """
      rule "It is old" {
        when days_overdue > 60 days
        then remind 2x less likely
        because "Old debts are hard to collect"
      }

      rule "It is more than three months late" {
        when not days_overdue <= 90 days
        then remind 2x less likely
        because "Reminders wear out"
      }
      """)

  static let unreachableRow = Entry(
    .unreachableRow, "a row that is never reached",
    """
    The first row of a table that holds for the key counts, and this one never comes first: rows before it hold for all
    that it holds for. Bounds go upward.
    """,
    wrong: """
      table age by days_overdue {
        up to 90 days: 80%
        up to 30 days: 100%
        beyond: 40%
      }

      action call {
        title "Call them"
        chance 60% scaled by age
      }
      """,
    right: """
      table age by days_overdue {
        up to 30 days: 100%
        up to 90 days: 80%
        beyond: 40%
      }

      action call {
        title "Call them"
        chance 60% scaled by age
      }
      """)

  static let tableGap = Entry(
    .tableGap, "keys for which a table has no row",
    """
    For these keys no row holds, so that what the table gives is unknown, and what needs it is closed. End the table with
    a row for everything else.
    """,
    wrong: """
      table age by days_overdue {
        up to 30 days: 100%
        up to 90 days: 80%
      }

      action call {
        title "Call them"
        chance 60% scaled by age
      }
      """,
    right: """
      table age by days_overdue {
        up to 30 days: 100%
        beyond: 80%
      }

      action call {
        title "Call them"
        chance 60% scaled by age
      }
      """)

  static let outOfBounds = Entry(
    .outOfBounds, "a value that cannot be used as it is",
    """
    In some case this value is beyond what it stands for: a chance or a share above 100 % or below 0 %, or less than
    nothing of a cost, of hours or of days. Chances, strains and times are cut to their bounds then; others count as they
    are.
    """,
    wrong: """
      action call {
        title "Call them"
        chance 120%
      }
      """,
    right: """
      action call {
        title "Call them"
        chance 80%
      }
      """)

  static let failingExample = Entry(
    .failingExample, "an example that does not come out",
    """
    The advice on this example is not what it expects. `recoup test` tells what came, and why. Either the rules do not do
    what you want, or the example expects what you no longer want.
    """,
    wrong: """
      example "A month late" {
        amount = 1_000 USD
        days_overdue = 30 days
        expect wait
      }
      """,
    right: """
      example "A month late" {
        amount = 1_000 USD
        days_overdue = 30 days
        expect remind
      }
      """)

  static let staleSource = Entry(
    .staleSource, "a source that was read long ago",
    """
    The figures that it gives may have changed: limits, fees and rates of interest do every year. Read it again, and
    change the figure and the date. `--stale DAYS` says how long is long; without it, it is a year.
    """,
    wrong: """
      setting limit = 10_000 USD source "A list of limits" as of 2020-01-01

      rule "A large sum" {
        when amount > limit
        then remind 2x less likely
        because "It takes more than a reminder"
      }
      """,
    right: """
      setting limit = 12_500 USD source "A list of limits" as of 2026-01-01

      rule "A large sum" {
        when amount > limit
        then remind 2x less likely
        because "It takes more than a reminder"
      }
      """)

  static let unusedName = Entry(
    .unusedName, "a name that nothing reads",
    """
    No clause, rule or other name reads this fact, setting, definition or table: it changes no advice. Use it, or take it
    out. If it was to replace one of an included file, it is misspelled.
    """,
    wrong: "fact contract \"Is there a contract?\": yes or no",
    right: """
      fact contract "Is there a contract?": yes or no

      rule "Nothing is in writing" {
        when contract is no
        then remind 2x less likely
        because "They may say that they owe nothing"
      }
      """)

  static let missingSource = Entry(
    .missingSource, "no source, where its neighbours have one",
    """
    Most actions or rules of this file say where their figures come from, and this one does not. Name the source, or an
    assumption as one.
    """,
    wrong: """
      action call {
        title "Call them"
        chance 60%
        source "Three years of my own calls" as of 2026-01-01
      }

      action letter {
        title "Write a letter"
        chance 30%
        source "A guess" as of 2026-01-01
      }
      """,
    right: """
      action call {
        title "Call them"
        chance 60%
      }

      action letter {
        title "Write a letter"
        chance 30%
        source "A guess" as of 2026-01-01
      }
      """)

  static let missingTranslation = Entry(
    .missingTranslation, "a text without a translation that its neighbours have",
    """
    Most texts of this file are in this language too, and this one is not: an answer in that language would show it in
    another.
    """,
    wrong: """
      action call {
        title "Call them" fr "Les appeler"
        chance 60%
      }

      rule "It is old" fr "C'est vieux" {
        when days_overdue > 60 days
        then remind 2x less likely
        because "Old debts are hard to collect" fr "Les vieilles créances rentrent mal"
      }
      """,
    right: """
      action call {
        title "Call them"
        chance 60%
      }

      rule "It is old" {
        when days_overdue > 60 days
        then remind 2x less likely
        because "Old debts are hard to collect"
      }
      """)
}
