import RecoupQuantities
import RecoupReports

/// The files that `init` writes: a few invoices that were made up, each with something to tell, dated around today.
struct Starter {
  /// `us` or `fr`.
  let place: String
  let today: CivilDate

  private var isFrench: Bool { place == "fr" }
  private var currency: String { isFrench ? "EUR" : "USD" }

  /// The names and texts of the files, in the order in which they are written.
  var files: [(name: String, text: String)] {
    [
      ("invoices.csv", invoices), ("clients.csv", clients), ("journal.txt", journal), ("recoup.rules", rules),
    ]
  }

  private func pick(_ english: String, _ french: String) -> String { isFrench ? french : english }

  /// The date so many days before today, in ISO 8601.
  private func ago(_ days: Int64) -> String { (today.adding(days: -days) ?? today).iso }

  // MARK: Clients

  private var dentist: String { pick("Harbor Dental", "Cabinet Le Port") }
  private var cafe: String { pick("Bluebird Cafe", "Café du Pinson") }
  private var gym: String { pick("Northside Gym", "Salle Nord Forme") }
  private var furniture: String { pick("Old Mill Furniture", "Meubles du Moulin") }
  private var school: String { pick("Riverside School", "École des Rives") }
  private var events: String { pick("Lakeview Events", "Événements du Lac") }
  private var printer: String { pick("Delta Print", "Imprimerie Delta") }
  private var person: String { pick("J. Ortiz", "J. Moreau") }

  private var clients: String {
    let rows = [
      "client,consumer,ongoing,solvent", "\(dentist),no,yes,yes", "\(cafe),no,no,", "\(gym),no,no,",
      "\(furniture),no,no,yes", "\(school),no,no,yes", "\(events),no,no,", "\(printer),no,no,no", "\(person),yes,no,",
    ]
    return rows.map { $0 + "\n" }.joined()
  }

  // MARK: Invoices

  private var invoices: String {
    var rows = ["invoice,client,issued,due,total,paid,paid_on,contract,proof"]
    func add(_ number: Int, _ client: String, due: Int64, _ total: String, paid: Int64? = nil, _ papers: String) {
      let settled = paid.map { "\(total),\(ago($0))" } ?? ","
      rows.append("INV-\(number),\(client),\(ago(due + 30)),\(ago(due)),\(total),\(settled),\(papers)")
    }
    add(101, dentist, due: 190, "1450.00", paid: 195, "yes,yes")
    add(104, dentist, due: 130, "1450.00", paid: 128, "yes,yes")
    add(107, furniture, due: 125, "6400.00", "yes,yes")
    add(109, person, due: 210, "65.00", ",yes")
    add(110, dentist, due: 65, "1450.00", paid: 65, "yes,yes")
    add(112, cafe, due: 120, "900.00", paid: 84, ",yes")
    add(113, cafe, due: 47, "4200.00", ",yes")
    add(114, gym, due: 24, "1250.00", "yes,yes")
    add(115, printer, due: 40, "2300.00", "yes,yes")
    add(116, events, due: 15, "3100.00", "yes,")
    add(117, dentist, due: 4, "1450.00", "yes,yes")
    add(118, school, due: -12, "2750.00", "yes,")
    return rows.map { $0 + "\n" }.joined()
  }

  // MARK: The journal

  private var journal: String {
    let heading = pick(
      "# What happened: one event a line, added by `recoup log` or by hand.",
      "# Ce qui s'est passé : un événement par ligne, ajouté par `recoup log` ou à la main.")
    let lines = [
      heading, "\(ago(118)) INV-107 did reminder", "\(ago(110)) INV-107 did call",
      "\(ago(110)) INV-107 set reason = refuses", "\(ago(90)) INV-107 did terms", "\(ago(80)) INV-107 did notice",
      "\(ago(200)) INV-109 did reminder", "\(ago(190)) INV-109 did reminder", "\(ago(180)) INV-109 set reason = silent",
      "\(ago(40)) INV-113 did reminder", "\(ago(30)) INV-113 did call",
      "\(ago(30)) INV-113 set reason = short_of_cash", "\(ago(17)) INV-114 did reminder",
      "\(ago(12)) INV-114 set reason = silent", "\(ago(9)) INV-115 set reason = insolvent",
      "\(ago(7)) INV-116 did reminder", "\(ago(6)) INV-116 promised \(ago(-3))",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: The rules

  private var rules: String {
    pick(
      """
      # Your rules. They stand on those that come with recoup, which `recoup rules us` prints, and say what is
      # different for you. `recoup check` finds mistakes.

      include "us"

      # What an hour of your time is worth.
      setting hour = 50 USD

      # Take away the # before a line to make it count:
      # setting cost_of_money = 8%
      # setting agency_fee = 25%

      """,
      """
      # Vos règles. Elles reposent sur celles de recoup, que `recoup rules fr` affiche, et disent ce qui est
      # différent pour vous. `recoup check` trouve les fautes.

      language fr

      include "fr"

      # Ce que vaut une heure de votre temps.
      setting hour = 45 EUR

      # Ôtez le # devant une ligne pour qu'elle compte :
      # setting cost_of_money = 8%
      # setting agency_fee = 25%

      """)
  }
}
