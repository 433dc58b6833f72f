extension MistakeRow {
  /// What can be wrong with how a file is put together.
  static let grammar = [
    // Declarations
    MistakeRow(
      "a misspelled declaration", "fakt a: money\ndefine x = a\n",
      "2:1 unknown-declaration: no declaration begins with `fakt` (did you mean `fact`?)"),
    MistakeRow("an unknown declaration", "frobnicate a: money\ndefine x = a\n", "2:1 unknown-declaration"),
    MistakeRow("a brace too many", "}\ndefine x = 1\n", "2:1 unexpected"),
    MistakeRow(
      "a reserved word as a name", "fact days: number\ndefine x = days + 1\n",
      "2:6 reserved-word: `days` cannot be the name of a fact: it is a word of the rules language"
        + " (choose another, such as `my_days`)"),
    MistakeRow("a reserved word as a word", "fact a: one of wait, go\ndefine x = a is wait\n", "2:16 reserved-word"),
    MistakeRow("a fact without its name", "fact \"Is it?\": yes or no\ndefine x = is_it\n", "2:6 unexpected"),
    MistakeRow(
      "a misspelled type", "fact a: mony\nfact b: boolean\n",
      "2:9 unexpected: expected `money`, found `mony` (did you mean `money`?)", "3:9 unexpected"),
    MistakeRow(
      "a missing colon", "fact a \"Is it?\" money\n", "2:16 unexpected: a `:` is missing after the fact's name"),
    MistakeRow(
      "a missing comma between words", "fact a: one of b \"B\" c \"C\", d\ndefine x = a is c\n", "2:21 unexpected"),
    MistakeRow("a missing equal sign", "define x 1\n", "2:9 unexpected"),
    MistakeRow("a value too many", "define x = 1 2\n", "2:14 unexpected"),
    MistakeRow("nothing after a sign", "define x = 1 +\ndefine y = 2 +\n", "2:15 unexpected", "3:15 unexpected"),
    MistakeRow("a currency in small letters", bytes: Array("currency usd\ndefine x = 1 USD\n".utf8), "1:10 unexpected"),
    MistakeRow("a currency of four letters", "define x = 1 EURO\n", "2:14 unexpected"),
    MistakeRow("two currencies", "currency USD\n", "2:10 duplicate-clause"),
    MistakeRow(
      "an include that is missing", "include \"none\"\ndefine x = of_none\nchange action b { final }\n",
      "2:9 missing-include"),
    MistakeRow("an include of itself", "include \"self\"\n", "2:9 circular-include"),
    MistakeRow("an include without quotes", "include other\ndefine x = of_other\n", "2:9 unexpected"),
    // Blocks
    MistakeRow("a misspelled clause", "action a {\n  title \"A\"\n  chanse 10%\n}\n", "4:3 unknown-clause"),
    MistakeRow(
      "a clause of another block", "action a {\n  title \"A\"\n  chance 10%\n  because \"x\"\n}\n", "5:3 unknown-clause"
    ),
    MistakeRow(
      "two misspelled clauses", "action a {\n  titel \"A\"\n  chanse 10%\n}\n", "3:3 unknown-clause",
      "4:3 unknown-clause"),
    MistakeRow(
      "a block without its end",
      "action a {\n  title \"A\"\n  chance 10%\n\naction b {\n  title \"B\"\n  chance 10%\n}\n", "2:10 unclosed-block"),
    MistakeRow("a last block without its end", "action a {\n  title \"A\"\n  chance 10%\n", "2:10 unclosed-block"),
    MistakeRow("a block without its beginning", "action a\n  title \"A\"\n  chance 10%\n}\n", "2:9 unexpected"),
    MistakeRow(
      "a table without its end", "table t by days_overdue {\n  beyond: 1%\nsource \"s\"\n", "2:25 unclosed-block"),
    MistakeRow("a missing title", "action a {\n  chance 10%\n}\n", "2:8 missing-clause"),
    MistakeRow("a missing chance", "action a {\n  title \"A\"\n}\n", "2:8 missing-clause"),
    MistakeRow(
      "a rule without because", "rule \"R\" {\n  when pending\n  then wait\n}\n",
      "2:6 missing-clause: rule \"R\" has no `because`"
        + " (say why, since people are shown the reason: `because \"…\"`)"),
    MistakeRow(
      "a rule with nothing", "rule \"R\" {\n}\n", "2:6 missing-clause", "2:6 missing-clause", "2:6 missing-clause"),
    MistakeRow("a clause twice", "action a {\n  title \"A\"\n  title \"A\"\n  chance 10%\n}\n", "4:3 duplicate-clause"),
    MistakeRow(
      "hours without their word", "action a {\n  title \"A\"\n  chance 10%\n  effort 2\n}\n",
      "5:11 unexpected: expected `hours` after the number of `effort`, found the end of the line"),
    MistakeRow(
      "minutes for hours", "action a {\n  title \"A\"\n  chance 10%\n  effort 20 minutes\n}\n", "5:13 unexpected"),
    MistakeRow("at most without times", "action a {\n  title \"A\"\n  chance 10%\n  at most 2\n}\n", "5:12 unexpected"),
    MistakeRow(
      "a misspelled of recovered", "action a {\n  title \"A\"\n  chance 10%\n  fee 30% of recoverd\n}\n",
      "5:14 unexpected"),
    MistakeRow(
      "firmer without than", "action a { title \"A\" chance 1% }\naction b firmer a {\n  title \"B\"\n  chance 1%\n}\n",
      "3:17 unexpected"),
    // Effects
    MistakeRow(
      "a number for a factor", then: "call 2 likelier",
      "5:13 unexpected: expected a factor such as `2x` after the action, found `2` (a factor is written with an `x`: `2x`)"
    ),
    MistakeRow("a percentage for a factor", then: "call 20% likelier", "5:13 unexpected"),
    MistakeRow(
      "half a word", then: "call 2x likely",
      "5:16 unexpected: expected `likelier` or `less likely` after the factor, found `likely` (write `2x likelier`)"),
    MistakeRow(
      "a misspelled effect", then: "call 2x likelyer",
      "5:16 unexpected: expected `likelier`, found `likelyer` (did you mean `likelier`?)"),
    MistakeRow(
      "a misspelled never", then: "nevr call", "5:8 unexpected: expected `never`, found `nevr` (did you mean `never`?)"),
    MistakeRow("a missing comma between actions", then: "never call call", "5:19 unexpected"),
    // Expressions
    MistakeRow("a missing operator", when: "amount 5 USD", "4:15 unexpected"),
    MistakeRow(
      "a misspelled operator", when: "pending adn pending",
      "4:16 unexpected: expected `and`, found `adn` (did you mean `and`?)"),
    MistakeRow("a misspelled unit", when: "days_overdue > 30 dyas", "4:26 unexpected"),
    MistakeRow("a missing parenthesis", when: "(amount + 5 USD > 1 USD", "4:31 unexpected"),
    MistakeRow("if without then", when: "if pending pending else no", "4:19 unexpected"),
    MistakeRow(
      "a misspelled function", when: "mni(1, 2) > 1",
      "4:8 unknown-name: no function is called `mni` (did you mean `min`?)"),
    MistakeRow("an unknown function", when: "avg(1, 2) > 1", "4:8 unknown-name"),
    MistakeRow("a misspelled member", when: "call.tims > 1", "4:13 unexpected"),
    MistakeRow(
      "three mistakes on three lines", when: "amuont > 1 USD", then: "cal 2x likelyer", "4:8 unknown-name",
      "5:8 unknown-action", "5:15 unexpected"),
    // Examples
    MistakeRow(
      "a misspelled expect", "example \"E\" {\n  amount = 1 USD\n  days_overdue = 1 day\n  exepct nothing\n}\n",
      "5:3 unexpected"),
    MistakeRow(
      "a given without its value", "example \"E\" {\n  amount =\n  days_overdue = 1 day\n  expect nothing\n}\n",
      "3:11 unexpected"),
    MistakeRow(
      "a given without its name", "example \"E\" {\n  amount = 1 USD\n  = 1 day\n  expect nothing\n}\n",
      "4:3 unexpected"),
  ]
}
