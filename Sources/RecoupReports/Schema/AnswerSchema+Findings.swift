/// What would change an advice, in the answers of several commands.
extension AnswerSchema {
  /// How far an advice can be trusted.
  static func trust(_ path: String, _ when: String) -> String {
    """
    \(path)trust object \(when)how far the advice can be trusted, as every chance is an assumption with a range
    \(path)trust.ranges list the ranges that count, in ladder order; before any table scales or any rule moves them
    \(path)trust.ranges[].action text whose chance
    \(path)trust.ranges[].chance_low number the low end, 0 to 1
    \(path)trust.ranges[].chance_high number the high end
    \(path)trust.flips list what changes the advice by itself: on each side of a middle the nearest value in the range
    \(path)trust.flips[].action text whose chance
    \(path)trust.flips[].chance number from which chance on, 0 to 1
    \(path)trust.flips[].recommend text? the advice there: an action's name, `wait`, or null for nothing
    \(path)trust.proved truth whether every other value of each range was shown to change nothing, or only those tried
    \(path)trust.together object the worst case of all ranges together
    \(path)trust.together.outcome text `holds` if every combination was shown to change nothing, `turns` if one changes \
    the advice, `undecided` if none that was tried does
    \(path)trust.together.chances list of `turns`: the chances that are not at the middle of their ranges
    \(path)trust.together.chances[].action text whose chance
    \(path)trust.together.chances[].chance number its value, 0 to 1
    \(path)trust.together.recommend text? of `turns`: the advice then

    """
  }

  /// What is worth finding out.
  static func questions(_ path: String, _ when: String) -> String {
    """
    \(path)questions list \(when)what is worth finding out, the most telling first
    \(path)questions[].fact text the fact's name
    \(path)questions[].gain number the most that an answer is worth, in the smallest unit
    \(path)questions[].answers list every answer; of a number all that were looked at, in ascending order
    \(path)questions[].answers[].value value the answer, of yes or no and of words
    \(path)questions[].answers[].from value of a number: the first of neighbours with the same advice
    \(path)questions[].answers[].to value of a number: the last of them
    \(path)questions[].answers[].recommend text? the advice then
    \(path)questions[].answers[].gain number what it is worth; from `from` to `to` the larger at both ends
    \(path)questions[].answers[].proved truth whether all of them were shown to have this advice

    """
  }

  /// What would change the advice, one thing at a time.
  static let turns = """
    turns list without a change and `--vary`: how far each fact, setting and chance can move, all else as it is
    turns[].vary text a fact, a setting or ACTION.chance
    turns[].today value its value on the invoice's `day`, in the middle of a chance's range
    turns[].from value the lowest value around today's at which the advice is known to be the same
    turns[].to value the highest
    turns[].proved truth whether that was shown for every value between, or only for those tried
    turns[].proved_from value the lowest value from which on it was shown for every value up to today's
    turns[].proved_to value the highest
    turns[].others list the values that have other advice, the nearest first; of a number those next to `from` and `to`
    turns[].others[].value value the value
    turns[].others[].recommend text? an action's name, `wait`, or null for nothing

    """

  /// What would lead to each of the other actions.
  static let routes = """
    routes list likewise: the smallest changes that lead to each of the other actions, in ladder order
    routes[].action text the action that is advised then
    routes[].moves list one or two things that change
    routes[].moves[].vary text a fact, a setting or ACTION.chance
    routes[].moves[].from value? its value today; null if it is unknown
    routes[].moves[].to value its value then

    """
}
