/// A stretch of a source file, carried along as plain data so that an answer can point at the rules it comes from.
public struct Span: Hashable, Sendable {
  /// Which file of the program, counted from 0 in the order in which the files were read; the root file is 0.
  public var file: Int32
  /// The offset of the first byte, in UTF-8.
  public var lower: Int32
  /// The offset after the last byte.
  public var upper: Int32

  /// Makes a span from byte offsets in a file.
  public init(file: Int, lower: Int, upper: Int) {
    self.file = Int32(file)
    self.lower = Int32(lower)
    self.upper = Int32(max(lower, upper))
  }

  /// The span of a thing that was built in code and stands in no file.
  public static let none = Span(file: -1, lower: 0, upper: 0)

  /// The smallest span that covers this one and `other`, which is in the same file.
  public func joined(with other: Span) -> Span {
    Span(file: Int(file), lower: Int(min(lower, other.lower)), upper: Int(max(upper, other.upper)))
  }
}
