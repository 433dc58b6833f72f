/// Lines of text for a terminal of some width, put together piece by piece.
struct Page {
  /// How many columns there are.
  let width: Int
  private(set) var text = ""

  init(width: Int) { self.width = max(40, width) }

  mutating func blank() { text += "\n" }

  /// A line that is as it is.
  mutating func line(_ line: String) { text += line + "\n" }

  /// A heading after an empty line.
  mutating func heading(_ heading: String) { text += "\n" + heading + "\n" }

  /// A paragraph that fills the lines, set in by `indent` columns, and from its second line on by `hanging` more; each
  /// line is painted for itself.
  mutating func paragraph(
    _ words: String, indent: Int = 0, hanging: Int = 0, paint: (String) -> String = { $0 }
  ) {
    let lines = Page.lines(of: words, width: width - indent, hanging: hanging)
    for (number, line) in lines.enumerated() {
      text += String(repeating: " ", count: indent + (number > 0 ? hanging : 0)) + paint(line) + "\n"
    }
  }

  /// The words of a text in lines of a width; from the second line on they are `hanging` columns shorter.
  static func lines(of text: String, width: Int, hanging: Int = 0) -> [String] {
    var lines: [String] = []
    var columns = 0
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let size = Shown.width(String(word))
      let room = lines.count > 1 ? width - hanging : width
      if !lines.isEmpty, columns + 1 + size <= room {
        lines[lines.count - 1] += " " + word
        columns += 1 + size
      } else {
        for part in Shown.parts(of: String(word), width: lines.isEmpty ? width : width - hanging) {
          lines.append(part)
          columns = Shown.width(part)
        }
      }
    }
    return lines
  }
}

/// Rows in columns, as wide as what is in them.
struct Columns {
  /// On which side of a column its texts stand.
  enum Side { case left, right }

  let sides: [Side]
  private var rows: [[String]] = []

  init(_ sides: Side...) { self.sides = sides }

  mutating func add(_ cells: String...) { rows.append(cells) }

  /// The rows as lines: two spaces between columns, `indent` before the first, nothing after the last word.
  ///
  /// Where they are wider than `width`, one column gives way: the texts of `cutting` are cut, those of `wrapping` go on
  /// in the next line.
  func lines(width: Int, indent: Int = 0, cutting: Int = 0, wrapping: Int? = nil) -> [String] {
    blocks(width: width, indent: indent, cutting: cutting, wrapping: wrapping).flatMap { $0 }
  }

  /// The lines of each row.
  func blocks(width: Int, indent: Int = 0, cutting: Int = 0, wrapping: Int? = nil) -> [[String]] {
    var widths = sides.indices.map { column in rows.map { Shown.width($0[column]) }.max() ?? 0 }
    let used = widths.reduce(0, +) + 2 * widths.count { $0 > 0 } - 2 + indent
    let giving = wrapping ?? cutting
    if used > width { widths[giving] = max(4, widths[giving] - (used - width)) }
    var blocks: [[String]] = []
    for row in rows {
      var row = row
      var rest = wrapping.map { Page.lines(of: row[$0], width: widths[$0] - 2)[...] } ?? []
      // What fits needs no room for the two columns by which the next lines are set in.
      if let wrapping, Shown.width(row[wrapping]) > widths[wrapping] {
        row[wrapping] = rest.removeFirst()
      } else {
        rest = []
      }
      var lines = [line(row, widths, indent)]
      for part in rest {
        var next = Array(repeating: "", count: row.count)
        next[giving] = "  " + part
        lines.append(line(next, widths, indent))
      }
      blocks.append(lines)
    }
    return blocks
  }

  private func line(_ row: [String], _ widths: [Int], _ indent: Int) -> String {
    var line = String(repeating: " ", count: indent)
    for column in sides.indices where widths[column] > 0 {
      let cell = Shown.clipped(row[column], to: widths[column])
      let gap = String(repeating: " ", count: max(0, widths[column] - Shown.width(cell)))
      line += (sides[column] == .left ? cell + gap : gap + cell) + "  "
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
