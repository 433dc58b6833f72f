import RecoupWire

/// What the server can do, as it tells a client.
enum Capabilities {
  static var result: JSON {
    .object([
      (
        "capabilities",
        .object([
          ("positionEncoding", .string("utf-16")),
          (
            "textDocumentSync",
            .object([
              ("openClose", .bool(true)), ("change", .integer(2)), ("save", .object([("includeText", .bool(false))])),
            ])
          ),
          ("hoverProvider", .bool(true)),
        ])
      ),
      ("serverInfo", .object([("name", .string("recoup"))])),
    ])
  }
}
