/// What the user asks for.
struct Options {
  var rows = 1_000_000
  var rounds = 3
  var hasPeers = false
  /// Where the picture goes.
  var drawing: String?

  static let usage = """
    Measure recoup beside other programs, on this machine, and print tables of Markdown.

    Usage: swift run -c release recoup-bench [--rows N] [--rounds N] [--peers] [--scaling FILE.svg]

    Run it in the folder of Package.swift. It builds a static recoup, makes up
    invoices in a temporary folder, checks that all programs choose the same
    actions, and only then measures, in turns.

      --rows N              How many invoices, from 1,000 on; a million if not given
      --rounds N            How often each is measured; 3 if not given
      --peers               Also DuckDB, polars, ZEN and CLIPS; what is missing of
                            them is installed from PyPI into .build-peers
      --scaling FILE.svg    Also how plans grow with the rules, drawn into the file

    """

  struct Wrong: Error { var message: String }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      func value() throws -> String {
        guard let value = rest.popFirst() else { throw Wrong(message: "`\(option)` wants a value") }
        return value
      }
      func number(from least: Int) throws -> Int {
        let text = try value()
        guard let number = Int(text), number >= least else {
          throw Wrong(message: "`\(option)` wants a number from \(least) on, not `\(text)`")
        }
        return number
      }
      switch option {
      case "--rows": rows = try number(from: 1_000)
      case "--rounds": rounds = try number(from: 1)
      case "--peers": hasPeers = true
      case "--scaling": drawing = try value()
      default: throw Wrong(message: "there is no option `\(option)`")
      }
    }
  }
}
