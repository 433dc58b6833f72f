import RecoupReports

extension Topic {
  static var json: Topic {
    Topic(
      name: "json", summary: "The answers for programs, member by member",
      page: #"""
        Answers in JSON

        With `--json` every command that answers gives one JSON object on one line. Its
        `schema` names its form, such as "recoup/next/1": members may be added under
        the same name, and none is taken away or given another meaning.

        Amounts named `value`, `net`, `outlay`, `strained` and `gain` count the smallest
        unit of the rules' currency (cents); `chance` is from 0 to 1; days are counted
        from the `day` of the answer. What is known of an invoice (`facts`, `done`,
        `pending`) has the form that `recoup decide` reads; options, plans and closed
        actions have the form that it writes. So an answer can be decided again.

        Members of an answer, command by command:

          recoup help json next
          recoup help json why
          recoup help json compare
          recoup help json ask
          recoup help json log
          recoup help json init
          recoup help json check
          recoup help json test
          recoup help json rules

        """#)
  }

  /// The members of the answer that a command gives in JSON; nil if it gives none.
  static func schema(of command: String) -> String? {
    AnswerSchema.all.first { $0.command == command }.map { $0.page }
  }
}
