// SPDX-License-Identifier: Apache-2.0

/// The parts around a sheet's rows (ECMA-376 part 1, transitional).
enum WorkbookParts {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let application = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// Everything but the sheet, in the order in which it is packed.
  static func all(sheet name: String) -> [(name: String, text: String)] {
    var escaped: [UInt8] = []
    escape(name, into: &escaped)
    let title = String(decoding: escaped, as: UTF8.self)
    return [
      (
        "[Content_Types].xml",
        head + "<Types xmlns=\"\(package)/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(application).sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(application).worksheet+xml\"/>"
          + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(application).styles+xml\"/></Types>"
      ),
      (
        "_rels/.rels",
        head + "<Relationships xmlns=\"\(package)/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
          + "<sheet name=\"\(title)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        head + "<Relationships xmlns=\"\(package)/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
          + "<Relationship Id=\"rId2\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
      ),
      (
        "xl/styles.xml",
        head + "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\">"
          + "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
          + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
          + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
          + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
          + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
          + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
          + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
          + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
          + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
      ),
    ]
  }

  /// The header row stays when the rest is scrolled.
  static func sheetStart(columns: Int) -> String {
    let widths =
      columns == 0
      ? "" : "<cols><col min=\"1\" max=\"\(columns)\" width=\"18\" customWidth=\"1\"/></cols>"
    return head + "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\">"
      + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      + "</sheetView></sheetViews>\(widths)<sheetData>"
  }

  static let sheetEnd = "</sheetData></worksheet>"

  /// Text for XML; what XML cannot hold is written `_x0007_`, as spreadsheets do.
  static func escape(_ text: some StringProtocol, into bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: bytes += "&amp;".utf8
      case 0x3C: bytes += "&lt;".utf8
      case 0x3E: bytes += "&gt;".utf8
      case 0x22: bytes += "&quot;".utf8
      case 0x09, 0x0A: bytes.append(UInt8(scalar.value))
      case 0..<0x20, 0xFFFE, 0xFFFF:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        bytes += ("_x" + String(repeating: "0", count: 4 - hex.count) + hex + "_").utf8
      default: bytes += Array(String(scalar).utf8)
      }
    }
  }
}
