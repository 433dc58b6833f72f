import RecoupRules

/// Prints the tokens and comments of a file: a declaration, clause or row a line, wrapped where it is too long.
struct Printer {
  /// Beyond this many columns a line is wrapped where it can be.
  static let width = 100

  private let source: SourceFile
  private let tokens: [Token]
  private let comments: [Comment]
  private let layout: Layout
  private var nextComment = 0
  /// In how many parentheses the next token stands.
  private var depth = 0
  private var output = ""

  init(_ source: SourceFile, _ tokens: [Token], _ comments: [Comment], _ layout: Layout) {
    self.source = source
    self.tokens = tokens
    self.comments = comments
    self.layout = layout
  }

  mutating func print() -> String {
    var index = 0
    var previousHasBlock = false
    while tokens[index].kind != .end {
      let indent = self.indent(at: index)
      var forcesBlank = false
      if case .declaration(let hasBlock) = layout.marks[index] {
        forcesBlank = index > 0 && (hasBlock || previousHasBlock)
        previousHasBlock = hasBlock
      }
      beginLine(at: index, indent: indent, forcesBlank: forcesBlank)
      var line = Line(indent: indent)
      repeat {
        if tokens[index].kind == .symbol(.close) { depth -= 1 }
        line.append(piece(index), seam: seam(before: index), depth: depth, isItem: layout.marks[index] == .item)
        if tokens[index].kind == .symbol(.open) { depth += 1 }
        takeCommentsInside(after: index, &line)
        index += 1
      } while tokens[index].kind != .end && !beginsLine(index)
      output += line.text
      takeTrailingComment(after: index - 1)
      output += "\n"
    }
    beginLine(at: index, indent: 0, forcesBlank: false)
    return output
  }

  private func beginsLine(_ index: Int) -> Bool {
    switch layout.marks[index] {
    case .declaration, .clause, .blockEnd: true
    case .item, .sign, .betweenEnds, nil: false
    }
  }

  private func indent(at index: Int) -> Int { layout.marks[index] == .clause ? 2 : 0 }

  // MARK: Blank lines and comments

  /// Prints the comments that stand on lines of their own before a token, and a blank line where one belongs.
  private mutating func beginLine(at index: Int, indent: Int, forcesBlank: Bool) {
    let isBlockEnd = layout.marks[index] == .blockEnd
    let isFirst = index > 0 && tokens[index - 1].kind == .symbol(.openBrace) && layout.marks[index] != nil
    var from = index > 0 ? Int(tokens[index - 1].span.upper) : 0
    if nextComment > 0 { from = max(from, comments[nextComment - 1].upper) }
    var isFirstOfBlock = isFirst
    var forces = forcesBlank
    func blank(_ upTo: Int) -> Bool { !isFirstOfBlock && !output.isEmpty && (forces || hasBlankLine(from, upTo)) }
    while nextComment < comments.count, comments[nextComment].lower < Int(tokens[index].span.lower) {
      let comment = comments[nextComment]
      if blank(comment.lower) { output += "\n" }
      forces = false
      isFirstOfBlock = false
      output += spaces(isBlockEnd ? 2 : indent) + source.words(of: comment) + "\n"
      from = comment.upper
      nextComment += 1
    }
    if tokens[index].kind != .end, !isBlockEnd, blank(Int(tokens[index].span.lower)) { output += "\n" }
  }

  /// A comment on the line of a token, where the next token begins a new line.
  private mutating func takeTrailingComment(after index: Int) {
    guard nextComment < comments.count else { return }
    let comment = comments[nextComment]
    let isBefore = comment.lower < Int(tokens[index + 1].span.lower)
    if isBefore, !hasLineEnd(Int(tokens[index].span.upper), comment.lower) {
      output += "  " + source.words(of: comment)
      nextComment += 1
    }
  }

  /// Comments in the midst of a line: each ends the line that it stands on, or has a line of its own.
  private mutating func takeCommentsInside(after index: Int, _ line: inout Line) {
    let next = index + 1
    if tokens[next].kind == .end || beginsLine(next) { return }
    var from = Int(tokens[index].span.upper)
    while nextComment < comments.count, comments[nextComment].lower < Int(tokens[next].span.lower) {
      let comment = comments[nextComment]
      line.append(comment: source.words(of: comment), onOwnLine: hasLineEnd(from, comment.lower))
      from = comment.upper
      nextComment += 1
    }
  }

  private func hasLineEnd(_ lower: Int, _ upper: Int) -> Bool {
    source.bytes[lower..<upper].contains(UInt8(ascii: "\n"))
  }

