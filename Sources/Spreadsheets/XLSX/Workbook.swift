// SPDX-License-Identifier: Apache-2.0
import Localization

/// The parts of a workbook that its sheets need: list of sheets, shared texts, formats.
///
/// Office Open XML, ECMA-376 part 1, transitional and strict.
final class Workbook {
  struct Sheet {
    let name: String
    let isVisible: Bool
    /// The path of its part in the archive.
    let part: String
  }

  let archive: ZipArchive
  let sheets: [Sheet]
  let formats: CellFormats
  let sharedTexts: SharedTexts
  let has1904Dates: Bool

  init(path: String) throws(TableFault) {
    archive = try ZipArchive(path: path)
    let main = try Self.mainPart(archive)
    let links = try PackageLinks(archive, of: main)
    guard let entry = try archive.entry(main) else { throw Self.foreign(archive) }
    var sheets: [Sheet] = []
    var has1904 = false
    var xml = try XMLScanner(entry)
    reading: while true {
      switch try xml.next() {
      case .finished: break reading
      case .start where xml.name == Names.workbookPr:
        let value = xml.attribute(Names.date1904)
        has1904 = value == "1" || value == "true"
      case .start where xml.name == Names.sheet:
        guard sheets.count < 10_000, let id = xml.attribute(Names.id), let part = links[id] else {
          continue
        }
        let state = xml.attribute(Names.state) ?? "visible"
        sheets.append(
          Sheet(
            name: xml.attribute(Names.name) ?? "", isVisible: state == "visible",
            part: part))
      default: continue
      }
    }
    self.sheets = sheets
    has1904Dates = has1904
    formats = try CellFormats(archive, part: links.part(ofType: "/styles"))
    sharedTexts = try SharedTexts(archive, part: links.part(ofType: "/sharedStrings"))
  }

  /// The sheet of that name, or the first visible one.
  func choose(_ name: String?) throws(TableFault) -> Sheet {
    let visible = sheets.filter(\.isVisible)
    let names = visible.map { "„\($0.name)“" }.joined(separator: ", ")
    let english = visible.map { "“\($0.name)”" }.joined(separator: ", ")
    if let name {
      // A hidden sheet is read where somebody names it.
      let same = sheets.first { $0.name == name }
      guard let sheet = same ?? sheets.first(where: { $0.name.lowercased() == name.lowercased() })
      else {
        throw TableFault(
          .sheetMissing, de: "Ein Blatt „\(name)“ gibt es nicht; es gibt \(names).",
          en: "There is no sheet “\(name)”; there are \(english).")
      }
      return sheet
    }
    guard let sheet = visible.first else {
      throw TableFault(
        .noSheet, de: "Die Arbeitsmappe hat kein sichtbares Tabellenblatt.",
        en: "The workbook has no visible sheet.")
    }
    return sheet
  }

  func notes(reading chosen: Sheet) -> [LocalizedText] {
    let others = sheets.filter { $0.part != chosen.part }
    guard !others.isEmpty else { return [] }
    let hidden = others.count { !$0.isVisible }
    return [
      LocalizedText(
        de:
          "Gelesen wurde das Blatt „\(chosen.name)“; \(others.count) weitere (\(hidden) davon ausgeblendet) nicht.",
        en:
          "The sheet “\(chosen.name)” was read; \(others.count) others (\(hidden) of them hidden) were not."
      )
    ]
  }

  private static func mainPart(_ archive: ZipArchive) throws(TableFault) -> String {
    if archive.has("_rels/.rels"),
      let part = try PackageLinks(archive, of: "").part(ofType: "/officeDocument")
    {
      return part
    }
    return "xl/workbook.xml"
  }

  /// A zip file that is no workbook: other office formats are named.
  private static func foreign(_ archive: ZipArchive) -> TableFault {
    if archive.has("content.xml") {
      return TableFault(
        .notASpreadsheet,
        de: "Das ist eine OpenDocument-Datei (.ods). Speichern Sie sie als .xlsx oder .csv.",
        en: "This is an OpenDocument file (.ods). Save it as .xlsx or .csv.")
    }
    return TableFault(
      .notASpreadsheet,
      de: "Das ist eine Zip-Datei ohne Arbeitsmappe. Erwartet wird .xlsx oder .csv.",
      en: "This is a zip file without a workbook. Expected is .xlsx or .csv.")
  }

  private enum Names {
    static let workbookPr = XMLName("workbookPr")
    static let date1904 = XMLName("date1904")
    static let sheet = XMLName("sheet")
    static let id = XMLName("id")
    static let state = XMLName("state")
    static let name = XMLName("name")
  }
}
