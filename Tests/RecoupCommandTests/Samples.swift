/// Rules and facts that tests of several commands use.
enum Samples {
  /// Rules without a mistake, in the one layout.
  static let rules = """
    currency USD
    setting hour = 50 USD
    fact contract: yes or no

    action remind {
      title "Remind"
      chance 40%
      effort 1 hours
    }

    """

  /// A line of facts for them.
  static let line = #"{"id": 1, "facts": {"amount": "1000", "days_overdue": 5}}"# + "\n"

  /// What `decide --brief` answers to it.
  static let answer =
    #"{"id": 1, "recommend": "remind", "until": null, "basis": "best", "best": "remind", "value": 35000.0, "#
    + #""chance": 0.4, "paid_by": 0}"# + "\n"

  /// Rules with two mistakes of meaning.
  static let wrong = """
    currency USD
    action remind {
      title "Remind"
      chance 40
      cost 5 EUR
    }

    """
}
