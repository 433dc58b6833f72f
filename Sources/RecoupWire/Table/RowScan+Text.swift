extension RowScan.Problem {
  /// What is wrong with the row.
  var message: String {
    switch self {
    case .quotes:
      "the quotes in this row do not pair up; a cell with a quote, a separator or a line end in it stands in quotes, and each quote in it is doubled"
    case .tooLong: "this row is longer than 8 MB"
    }
  }
}

extension RowScan.Cell {
  /// What the cell says, in bytes.
  func content(in bytes: Bytes) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(end - start)
    var at = start
    while at < end {
      content.append(bytes[at])
      at += hasPairs && bytes[at] == .quote ? 2 : 1
    }
    return content
  }

  /// What the cell says; what is no UTF-8 in it is replaced.
  func text(in bytes: Bytes) -> String { String(decoding: content(in: bytes), as: UTF8.self) }
}
