/// The order of the three numbers of a date.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// Day, month, year.
  case dmy
  /// Month, day, year.
  case mdy
  /// Year, month, day.
  case ymd

  /// The order in words, such as `day/month/year`.
  public var words: String {
    switch self {
    case .dmy: "day/month/year"
    case .mdy: "month/day/year"
    case .ymd: "year/month/day"
    }
  }
}

/// What stands before the decimals of an amount; with one given, thousands may be grouped.
public enum DecimalMark: String, Hashable, Sendable, CaseIterable {
  /// `1,234.50`.
  case point
  /// `1.234,50` or `1 234,50`.
  case comma
}

/// What the header of a column stands for, as the user says.
public struct ColumnMapping: Hashable, Sendable {
  /// A column of the ledger, such as `invoice`, or a fact of the rules.
  public var name: String
  /// The header in the file.
  public var header: String

  /// Makes a mapping.
  public init(name: String, header: String) {
    self.name = name
    self.header = header
  }

  /// Reads `invoice=invoiceNumber,client=customerID`, or nil if a part of it is not `NAME=HEADER`.
  ///
  /// A header with a comma in it stands in double quotes.
  public static func list(_ text: String) -> [ColumnMapping]? {
    var parts: [[Unicode.Scalar]] = [[]]
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if scalar == ",", !isQuoted {
        parts.append([])
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    if isQuoted { return nil }
    var mappings: [ColumnMapping] = []
    for part in parts {
      guard let sign = part.firstIndex(of: "=") else { return nil }
      let name = trimmed(part[..<sign])
      let header = trimmed(part[(sign + 1)...])
      if name.isEmpty || header.isEmpty { return nil }
      mappings.append(ColumnMapping(name: name, header: header))
    }
    return mappings
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(decoding: Array(String(text).utf8)[...].trimmed, as: UTF8.self)
  }
}

/// How the files of a ledger are to be read.
public struct LedgerOptions: Hashable, Sendable {
  /// The order of dates that are not ISO 8601; without it the file must tell.
  public var dates: DateOrder?
  /// How amounts are written; without it only plain decimals such as `1234.50` are amounts.
  public var decimal: DecimalMark?
  /// What headers stand for; this wins over the names that are known.
  public var columns: [ColumnMapping]

  /// Makes the options.
  public init(dates: DateOrder? = nil, decimal: DecimalMark? = nil, columns: [ColumnMapping] = []) {
    self.dates = dates
    self.decimal = decimal
    self.columns = columns
  }
}

/// The bytes of one file of a ledger.
public struct LedgerFile: Hashable, Sendable {
  /// What a problem calls it.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]

  /// Takes in a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// The files of a ledger; only the invoices must be there.
public struct LedgerFiles: Hashable, Sendable {
  /// `invoices.csv`.
  public var invoices: LedgerFile
  /// `clients.csv`.
  public var clients: LedgerFile?
  /// `journal.txt`.
  public var journal: LedgerFile?

  /// Takes in the files.
  public init(invoices: LedgerFile, clients: LedgerFile? = nil, journal: LedgerFile? = nil) {
    self.invoices = invoices
    self.clients = clients
    self.journal = journal
  }
}
