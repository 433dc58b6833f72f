import RecoupLedger
import RecoupQuantities
import Testing

/// Which header is which column, and files as other programs write them.
@Suite struct HeaderTests {
  /// Headers for the invoice, the client, the due date and the total, in this order.
  static let required = [
    "invoice,client,due,total", "Invoice Number,Customer,Due Date,Amount",
    "invoiceNumber,customerID,DueDate,InvoiceAmount",
    "Invoice No.,Contact name,Date due,Grand total", "INVOICE #,Client Name,Payment due date,Invoice total",
    "Num,Name,Due date,Open balance", "Number,Company,Maturity date,Gross amount",
    "Invoice ID,Client-ID,due_on,Total Amount",
    "n° de facture,Client,échéance,montant TTC", "Numéro,Nom du client,Date d'échéance,Total TTC",
    "Numéro de facture,Raison sociale,date d’échéance,Montant", "No facture,Tiers,ECHEANCE,Reste dû",
    "Nº de facture,Société,Date limite de paiement,Solde", "Facture,Code client,À payer avant le,Net à payer",
    "Nume\u{301}ro,Client,E\u{301}che\u{301}ance,Total",
  ]

  @Test(arguments: required) func isRecognised(_ header: String) throws {
    let ledger = try TestLedger(header + "\nA,Acme,2026-02-01,10\n")
    #expect(ledger.problems == [])
    let invoice = try #require(ledger.ledger.invoices.first)
    #expect(invoice.name == "A")
    #expect(ledger.ledger.clients.map { $0.name } == ["Acme"])
    #expect(invoice.due == day("2026-02-01"))
    #expect(invoice.total == 1000)
  }

  /// Headers for the day of issue, the currency, what was paid and when.
  static let others = [
    "issued,currency,paid,paid_on", "InvoiceDate,Currency Code,Amount paid,SettledDate",
    "Issue date,CCY,InvoiceAmountPaid,Paid date",
    "Date,Curr,Payments,Payment Date", "Date de facture,Devise,Montant payé,réglé le",
    "date d'émission,Code devise,Déjà réglé,Date de paiement", "Émise le,monnaie,Montant réglé,Date de règlement",
  ]

  @Test(arguments: others) func isRecognisedToo(_ header: String) throws {
    let ledger = try TestLedger(
      "invoice,client,due,total," + header + "\nA,Acme,2026-02-01,10,2026-01-01,USD,4,2026-01-20\n")
    #expect(ledger.problems == [])
    let invoice = try #require(ledger.ledger.invoices.first)
    #expect(invoice.issued == day("2026-01-01"))
    #expect(invoice.currency.code == "USD")
    #expect(invoice.paid == 400)
    #expect(invoice.paidOn == day("2026-01-20"))
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var header: String
    var columns: String?
    var problems: [String]
    var testDescription: String { header + (columns.map { " with " + $0 } ?? "") }

    init(_ header: String, _ columns: String? = nil, _ problems: String...) {
      self.header = header
      self.columns = columns
      self.problems = problems
    }
  }

