/// Names and what they stand for.
extension DiagnosticCatalogue {
  static let unknownName = Entry(
    .unknownName, "a name that nobody declared",
    """
    This name stands for nothing: no fact, setting, definition or table is called so, in this file or in those that it
    includes. Most often it is misspelled. Otherwise declare it, so that recoup knows what to ask for and whether it
    is an amount, days, a percentage or a yes or no.
    """,
    wrong: """
      currency USD

      fact contract "Is there a contract?": yes or no

      action call {
        title "Call them"
        chance 10%
      }

      rule "They wait for a contract" {
        when not contrct
        then call 2x likelier
        because "Without papers all is still open"
      }
      """,
    right: """
      currency USD

      fact contract "Is there a contract?": yes or no

      action call {
        title "Call them"
        chance 10%
      }

      rule "They wait for a contract" {
        when not contract
        then call 2x likelier
        because "Without papers all is still open"
      }
      """)

  static let unknownAction = Entry(
    .unknownAction, "an action that nobody declared",
    """
    Here the name of an action should stand, and no action is called so, in this file or in those that it includes.
    Most often the name is misspelled. After `gentler than` and `firmer than` the action must also be declared further
    up, since the ladder is built from top to bottom.
    """,
    wrong: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }

      rule "They are new" {
        when days_overdue < 7 days
        then cal 2x likelier
        because "A call clears up most things"
      }
      """,
    right: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }

      rule "They are new" {
        when days_overdue < 7 days
        then call 2x likelier
        because "A call clears up most things"
      }
      """)

  static let unknownWord = Entry(
    .unknownWord, "a word that the fact does not know",
    """
    A fact that is `one of` several words can be these and no others; then a misspelled word cannot slip through as
    one that is never true. This word is not among them. Correct it, or add it where the fact is declared.
    """,
    wrong: """
      currency USD

      fact reason "Why?": one of forgot, silent

      define asleep = reason is forgotten
      """,
    right: """
      currency USD

      fact reason "Why?": one of forgot, silent

      define asleep = reason is forgot
      """)

  static let unknownRule = Entry(
    .unknownRule, "a rule that no included file has",
    """
    `drop rule` takes out a rule that an included file brought, by its name: the first text after the word `rule`.
    None of the included files has a rule of this name. Copy the name from the file, as it stands there in its own
    language.
    """,
    wrong: """
      include "other.rules"

      drop rule "Ask frist"
      """,
    right: """
      include "other.rules"

      drop rule "Ask first"
      """,
    included: """
      currency USD

      rule "Ask first" {
        when pending
        then wait
        because "They may still answer"
      }
      """)

  static let duplicateName = Entry(
    .duplicateName, "two things with one name",
    """
    Each name stands for one thing, over the file and all that it includes; with two, nobody could tell which is
    meant. `amount`, `days_overdue`, `promised_in` and `pending` are there in every file and need no declaration.
    Rename one of the two, or take it out. A setting, a definition, a table or the default of a fact may replace one
    of an included file, if it is of the same kind and type.
    """,
    wrong: """
      currency USD

      fact contract "Is there a contract?": yes or no
      fact contract "Is it signed?": yes or no
      """,
    right: """
      currency USD

      fact contract "Is there a contract?": yes or no
      fact signed "Is it signed?": yes or no
      """)

  static let duplicateRow = Entry(
    .duplicateRow, "two rows for everything else",
    """
    The row `beyond` or `otherwise` of a table holds for everything that no other row holds for, so there can be only
    one. Take one out, or give it a bound or a word of its own.
    """,
    wrong: """
      currency USD

      table age by days_overdue {
        up to 30 days: 100%
        beyond: 80%
        beyond: 40%
      }
      """,
    right: """
      currency USD

      table age by days_overdue {
        up to 30 days: 100%
        up to 90 days: 80%
        beyond: 40%
      }
      """)

  static let circularDefinition = Entry(
    .circularDefinition, "a definition that needs itself",
    """
    To work this value out, one would have to know it already: it is defined by others that are defined by it in turn.
    The message shows the way around the circle. Define one of them by something that you know, such as a fact or a
    figure.
    """,
    wrong: """
      currency USD

      define claim = amount + late_fee
      define late_fee = 5% of claim
      """,
    right: """
      currency USD

      define claim = amount + late_fee
      define late_fee = 5% of amount
      """)

  static let nothingToDrop = Entry(
    .nothingToDrop, "dropping something of this very file",
    """
    `drop` takes out a rule or an action that an included file brought. This one stands in the same file as the
    `drop`: take it out there instead.
    """,
    wrong: """
      currency USD

      rule "Ask first" {
        when pending
        then wait
        because "They may still answer"
      }

      drop rule "Ask first"
      """,
    right: "currency USD")

  static let droppedActionInUse = Entry(
    .droppedActionInUse, "dropping an action that is still named",
    """
    An action that is dropped no longer exists, and here something that is kept still names it: a rule, an example or
    another action. Drop that too, or change what it says.
    """,
    wrong: """
      include "other.rules"

      drop action call
      """,
    right: """
      include "other.rules"

      drop action call
      drop rule "They are new"
      """,
    included: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }

      rule "They are new" {
        when days_overdue < 7 days
        then call 2x likelier
        because "A call clears up most things"
      }
      """)
}
