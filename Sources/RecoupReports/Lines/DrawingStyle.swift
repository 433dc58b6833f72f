/// The looks of a drawing, for light and dark screens. A way is told from another by its dashes and its letter, so that
/// it can be read in grey; colour is added.
package enum DrawingStyle {
  /// How many looks of curves there are.
  static let curves = 6

  /// The style sheet.
  package static let sheet =
    """
    text { font: 13px system-ui, sans-serif; fill: #1c1e21; }
    .large { font-size: 16px; font-weight: 600; }
    .small { font-size: 12px; }
    .letter { font-weight: 700; }
    .halo { stroke: #ffffff; stroke-width: 4; paint-order: stroke; stroke-linejoin: round; }
    .paper { fill: #ffffff; }
    .grid { stroke: #e2e5e9; fill: none; }
    .frame { stroke: #6b7280; fill: none; }
    .turn { stroke: #6b7280; stroke-dasharray: 2 3; fill: none; }
    .today { stroke: #1c1e21; stroke-width: 1.5; fill: none; }
    .ink { fill: #1c1e21; }
    .point { stroke: #1c1e21; stroke-width: 1.5; fill: #ffffff; }
    .strip { stroke: #6b7280; fill: #f2f4f6; }
    .curve { stroke-width: 1.6; fill: none; stroke-linejoin: round; }
    .best { stroke-width: 4; }
    .dot { stroke-linecap: round; }

    """ + dashes + ".solid { stroke-dasharray: none; }\n"
    + colors(["#0b5cad", "#b84a00", "#00755a", "#9c2f7c", "#6f5a00", "#4b5563"])
      + """
      @media (prefers-color-scheme: dark) {
      text { fill: #e8eaed; }
      .halo { stroke: #15181c; }
      .paper { fill: #15181c; }
      .grid { stroke: #2e343b; }
      .frame, .turn, .strip { stroke: #9aa3ad; }
      .today { stroke: #e8eaed; }
      .ink { fill: #e8eaed; }
      .point { stroke: #e8eaed; fill: #15181c; }
      .strip { fill: #22272d; }

      """ + colors(["#6cb6ff", "#ffa657", "#4dd4ac", "#f18bd3", "#e3c341", "#b6bec8"]) + "}\n"

  private static let dashes = ["none", "9 4", "2 4", "14 4 2 4", "5 3", "18 6"].enumerated()
    .map { ".w\($0.offset) { stroke-dasharray: \($0.element); }\n" }.joined()

  private static func colors(_ colors: [String]) -> String {
    colors.enumerated().map { ".w\($0.offset) { stroke: \($0.element); }\n" }.joined()
  }

  /// The class of a way's curve, by its place among the ways.
  static func curve(_ place: Int) -> String { "curve w\(place % curves)" }
}