  static let problems = [
    Row(
      "invoice,client,due", nil,
      "file 1:1 there is no column for `total` -> say which is meant with `--columns \"total=…\"`; "
        + "the columns are `invoice`, `client`, `due`"),
    Row(
      "a,b", nil,
      "file 1:1 there is no column for `invoice`, `client`, `due`, `total` -> say which is meant with "
        + "`--columns \"invoice=…,client=…,due=…,total=…\"`; the columns are `a`, `b`"),
    Row("id,Number,Customer,Customer Name,due,total", nil, "note 1:1 the columns `id`, `Customer` are not used"),
    Row(
      "invoice,client,due,total,Status", nil, "note 1:26 the column `Status` is not used",
      "note 1:26 what is paid cannot be told from `Status`: every invoice counts as unpaid -> "
        + "a column `paid`, `paid_on` or `balance` tells"),
    Row("invoice,client,due,total,Status,balance", nil, "note 1:26 the column `Status` is not used"),
    Row(
      "invoice,client,due,Amount,Montant", nil,
      "file 1:27 the columns `Amount` and `Montant` may both be `total` -> "
        + "say which one counts, such as with `--columns \"total=Amount\"`"),
    Row("invoice,client,due,Amount,Montant", "total=Montant", "note 1:20 the column `Amount` is not used"),
    Row(
      "invoice,client,due,total,total", nil,
      "file 1:26 the columns `total` and `total` may both be `total` -> give one of them another name"),
    Row("invoice,client,due,total,Amount", nil, "note 1:26 the column `Amount` is not used"),
    Row("invoice,Customer name,Customer ID,due,total", nil, "note 1:23 the column `Customer ID` is not used"),
    Row(
      "invoice,client,due,total,pending,days_overdue,x", nil,
      "note 1:26 the columns `pending`, `days_overdue` are not used: the ledger works this out itself",
      "note 1:26 the column `x` is not used"),
    Row("invoice,client,due,total,HasContract", "contract=HasContract"),
    Row("invoice,client,due,total,HasContract", "contract=hascontract"),
    Row(
      "invoice,client,due,total,HasContract", "contract=HasContrat",
      "file 1:1 the file has no column `HasContrat`, which `--columns` names -> did you mean `HasContract`?"),
    Row(
      "invoice,client,due,total,x", "contrat=x",
      "file 1:26 `contrat` of `--columns` is no column of the ledger and no fact of the rules -> did you mean `contract`?"
    ),
    Row(
      "invoice,client,due,total,x", "pending=x",
      "file 1:26 `pending` is what the ledger works out itself, so no column can give it"),
    Row(
      "invoice,client,due,total,x,y", "total=x,total=y",
      "file 1:28 `total` is given two columns by `--columns`"),
    Row("invoice,client,due,total,,", nil),
  ]

  @Test(arguments: problems) func saysWhatIsWrong(_ row: Row) throws {
    let columns = try row.columns.map { try #require(ColumnMapping.list($0)) } ?? []
    let ledger = try TestLedger(row.header + "\n", LedgerOptions(columns: columns))
    #expect(ledger.problems.map { $0.shown } == row.problems)
  }

  @Test func readsMappings() {
    #expect(
      ColumnMapping.list("invoice=No, total = \"Amount, net\"") == [
        .init(name: "invoice", header: "No"), .init(name: "total", header: "Amount, net"),
      ])
    for bad in ["", "invoice", "=x", "invoice=", "a=b,,c=d", "a=\"b"] {
      #expect(ColumnMapping.list(bad) == nil, "\(bad)")
    }
  }

