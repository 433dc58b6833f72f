import RecoupLanguage
import RecoupWire

/// The open documents and the programs that they make up.
struct Workspace {
  let files: RulesFiles
  private(set) var documents: [OpenDocument] = []
  private(set) var programs: [Program] = []
  /// The last book without mistakes by the address of its outermost document.
  private var usable: [String: UsableBook] = [:]

  init(_ files: RulesFiles) { self.files = files }

  func document(_ address: String) -> OpenDocument? { documents.first { $0.address == address } }

  mutating func open(_ document: OpenDocument) {
    if let index = documents.firstIndex(where: { $0.address == document.address }) {
      documents[index] = document
    } else {
      documents.append(document)
    }
    reload()
  }

  mutating func close(_ address: String) {
    documents.removeAll { $0.address == address }
    usable[address] = nil
    reload()
  }

  /// Makes changes in their order; false if one of them is none.
  mutating func change(_ address: String, _ changes: [JSON], version: JSON) -> Bool {
    guard let index = documents.firstIndex(where: { $0.address == address }) else { return true }
    var isWhole = true
    for change in changes where !documents[index].apply(change) { isWhole = false }
    documents[index].version = version
    reload()
    return isWhole
  }

  /// Reads every program anew, such as after files on the disk have changed.
  mutating func reload() {
    let loads = documents.map { load($0) }
    let reached = loads.map { load in Set(load.files.dropFirst().map { $0.identity }) }
    programs = []
    for (index, document) in documents.enumerated() {
      // A file that another open one includes is a part of that program; in a circle the first one opened is outermost.
      let isPart = documents.indices.contains { other in
        other != index && reached[other].contains(document.identity)
          && (other < index || !reached[index].contains(documents[other].identity))
      }
      if isPart { continue }
      let program = Program(root: document.address, loaded: loads[index], last: usable[document.address])
      usable[document.address] = program.usable
      programs.append(program)
    }
  }

  private func load(_ document: OpenDocument) -> LoadedRules {
    RulesLoader.load(document.source) { name, includer in
      // What is open counts, also before it is on the disk.
      if let path = files.path(name, includer), let open = documents.first(where: { $0.identity == path }) {
        return .found(open.source)
      }
      return files.include(name, includer)
    }
  }

  /// The program to which a document belongs, its own if it is outermost, and which of its files it is.
  func place(_ address: String) -> (program: Program, file: Int)? {
    guard let document = document(address) else { return nil }
    let own = programs.filter { $0.root == address } + programs
    for program in own {
      if let file = program.file(document.identity) { return (program, file) }
    }
    return nil
  }

  /// What the editor calls a file of a program; nil if it stands nowhere on the disk.
  func address(_ file: Int, of program: Program) -> String? {
    guard program.loaded.files.indices.contains(file), !program.isShipped(file) else { return nil }
    let source = program.loaded.files[file]
    if let open = documents.first(where: { $0.identity == source.identity }) { return open.address }
    let hasDetours = source.name.split(separator: "/").contains { $0 == "." || $0 == ".." }
    return FileAddress.address(source.name.hasPrefix("/") && !hasDetours ? source.name : source.identity)
  }
}
