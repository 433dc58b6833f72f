/// Conditions, actions and cases.
extension FindingCatalogue {
  static let neverHolds = Entry(
    .neverHolds, "a condition that never holds",
    """
    No case there can be makes this condition yes: the rule never fires, or the action is never open. Most often two
    parts of it exclude each other, or an `and` should be an `or`.
    """,
    wrong: """
      rule "Late but not very" {
        when days_overdue > 60 days and days_overdue < 30 days
        then remind 2x less likely
        because "After two months it seldom helps"
      }
      """,
    right: """
      rule "Late but not very" {
        when days_overdue > 30 days and days_overdue < 60 days
        then remind 2x less likely
        because "After two months it seldom helps"
      }
      """)

  static let alwaysHolds = Entry(
    .alwaysHolds, "a condition that always holds",
    """
    Every case there can be makes this condition yes: a requirement closes nothing, a rule always fires. Say what is
    meant by it, or take it out.
    """,
    wrong: """
      rule "Any sum" {
        when amount >= 0.01 USD
        then remind 2x likelier
        because "Money is money"
      }
      """,
    right: """
      rule "A sum that matters" {
        when amount >= 100 USD
        then remind 2x likelier
        because "They will want it off their desk"
      }
      """)

  static let neverOpen = Entry(
    .neverOpen, "an action that is never open",
    """
    In every case something closes this action: a requirement, a rule that says never, or both in turn. The places that
    do it together are shown; without any one of them it would be open somewhere.
    """,
    wrong: """
      action agency {
        title "Hand it to an agency"
        chance 50%
        requires days_overdue >= 90 days
      }

      rule "It is too old" {
        when days_overdue >= 60 days
        then never agency
        because "Agencies want fresh debts"
      }
      """,
    right: """
      action agency {
        title "Hand it to an agency"
        chance 50%
        requires days_overdue >= 90 days
      }

      rule "It is too old" {
        when days_overdue >= 360 days
        then never agency
        because "Agencies want fresh debts"
      }
      """)

  static let neverBest = Entry(
    .neverBest, "an action that no case was found to make best",
    """
    The action can be open, but in no case that was tried it is what to do today: others bring more, or come first. That
    is not proved: it was looked for in cases with other words, other sums, and other steps taken before.
    """,
    wrong: """
      action beg {
        title "Beg them"
        chance 1%
        cost 5_000_000_000 USD
      }
      """,
    right: """
      action call {
        title "Call them"
        chance 60%
        cost 5 USD
      }
      """)

  static let gap = Entry(
    .gap, "cases in which nothing is open",
    """
    In these cases, which are due or will be within 30 days, no rule says to wait and no action is open on any day within
    the horizon, so that there is no advice. Let an action be open there, or say what to wait for. A gap that is meant is
    one that an example of this file expects (`expect nothing`), and one that a rule makes which fires only while
    something is unknown, since there is a question to ask then. What keeps it all closed is named: the first place is in
    your own file wherever something would be open without a rule or a requirement that stands there.

    It is a gap too where a rule says to wait and nothing but time can end that, but not before the horizon does. Such a
    rule is told once, and not again with every action that it keeps closed; an example that expects to `wait` says that
    it is meant.
    """,
    wrong: """
      fact insolvent: yes or no = no

      rule "They are in bankruptcy" {
        when insolvent
        then never remind
        because "The law forbids it"
      }
      """,
    right: """
      fact insolvent: yes or no = no

      action file_claim {
        title "File a claim with the court"
        chance 10%
        at most 50 times
        requires insolvent
      }

      rule "They are in bankruptcy" {
        when insolvent
        then never remind
        because "The law forbids it"
      }
      """)

  static let hole = Entry(
    .hole, "days on which nothing can be done, between others",
    """
    Of an invoice about which nothing was done yet, these days leave nothing open, not even to give up, though something
    was open on the day before them, and no rule says to wait. A requirement begins too late or ends too early, or a rule
    closes too much; or say what to wait for.
    """,
    wrong: """
      fact consumer: yes or no = no

      action letter {
        title "Have a lawyer write"
        chance 30%
        requires days_overdue >= 90 days
      }

      rule "Leave them alone" {
        when consumer and days_overdue > 60 days
        then never remind
        because "They have been asked often enough"
      }
      """,
    right: """
      fact consumer: yes or no = no

      action letter {
        title "Have a lawyer write"
        chance 30%
        requires days_overdue >= 61 days
      }

      rule "Leave them alone" {
        when consumer and days_overdue > 60 days
        then never remind
        because "They have been asked often enough"
      }
      """)
}
