/// The rules files that come with the product, embedded in the program.
public enum ShippedRules {
  /// Their names, in the order in which they are listed.
  public static var names: [String] { places + ["base"] }

  /// Those that stand for a place and can be used as they are; `base` has what they share, and no currency.
  public static var places: [String] { ["us", "fr"] }

  /// The text of the file called `name`, in UTF-8, or nil if there is none.
  public static func bytes(of name: String) -> [UInt8]? {
    switch name {
    case "base": PackageResources.base_rules
    case "us": PackageResources.us_rules
    case "fr": PackageResources.fr_rules
    default: nil
    }
  }

  /// Where the examples of the file called `name` begin, if it has any: nothing else stands behind them.
  public static func startOfExamples(in name: String) -> Int? {
    guard let bytes = bytes(of: name) else { return nil }
    let head = Array("\nexample \"".utf8)
    return bytes.indices.first { bytes[$0] == head[0] && bytes[$0...].starts(with: head) }
  }
}
