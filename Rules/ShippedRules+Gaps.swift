extension ShippedRules {
  /// What the shipped rules of a place do not know, as a sentence in English and in French; nil for rules without a place.
  public static func gaps(of name: String) -> (english: String, french: String)? {
    switch name {
    case "us":
      (
        "These rules do not know your state: its limit for small claims (2,500 to 25,000 dollars), who may appear without a lawyer, its fees, its interest and the day on which a debt expires.",
        "Ces règles ne connaissent pas votre État : son plafond pour les petits litiges (2 500 à 25 000 dollars), qui peut comparaître sans avocat, ses frais, ses intérêts et le jour où la dette s'éteint."
      )
    case "fr":
      (
        "These rules do not know which court has jurisdiction over your client, the fees of the court officer in your case, the interest rate of this half-year, nor the day on which your claim is time-barred (2 years against a consumer, 5 against a business, as a rule).",
        "Ces règles ne connaissent pas le tribunal compétent pour votre client, les frais du commissaire de justice dans votre affaire, le taux d'intérêt de ce semestre, ni le jour où votre créance est prescrite (en principe 2 ans contre un consommateur, 5 contre un professionnel)."
      )
    default: nil
    }
  }
}
