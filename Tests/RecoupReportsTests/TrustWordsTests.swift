import RecoupRules
import Testing

@testable import RecoupEngine
@testable import RecoupReports

/// How far an advice can be trusted, in one sentence.
@Suite struct TrustWordsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var basis: Decision.Basis
    var trust: Trust
    var english: String
    var french: String

    init(_ name: String, on basis: Decision.Basis = .best, _ trust: Trust, _ english: String, _ french: String) {
      testDescription = name
      self.basis = basis
      self.trust = trust
      self.english = english
      self.french = french
    }
  }

  private static let call = Trust.Range(action: 0, chances: 200_000...400_000)
  private static let court = Trust.Range(action: 1, chances: 100_000...500_000)

  private static func trust(
    _ ranges: [Trust.Range] = [call, court], flips: [(Int, Int64, Decision.Recommendation)] = [],
    isProved: Bool = true, together: Trust.Together = .holds
  ) -> Trust {
    let flips = flips.map { Trust.Flip(assumed: .init(action: $0.0, chance: $0.1), recommendation: $0.2) }
    return Trust(ranges: ranges, flips: flips, isProved: isProved, together: together)
  }

  static let rows: [Row] = [
    Row(
      "a rule decides", on: .rule, trust(), "This advice hangs on no chance: a rule decides it.",
      "Ce conseil ne dépend d’aucune probabilité : une règle en décide."),
    Row(
      "every way is closed", on: .closed, trust([]), "This advice hangs on no chance: every way is closed.",
      "Ce conseil ne dépend d’aucune probabilité : toutes les voies sont fermées."),
    Row(
      "every way loses", on: .loss, trust(),
      "It holds even in the worst case of all chances, each anywhere in its range.",
      "Il tient même dans le pire cas de toutes les probabilités, chacune dans sa fourchette."),
    Row(
      "no chance at all", trust([]), "This advice hangs on no chance.", "Ce conseil ne dépend d’aucune probabilité."),
    Row(
      "a single range", trust([call]), "It holds anywhere in the range of the one chance that counts.",
      "Il tient dans toute la fourchette de la seule probabilité qui compte."),
    Row(
      "one turns it",
      trust(flips: [(0, 245_000, .wait)], together: .turns([.init(action: 0, chance: 245_000)], .wait)),
      "It hangs on the chance assumed for “Call them” (20% to 40%): up to 24.5% the advice would be: wait.",
      "Il tient à la probabilité supposée de « Call them » (20 % à 40 %) : jusqu’à 24,5 %, le conseil serait : attendre."
    ),
    Row(
      "two turn it, one of them at both ends",
      trust(flips: [(0, 215_000, .wait), (1, 220_001, .nothing), (1, 440_000, .wait)]),
      "It hangs on 2 assumed chances, most on that of “Go to court” (10% to 50%): up to 22% the advice would be: do nothing more.",
      "Il tient à 2 probabilités supposées, surtout à celle de « Go to court » (10 % à 50 %) : jusqu’à 22 %, le conseil serait : ne rien faire de plus."
    ),
    Row(
      "only all together", trust(together: .turns([.init(action: 0, chance: 200_000)], .action(1))),
      "It holds with any one chance anywhere in its range, but not in the worst case of all together; that would be: go to court.",
      "Il tient pour toute valeur d’une seule probabilité, mais pas dans le pire cas de toutes ensemble ; ce serait : go to court."
    ),
    Row(
      "not settled, and not proved", trust(isProved: false, together: .undecided),
      "It holds with every value of any one chance that was tried; of all together some combinations were tried, and none changes it.",
      "Il tient pour chaque valeur d’une seule probabilité qui a été essayée ; de toutes ensemble, quelques combinaisons ont été essayées, et aucune n’y change rien."
    ),
  ]

  @Test(arguments: rows) func saysHowFar(_ row: Row) throws {
    let decision = Decision(
      recommendation: .wait, until: nil, basis: row.basis, best: nil, options: [], closed: [], fired: [], undecided: [])
    for (tongue, expected) in [(Tongue.english, row.english), (.french, row.french)] {
      let told = try TurnSamples.words(tongue).trust(decision, row.trust)
      #expect(told.replacing("\u{A0}", with: " ") == expected)
    }
  }
}
