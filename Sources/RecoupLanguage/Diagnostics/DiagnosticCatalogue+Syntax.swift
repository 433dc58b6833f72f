/// How a file is put together.
extension DiagnosticCatalogue {
  static let unexpected = Entry(
    .unexpected, "something else should stand here",
    """
    Every line of a rules file follows a fixed pattern, and at this place the pattern wants something else than what
    stands there. The message says what was expected. Often a word, a sign or a value is missing just before the
    place, or is there twice.
    """,
    wrong: """
      currency USD

      action call {
        title "Call them"
        chance 10%
        effort 2
      }
      """,
    right: """
      currency USD

      action call {
        title "Call them"
        chance 10%
        effort 2 hours
      }
      """)

  static let unknownDeclaration = Entry(
    .unknownDeclaration, "a line that begins with an unknown word",
    """
    Outside of braces each line begins with a word that says what it declares: `fact`, `setting`, `define`, `table`,
    `action`, `rule`, `example` and a few more. This one begins with none of them. The word may be misspelled, or a
    brace `}` may have closed the block too early.
    """,
    wrong: """
      currency USD

      fakt contract "Is there a contract?": yes or no
      """,
    right: """
      currency USD

      fact contract "Is there a contract?": yes or no
      """)

  static let unknownClause = Entry(
    .unknownClause, "a line in a block that begins with an unknown word",
    """
    Inside the braces of an action, a rule, a table or an example each line begins with a word that says what it is
    about, such as `title` or `chance` in an action. This block has no line that begins so. The word may be
    misspelled, or the line may belong to another block.
    """,
    wrong: """
      currency USD

      action call {
        title "Call them"
        chanse 10%
      }
      """,
    right: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }
      """)

  static let unclosedBlock = Entry(
    .unclosedBlock, "a block without its closing brace",
    """
    What belongs to an action, a rule, a table or an example stands between `{` and `}`. This block is opened and
    never closed: the next declaration, or the end of the file, comes first. Put a `}` on a line of its own after the
    last line of the block.
    """,
    wrong: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      """,
    right: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }
      """)

  static let reservedWord = Entry(
    .reservedWord, "a name that is a word of the language",
    """
    The words of the rules language, such as `days`, `action` or `wait`, cannot be names too: nobody could tell which
    of the two is meant. Choose another name, for instance a longer one.
    """,
    wrong: """
      currency USD

      fact days "How many days did they ask for?": number
      """,
    right: """
      currency USD

      fact days_asked_for "How many days did they ask for?": number
      """)

  static let tooDeep = Entry(
    .tooDeep, "too many parts within parts",
    """
    A value may be made of parts that are made of parts, but only a few hundred deep, and it may be reached through a
    few hundred definitions at most. That is more than anybody can follow, and it keeps a broken file from stopping
    the program. Give parts of it names with `define`, or make the chain of definitions shorter.
    """,
    wrong: "currency USD\n\ndefine deep = " + String(repeating: "(", count: 250) + "1"
      + String(repeating: ")", count: 250),
    right: """
      currency USD

      define deep = 1
      """)

  static let missingClause = Entry(
    .missingClause, "a part that must not be left out",
    """
    Some parts must be there: an action needs a `title` and a `chance`, a rule needs a `when`, a `then` and a
    `because`, and a table needs a row. Without them there would be nothing to show or to weigh; the reason of a rule
    is what people read when they ask why. Add the part that the message names.
    """,
    wrong: """
      currency USD

      rule "The last step is still running" {
        when pending
        then wait
      }
      """,
    right: """
      currency USD

      rule "The last step is still running" {
        when pending
        then wait
        because "Give it the time it needs"
      }
      """)

  static let duplicateClause = Entry(
    .duplicateClause, "something that is said twice",
    """
    This stands here for the second time, and there can be only one: two values would contradict each other, and
    nobody could tell which of them counts. Keep the right one and take the other out.
    """,
    wrong: """
      currency USD

      action call {
        title "Call them"
        chance 10%
        takes 7 days
        takes 14 days
      }
      """,
    right: """
      currency USD

      action call {
        title "Call them"
        chance 10%
        takes 14 days
      }
      """)

  static let duplicateTranslation = Entry(
    .duplicateTranslation, "two translations into the same language",
    """
    A text may be followed by translations, each after the code of its language, such as `fr` for French. Here one
    language comes twice, so that nobody could tell which of the two to show. Take one out, or correct its code.
    """,
    wrong: """
      currency USD

      action call {
        title "Call them" fr "Appeler" fr "Anrufen"
        chance 10%
      }
      """,
    right: """
      currency USD

      action call {
        title "Call them" fr "Appeler" de "Anrufen"
        chance 10%
      }
      """)

  static let duplicateOnly = Entry(
    .duplicateOnly, "two `only` in one rule",
    """
    `only` names all the actions that a rule leaves open. A second one in the same rule would leave open what both
    name, which is hardly ever what is meant. Name all the actions in one `only`, with commas between them.
    """,
    wrong: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }

      action letter {
        title "Write a letter"
        chance 5%
      }

      rule "Talk before you do anything else" {
        when call.times + letter.times = 0
        then only call
        then only letter
        because "They may not know that they owe you"
      }
      """,
    right: """
      currency USD

      action call {
        title "Call them"
        chance 10%
      }

      action letter {
        title "Write a letter"
        chance 5%
      }

      rule "Talk before you do anything else" {
        when call.times + letter.times = 0
        then only call, letter
        because "They may not know that they owe you"
      }
      """)
}
