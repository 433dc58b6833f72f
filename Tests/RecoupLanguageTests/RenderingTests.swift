import Testing

/// How problems look to a person.
@Suite struct RenderingTests {
  @Test func marksStandUnderTabs() {
    let expected = """
      error[type-mismatch]: this adds a number of days and an amount of money: these do not go together
       --> my.rules:2:21
        |
      2 | define    x =    5 days    + amount
        |                              ^^^^^^ this is an amount of money
        |
       ::: my.rules:2:12
        |
      2 | define    x =    5 days    + amount
        |                  ------ this is a number of days

      1 error

      """
    #expect(rendering("currency USD\ndefine\tx =\t5 days\t+ amount\n") == expected)
  }

  @Test func marksStandUnderWideCharacters() {
    let expected = """
      error[unexpected]: expected `money`, found `mony`
       --> my.rules:2:20
        |
      2 | fact a "漢字 e\u{301} 👍🏽": mony
        |                     ^^^^
        |
        = help: did you mean `money`?

      1 error

      """
    #expect(rendering("currency USD\nfact a \"漢字 e\u{301} 👍🏽\": mony\n") == expected)
  }

  @Test func placesInSeveralLines() {
    let text = """
      currency USD

      fact reason "Why?": one of forgot, silent

      define a = reason is tired
      define b = reason is not tired
      action call {
        title "Call"
        chance 10%
        cost 5 EUR

      """
    let expected = """
      error[unknown-word]: `reason` has no word `tired`
       --> my.rules:5:22
        |
      5 | define a = reason is tired
        |                      ^^^^^
        |
       ::: my.rules:3:6
        |
      3 | fact reason "Why?": one of forgot, silent
        |      ------ its words are `forgot`, `silent`
        |
       ::: my.rules:6:26
        |
      6 | define b = reason is not tired
        |                          ----- here too

      error[unclosed-block]: the `{` of action `call` is never closed
        --> my.rules:7:13
         |
       7 | action call {
         |             ^
         |
        ::: my.rules:11:1
         |
      11 |\u{20}
         | - a `}` is missing before this

      error[wrong-currency]: this amount is in EUR, and these rules are in USD
        --> my.rules:10:10
         |
      10 |   cost 5 EUR
         |          ^^^
         |
        ::: my.rules:1:10
         |
       1 | currency USD
         |          --- the currency of the rules is declared here
         |
         = help: a rules file has one currency: give the amount in USD

      3 errors

      """
    #expect(rendering(text) == expected)
  }

  @Test func longLinesAreCut() {
    let ones = String(repeating: " + 1", count: 40)
    let expected = """
      error[unknown-name]: no fact, setting, definition or table is called `pendin`
       --> my.rules:2:176
        |
      2 | …+ 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + pendin + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1…
        |                                                    ^^^^^^
        |
        = help: did you mean `pending`?

      1 error

      """
    #expect(rendering("currency USD\ndefine x = 1" + ones + " + pendin" + ones + "\n") == expected)
  }

  @Test func whatIsMissingAtTheEndOfALine() {
    let expected = """
      error[unexpected]: expected `hours` after the number of `effort`, found the end of the line
       --> my.rules:5:10
        |
      5 |     effort 2
        |             ^

      1 error

      """
    let text = "currency USD\naction call {\r\n\ttitle \"Call\"\r\n\tchance 10%\r\n\teffort 2\r\n}\r\n"
    #expect(rendering(text) == expected)
  }

  @Test func whatControlsATerminalIsWrittenOut() {
    let expected = #"""
      error[unexpected]: expected `:` after the fact's name, found the end of the line
       --> my.rules:2:19
        |
      2 | fact a "\u{1B}[31m\u{202E}red"
        |                               ^

      1 error

      """#
    #expect(rendering("currency USD\nfact a \"\u{1B}[31m\u{202E}red\"\n") == expected)
  }

  @Test func onlySoManyAreShown() {
    let shown = rendering("currency USD\n" + String(repeating: "@\n", count: 1200))
    #expect(shown.hasSuffix("\n1200 errors, of which the first 1000 are shown\n"))
    #expect(shown.split(separator: "\n").count { $0.hasPrefix("error[") } == 1000)
  }
}
