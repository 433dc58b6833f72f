import Foundation

/// A second opinion on what is JSON.
enum TestJSON {
  static func isObject(_ text: String) throws -> Bool {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any]
  }
}
