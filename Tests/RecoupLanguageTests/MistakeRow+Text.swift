extension MistakeRow {
  /// What can be wrong with the bytes, the characters and the words of a file.
  static let text = [
    // Encodings
    MistakeRow("an empty file", bytes: [], "1:1 missing-currency"),
    MistakeRow(
      "Latin-1 in a text", bytes: Array("currency USD\nfact a \"Pay".utf8) + [0xE9] + Array("\": money\n".utf8),
      "2:12 not-utf8"),
    MistakeRow(
      "Latin-1 in a name", bytes: Array("currency USD\nfact pay".utf8) + [0xE9] + Array(": money\n".utf8),
      "2:9 not-utf8"),
    MistakeRow(
      "UTF-16 with its mark", bytes: [0xFF, 0xFE] + "currency USD\n".utf8.flatMap { [$0, 0] },
      "1:4 not-utf8: the file is not in UTF-8: it is full of zero bytes, as files in UTF-16 are"
        + " (save the file again with the encoding UTF-8)"),
    MistakeRow("UTF-16 without its mark", bytes: "currency USD\n".utf8.flatMap { [0, $0] }, "1:1 not-utf8"),
    MistakeRow("a NUL byte", "define x = 1 \0\n", "2:14 stray-characters: a zero byte has no meaning here"),
    MistakeRow(
      "a byte-order mark before a mistake", bytes: [0xEF, 0xBB, 0xBF] + Array("curency USD\n".utf8),
      "1:1 unknown-declaration"),
    MistakeRow("a byte-order mark", bytes: [0xEF, 0xBB, 0xBF] + Array("currency USD\n".utf8)),
    MistakeRow(
      "Windows line ends", "define x = pendin\r\ndefine y = 1 +\r\n\r\n", "2:12 unknown-name", "3:15 unexpected"),
    MistakeRow("tabs", "\tdefine\tx = pendin\n", "2:13 unknown-name"),
    // Characters
    MistakeRow(
      "curly quotes", "fact a “Is it?”: money\n",
      "2:8 stray-characters: a text stands in straight double quotes, `\"` (write `\"Is it?\"`)"),
    MistakeRow("single quotes around an apostrophe", "fact a 'Don't they?': money\n", "2:8 stray-characters"),
    MistakeRow(
      "guillemets, twice", "fact a « Is it? » fr « Vraiment ? »: money\n", "2:8 stray-characters",
      "2:22 stray-characters"),
    MistakeRow("×", "define x = 2 × 3\n", "2:14 stray-characters: `×` has no meaning here (write `*`)"),
    MistakeRow(
      "≥ and ==", "define x = amount ≥ 2 USD or amount == 1 USD\n", "2:19 stray-characters",
      "2:37 stray-characters"),
    MistakeRow(
      "=> and <>", "define x = amount => 2 USD or amount <> 1 USD\n", "2:19 stray-characters",
      "2:38 stray-characters"),
    MistakeRow("&& and !", "define x = pending && !pending\n", "2:20 stray-characters", "2:23 stray-characters"),
    MistakeRow("a semicolon", "define x = 1;\n", "2:13 stray-characters"),
    MistakeRow("a comment of another language", "// define x = 1\n", "2:1 stray-characters"),
    MistakeRow(
      "a no-break space", "define x = 50\u{A0}USD\n",
      "2:14 stray-characters: a no-break space has no meaning here (write an ordinary space)"),
    MistakeRow("signs in a row", "define x = @@@ 1\n", "2:12 stray-characters"),
    MistakeRow("a dollar sign", "define x = $50\n", "2:12 stray-characters"),
    MistakeRow("a euro sign after the number", "define x = 50 € + 3 USD\n", "2:15 stray-characters"),
    // Texts
    MistakeRow("a text without its end", "fact a \"Is it?: money\n", "2:8 unclosed-text"),
    MistakeRow("a translation without its end", "fact a \"Is it?\" fr \"Vraiment ?: money\n", "2:20 unclosed-text"),
    MistakeRow(
      "a text without its end before another", "fact a \"Is it? fr \"Vraiment ?\": money\n", "2:8 unclosed-text"),
    MistakeRow(
      "a text without its beginning", "fact a Is it?\" fr \"Vraiment ?\": money\n",
      "2:14 unclosed-text: this `\"` closes a text that was never opened (put a `\"` where the text begins)"),
    MistakeRow(
      "a text without quotes", "fact a Is it? : money\n",
      "2:8 unexpected: expected `:` after the fact's name, found `Is` (a name is one word, as in `my_name`, and a question stands in double quotes)"
    ),
    MistakeRow(
      "an apostrophe in a text without quotes", "action a {\n  title Don't call\n  chance 1%\n}\n", "3:9 unexpected"),
    MistakeRow(
      "an unclosed name of a rule", "rule \"R {\n  when pending\n  then wait\n  because \"x\"\n}\n", "2:6 unclosed-text"
    ),
    MistakeRow("a backslash", "fact a \"C:\\tmp\": money\n", "2:11 bad-escape"),
    // Numbers and dates
    MistakeRow("1__2", "define x = 1__2\n", "2:12 malformed-number"),
    MistakeRow(".5", "define x = .5\n", "2:12 malformed-number"),
    MistakeRow("5.", "define x = 5.\n", "2:12 malformed-number"),
    MistakeRow("1.2.3", "define x = 1.2.3 USD\n", "2:12 malformed-number"),
    MistakeRow(
      "90days", "define x = 90days\n",
      "2:12 malformed-number: a number and a word run together in `90days` (write `90 days`)"),
    MistakeRow("5x in a value", "define x = 5x\n", "2:12 unexpected"),
    MistakeRow(
      "commas in a number", "define x = 1,200 USD\n",
      "2:13 unexpected: `,` does not fit here: what stands before it is complete"
        + " (thousands are set off by `_`: write `1_200`)"),
    MistakeRow(
      "commas and decimals", "define x = 1,234,567.50 USD\n",
      "2:13 unexpected: `,` does not fit here: what stands before it is complete"
        + " (thousands are set off by `_`: write `1_234_567.50`)"),
    MistakeRow(
      "a comma for the decimals", "define x = 12,50 USD\n",
      "2:14 unexpected: `,` does not fit here: what stands before it is complete"
        + " (thousands are set off by `_` and decimals by a point: `1_200.50`)"),
    MistakeRow("a date of another country", "define x = 1 source \"s\" as of 22.11.2026\n", "2:31 bad-date"),
    MistakeRow("a day that is none", "define x = 1 source \"s\" as of 2026-02-30\n", "2:31 bad-date"),
    // Names
    MistakeRow("a capital", "fact Paid: money\n", "2:6 bad-name"),
    MistakeRow("an accent", "fact payé: money\ndefine x = payé\n", "2:6 bad-name", "3:12 bad-name"),
    MistakeRow("a `_` first", "fact _paid: money\n", "2:6 bad-name"),
    MistakeRow(
      "keywords in capitals", "Fact a: Money\nDEFINE b = 1\n", "2:1 unknown-declaration", "2:9 unexpected",
      "3:1 unknown-declaration"),
  ]
}
