/// The pages about files and names.
extension DiagnosticCatalogue {
  static let missingInclude = Entry(
    .missingInclude, "a file to include that cannot be read",
    """
    `include` names another rules file. A name with `/` in it or ending in `.rules` is a path, from the folder of the
    file that includes it; any other name is one of the shipped files, which `recoup rules` lists.
    """,
    wrong: "include \"others\"\n\ncurrency USD\n", right: "include \"other\"\n\ncurrency USD\n",
    included: "fact proof: yes or no\n")

  static let circularInclude = Entry(
    .circularInclude, "files that include each other",
    """
    A file includes another that, by itself or through others, includes the first again. Take one of the includes out;
    what both need can stand in a third file.
    """,
    wrong: "include \"other\"\n", right: "currency USD\n", included: "include \"other\"\n\ncurrency USD\n")

  static let unknownName = Entry(
    .unknownName, "a name that is not declared",
    """
    The name of a fact, setting, definition or table is used that is declared neither here nor in an included file.
    Most often it is misspelled; otherwise declare it, as in `fact proof: yes or no`.
    """,
    wrong: "currency USD\n\ndefine is_late = day_overdue > 0 days\n",
    right: "currency USD\n\ndefine is_late = days_overdue > 0 days\n")

  static let unknownAction = Entry(
    .unknownAction, "an action that is not declared",
    """
    The name of an action is used that is declared neither here nor in an included file. After `gentler than` and
    `firmer than` the action must stand earlier in the file.
    """,
    wrong: actions + rule("then never aks"), right: actions + rule("then never ask"))

  static let unknownWord = Entry(
    .unknownWord, "a word that the choice does not have",
    """
    A fact that is `one of` some words can only be compared with these words. Correct the word, or add it to the
    fact's list.
    """,
    wrong: "currency USD\n\nfact reason: one of forgot, refuses\n\ndefine is_kind = reason is forget\n",
    right: "currency USD\n\nfact reason: one of forgot, refuses\n\ndefine is_kind = reason is forgot\n")

  static let unknownRule = Entry(
    .unknownRule, "a rule to drop that no included file has",
    """
    `drop rule` takes out a rule that an include brought. It is named by its first text, word for word.
    """,
    wrong: "include \"other\"\n\ndrop rule \"Too soon\"\n", right: "include \"other\"\n\ndrop rule \"too soon\"\n",
    included: soon)

  static let duplicateName = Entry(
    .duplicateName, "a name that is declared twice",
    """
    Facts, settings, definitions, tables and actions share one list of names, and each is declared once, in the file
    or in what it includes; the names of rules and of examples are unique too. A setting, definition, table or fact of
    an included file may be declared anew, as the same kind of thing, and is then replaced. `amount`, `days_overdue`,
    `promised_in` and `pending` are always there.
    """,
    wrong: "currency USD\n\nsetting hour = 50 USD\n\nsetting hour = 60 USD\n",
    right: "currency USD\n\nsetting hour = 60 USD\n")

  static let duplicateRow = Entry(
    .duplicateRow, "two rows for everything else",
    """
    `beyond` and `otherwise` mean the same: the row for every key that no other row holds for. A table has one.
    """,
    wrong:
      "currency USD\n\ntable age by days_overdue {\n  up to 30 days: 100%\n  beyond: 50%\n  otherwise: 40%\n}\n",
    right: "currency USD\n\ntable age by days_overdue {\n  up to 30 days: 100%\n  beyond: 50%\n}\n")

  static let circularDefinition = Entry(
    .circularDefinition, "a name that is defined by itself",
    """
    The value of a definition, setting, table or default leads back to itself, by itself or through others, so it has
    none. Give one of them a value of its own.
    """,
    wrong: "currency USD\n\ndefine costs = total / 2\n\ndefine total = costs + 10 USD\n",
    right: "currency USD\n\ndefine costs = 30 USD\n\ndefine total = costs + 10 USD\n")

  static let nothingToDrop = Entry(
    .nothingToDrop, "something to drop that stands in the file itself",
    """
    `drop` takes out what an included file brought. What stands in the file itself is deleted there.
    """,
    wrong: "currency USD\n\naction ask { title \"Ask\" chance 50% }\n\ndrop action ask\n", right: "currency USD\n")

  static let droppedActionInUse = Entry(
    .droppedActionInUse, "a dropped action that a rule still names",
    """
    An action that `drop` takes out must not be named by any rule, requirement or example that stays. Drop that rule
    too, or change what names the action.
    """,
    wrong: "include \"other\"\n\ndrop action sue\n",
    right: "include \"other\"\n\ndrop action sue\n\ndrop rule \"too soon\"\n", included: soon)

  /// Two actions and a rule that names the second.
  private static let soon =
    actions + "rule \"too soon\" { when days_overdue < 60 days then never sue because \"give them time\" }\n"
}
