import RecoupLedger
import RecoupQuantities

extension AdviceReport {
  /// What the ledger says about the invoice and its client: the figures that the rules read.
  func history(_ figures: Figures, credit: Int64, _ advice: Advice, _ page: inout Page) {
    let currency = advice.subject.owed.currency
    func money(_ units: Int64) -> String { say.money(units, currency) }
    var facts: [String] = []
    if let paid = figures.paid, paid != 0 {
      facts.append(
        say(
          "\(money(paid)) of \(money(figures.total)) is paid", "\(money(paid)) sur \(money(figures.total)) sont payés"))
    }
    var isBroken = false
    switch figures.promise {
    case .none, .kept: break
    case .awaited(let day):
      let day = say.longDate(day, from: advice.asOf)
      facts.append(say("they promised to pay by \(day)", "le client a promis de payer d'ici au \(day)"))
    case .broken(let day):
      isBroken = true
      let day = say.longDate(day, from: advice.asOf)
      facts.append(
        say(
          "they promised to pay by \(day) and did not", "le client a promis de payer d'ici au \(day) et ne l'a pas fait"
        ))
    }
    if figures.pastInvoices > 0, let onTime = figures.onTime, let delay = figures.averageDelay {
      let invoices = say.count(
        Int(clamping: figures.pastInvoices), say("other invoice", "autre facture"),
        say("other invoices", "autres factures"))
      let share = say.chance(Double(onTime) / 1_000_000)
      facts.append(
        say(
          "\(invoices) of theirs paid, \(share) on time, \(say.days(delay)) late on average",
          "ce client a payé \(invoices), \(share) à temps, avec \(say.days(delay)) de retard en moyenne"))
    } else {
      facts.append(say("no other invoice of theirs was paid yet", "ce client n'a encore payé aucune autre facture"))
    }
    // The one that was just told need not be counted.
    if figures.brokenPromises > (isBroken ? 1 : 0) {
      let count = Int(clamping: figures.brokenPromises)
      facts.append(
        say(
          say.count(count, "broken promise", "broken promises"),
          say.count(count, "promesse rompue", "promesses rompues")))
    }
    if let owes = figures.clientOwes, owes > 0, owes != advice.subject.owed.units {
      facts.append(say("\(money(owes)) past due in all", "\(money(owes)) échus et impayés en tout"))
    }
    page.paragraph(words.sentence(facts.joined(separator: say("; ", " ; "))))
    if credit > 0 {
      page.paragraph(
        say(
          "They have a credit of \(money(credit)) that is not taken off here.",
          "Ce client a un avoir de \(money(credit)), qui n'est pas déduit ici."))
    }
  }
}
