// SPDX-License-Identifier: Apache-2.0
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a page as XML and notes what tests ask about.
final class PageReader: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var text = ""
  private(set) var headings: [Int] = []
  /// For each figure: whether it holds a picture with a title and text, and a table.
  private(set) var figures: [(hasTitle: Bool, hasText: Bool, hasTable: Bool)] = []
  private var path: [String] = []
  /// Why it is not well formed, nil if it is.
  private(set) var problem: String?

  static func read(_ page: String) -> PageReader {
    let reader = PageReader()
    // XML knows no short document type of HTML; the rest is parsed as it is.
    let source = page.replacing("<!DOCTYPE html>\n", with: "", maxReplacements: 1)
    let parser = XMLParser(data: Data(source.utf8))
    parser.delegate = reader
    if !parser.parse() {
      reader.problem = "\(parser.lineNumber): \(String(describing: parser.parserError))"
    }
    return reader
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes))
    if name.count == 2, name.first == "h", let level = Int(name.dropFirst()) {
      headings.append(level)
    }
    if name == "figure" { figures.append((false, false, false)) }
    if path.contains("figure"), !figures.isEmpty {
      let last = figures.count - 1
      if name == "title" { figures[last].hasTitle = true }
      if name == "desc" { figures[last].hasText = true }
      if name == "table" { figures[last].hasTable = true }
    }
    path.append(name)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
    text += " "
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if path.last != "style" { text += string }
  }
}
