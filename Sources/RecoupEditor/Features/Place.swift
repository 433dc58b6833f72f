import RecoupLanguage
import RecoupRules
import RecoupWire

/// An open document with the program to which it belongs.
struct DocumentView {
  let workspace: Workspace
  let address: String
  let program: Program
  /// Which file of the program it is.
  let file: Int

  init(_ workspace: Workspace, _ address: String, _ program: Program, _ file: Int) {
    self.workspace = workspace
    self.address = address
    self.program = program
    self.file = file
  }

  var outline: Outline { program.outlines[file] }
  var text: TextDocument { program.text(file) }
  var source: SourceFile { program.loaded.files[file] }

  func range(_ span: Span) -> JSON { text.range(Int(span.lower), Int(span.upper)) }
}

/// A place in an open document.
struct Place {
  let document: DocumentView
  /// In bytes.
  let offset: Int

  init(_ document: DocumentView, _ offset: Int) {
    self.document = document
    self.offset = offset
  }

  var program: Program { document.program }

  /// The name that stands there.
  var mention: Outline.Mention? { document.outline.mention(at: offset) }
}
