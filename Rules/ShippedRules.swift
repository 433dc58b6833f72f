/// The rules files that come with the product, embedded in the program.
public enum ShippedRules {
  /// Their names, in the order in which they are listed.
  public static var names: [String] { ["us"] }

  /// The text of the file called `name`, in UTF-8, or nil if there is none.
  public static func bytes(of name: String) -> [UInt8]? {
    switch name {
    case "us": PackageResources.us_rules
    default: nil
    }
  }
}
