extension String {
  /// The text as one word of bash or zsh, in which nothing has a meaning.
  var quotedForShell: String { "'" + replacing("'", with: "'\\''") + "'" }

  /// The text as one word of fish.
  var quotedForFish: String { "'" + replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'" }

  /// The text with a backslash before each backslash and each of these characters.
  func escaping(_ special: String) -> String {
    String(flatMap { $0 == "\\" || special.contains($0) ? ["\\", $0] : [$0] })
  }
}
