public import RecoupLanguage

/// How a language server comes to the files that its documents include.
public struct RulesFiles {
  /// The full path of what a file includes by a name; nil where the name is that of shipped rules.
  public var path: (String, SourceFile) -> String?
  /// The file that another includes by a name.
  public var include: (String, SourceFile) -> IncludeResult
  /// The names of the shipped rules.
  public var shipped: [String]
  /// A path without links and detours.
  public var canonicalPath: (String) -> String

  /// Makes a way to files.
  public init(
    path: @escaping (String, SourceFile) -> String?, include: @escaping (String, SourceFile) -> IncludeResult,
    shipped: [String], canonicalPath: @escaping (String) -> String
  ) {
    self.path = path
    self.include = include
    self.shipped = shipped
    self.canonicalPath = canonicalPath
  }
}
