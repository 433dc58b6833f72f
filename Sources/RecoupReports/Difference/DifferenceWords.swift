import RecoupAnalysis

/// The sentences in which differences between rule books are told.
struct DifferenceWords {
  let say: Tongue

  func line(_ entry: BookDifference.Entry) -> String {
    let name = named(entry)
    switch entry.change {
    case .added(let after):
      let place = after.map { say(", after \(Shown.text($0))", ", après \(Shown.text($0))") } ?? ""
      return say("added: \(name)\(place)", "ajout : \(name)\(place)")
    case .dropped: return say("dropped: \(name)", "suppression : \(name)")
    case .renamed(let from):
      let old = Shown.text(from)
      return say("renamed: \(name), before \(old)", "nouveau nom : \(name), auparavant \(old)")
    case .changed: return say("changed: \(name)", "changement : \(name)")
    }
  }

  private func named(_ entry: BookDifference.Entry) -> String {
    let name = Shown.text(entry.name)
    return switch entry.subject {
    case .book: say("the rules as a whole", "l'ensemble des règles")
    case .fact: say("fact \(name)", "fait \(name)")
    case .setting: say("setting \(name)", "réglage \(name)")
    case .definition: say("definition \(name)", "définition \(name)")
    case .table: say("table \(name)", "table \(name)")
    case .action: say("action \(name)", "action \(name)")
    case .rule: say("rule \"\(name)\"", "règle « \(name) »")
    case .example: say("example \"\(name)\"", "exemple « \(name) »")
    }
  }

  func part(_ clause: BookItem.Clause, _ old: String?, _ new: String?) -> String {
    let part = self.clause(clause)
    return switch (old, new) {
    case (let old?, let new?): say("\(part): \(old) → \(new)", "\(part) : \(old) → \(new)")
    case (nil, let new?): say("\(part), added: \(new)", "\(part), ajout : \(new)")
    case (let old?, nil): say("\(part), dropped: \(old)", "\(part), suppression : \(old)")
    case (nil, nil): part
    }
  }

  func examples(_ entries: [BookDifference.Entry]) -> String {
    var (added, dropped, changed) = (0, 0, 0)
    for entry in entries {
      switch entry.change {
      case .added: added += 1
      case .dropped: dropped += 1
      case .renamed, .changed: changed += 1
      }
    }
    return say(
      "examples: \(added) added, \(dropped) dropped, \(changed) changed",
      "exemples : ajouts \(added), suppressions \(dropped), changements \(changed)")
  }

  func conclusion(_ difference: BookDifference) -> String {
    if difference.entries.isEmpty { return say("No difference.", "Aucune différence.") }
    if difference.isProvedSame {
      return say(
        "Both give the same advice and the same money in every case: nothing that decides differs.",
        "Les deux donnent le même conseil et les mêmes sommes dans tous les cas : rien de ce qui décide ne diffère.")
    }
    let decisive = difference.entries.filter { $0.decides }
    let isOrder = decisive.allSatisfy { entry in
      guard case .changed(let parts) = entry.change else { return false }
      return parts.allSatisfy { $0.clause == .ruleOrder || !$0.clause.decides }
    }
    if isOrder {
      return say(
        "Of what decides only the order of rules differs; it matters only for the rounding of chances.",
        "De ce qui décide, seul l'ordre des règles diffère ; il ne compte que pour l'arrondi des chances.")
    }
    return say("Advice or money can differ.", "Le conseil ou les sommes peuvent différer.")
  }

  private func clause(_ clause: BookItem.Clause) -> String {
    switch clause {
    case .currency: say("currency", "monnaie")
    case .language: say("language", "langue")
    case .steps: say("steps of the horizon", "étapes de l'horizon")
    case .days: say("days of the horizon", "jours de l'horizon")
    case .type: say("type", "type")
    case .word: say("word", "mot")
    case .label: say("label", "libellé")
    case .motion: say("change from day to day", "évolution d'un jour à l'autre")
    case .default: say("default", "valeur par défaut")
    case .question: say("question", "question")
    case .value: say("value", "valeur")
    case .key: say("key", "clé")
    case .row: say("row", "ligne")
    case .rows: say("order of rows", "ordre des lignes")
    case .title: say("title", "titre")
    case .chance: say("chance", "chance")
    case .scale: say("scale of the chance", "facteur de la chance")
    case .recovers: say("recovers", "part recouvrée")
    case .fee: say("fee", "commission")
    case .cost: say("cost", "coût")
    case .effort: say("effort", "temps passé")
    case .strain: say("strain", "usure de la relation")
    case .takes: say("takes", "durée")
    case .atMost: say("at most", "au plus")
    case .final: say("final", "dernière étape")
    case .requirement: say("requires", "condition requise")
    case .reason: say("reason", "motif")
    case .condition: say("condition", "condition")
    case .effect: say("effect", "effet")
    case .name: say("name", "nom")
    case .given: say("given", "donnée")
    case .expectation: say("expected", "attendu")
    case .source: say("source", "source")
    case .translation: say("translation", "traduction")
    case .ladder: say("ladder", "échelle")
    case .ruleOrder: say("order of rules", "ordre des règles")
    }
  }
}
