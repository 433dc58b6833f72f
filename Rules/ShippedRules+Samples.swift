extension ShippedRules {
  /// What a user may put on top of the shipped rules of a place, as an example: lines of rules, in the language of the
  /// file, of which those that begin with `#` and no space can be used; nil for rules without a place.
  public static func samples(of name: String) -> String? {
    switch name {
    case "us":
      #"""
      # Actions: what you know better. Clauses that are not named stay as they are.

      # What your own lawyer asks for a letter.
      #change action lawyer_letter { cost 400 USD }

      # What filing and service cost in your county.
      #change action small_claims { cost 150 USD }

      # Rules: what your place or you yourself want otherwise. The factor is an assumption.

      # If New York's law on freelancers holds for you (from $800):
      #rule "The law on freelancers" { when days_overdue > 30 days and amount >= 800 USD then notice 1.5x likelier because "Whoever does not pay a freelancer within 30 days may owe twice the sum: say so in the notice" }

      #rule "A client to keep" { when ongoing and yearly_revenue >= 20_000 USD then never agency, lawsuit because "I want to keep working for them" }

      # Examples: `recoup test` tries them.

      #example "A client forgot" { amount = 1_200 USD days_overdue = 3 days reason = forgot expect reminder }
      """#
    case "fr":
      #"""
      # Les actions : ce que vous savez mieux. Les clauses qui ne sont pas nommées restent telles quelles.

      # Ce que votre avocat demande pour une lettre.
      #change action lawyer_letter { cost 200 EUR }

      # Contre un particulier, la requête est gratuite : reste la signification, de 25 à 65 €.
      #change action payment_order { cost if consumer then 45 EUR else 90 EUR }

      # Les règles : ce que vous voulez autrement.

      #rule "Un client à garder" { when ongoing and yearly_revenue >= 20_000 EUR then never agency, lawsuit because "Je veux continuer à travailler pour eux" }

      # Un procès civil jusqu'à 5 000 € suppose une tentative de règlement amiable ; le facteur est une hypothèse.
      #rule "D'abord une tentative amiable" { when consumer and amount <= 5_000 EUR then small_claims 1.5x less likely because "Un procès civil jusqu'à 5 000 € demande d'abord une tentative de règlement amiable" }

      # Les exemples : `recoup test` les essaie.

      #example "Un client a oublié" { amount = 1_200 EUR days_overdue = 3 days reason = forgot expect reminder }
      """#
    default: nil
    }
  }
}
