extension Topic {
  static var rules: Topic {
    Topic(
      name: "rules", summary: "What a rules file is, and how to change a number in it",
      page: #"""
        Rules files

        All that recoup advises comes from a rules file: plain text that says which
        steps there are, what each one costs, how likely it is to bring the money, and
        when it must not be taken. Some come with recoup:

          recoup rules
          recoup rules us

        The second command prints one; it is worth a look. Commands use recoup.rules in
        your folder if there is one, else the rules called `us`. --rules takes another
        file, or another name.

        To change a number, do not copy the file. Write your own recoup.rules that takes
        in another one and says only what differs. Here your hour is worth 80 dollars:

          currency USD

          include "us"

          setting hour = 80 USD

        To change a number only once, for one answer, use --set:

          recoup next --amount "4200 USD" --overdue 47 --set hour=80

        Then see that the file is right:

          recoup check
          recoup fmt
          recoup test

        `check` finds every mistake and shows its place. `fmt` gives the file its usual
        layout. `test` tries the examples in the file: each one tells of an invoice and
        what you expect of the advice. When you change a rule, add an example for it:

          example "Two weeks late is too soon for an agency" {
            amount = 1_200 USD
            days_overdue = 14 days
            expect not agency
          }

        What do your examples leave out? `--coverage` lists what none of them exercises,
        `--mutate` which small changes of the rules none of them would notice, and
        `--suggest` writes examples for both, for you to look through:

          recoup test --coverage
          recoup test --suggest

        Every mistake has a name, shown in brackets, and a page:

          recoup rules --explain percent-without-base
          recoup rules --explain all

        """#)
  }
}