  @Test func refusesFilesThatAreNone() throws {
    #expect(try TestLedger("").complaints.count == 1)
    #expect(
      try TestLedger("\n\n").complaints == [
        "file 1:1 the file has no header -> its first line names the columns, such as `invoice,client,due,total`"
      ])
    let wide = Array("invoice,client".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try TestLedger(bytes: wide).complaints == ["file 1:1 this file is UTF-16 -> save it as UTF-8"])
    #expect(
      try TestLedger(bytes: [0xFF, 0xFE] + wide).complaints == ["file 1:1 this file is UTF-16 -> save it as UTF-8"])
    let latin = Array("invoice,client,".utf8) + [0xE9] + Array("ch,total\n".utf8)
    #expect(
      try TestLedger(bytes: latin).complaints == [
        "file 1:16 this is not UTF-8 -> save it as `CSV UTF-8`, or run `iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW`"
      ])
  }

  /// A fact's own name is that fact, unless a column that must be there has no other.
  @Test func prefersFactsToOtherNames() throws {
    let header = "invoice,client,due,deposit\nA,Acme,2026-01-01,10\n"
    let options = LedgerOptions(columns: [.init(name: "total", header: "deposit")])
    #expect(try TestLedger(header, options).ledger.invoices.map { $0.total } == [1000])
    #expect(try TestLedger(header).complaints.count == 1)
  }

  // MARK: Orders of dates

  struct Dates: CustomTestStringConvertible, Sendable {
    var name: String
    var dates: [String]
    var problems: [String]
    var due: [String]
    var options = LedgerOptions()
    var testDescription: String { name }
  }

  static let dates = [
    Dates(
      name: "ISO", dates: ["2026-01-02", "2026-12-31T10:00:00Z", "2026-12-30 23:59"], problems: [],
      due: ["2026-01-02", "2026-12-31", "2026-12-30"]),
    Dates(
      name: "days first", dates: ["01/02/2026", "31/12/2026", "3/4/2026 10:30"],
      problems: ["note 2:9 dates are read as day/month/year"], due: ["2026-02-01", "2026-12-31", "2026-04-03"]),
    Dates(
      name: "months first", dates: ["1/2/2026", "12/31/2026"], problems: ["note 2:9 dates are read as month/day/year"],
      due: ["2026-01-02", "2026-12-31"]),
    Dates(
      name: "years first", dates: ["2026/1/2", "2026.12.31"], problems: ["note 2:9 dates are read as year/month/day"],
      due: ["2026-01-02", "2026-12-31"]),
    Dates(
      name: "nobody knows", dates: ["1/2/2026", "3/3/2026"],
      problems: [
        "file 2:9 `1/2/2026` may be 2026-02-01 or 2026-01-02, and no date of the file tells -> "
          + "give `--dates dmy` for day/month/year or `--dates mdy` for month/day/year"
      ], due: []),
    Dates(
      name: "said", dates: ["1/2/2026", "3 3 2026", "2026-05-06"], problems: [],
      due: ["2026-01-02", "2026-03-03", "2026-05-06"], options: LedgerOptions(dates: .mdy)),
    Dates(
      name: "one against the others", dates: ["1/2/2026", "25/12/2026", "12/25/2026"],
      problems: [
        "file 4:9 `12/25/2026` does not fit the order of the dates before it, such as `1/2/2026` -> "
          + "write dates such as 2026-11-22, or say which order is right with `--dates dmy` or `--dates mdy`"
      ], due: []),
    Dates(
      name: "one that is none", dates: ["25/12/2026", "31/31/2026", "1/1/26"],
      problems: [
        "note 2:9 dates are read as day/month/year",
        "row 3:9 `31/31/2026` is no date in the order day/month/year -> write a date such as 2026-11-22",
      ], due: ["2026-12-25", "2026-01-01"]),
    Dates(
      name: "short years that tell", dates: ["1/2/26", "12/31/26"],
      problems: ["note 2:9 dates are read as month/day/year"], due: ["2026-01-02", "2026-12-31"]),
    Dates(
      name: "short years that do not", dates: ["13/10/26"],
      problems: [
        "file 2:9 `13/10/26` may be 2026-10-13 or 2013-10-26, and no date of the file tells -> "
          + "give `--dates dmy` for day/month/year or `--dates ymd` for year/month/day"
      ], due: []),
    Dates(
      name: "short years, said", dates: ["1/2/26", "3.4.05"], problems: [], due: ["2026-02-01", "2005-04-03"],
      options: LedgerOptions(dates: .dmy)),
    Dates(
      name: "months in words",
      dates: [
        "4 Nov 2026", "04-Nov-26", "\"November 4, 2026\"", "\"Nov. 4, 2026 09:30\"", "1er juil. 2026", "3 août 2026",
        "3 FÉVRIER 2026", "2-sept.-2026",
      ], problems: [],
      due: [
        "2026-11-04", "2026-11-04", "2026-11-04", "2026-11-04", "2026-07-01", "2026-08-03", "2026-02-03", "2026-09-02",
      ]),
    Dates(
      name: "words that are no month", dates: ["1 jui 2026", "1 ma 2026", "31 Feb 2026", "Nov 2026", "1 Nov 226"],
      problems: ["1 jui 2026", "1 ma 2026", "31 Feb 2026", "Nov 2026", "1 Nov 226"].enumerated().map {
        "row \($0.offset + 2):9 `\($0.element)` is no date -> write a date such as 2026-11-22"
      }, due: []),
    Dates(
      name: "ISO without hyphens", dates: ["20261013", "20260101T090000", "2026-03-04"], problems: [],
      due: ["2026-10-13", "2026-01-01", "2026-03-04"]),
    Dates(
      name: "digits that are no date", dates: ["20261301", "202610133", "46308"],
      problems: ["20261301", "202610133", "46308"].enumerated().map {
        "row \($0.offset + 2):9 `\($0.element)` is no date -> write a date such as 2026-11-22"
      }, due: []),
  ]

  @Test(arguments: dates) func findsTheOrder(_ row: Dates) throws {
    let rows = row.dates.enumerated().map { "A\($0.offset),Acme,\($0.element),1\n" }
    let ledger = try TestLedger("invoice,client,due,total\n" + rows.joined(), row.options)
    #expect(ledger.problems.map { $0.shown } == row.problems)
    #expect(ledger.ledger.invoices.map { $0.due.iso } == row.due)
  }

  // MARK: Files as other programs write them

  @Test func readsAnExportLikeThatOfQuickBooks() throws {
    let text = #"""
      Date,Transaction type,Num,Name,Memo/Description,Due date,Amount,Open balance\#r
      11/03/2026,Invoice,1043,"Brown, Green & Co.","Site visit, ""phase 1""",12/03/2026,"1,250.00","1,250.00"\#r
      11/17/2026,Invoice,1044,Lakeside Dental,,12/17/2026,480.00,80.00\#r
      11/20/2026,Credit Memo,1045,Lakeside Dental,,11/20/2026,-30.00,-30.00\#r

      """#
    let ledger = try TestLedger(text, LedgerOptions(decimal: .point))
    #expect(
      ledger.problems.map { $0.shown } == [
        "note 1:6 the columns `Transaction type`, `Memo/Description` are not used",
        "note 2:1 dates are read as month/day/year",
      ])
    #expect(ledger.ledger.clients.map { $0.name } == ["Brown, Green & Co.", "Lakeside Dental"])
    #expect(ledger.ledger.invoices.map { $0.total } == [125_000, 48_000, -3_000])
    #expect(ledger.ledger.invoices.map { $0.paid } == [0, 40_000, 0])
    #expect(ledger.ledger.invoices.map { $0.issued?.iso } == ["2026-11-03", "2026-11-17", "2026-11-20"])
  }

  @Test func readsAnExportLikeThatOfXero() throws {
    let text = """
      \u{FEFF}ContactName,EmailAddress,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,TaxTotal,\
      InvoiceAmountPaid,InvoiceAmountDue,Currency,Status
      Harbour Ltd,a@example.com,INV-0101,,3/11/2026,17/11/2026,960.0000,160.00,0.00,960.00,GBP,Awaiting Payment
      Harbour Ltd,a@example.com,INV-0102,,4/11/2026,18/11/2026,120.00,20.00,120.00,0.00,GBP,Paid
      """
    let ledger = try TestLedger(text)
    #expect(
      ledger.problems.map { $0.shown } == [
        "note 1:13 the columns `EmailAddress`, `Reference`, `TaxTotal`, `Status` are not used",
        "note 2:37 dates are read as day/month/year",
        "row 2:58 `960.0000` is no amount of GBP, which has no more than 2 decimals",
      ])
    #expect(ledger.ledger.invoices.map { $0.name } == ["INV-0102"])
    #expect(ledger.ledger.invoices.map { $0.paid } == [12_000])
  }

  @Test func readsAFrenchExport() throws {
    let text = #"""
      N° de facture;Client;Date de facturation;Date d'échéance;Montant HT;Montant TTC;Réglé le;Devise
      F-2026-001;Boulangerie Petit;02/03/2026;01/04/2026;1 000,00;1\#u{202F}200,00;28/03/2026;EUR
      F-2026-002;"Hôtel ""Le Phare""";15/03/2026;14/04/2026;"2.000,50";"2.400,60";;EUR
      """#
    let ledger = try TestLedger(text, LedgerOptions(decimal: .comma))
    #expect(
      ledger.problems.map { $0.shown } == [
        "note 1:58 the column `Montant HT` is not used", "note 2:30 dates are read as day/month/year",
      ])
    #expect(ledger.ledger.invoices.map { $0.total } == [120_000, 240_060])
    #expect(ledger.ledger.invoices.map { $0.paidOn?.iso } == ["2026-03-28", nil])
    #expect(ledger.ledger.clients.map { $0.name } == ["Boulangerie Petit", "Hôtel \"Le Phare\""])
  }
}
