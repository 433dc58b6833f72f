/// Rows of characters that are put one by one, each with a look.
struct TextCanvas {
  /// How a character is shown where there are colours.
  enum Look: Hashable {
    case plain
    case faint
    /// A curve, by the place of its way.
    case curve(Int)
    /// The same where it is the best.
    case best(Int)
  }

  private var rows: [[(character: Character, look: Look)]]

  init(rows: Int, columns: Int) {
    self.rows = Array(repeating: Array(repeating: (" ", .plain), count: columns), count: rows)
  }

  mutating func put(_ character: Character, _ row: Int, _ column: Int, _ look: Look) {
    rows[row][column] = (character, look)
  }

  /// Puts it where nothing stands yet.
  mutating func fill(_ character: Character, _ row: Int, _ column: Int, _ look: Look) {
    if rows[row][column].character == " " { rows[row][column] = (character, look) }
  }

  subscript(row: Int, column: Int) -> (character: Character, look: Look) { rows[row][column] }

  /// A row without what is empty at its end.
  func line(_ row: Int, _ paint: Paint) -> String {
    var line = ""
    var (part, look) = ("", Look.plain)
    func painted() -> String { part.isEmpty ? "" : TextCanvas.paint(part, look, paint) }
    let last = rows[row].lastIndex { $0.character != " " } ?? -1
    for cell in rows[row].prefix(last + 1) {
      if cell.look != look {
        line += painted()
        (part, look) = ("", cell.look)
      }
      part.append(cell.character)
    }
    return line + painted()
  }

  private static func paint(_ text: String, _ look: Look, _ paint: Paint) -> String {
    switch look {
    case .plain: text
    case .faint: paint.dim(text)
    case .curve(let way): paint.hue(way, text)
    case .best(let way): paint.bold(paint.hue(way, text))
    }
  }
}
