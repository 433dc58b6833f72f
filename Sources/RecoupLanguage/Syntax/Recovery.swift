/// What the parser remembers so that one mistake gives one error.
struct Recovery {
  /// For how many tokens after a failure a further error is taken for its consequence.
  static var quiet: Int { 3 }

  /// The token at which a problem was reported last; no token is reported twice.
  var reported = -1
  /// The token at which reading failed last.
  var failed = Int.min
  /// The token at which the entry begins that is being read.
  var start = 0
  /// The token where an entry last began as it should; what failed before it is over.
  var anchor = 0
  /// Whether a misspelled word has been mended, so that the entry is to be read again from its start.
  var isMended = false
  /// Whether a guess was made in this entry, so that an error further on in it may come of a wrong guess.
  var isInDoubt = false
  /// Whether what follows is skipped for an error that was reported.
  var isSkipping = false
  /// The keywords that were looked for and not found at a token and at the one before it.
  private var place = -1
  private var here: [Keyword] = []
  private var before: [Keyword] = []

  mutating func note(_ keyword: Keyword, at index: Int) {
    if index != place {
      before = index == place + 1 ? here : []
      here = []
      place = index
    }
    here.append(keyword)
  }

  /// The keywords that a token might have been, when the parser stands at `index`.
  func tried(at token: Int) -> [Keyword] {
    token == place ? here : token == place - 1 ? before : []
  }
}