  private func hasBlankLine(_ lower: Int, _ upper: Int) -> Bool {
    if lower >= upper { return false }
    var lineEnds = 0
    for byte in source.bytes[lower..<upper] where byte == UInt8(ascii: "\n") { lineEnds += 1 }
    return lineEnds >= 2
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: Tokens

  /// A token with the space before it, if any.
  private func piece(_ index: Int) -> String {
    let text = source.text(tokens[index].span)
    return index > 0 && needsSpace(tokens[index - 1], tokens[index], index) ? " " + text : text
  }

  private func needsSpace(_ left: Token, _ right: Token, _ index: Int) -> Bool {
    if layout.marks[index - 1] == .sign { return false }
    switch right.kind {
    case .symbol(.comma), .symbol(.colon), .symbol(.close), .symbol(.percentSign), .symbol(.dot): return false
    case .symbol(.open):
      switch left.kind {
      case .keyword(.min), .keyword(.max), .keyword(.floor), .keyword(.ceil), .keyword(.interest): return false
      default: break
      }
    default: break
    }
    switch left.kind {
    case .symbol(.open), .symbol(.dot): return false
    default: return true
    }
  }

  /// Whether a line that is too long may be broken before a token, and how gladly.
  private func seam(before index: Int) -> Seam {
    if isTranslation(index) { return .best }
    if layout.marks[index] == .betweenEnds { return .fair }
    if index > 0, tokens[index - 1].kind == .symbol(.closeBrace) { return .none }
    switch tokens[index].kind {
    case .keyword(.because), .keyword(.source), .keyword(.scaled), .keyword(.minimum), .keyword(.maximum): return .best
    case .keyword(.or): return tokens[index + 1].kind == .keyword(.no) ? .none : .good
    case .keyword(.and), .keyword(.else): return .good
    case .symbol(.plus), .symbol(.minus): return layout.marks[index] == .sign ? .none : .fair
    case .symbol(.equal), .keyword(.then): return .fair
    default: return index > 0 && tokens[index - 1].kind == .symbol(.comma) ? .good : .none
    }
  }

  /// Whether a token is the code before a translation.
  private func isTranslation(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .text, tokens[index + 1 < tokens.count ? index + 1 : index].kind == .text
    else { return false }
    return source.text(tokens[index].span).utf8.count == 2
  }
}

/// How well a line can be broken before a piece.
private enum Seam: Int { case none, fair, good, best }

/// One line of the layout, on its way to being wrapped.
private struct Line {
  private struct Piece {
    var text: String
    var seam: Seam
    /// In how many parentheses it stands.
    var depth: Int
    var isItem: Bool
    /// Whether a new line must begin before it, since a comment ends the one before.
    var mustBreak: Bool
    /// A comment runs to the end of its line.
    var isComment: Bool
  }

  private let indent: Int
  private var pieces: [Piece] = []

  init(indent: Int) { self.indent = indent }

  mutating func append(_ text: String, seam: Seam, depth: Int, isItem: Bool) {
    let mustBreak = pieces.last?.isComment == true
    pieces.append(
      Piece(text: text, seam: seam, depth: depth, isItem: isItem, mustBreak: mustBreak, isComment: false))
  }

  mutating func append(comment: String, onOwnLine: Bool) {
    let mustBreak = onOwnLine || pieces.last?.isComment == true
    pieces.append(
      Piece(
        text: mustBreak ? comment : "  " + comment, seam: .none, depth: 0, isItem: false, mustBreak: mustBreak,
        isComment: true))
  }

  /// The line, broken where comments force it and where it is too long.
  var text: String {
    let isTooLong = indent + pieces.reduce(0) { $0 + Line.columns($1.text) } > Printer.width
    var lines: [[Piece]] = [[]]
    for piece in pieces {
      if piece.mustBreak || (piece.isItem && isTooLong) { lines.append([]) }
      lines[lines.count - 1].append(piece)
    }
    var wrapped: [String] = []
    for (index, line) in lines.enumerated() { wrapped += wrap(line, indent: index == 0 ? indent : indent + 4) }
    return wrapped.joined(separator: "\n")
  }

  /// Fills lines up to the width, each broken at the last of the best seams in it.
  private func wrap(_ line: [Piece], indent first: Int) -> [String] {
    var lines: [String] = []
    var indent = first
    var current: [Piece] = []
    func columns(_ pieces: [Piece]) -> Int {
      pieces.reduce(indent) { $0 + ($1.isComment ? 0 : Line.columns($1.text)) }
    }
    func flush(_ pieces: [Piece]) {
      let joined = pieces.map { $0.text }.joined()
      lines.append(String(repeating: " ", count: indent) + String(joined.drop { $0 == " " }))
      indent = self.indent + 4
    }
    for piece in line {
      current.append(piece)
      while columns(current) > Printer.width, let place = bestSeam(current) {
        flush(Array(current[..<place]))
        current = Array(current[place...])
      }
    }
    if !current.isEmpty { flush(current) }
    return lines
  }

  /// The last of the best seams; one in fewer parentheses is better than any in more.
  private func bestSeam(_ pieces: [Piece]) -> Int? {
    var best: Int?
    for index in pieces.indices.dropFirst() where pieces[index].seam != .none {
      if let best, rank(pieces[index]) < rank(pieces[best]) { continue }
      best = index
    }
    return best
  }

  private func rank(_ piece: Piece) -> Int { piece.seam.rawValue - 4 * piece.depth }

  private static func columns(_ text: String) -> Int {
    var count = 0
    for byte in text.utf8 where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
