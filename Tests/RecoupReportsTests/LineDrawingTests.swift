import Foundation
import FoundationXML
import RecoupRules
import Testing

@testable import RecoupEngine
@testable import RecoupReports

/// The drawing of a line as a file of its own.
@Suite struct LineDrawingTests {
  /// Reads XML, and collects what it is made of.
  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [String] = []
    var attributes: [String: String] = [:]
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      if elements.isEmpty { self.attributes = attributes }
      elements.append(name)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }

  private func read(_ svg: String) -> Reader? {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    return parser.parse() ? reader : nil
  }

  private func drawing(_ line: Line, _ titles: [String], _ tongue: Tongue = .english) throws -> String {
    let book = try LineSamples.book(titles)
    return LineDrawing(book, in: tongue).text(line, of: try LineSamples.advice(book))
  }

  @Test(arguments: LineSamples.all.map { $0.name }, Tongue.allCases)
  func isWellFormed(_ name: String, _ tongue: Tongue) throws {
    let line = try #require(LineSamples.all.first { $0.name == name }).line
    let svg = try drawing(line, ["Remind", "Hand it over", "Write it off"], tongue)
    let reader = try #require(read(svg), "\(svg)")
    #expect(reader.elements.prefix(3) == ["svg", "title", "desc"])
    #expect(reader.attributes["role"] == "img")
    #expect(!svg.contains("nan") && !svg.contains("inf"))
    #expect(svg == (try drawing(line, ["Remind", "Hand it over", "Write it off"], tongue)))
  }

  @Test func hostileTextsStayTexts() throws {
    let titles = ["</text><script>alert(1)</script>", "A & \"B\" 'C'", "<![CDATA[ ]]> <!-- --> \u{7}"]
    let line = try #require(LineSamples.all.first { $0.name == "crossing" }).line
    let svg = try drawing(line, titles)
    let reader = try #require(read(svg), "\(svg)")
    let known: Set = [
      "svg", "title", "desc", "style", "rect", "text", "line", "polygon", "circle", "g", "clipPath", "polyline",
    ]
    #expect(Set(reader.elements).subtracting(known) == [])
    for title in ["</text><script>alert(1)</script>", "A & \"B\"", "<![CDATA[ ]]> <!-- --> \\u{7}"] {
      #expect(reader.text.contains(title), "\(title)")
    }
    #expect(reader.text.contains("<A&B>, \"Smith\" </title>, $1,000.00"))
  }

  @Test func showsEveryWayAndEveryTurn() throws {
    let titles = ["Remind them", "Hand it over", "Write it off"]
    let line = try #require(LineSamples.all.first { $0.name == "crossing" }).line
    let reader = try #require(read(try drawing(line, titles)))
    for title in titles { #expect(reader.text.contains(title)) }
    #expect(line.stretches.count == 2)
    #expect(reader.text.contains("51 days"))
    #expect(reader.text.contains("today: 30 days"))
    #expect(reader.elements.count { $0 == "circle" } == 1)
  }
}
