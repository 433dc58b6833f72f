extension Topic {
  static var files: Topic {
    Topic(
      name: "files", summary: "What invoices.csv and clients.csv look like",
      page: #"""
        The files in your folder

        recoup looks in the current folder, or in the one that you name with
        `--in FOLDER`, for these files. `recoup init` writes a small set to begin with.

          invoices.csv   your invoices, a row each; the only file that you must have
          clients.csv    what you know about clients, a row each
          journal.txt    what happened since: recoup help journal
          recoup.rules   rules of your own: recoup help rules

        Both tables are plain CSV, as every spreadsheet and accounting program writes
        it. The first line names the columns, in any order; commas, semicolons and tabs
        all separate. These columns of invoices.csv are read:

          invoice, client, due, total     must be there
          issued, paid, paid_on           when you sent it, what was paid, and when
          balance                         what is still open, in the place of paid
          currency                        such as USD; that of the rules if left out

          invoice,client,issued,due,total,paid,paid_on
          INV-42,Acme Corp,2026-09-01,2026-10-01,4200.00,,
          INV-43,"Smith, Jones",2026-09-10,2026-10-10,950.00,950.00,2026-10-08

        The usual names of other programs are known too, in English and French, such as
        `Invoice Number`, `Customer`, `Due Date`, `Total Amount` or `Échéance`. For any
        other name say what it means: --columns "invoice=Ref,client=Debtor"

        Any other column whose name is a fact of the rules gives that fact, such as
        `reason` or `contract`; so does every column of clients.csv beside `client`, for
        all invoices of that client. Nothing in a cell means that you do not know. Where
        both files tell, invoices.csv wins. Columns that mean nothing are named once.

        Dates are written 2026-11-22 or 4 Nov 2026, amounts 1234.50. Other ways are read
        where the file itself tells which one it is, and a note says so. Else say it:
        `--dates dmy` is 22/11/2026, `mdy` 11/22/2026, `ymd` 2026/11/22; `--decimal
        point` is 1,234.50 and `--decimal comma` 1.234,50. Lines above the columns, and
        headings and sums between the invoices, are passed over.

        A row with `paid_on` and nothing in `paid` was paid in full. Amounts in two
        currencies are never added. An invoice in another currency than that of the
        rules is answered only if you say what it is worth: --rate "EUR = 1.08 USD"

        A row that cannot be read is left out, and the others are answered all the same:
        recoup names its line and column and says what would be right, and the exit
        status is 1.

          recoup next
          recoup next --in books --dates dmy --decimal comma
          recoup why INV-42

        """#)
  }
}
