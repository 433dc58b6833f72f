extension AnswerSchema {
  /// The answers of all commands that give one in JSON.
  public static var all: [AnswerSchema] { [next, why, compare, ask, log, start, check, test, diff, rules] }

  /// What answers about invoices begin with.
  private static let frame = """
    schema text `recoup/COMMAND/1`
    as_of date the day of the advice
    rules text the rules' file or shipped name
    currency text the currency of the rules, in which all values are
    language text `en` or `fr`
    settings object the settings that were given, by name
    settings.* text the value as it was given

    """

  /// An option with its plan, as `recoup decide` gives it.
  private static func option(_ path: String) -> String {
    """
    \(path).action text the action's name
    \(path).opens integer days from `day` on which it opens; 0 is open now
    \(path).value number the expected net of the plan that begins with it, in the smallest unit, discounted to `day`
    \(path).chance number the chance of this step, 0 to 1
    \(path).plan list the steps, each taken if none before it worked
    \(path).plan[].action text the action's name
    \(path).plan[].day integer days from `day` on which it is taken
    \(path).plan[].chance number the chance of the step
    \(path).plan[].net integer what it brings if it works, in the smallest unit
    \(path).plan[].outlay integer what it costs in money and time
    \(path).plan[].strained integer the goodwill that it uses up

    """
  }

  /// A case as `recoup decide` reads it.
  private static func facts(_ path: String) -> String {
    """
    \(path)facts object what is known, by name, as `recoup decide` reads it
    \(path)facts.* value the value: money and percentages are texts
    \(path)done object what was done, by the action's name
    \(path)done.* object one action
    \(path)done.*.times integer how often it was done
    \(path)done.*.days_ago integer days since it was last begun; left out where that is not known
    \(path)pending integer for how many more days the last step works

    """ + provenance(path)
  }

  /// What an advice was given by.
  private static func provenance(_ path: String) -> String {
    """
    \(path)provenance object what the advice was given by: see `recoup help provenance`
    \(path)provenance.advice text `sha256:` and the digest of rules and case together
    \(path)provenance.rules text `sha256:` and the digest of all files of the rules
    \(path)provenance.case text `sha256:` and the digest of what is known of the invoice on the day
    \(path)provenance.as_of date the day of the advice
    \(path)provenance.semantics integer the version of what a decision means
    \(path)provenance.recoup text the version of recoup

    """
  }

  /// A decision as `recoup decide` gives it, in two parts: what is advised, and the ways.
  private static func advised(_ path: String) -> String {
    """
    \(path)recommend text? an action's name, `wait`, or null for nothing
    \(path)until integer? days until waiting ends
    \(path)basis text `best`, `opens`, `rule`, `closed`, `loss`, or `paused`

    """
  }

  private static func ways(_ path: String) -> String {
    """
    \(path)best text? the action with the largest value
    \(path)value number? its value, in the smallest unit
    \(path)chance number? the chance to be paid at all by its plan
    \(path)paid_by integer? the day on which the plan's last step ends
    \(path)options list the actions that open, in ladder order

    """ + option("\(path)options[]") + """
      \(path)closed list the other actions, in ladder order
      \(path)closed[].action text the action's name
      \(path)closed[].because text `times`, `rule`, `requires`, `unknown` or `wait`
      \(path)closed[].missing list what is unknown, where that is why
      \(path)closed[].missing[] text a fact's name, or ACTION.days_ago
      \(path)fired list the rules that fire
      \(path)fired[] text the rule's name

      """
  }

  private static func decision(_ path: String) -> String { advised(path) + ways(path) }

  /// An invoice with its advice.
  private static func invoice(_ path: String) -> String {
    """
    \(path)id text? the invoice's number
    \(path)client text? who owes it
    \(path)owed object what is still owed, in the invoice's currency
    \(path)owed.amount text a decimal
    \(path)owed.currency text three letters
    \(path)due date? when it was due
    \(path)advice text what to do, in words
    \(path)reason text why, in few words
    \(path)by date? the day by which the recommended action is to be done
    \(path)wait_until date? the day on which waiting ends
    \(path)day date the day that the decision speaks about: the first after a pause, else `as_of`

    """ + advised(path) + """
      \(path)then text? in a pause, what is recommended after it

      """ + ways(path) + facts("\(path)")
  }

  private static let leftOut = """
    left_out list rows and lines of the files that are left out
    left_out[].file text the file
    left_out[].line integer the line, from 1
    left_out[].column integer the column, from 1
    left_out[].message text what is wrong
    left_out[].help text? what would be right

    """

  /// The answers of `next` and `ask`.
  private static let advices =
    frame + """
      invoices list one entry an invoice, the most urgent first

      """ + invoice("invoices[].") + """

      """ + trust("invoices[].", "of a single invoice: ") + questions("invoices[].", "of a single invoice: ") + """
      owed list what is owed in all, by currency
      owed[].amount text a decimal
      owed[].currency text three letters
      value number what all should bring, in the smallest unit

      """ + leftOut

  /// `recoup next --json`.
  static let next = AnswerSchema("next", advices)

  /// `recoup ask --json`: the form of `recoup next`, with one invoice.
  static let ask = AnswerSchema("ask", advices)

  /// `recoup why --json`.
  static let why = AnswerSchema(
    "why",
    frame + """
      id text? the invoice's number
      day date the day that the figures are of
      action text the action's name
      title text what a person reads
      opens integer? days from `day` on which it opens; null if it does not
      opens_on date? that day
      option object? what it brings, as `recoup decide` has it

      """ + option("option") + """
        lines list every figure, as a person reads it
        lines[].depth integer how far it is set in: a line explains the one above that is set in less
        lines[].label text what the figure is
        lines[].value text the figure
        lines[].place text? where it stands in the rules, FILE:LINE
        obstacles list all that keeps it closed today
        obstacles[].because text `times`, `rule`, `requires`, `unknown` or `wait`
        obstacles[].text text in words
        obstacles[].place text? where it stands in the rules, FILE:LINE
        changes list the smallest changes that would open it today; each list is one change, made as a whole
        changes[] list one or two facts
        changes[][].fact text the fact's name
        changes[][].from value? its value today
        changes[][].to list the values that open it, of words and of yes or no
        changes[][].to[] value a value
        changes[][].at_least value the smallest number that opens it
        changes[][].at_most value the largest number that opens it
        changes[][].any truth that any number opens it, once it is known

        """ + facts(""))

  private static func side(_ path: String) -> String {
    """
    \(path)ways list what each way brings and costs, what brings most first
    \(path)ways[].action text the action's name
    \(path)ways[].chance number the chance of the first step, 0 to 1
    \(path)ways[].chance_low number the low end of its range
    \(path)ways[].chance_high number the high end
    \(path)ways[].gross integer what comes in if the step works, in the smallest unit
    \(path)ways[].commission integer what somebody else keeps of it
    \(path)ways[].net integer gross less commission
    \(path)ways[].outlay integer what the step costs in money and time
    \(path)ways[].strained integer the goodwill that it uses up
    \(path)ways[].step number what the step is worth by itself, rounded so that it and `follows` make `brings`
    \(path)ways[].follows number what the rest of the plan is worth, rounded
    \(path)ways[].brings number the value, rounded
    \(path)ways[].opens_on date the day on which it opens
    \(path)ways[].paid_by date the day on which the plan's last step ends

    """
  }

  /// `recoup compare --json`.
  static let compare = AnswerSchema(
    "compare",
    frame + """
      before object the invoice as it is

      """ + invoice("before.") + side("before.") + """
        after object? the invoice after the change, if one was asked for

        """ + invoice("after.") + side("after.") + line + turns + trust("", "likewise: ")
      + routes + questions("", "likewise: ") + leftOut)

  private static let line = """
    line object? the advice along what `--vary` names
    line.vary text a fact, a setting or ACTION.chance
    line.of text `before`, or `after` where a change was asked for: whose line it is
    line.today value? its value on that invoice's `day`, in the middle of a chance's range
    line.stretches list neighbouring values with the same advice, from one end to the other
    line.stretches[].from value the first value
    line.stretches[].to value the last value
    line.stretches[].recommend text? an action's name, `wait`, or null for nothing
    line.stretches[].proved truth whether this is the advice at every value between, or only at those tried
    line.points list values that were decided, in ascending order: all ends of stretches, and some between
    line.points[].value value the value
    line.points[].recommend text? an action's name, `wait`, or null for nothing
    line.points[].best text? the action with the largest value
    line.points[].options list the actions that open, in ladder order
    line.points[].options[].action text the action's name
    line.points[].options[].opens integer days from `day` on which it opens; 0 is open now
    line.points[].options[].value number what it brings, in the smallest unit

    """

  /// `recoup log --json`.
  static let log = AnswerSchema(
    "log",
    """
    schema text `recoup/log/1`
    file text the journal
    line text the line that was written
    """)

  /// `recoup init --json`.
  static let start = AnswerSchema(
    "init",
    """
    schema text `recoup/init/1`
    files list what was written
    files[] text a path
    """)

  private static func place(_ path: String) -> String {
    """
    \(path).file text the file
    \(path).line integer the line, from 1
    \(path).column integer the column, in characters from 1
    \(path).end_line integer the line of its end
    \(path).end_column integer the column after its end
    \(path).offset integer its first byte
    \(path).end_offset integer the byte after its end

    """
  }

  /// `recoup check --json`.
  static let check = AnswerSchema(
    "check",
    """
    schema text `recoup/check/1`
    problems list all mistakes, in the order of their places
    problems[].severity text `error`
    problems[].code text what `recoup rules --explain` takes
    problems[].message text what is wrong
    problems[].place object where

    """ + place("problems[].place") + """
      problems[].label text what is said under the place
      problems[].notes list other places and remarks
      problems[].notes[].text text the remark
      problems[].notes[].place object its place

      """ + place("problems[].notes[].place") + """
        problems[].help text what would be right
        problems[].fix object a change that mends it
        problems[].fix.replacement text what to put there
        problems[].fix.place object what to replace

        """ + place("problems[].fix.place") + """
        findings list what rules without mistakes mean, in the order of their places
        findings[].severity text `finding` or `advice`
        findings[].code text what `recoup rules --explain` takes
        findings[].certainty text `proved` for all cases, `shown` by a case, or `undecided`
        findings[].message text what was found
        findings[].place object where

        """ + place("findings[].place") + """
        findings[].notes list other places and remarks
        findings[].notes[].text text the remark
        findings[].notes[].place object its place

        """ + place("findings[].notes[].place") + """
        findings[].help text? what would be right
        findings[].fix object a change that mends it
        findings[].fix.replacement text what to put there
        findings[].fix.place object what to replace

        """ + place("findings[].fix.place") + """
        findings[].witness object a case that shows it
        findings[].witness.command text the command that asks for the advice on it
        findings[].witness.example text an example with it that expects the advice of today
        proved integer how many statements hold for all cases
        shown integer how many are shown by a case
        undecided integer how many are neither

        """)

  /// `recoup test --json`.
  static let test = AnswerSchema(
    "test",
    """
    schema text `recoup/test/1`
    failed integer how many fail
    examples list every example
    examples[].name text its name
    examples[].line integer where it stands
    examples[].passes truth whether it passes
    examples[].expected list what was expected
    examples[].expected[] text an action's name, `wait` or `nothing`; `not ` before it where that must not come
    examples[].came text? what came; null where it could not be decided
    examples[].problem text? why it fails: `failed`, `bad_given`, `days_without_times`, `expects_nothing` or `no_advice`
    examples[].decision object? the decision, as `recoup decide` has it

    """ + decision("examples[].decision.")
      + """
      coverage object how much the examples exercise, as `recoup help test` says
      """ + tallies("coverage.") + """
        coverage.included object the same of what the file includes
        """ + tallies("coverage.included.") + """
        coverage.missing list what is not exercised
        coverage.missing[].kind text `rule_never_fires`, `rule_always_fires`, `requirement_never_met`, \
        `requirement_always_met`, `row_never_chosen` or `effect_never_felt`
        coverage.missing[].included truth whether it stands in what the file includes
        coverage.missing[].text text what it is
        """ + spot("coverage.missing[]") + """
        mutation object? changes of the rules, with --mutate
        mutation.changes integer how many were tried
        mutation.noticed integer by how many an example fails
        mutation.unread list names that nothing reads, so that no change of them was tried
        mutation.unread[] text what it is, and the name
        mutation.survivors list the changes by which no example fails
        mutation.survivors[].in text the rule, action or name that is changed
        mutation.survivors[].from text what stands there
        mutation.survivors[].to text? what stands there instead; null where it is left out
        mutation.survivors[].other_advice text? an example that comes to other advice, and allows it
        """ + spot("mutation.survivors[]") + """
        suggestions list? examples to add, with --suggest
        suggestions[].name text its name
        suggestions[].text text the example, as a rules file has it
        suggestions[].why list what it would exercise, and which changes it would notice
        suggestions[].why[] text one of them
        """)

  private static func tallies(_ path: String) -> String {
    ["rules", "requirements", "rows", "effects"].map { kind in
      """

      \(path)\(kind) object of all \(kind)
      \(path)\(kind).exercised integer how many are exercised
      \(path)\(kind).all integer how many there are
      """
    }.joined() + "\n"
  }

  private static func spot(_ path: String) -> String {
    """

    \(path).file text the file in which it stands
    \(path).line integer the line, from 1
    \(path).column integer the column, from 1

    """
  }

  /// `recoup rules --json`.
  static let rules = AnswerSchema(
    "rules",
    """
    schema text `recoup/rules/1`
    rules list the shipped rules
    rules[].name text what `--rules` takes
    rules[].about text what the rules say of themselves
    rules[].language text? the language of their first texts; null for rules that only others include, as below
    rules[].currency text? the currency
    rules[].actions list? the actions, gentlest first
    rules[].actions[] text a name
    rules[].facts list? the facts
    rules[].facts[] text a name
    rules[].settings list? the settings
    rules[].settings[] text a name
    """)
}
