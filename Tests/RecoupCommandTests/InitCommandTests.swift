import RecoupCommand
import RecoupTesting
import Testing

/// The folder that `init` writes: it works at once, in both places and on any day.
@Suite struct InitCommandTests {
  static let files = ["invoices.csv", "clients.csv", "journal.txt", "recoup.rules"]

  @Test(arguments: ["us", "fr"], ["2026-11-22", "2028-02-29", "0001-01-02", "9999-12-30"])
  func theFolderWorksAtOnce(_ place: String, _ day: String) {
    let world = MemoryWorld()
    world.today = day
    #expect(world.run("init", "--place", place) == .fine)
    #expect(world.events.filter { $0 != .wrote(world.printed) } == InitCommandTests.files.map { .created($0) })
    #expect(world.printed.contains("recoup next INV-113"))
    for name in InitCommandTests.files { #expect(world.text(of: name)?.hasSuffix("\n") == true, "\(name)") }
    if Effort.isThorough { #expect(world.run("check") == .fine) }
    #expect(world.run("fmt", "--check") == .fine)
    if day.hasPrefix("2") {
      #expect(world.run("next") == .fine)
      #expect(world.run("why", "INV-113") == .fine)
      #expect(world.run("log", "INV-113", "did", "plan") == .fine)
      #expect(world.complaints == "")
    }
  }

  /// Each of the open invoices tells another story.
  @Test(arguments: ["us", "fr"]) func theInvoicesAreTelling(_ place: String) {
    let world = MemoryWorld()
    #expect(world.run("init", "--place", place) == .fine)
    let before = world.output.count
    #expect(world.run("next", "--json") == .fine)
    let answer = String(decoding: world.output[before...], as: UTF8.self)
    let advised = answer.matches(of: /"recommend": ("[a-z_]+"|null), "until"/).map { $0.1 }
    #expect(advised.count == 8)
    #expect(Set(advised).count >= 7, "\(advised)")
  }

  /// What the file suggests is right when the mark before it is taken away.
  @Test(arguments: ["us", "fr"]) func whatIsSuggestedCounts(_ place: String) throws {
    let world = MemoryWorld()
    #expect(world.run("init", "--place", place) == .fine)
    let rules = try #require(world.text(of: "recoup.rules"))
    let mended = rules.replacing("# setting ", with: "setting ")
    #expect(mended != rules)
    world.files["recoup.rules"] = Array(mended.utf8)
    #expect(world.run("test") == .fine, "\(world.printed)")
  }

  @Test(arguments: files) func nothingIsOverwritten(_ name: String) {
    let world = MemoryWorld([name: "mine"])
    #expect(world.run("init") == .findings)
    #expect(world.complaints == "recoup: \(name) is there already, so nothing was written\n")
    #expect(world.files.keys.sorted() == [name])
    #expect(world.text(of: name) == "mine")
  }

  @Test func thePlaceIsThatOfTheLanguage() {
    let world = MemoryWorld()
    world.environment = ["LANG": "fr_FR.UTF-8"]
    #expect(world.run("init", "--in", "livres") == .fine)
    #expect(world.text(of: "livres/recoup.rules")?.contains("include \"fr\"") == true)
    #expect(world.printed.contains("recoup next --in livres"))
  }

  /// What is to be typed next can be typed as it stands.
  @Test func aFolderWithSpaces() {
    let world = MemoryWorld()
    #expect(world.run("init", "--in", "my books") == .fine)
    #expect(world.printed.contains("recoup next --in 'my books' "))
  }

  @Test func aFolderThatCannotBeWritten() {
    let world = MemoryWorld()
    world.obstacles["clients.csv"] = "it is not allowed"
    #expect(world.run("init") == .writeFailed)
    #expect(world.complaints == "recoup: cannot write clients.csv: it is not allowed\n")
  }
}
