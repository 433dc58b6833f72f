/// How a table of cases is written.
public struct TableFormat: Hashable, Sendable {
  /// What stands between two cells.
  public enum Separator: String, CaseIterable, Sendable {
    /// A comma: RFC 4180.
    case comma
    /// A semicolon, as spreadsheets write it where the comma is in the numbers; quotes as with commas.
    case semicolon
    /// A tab, without any quotes: a row is a line, and a cell is what stands between two tabs (IANA
    /// text/tab-separated-values).
    case tab

    var byte: UInt8 {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: UInt8(ascii: "\t")
      }
    }
  }

  /// What stands between two cells, of what is read and of what is written.
  public var separator: Separator
  /// The names of the columns, where the table has no header.
  public var header: [String]?

  /// Makes a format.
  public init(_ separator: Separator = .comma, header: [String]? = nil) {
    self.separator = separator
    self.header = header
  }

  var shape: RowShape { RowShape(separator: separator.byte, isQuoted: separator != .tab) }
}
