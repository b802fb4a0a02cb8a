// SPDX-License-Identifier: Apache-2.0
import Foundation
import Spreadsheets
import Testing
import TragwerkTesting

struct WorkbookTests {
  static func rows(_ bytes: [UInt8], sheet: String? = nil) throws -> [TableRow] {
    let folder = TemporaryFolder()
    try folder.write(bytes, to: "list")
    let source = try TableSource(folder.path("list"), sheet: sheet)
    var rows: [TableRow] = []
    while let row = try source.next() { rows.append(row) }
    return rows
  }

  static func code(_ bytes: [UInt8], sheet: String? = nil) -> TableFault.Code? {
    do {
      _ = try rows(bytes, sheet: sheet)
      return nil
    } catch let fault as TableFault {
      return fault.code
    } catch {
      return nil
    }
  }

  @Test func textsRunsAndDates() throws {
    #expect(
      try Self.rows(SampleWorkbook.small.bytes()) == [
        TableRow(line: 1, cells: ["Firma", "Gültig bis"]),
        TableRow(line: 3, cells: ["M & S", "2027-03-31"]),
      ])
  }

  @Test(arguments: [
    ("<c><v>1.1000000000000001</v></c>", "1.1"), ("<c><v>1E3</v></c>", "1000"),
    ("<c t=\"b\"><v>1</v></c>", "true"), ("<c t=\"e\"><v>#N/A</v></c>", "#N/A"),
    ("<c t=\"str\"><f>A1&amp;B1</f><v>x</v></c>", "x"), ("<c s=\"1\"><v>1067</v></c>", "01067"),
    ("<c s=\"2\"><v>59</v></c>", "1900-02-28"), ("<c s=\"2\"><v>61</v></c>", "1900-03-01"),
    ("<c s=\"2\"><v>46477.5</v></c>", "2027-03-31T12:00:00"), ("<c s=\"3\"><v>7</v></c>", "7"),
    ("<c t=\"inlineStr\"><is><t>a_x000D_b</t></is></c>", "a\rb"),
    ("<c t=\"inlineStr\"><is><t>漢</t><rPh><t>kan</t></rPh></is></c>", "漢"),
    ("<c t=\"inlineStr\"><is><t><![CDATA[<&>]]></t></is></c>", "<&>"),
  ])
  func cells(_ cell: String, _ expected: String) throws {
    let book = SampleWorkbook(
      sheet: "<sheetData><row>\(cell)</row></sheetData>",
      styles: """
        <numFmts><numFmt numFmtId="164" formatCode="[$-407]00000"/>
        <numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="166" formatCode="0 &quot;days&quot;"/>
        </numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
        """)
    #expect(try Self.rows(book.bytes()).map(\.cells) == [[expected]])
  }

  @Test func daysSince1904() throws {
    let book = SampleWorkbook(
      sheet: "<sheetData><row><c s=\"0\"><v>0</v></c></row></sheetData>",
      styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>",
      workbookProperties: "<workbookPr date1904=\"1\"/>")
    #expect(try Self.rows(book.bytes()).map(\.cells) == [["1904-01-01"]])
  }

  @Test func mergedCellsSayTheSame() throws {
    let book = SampleWorkbook(
      sheet: """
        <sheetData><row r="1"><c r="A1" t="str"><v>Anschrift</v></c><c r="C1" t="str"><v>Z</v></c></row>
        <row r="2"><c r="A2" t="str"><v>x</v></c></row><row r="3"><c r="B3" t="str"><v>y</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>
        """)
    #expect(
      try Self.rows(book.bytes()).map(\.cells) == [
        ["Anschrift", "Anschrift", "Z"], ["x"], ["x", "y"],
      ])
  }

  @Test func sheetsAreChosen() throws {
    let book = SampleWorkbook(
      sheet: "<sheetData/>",
      sheets:
        #"<sheet name="weg" state="hidden" r:id="rId1"/><sheet name="Zwei" r:id="rId2"/>"#)
    #expect(try Self.rows(book.bytes()).map(\.cells) == [["zwei"]])
    #expect(try Self.rows(book.bytes(), sheet: "weg").isEmpty)
    #expect(Self.code(try book.bytes(), sheet: "Drei") == .sheetMissing)
    let hidden = SampleWorkbook(
      sheet: "", sheets: #"<sheet name="weg" state="veryHidden" r:id="rId1"/>"#)
    #expect(Self.code(try hidden.bytes()) == .noSheet)
  }

  @Test func hostileFiles() throws {
    let bomb = SampleWorkbook(
      sheet:
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><sheetData><row><c><v>&a;</v></c></row></sheetData>")
    #expect(Self.code(try bomb.bytes()) == .suspicious)
    var packed = SampleWorkbook(sheet: "")
    packed.parts[2].text = String(repeating: " ", count: 80 << 20)
    #expect(Self.code(try packed.bytes()) == .suspicious)
    let deep = SampleWorkbook(sheet: String(repeating: "<a>", count: 400))
    #expect(Self.code(try deep.bytes()) == .suspicious)
    let outside = SampleWorkbook(sheet: "", sheets: #"<sheet name="x" r:id="rId5"/>"#)
    #expect(Self.code(try outside.bytes()) == .noSheet)
    let open = SampleWorkbook(sheet: "<sheetData><row>")
    #expect(Self.code(try open.bytes()) == .damaged)
    #expect(Self.code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .oldFormat)
    #expect(Self.code([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]) == .damaged)
    #expect(Self.code(Array("%PDF-1.7".utf8)) == .notASpreadsheet)
    #expect(Self.code([0x1F, 0x8B, 8, 0, 1]) == .damaged)
    #expect(Self.code([0, 1, 2, 0xFF]) == .notText)
    #expect(Self.code(Array("a;\"b\n".utf8)) == .quoteOpen)
  }

  @Test func writtenWorkbooksAreReadBack() throws {
    let folder = TemporaryFolder()
    let texts = ["=1+1", "ä & <ö>", "zwei\nZeilen", "a\u{7}b", " Rand ", "_x0041_"]
    for name in ["a.xlsx", "b.xlsx"] {
      let writer = try WorkbookWriter(path: folder.path(name), sheet: "A/B", header: ["x", "y"])
      for text in texts { try writer.append([.text(text), .number(1.5)]) }
      try writer.finish()
    }
    #expect(try folder.bytes(of: "a.xlsx") == folder.bytes(of: "b.xlsx"))
    #expect(folder.names() == ["a.xlsx", "b.xlsx"])
    let rows = try Self.rows(folder.bytes(of: "a.xlsx"))
    #expect(rows.map(\.cells).first == ["x", "y"])
    #expect(rows.dropFirst().prefix(5).map(\.cells[0]) == Array(texts.prefix(5)))
    #expect(rows.dropFirst().allSatisfy { $0.cells[1] == "1.5" })
  }

  @Test func delimitersAndEncodings() throws {
    #expect(
      try Self.rows(Array("Titel\n\na;b\n1;2\n".utf8)).map(\.cells) == [
        ["Titel"], ["a", "b"], ["1", "2"],
      ])
    #expect(try Self.rows(Array("sep=|\na|b\n".utf8)) == [TableRow(line: 2, cells: ["a", "b"])])
    #expect(try Self.rows([0x4D, 0xFC, 0x3B, 0x62]).map(\.cells) == [["Mü", "b"]])
    #expect(try Self.rows(Array("a\tb\n".utf8)).map(\.cells) == [["a", "b"]])
  }

  /// Damage anywhere in a workbook gives rows or a fault, never a crash and never a hang.
  @Test func mutatedWorkbooks() throws {
    let original = try SampleWorkbook.small.bytes()
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
        }
      }
      _ = Self.code(bytes)
    }
  }

  /// The same within the XML, which packing would hide.
  @Test func mutatedParts() throws {
    var random = SeededGenerator(seed: 12)
    let pieces = [
      "<", ">", "/", "\"", "&", ";", "<!--", "]]>", "<c r=\"ZZZ9\">", "\u{0}", "<v>9</v>",
    ]
    for _ in 0..<100 {
      var book = SampleWorkbook.small
      let part = Int.random(in: 0..<book.parts.count, using: &random)
      var text = Array(book.parts[part].text)
      for _ in 0..<3 {
        let at = Int.random(in: 0..<text.count, using: &random)
        let piece = random.pick(pieces)
        if random.chance(oneIn: 2) {
          text.remove(at: at)
        } else {
          text.insert(contentsOf: piece, at: at)
        }
      }
      book.parts[part].text = String(text)
      _ = Self.code(try book.bytes())
    }
  }
}
