extension Topic {
  static var journal: Topic {
    Topic(
      name: "journal", summary: "What journal.txt records, and how to correct it",
      page: #"""
        The journal

        journal.txt, beside invoices.csv, holds what you did and what you learned, an
        event a line, the oldest first. `recoup log` writes a line for you, after it has
        checked it against your invoices and rules:

          recoup log INV-42 did reminder "e-mail to accounts"
          recoup log INV-42 set reason = short_of_cash
          recoup log INV-42 promised 2026-11-24
          recoup log INV-42 paid 500.00 USD
          recoup log INV-42 paused until 2026-12-05 "holiday"

        This is what the file then looks like, with the other events that there are:

          2026-11-03 INV-42 did reminder "e-mail to accounts"
          2026-11-10 INV-42 set reason = short_of_cash
          2026-11-10 INV-42 promised 2026-11-24
          2026-11-10 INV-42 promised 2026-11-24 500.00 USD
          2026-11-24 INV-42 paid 500.00 USD
          2026-11-25 INV-42 paused until 2026-12-05 "holiday"
          2026-12-01 client "Acme Corp" set consumer = no
          2026-12-20 INV-42 closed "settled"

        did       You took a step; its name is that of an action of the rules. How often
                  and how long ago is what the advice goes by.
        set       You learned a fact, about an invoice or, after `client`, about all
                  invoices of a client. A later line replaces an earlier one.
        promised  They named a day. The promise is broken when that day has passed and
                  the invoice was not paid in full; where an amount is given, a payment
                  of at least that much keeps it.
        paid      Money came in. A part payment leaves the rest open.
        paused    Leave them alone until that day. `recoup next` says to wait, and shows
                  the advice for that day.
        closed    You are done with it.

        A name with spaces stands in double quotes, as in client "Acme Corp". What
        follows a # is a comment; behind an event `recoup log` and `recoup ask` leave
        the fingerprint of the advice before it, which `recoup help provenance`
        explains. Events after the day of the advice (--as-of) are not seen, so an old
        answer can be asked for again.

        To correct something, open the file in any editor: change the line or take it
        out. recoup itself only ever adds lines at the end, one at a time, and reports
        a line only once it is safely on the disk.

        A last line without a line end is torn: the machine stopped while it was
        written. It is reported and skipped, and the next `recoup log` closes it off.

        """#)
  }
}
