import RecoupLedger
import RecoupQuantities
import Testing

/// Reports as programs for accounting print them, with more in them than invoices.
@Suite struct ReportFileTests {
  /// A title, a company and a date before the columns; headings and sums between the invoices.
  @Test func readsAnAgedReport() throws {
    let text = #"""
      A/R Aging Detail,,,,,,,
      Green Garden LLC,,,,,,,
      "As of November 22, 2026",,,,,,,

      Date,Transaction Type,Num,Customer,Due Date,Amount,Open Balance
      1 - 30 days past due,,,,,,
      10/05/2026,Invoice,1041,"Smith, Jones & Co",11/04/2026,"4,200.00","4,200.00"
      09/28/2026,Invoice,1039,Bluth Company,10/28/2026,950.00,450.00
      Total for 1 - 30 days past due,,,,,"$5,150.00","$4,650.00"
      TOTAL,,,,,"$5,150.00","$4,650.00"

      "Sunday, November 22, 2026 09:14 AM GMT-05:00",,,,,,

      """#
    let ledger = try TestLedger(text)
    #expect(
      ledger.problems.map { $0.shown } == [
        "note 5:1 the columns are named on this line; what stands before it is not read",
        "note 5:6 the column `Transaction Type` is not used",
        "note 6:1 4 rows, from this one on, are headings or sums and are not read",
        "note 7:1 dates are read as month/day/year", "note 7:57 amounts are read like 1,234.50",
      ])
    #expect(ledger.ledger.invoices.map { $0.total } == [420_000, 95_000])
    #expect(ledger.ledger.invoices.map { $0.paid } == [0, 50_000])
  }

  @Test func readsSumsBelowEachCustomer() throws {
    let text = #"""
      "","Type","Date","Num","Name","Due Date","Open Balance"
      "Acme Corp","","","","","",""
      "","Invoice","10/05/26","1041","Acme Corp","11/14/26","4,200.00"
      "Total Acme Corp","","","","","","4,200.00"
      "TOTAL","","","","","","4,200.00"
      """#
    let ledger = try TestLedger(text)
    #expect(ledger.complaints == [])
    #expect(ledger.ledger.invoices.map { $0.total } == [420_000])
    #expect(ledger.ledger.invoices.map { $0.due.iso } == ["2026-11-14"])
    #expect(ledger.ledger.clients.map { $0.name } == ["Acme Corp"])
  }

  @Test func readsFrenchSigns() throws {
    let text = """
      N° Facture;Date;Client;Date d'échéance;Total HT;Total TTC;Montant réglé;Reste dû;Etat\r
      FA0001;01/09/2026;Dupont SARL;01/10/2026;1 000,00 €;1 200,00 €;0,00 €;1 200,00 €;Non payée\r
      FA0002;15/09/2026;Dupont SARL;15/10/2026;100,00 €;120,00 €;20,00 €;100,00 €;Partielle\r
      Total;;;;1 100,00 €;1 320,00 €;20,00 €;1 300,00 €;\r

      """
    let ledger = try TestLedger(text)
    #expect(ledger.complaints == [])
    #expect(ledger.notes.contains("note 4:1 this row is a heading or a sum and is not read"))
    #expect(ledger.ledger.invoices.map { $0.total } == [120_000, 12_000])
    #expect(ledger.ledger.invoices.map { $0.paid } == [0, 2_000])
    #expect(ledger.ledger.invoices.map { $0.currency.code } == ["EUR", "EUR"])
  }

  /// A sign tells the currency only where the row has none.
  @Test func takesTheCurrencyFromASign() throws {
    let ledger = try TestLedger("invoice,client,due,total,currency\nA,Acme,2026-01-01,£5,\nB,Acme,2026-01-01,$5,CAD\n")
    #expect(ledger.complaints == [])
    #expect(ledger.ledger.invoices.map { $0.currency.code } == ["GBP", "CAD"])
  }

  /// Some programs write a row for each thing sold, with the invoice in each.
  @Test func readsAnInvoiceOfSeveralLinesOnce() throws {
    let text = """
      InvoiceNumber,ContactName,DueDate,Total,Description
      A,Acme,2026-01-01,30,Work
      A,Acme,2026-01-01,30,Travel
      B,Acme,2026-01-01,5,Work
      A,Acme,2026-01-01,31,Hosting
      B,Acme,2026-01-01,5,Work

      """
    let ledger = try TestLedger(text)
    #expect(
      ledger.problems.map { $0.shown } == [
        "note 1:41 the column `Description` is not used",
        "note 3:1 this row repeats an invoice that stands above and is not read",
        "row 5:1 the invoice `A` stands on line 2 already -> leave one of them out",
        "row 6:1 the invoice `B` stands on line 4 already -> leave one of them out",
      ])
    #expect(ledger.ledger.invoices.map { $0.total } == [3_000, 500])
  }

  static let mistakes = [
    // What names an invoice or a client is no heading.
    ("INV-9,,,", ["row 2:7 the client is missing", "row 2:8 the due date is missing", "row 2:9 the total is missing"]),
    ("Total-9,Acme,,5", ["row 2:14 the due date is missing"]),
    (",Acme,,5", ["row 2:1 the invoice number is missing", "row 2:7 the due date is missing"]),
    ("Total,,2026-01-01,5", ["row 2:7 the client is missing"]),
  ]

  @Test(arguments: mistakes) func doesNotPassOverMistakes(_ row: String, _ complaints: [String]) throws {
    #expect(try TestLedger("invoice,client,due,total\n\(row)\n").complaints == complaints)
  }

  /// What no line names is complained about where most columns are named.
  @Test func findsTheLikeliestHeader() throws {
    let ledger = try TestLedger("Report of invoices\n\nNo;Customer;Falling due;Amount\n1;Acme;2026-01-01;5\n")
    #expect(
      ledger.complaints == [
        "file 3:1 there is no column for `due` -> say which is meant with `--columns \"due=…\"`; "
          + "the columns are `No`, `Customer`, `Falling due`, `Amount`"
      ])
  }
}
