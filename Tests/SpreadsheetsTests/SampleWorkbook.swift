// SPDX-License-Identifier: Apache-2.0
import CZip
import Foundation
import TragwerkTesting

/// Workbooks made by hand, part by part, so that broken ones can be made too.
struct SampleWorkbook {
  var parts: [(name: String, text: String)]

  init(
    sheet: String, shared: String = "", styles: String = "", workbookProperties: String = "",
    sheets: String = #"<sheet name="Liste" sheetId="1" r:id="rId1"/>"#
  ) {
    let links = #"xmlns="http://schemas.openxmlformats.org/package/2006/relationships""#
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = [
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(office)\">\(workbookProperties)<sheets>\(sheets)</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships \(links)>
        <Relationship Id="rId1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Type="\(office)/worksheet" Target="/xl/worksheets/sheet2.xml"/>
        <Relationship Id="rId3" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/>
        <Relationship Id="rId4" Type="\(office)/styles" Target="styles.xml"/>
        <Relationship Id="rId5" Type="\(office)/worksheet" Target="../../../etc/passwd"/>
        </Relationships>
        """
      ),
      ("xl/worksheets/sheet1.xml", "<?xml version=\"1.0\"?><worksheet>\(sheet)</worksheet>"),
      (
        "xl/worksheets/sheet2.xml",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>zwei</v></c></row></sheetData></worksheet>"
      ),
      ("xl/sharedStrings.xml", "<sst>\(shared)</sst>"),
      ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
    ]
  }

  /// A small list with shared texts, a number, a date and a gap.
  static let small = SampleWorkbook(
    sheet: """
      <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
      <row r="3"><c r="A3" t="inlineStr"><is><t>M &amp; S</t></is></c><c r="B3" s="1"><v>46477</v></c></row>
      </sheetData>
      """,
    shared:
      "<si><t>Firma</t></si><si><r><t>Gültig</t></r><r><t xml:space=\"preserve\"> bis</t></r></si>",
    styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")

  func bytes() throws -> [UInt8] {
    let folder = TemporaryFolder()
    let path = folder.path("book.xlsx")
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      preconditionFailure("a zip file can be made")
    }
    for part in parts {
      let bytes = Array(part.text.utf8)
      let copy = malloc(max(1, bytes.count))
      copy?.copyMemory(from: bytes, byteCount: bytes.count)
      let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1)
      guard let source, zip_file_add(archive, part.name, source, 0) >= 0 else {
        preconditionFailure("a part can be added")
      }
    }
    guard zip_close(archive) == 0 else { preconditionFailure("a zip file can be closed") }
    return try folder.bytes(of: "book.xlsx")
  }
}
