/// A column of `invoices.csv` that the ledger itself reads.
enum LedgerColumn: Int, CaseIterable {
  case invoice, client, issued, due, currency, total, paid, paidOn, balance

  /// The header.
  var name: String {
    switch self {
    case .invoice: "invoice"
    case .client: "client"
    case .issued: "issued"
    case .due: "due"
    case .currency: "currency"
    case .total: "total"
    case .paid: "paid"
    case .paidOn: "paid_on"
    case .balance: "balance"
    }
  }
}

/// The names under which programs for accounting write the columns of the ledger.
enum HeaderName {
  /// A header without case, accents and all that is no letter or digit, so that `Paid-On` is `paid_on`.
  static func folded(_ header: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in header.lowercased().unicodeScalars {
      if let plain = plain[scalar] {
        folded.append(contentsOf: plain.unicodeScalars)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        folded.append(scalar)
      }
    }
    return String(folded)
  }

  /// The letters of French with an accent. An accent as a character of its own is no letter, and falls away.
  private static let plain: [Unicode.Scalar: String] = [
    "à": "a", "á": "a", "â": "a", "ä": "a", "ç": "c", "è": "e", "é": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i",
    "ô": "o", "ö": "o", "ù": "u", "ú": "u", "û": "u", "ü": "u", "œ": "oe", "º": "", "ª": "",
  ]

  /// The columns by their own folded names.
  static let own: [String: LedgerColumn] = {
    var names: [String: LedgerColumn] = [:]
    for column in LedgerColumn.allCases { names[folded(column.name)] = column }
    return names
  }()

  /// What tells of payments, but not how much or when.
  static let statuses = ["status", "statut", "etat", "state", "invoicestatus", "paymentstatus"]

  /// The columns by other folded names, with a rank: a file that has names of several ranks for one column means the
  /// lowest.
  static let others: [String: (column: LedgerColumn, rank: Int)] = {
    var names: [String: (LedgerColumn, Int)] = [:]
    for (column, usual, loose) in table {
      for name in usual { names[folded(name)] = (column, 1) }
      for name in loose { names[folded(name)] = (column, 2) }
    }
    for (column, name) in clearest { names[folded(name)] = (column, 0) }
    for (column, name) in lastResorts { names[folded(name)] = (column, 3) }
    return names
  }()

  /// What leaves no doubt where other names of the column stand beside it.
  private static let clearest: [(LedgerColumn, String)] = [
    (.client, "customer name"), (.client, "client name"), (.client, "nom du client"), (.client, "nom client"),
  ]

  /// What names something else in programs that have a better name, too.
  private static let lastResorts: [(LedgerColumn, String)] = [(.invoice, "id"), (.client, "customer id")]

  private static let table: [(LedgerColumn, usual: [String], loose: [String])] = [
    (
      .invoice,
      [
        "invoice number", "invoice no", "invoice num", "invoice nr", "inv no", "inv number", "document number",
        "doc number", "numéro de facture", "n° de facture", "n° facture", "no facture", "no de facture", "num facture",
        "num de facture", "numéro facture", "facture", "référence facture", "n° pièce", "numéro de pièce",
      ],
      ["invoice id", "number", "num", "no", "numéro", "n°", "pièce"]
    ),
    (
      .client,
      [
        "client name", "customer", "customer name", "contact name", "company name", "debtor", "debtor name", "bill to",
        "nom du client", "nom client", "raison sociale", "débiteur",
      ],
      [
        "customer id", "client id", "customer number", "customer no", "client number", "client no", "account name",
        "contact", "company", "organization", "organisation", "name", "code client", "n° client", "numéro client",
        "compte client", "société", "entreprise", "tiers", "nom", "destinataire",
      ]
    ),
    (
      .issued,
      [
        "invoice date", "issue date", "issued on", "issued date", "date issued", "date of issue", "date of invoice",
        "date de facture", "date facture", "date de facturation", "date facturation", "date d'émission",
        "date émission",
        "émise le", "émis le", "émission", "facturé le", "facturée le",
      ],
      ["date", "date utc", "document date", "created", "created on", "date de création", "date de pièce", "date pièce"]
    ),
    (
      .due,
      [
        "due date", "due date utc", "date due", "due on", "payment due", "payment due date",
        "invoice due date", "échéance",
        "date d'échéance", "date échéance", "date limite de paiement", "à payer avant le", "à régler avant le",
        "échéance le",
      ],
      ["maturity", "maturity date", "pay by", "date limite"]
    ),
    (.currency, ["currency code", "invoice currency", "devise", "code devise"], ["curr", "ccy", "monnaie"]),
    (
      .total,
      [
        "invoice amount", "invoice total", "total amount", "grand total", "amount total", "total incl tax",
        "total including tax", "gross amount", "gross total", "montant ttc", "total ttc", "montant total ttc",
        "montant total", "montant facture", "montant de la facture", "net à payer",
      ],
      ["amount", "gross", "value", "montant"]
    ),
    (
      .paid,
      [
        "amount paid", "paid amount", "invoice amount paid", "total paid", "amount received", "montant payé",
        "montant réglé", "montant encaissé", "total payé", "total réglé", "déjà payé", "déjà réglé",
      ],
      ["payments", "received", "payé", "réglé", "encaissé", "règlements", "acompte"]
    ),
    (
      .paidOn,
      [
        "paid date", "date paid", "payment date", "settled date", "date settled", "settled on", "settlement date",
        "fully paid on date", "fully paid on", "date of payment", "réglé le", "réglée le", "payé le", "payée le",
        "date de paiement", "date paiement", "date de règlement", "date règlement", "encaissé le",
        "date d'encaissement",
      ],
      ["clearing date", "last payment date", "received on", "closed on"]
    ),
    (
      .balance,
      [
        "balance due", "amount due", "invoice amount due", "open balance", "open amount", "outstanding",
        "outstanding amount", "outstanding balance", "amount outstanding", "o/s amount", "o/s balance",
        "remaining balance", "amount open", "solde",
        "solde dû", "reste dû", "reste à payer", "restant dû", "montant dû", "montant restant dû", "solde restant dû",
        "reste à régler", "encours",
      ],
      ["remaining", "unpaid", "open", "due amount", "impayé"]
    ),
  ]
}
