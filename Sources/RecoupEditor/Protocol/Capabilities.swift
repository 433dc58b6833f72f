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
          ("hoverProvider", .bool(true)), ("definitionProvider", .bool(true)), ("referencesProvider", .bool(true)),
          ("documentHighlightProvider", .bool(true)),
          ("renameProvider", .object([("prepareProvider", .bool(true))])),
          ("completionProvider", .object([("triggerCharacters", .array([.string("."), .string("\"")]))])),
          ("codeLensProvider", .object([("resolveProvider", .bool(false))])),
          ("codeActionProvider", .object([("codeActionKinds", .array([.string("quickfix")]))])),
          ("documentFormattingProvider", .bool(true)), ("documentSymbolProvider", .bool(true)),
          ("foldingRangeProvider", .bool(true)),
        ])
      ),
      ("serverInfo", .object([("name", .string("recoup"))])),
    ])
  }
}
