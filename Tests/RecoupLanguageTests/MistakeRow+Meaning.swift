extension MistakeRow {
  private static let choice = "fact reason: one of forgot, silent\n"

  /// What can be wrong with names, types and values.
  static let meaning = [
    // Names
    MistakeRow(
      "a misspelled fact", when: "pendng",
      "4:8 unknown-name: no fact, setting, definition or table is called `pendng` (did you mean `pending`?)"),
    MistakeRow(
      "a name of nothing", when: "paid",
      "4:8 unknown-name: no fact, setting, definition or table is called `paid`"
        + " (declare it, with `fact paid: …` or `define paid = …`)"),
    MistakeRow(
      "a name that is misspelled where it is declared",
      "fact contrct: yes or no\ndefine x = contract\ndefine y = not contract\n", "3:12 unknown-name"),
    MistakeRow(
      "a misspelled action", then: "cal 2x likelier",
      "5:8 unknown-action: no action is called `cal` (did you mean `call`?)"),
    MistakeRow(
      "an action of nothing", then: "never sue",
      "5:14 unknown-action: no action is called `sue` (the actions are `call`)"),
    MistakeRow(
      "an action as a fact", when: "call > 1",
      "4:8 unknown-name: no fact, setting, definition or table is called `call`"
        + " (`call` is an action: write `call.times` or `call.days_ago`)"),
    MistakeRow(
      "an action that is declared later",
      "action a firmer than b { title \"A\" chance 1% }\naction b { title \"B\" chance 1% }\n",
      "2:22 unknown-action: `b` is declared only later (put the action that is named first)"),
    MistakeRow("a word that is not declared", choice + "define x = reason is forgotten\n", "3:22 unknown-word"),
    MistakeRow(
      "a misspelled known", choice + "define x = reason is knwon\n",
      "3:22 unknown-word: `reason` has no word `knwon` (did you mean `known`?)"),
    MistakeRow("a misspelled known after days", when: "promised_in is knwon", "4:8 type-mismatch"),
    MistakeRow("a word without its fact", choice + "define x = forgot\n", "3:12 unknown-name"),
    MistakeRow("a name twice", "fact a: money\nfact a: money\n", "3:6 duplicate-name"),
    MistakeRow(
      "a name that is always there", "fact amount: money\n",
      "2:6 duplicate-name: `amount` need not be declared: every rules file has it"),
    MistakeRow(
      "a rule twice",
      "rule \"R\" { when pending then wait because \"x\" }\nrule \"R\" { when pending then wait because \"x\" }\n",
      "3:6 duplicate-name"),
    MistakeRow("two rows for the rest", "table t by amount {\n  beyond: 1%\n  otherwise: 2%\n}\n", "4:3 duplicate-row"),
    MistakeRow(
      "a circle", "define a = b\ndefine b = a\n", "2:8 circular-definition: `a` is defined by itself: `a` → `b` → `a`"),
    MistakeRow("a circle through a default", "fact a: money = b\ndefine b = a + 1 USD\n", "2:6 circular-definition"),
    MistakeRow(
      "dropping what is not there", "drop rule \"R\"\ndrop action a\n", "2:11 unknown-rule", "3:13 unknown-action"),
    // Types
    MistakeRow(
      "money and days", when: "amount >= 90 days",
      "4:18 type-mismatch: this compares an amount of money and a number of days: these do not go together"),
    MistakeRow(
      "a number of days without its unit", when: "days_overdue > 30",
      "4:23 missing-unit: `days_overdue` is a number of days, and this number has no unit (write `30 days`)"),
    MistakeRow(
      "a bare number for an hour", "setting hour = 80\n",
      "2:16 missing-unit: `hour`, which the weighing reads, needs an amount of money, and this number has no unit"
        + " (write `80 USD`)"),
    MistakeRow(
      "a bare number in the place of an included one", "include \"us\"\nsetting agency_fee = 0.25\ndefine hour = 1\n",
      "3:22 missing-unit: `agency_fee` needs a percentage, and this number has no unit"
        + " (if this is a share of one, write `25%`)", "4:8 duplicate-name"),
    MistakeRow("a unit that is missing before the other side", when: "30 > days_overdue", "4:8 missing-unit"),
    MistakeRow(
      "a condition that is none", when: "days_overdue",
      "4:8 type-mismatch: `when` needs a yes or no, and this is a number of days (compare it, as in `… >= …`, or ask `… is known`)"
    ),
    MistakeRow(
      "a percentage for money", "action a {\n  title \"A\"\n  chance 10%\n  cost 35%\n}\n",
      "5:8 percent-without-base: `cost` needs an amount of money, and this is only a percentage (say what it is a percentage of, such as `35% of amount`)"
    ),
    MistakeRow("a percentage beside money", when: "amount > 35%", "4:17 percent-without-base"),
    MistakeRow(
      "a share for a percentage", "action a {\n  title \"A\"\n  chance 0.25\n}\n",
      "4:10 missing-unit: `chance` needs a percentage, and this number has no unit (if this is a share of one, write `25%`)"
    ),
    MistakeRow(
      "one row unlike the others",
      "table t by days_overdue {\n  up to 1 day: 100\n  up to 2 days: 50%\n  beyond: 10%\n}\n", "3:16 missing-unit"),
    MistakeRow(
      "a table by a table", "table t by amount {\n  beyond: 1%\n}\ntable u by t {\n  beyond: 1%\n}\n",
      "5:12 type-mismatch"),
    MistakeRow("a default of another type", "fact a: money = 3 days\n", "2:17 type-mismatch"),
    MistakeRow("a goodwill that is no money", "define goodwill = 5 days\n", "2:8 type-mismatch"),
    MistakeRow("a goodwill without its unit", "define goodwill = 5\n", "2:19 missing-unit"),
    MistakeRow(
      "= for words", choice + "define x = reason = forgot\n",
      "3:12 word-comparison: words are compared with `is` (write `reason is forgot`)"),
    MistakeRow(
      "!= for a misspelled word", choice + "define x = reason != forgto\n",
      "3:12 word-comparison: words are compared with `is not` (write `reason is not forgot`)"),
    MistakeRow(
      "two facts of words", choice + "fact other: one of forgot\ndefine x = reason = other\n", "4:21 type-mismatch"),
    MistakeRow("too few values", when: "interest(amount, 8%) > 1 USD", "4:8 argument-count"),
    // Values
    MistakeRow(
      "another currency", "define x = 1 EUR\ndefine y = 2 EUR\n",
      "2:14 wrong-currency: this amount is in EUR, and these rules are in USD (a rules file has one currency: give the amount in USD)"
    ),
    MistakeRow(
      "a currency that is none", bytes: Array("currency USB\ndefine x = 1 USB\n".utf8), "1:10 unknown-currency"),
    MistakeRow("no currency", bytes: Array("define x = 1 USD\n".utf8), "1:1 missing-currency"),
    MistakeRow(
      "too large", "define x = 99999999999999999999 days\ndefine y = 9223372036854775807 weeks\n",
      "2:12 number-too-large", "3:12 number-too-large"),
    MistakeRow(
      "too many decimals", "define x = 1.005 USD\ndefine y = 1.5 days\n", "2:12 too-precise", "3:12 too-precise"),
    MistakeRow(
      "half less likely", then: "call 0.25x less likely",
      "5:13 bad-factor: a factor must be above 1, and this is 0.25x (write `4x likelier`)"),
    MistakeRow(
      "a third of a factor", then: "call 0.3x likelier",
      "5:13 bad-factor: a factor must be above 1, and this is 0.3x (to make an action less likely, write `2x less likely`)"
    ),
    MistakeRow(
      "half a factor", then: "call 0.5x likelier",
      "5:13 bad-factor: a factor must be above 1, and this is 0.5x (write `2x less likely`)"
    ),
    MistakeRow(
      "two only",
      "action a { title \"A\" chance 1% }\nrule \"R\" {\n  when pending\n  then only a\n  then only a\n  because \"x\"\n}\n",
      "6:3 duplicate-only"),
    MistakeRow("never once", "action a {\n  title \"A\"\n  chance 1%\n  at most 0 times\n}\n", "5:11 out-of-range"),
    MistakeRow(
      "a horizon of a century and more", "horizon 51 steps, 36501 days\n", "2:9 out-of-range", "2:19 out-of-range"),
    // Examples
    MistakeRow("an example without days", "example \"E\" {\n  amount = 1 USD\n}\n", "2:9 incomplete-example"),
    MistakeRow(
      "a misspelled given", "example \"E\" {\n  amuont = 1 USD\n  days_overdue = 1 day\n}\n", "3:3 unknown-name"),
    MistakeRow(
      "a given that depends", "example \"E\" {\n  amount = 1 USD\n  days_overdue = promised_in\n}\n",
      "4:18 given-not-constant"),
    // Sizes
    MistakeRow("10,000 parentheses", "define x = " + String(repeating: "(", count: 10_000) + "\n", "2:212 too-deep"),
    MistakeRow("100,000 additions", "define x = 1" + String(repeating: " + 1", count: 100_000) + "\n", "2:12 too-deep"),
    MistakeRow(
      "100,000 values", "define x = min(1" + String(repeating: ", 1", count: 100_000) + ")\n", "2:12 too-deep"),
    MistakeRow(
      "10,000 definitions, each of the next",
      (0..<10_000).map { "define d\($0) = d\($0 + 1)\n" }.joined() + "define d10000 = 1\n", "602:15 too-deep"),
    MistakeRow("a very long word", "define x = " + String(repeating: "a", count: 500_000) + "\n", "2:12 unknown-name"),
    MistakeRow(
      "a very long line without its end", "include \"" + String(repeating: "a", count: 500_000) + "\n",
      "2:9 unclosed-text"),
  ]
}
