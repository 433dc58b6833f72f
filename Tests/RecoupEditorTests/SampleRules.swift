/// A small file with everything in it.
enum SampleRules {
  static let text = """
    currency USD
    setting stamp "A stamp" = 2 * 1 USD source "the post" as of 2026-01-02
    fact mood "How are they?": one of good "Fine", bad "Not fine"
    fact trade: one of good, gone
    define worth = amount - stamp
    table share by mood {
      good: 10%
      otherwise: 1%
    }
    action hug {
      title "Hug them"
      chance 10% scaled by share
      cost stamp
      requires mood is not bad and hug.times = 0 because "Not now"
    }
    rule "Be nice" {
      when mood is good and worth > 3 USD
      then hug 2x likelier
      because "It works"
    }
    example "A" {
      amount = 500 USD
      days_overdue = 3 days
      mood = good
      expect hug
    }

    """
}
