// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import DelimitedText

struct RecordScannerTests {
  static func records(_ text: String, _ delimiter: UInt8 = .comma) -> [ScannerTwin.Record] {
    var scanner = RecordScanner(bytes: Array(text.utf8), delimiter: delimiter)
    var records: [ScannerTwin.Record] = []
    while scanner.next() {
      records.append(
        .init(
          line: scanner.line, lastLine: scanner.lastLine, cells: scanner.cells.map(scanner.string)))
    }
    return records
  }

  @Test(
    arguments: [
      ("", []),
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,b,\n", [["a", "b", ""]]),
      ("a,b,", [["a", "b", ""]]),
      (",a", [["", "a"]]),
      (",\n,,\n\n a\n", [["a"]]),
      ("\"\"\na\n", [["a"]]),
      (" a ,\tb\t, c d \n", [["a", "b", "c d"]]),
      ("\" a \",b\n", [[" a ", "b"]]),
      (" \"a\" , \"b\"\n", [["a", "b"]]),
      ("\"a,b\",c\n", [["a,b", "c"]]),
      ("\"a\"\"b\",\"\"\"\"\n", [["a\"b", "\""]]),
      ("7\" display,12\"\n", [["7\" display", "12\""]]),
      ("\"Foo\" Bar ,x\n", [["Foo Bar", "x"]]),
      ("\"7\" display\",x\n", [["7 display\"", "x"]]),
      ("\"a\nb\",c\n", [["a\nb", "c"]]),
      ("\"a\r\nb\rc\",d\n", [["a\r\nb\rc", "d"]]),
      ("a\u{A0},ä😀\n", [["a\u{A0}", "ä😀"]]),
      ("\"never closed,\na,b\n", [["never closed,\na,b\n"]]),
      ("a,\"", [["a", ""]]),
    ] as [(String, [[String]])])
  func cells(text: String, expected: [[String]]) {
    #expect(Self.records(text).map(\.cells) == expected)
    #expect(ScannerTwin.records(text, delimiter: ",").map(\.cells) == expected)
  }

  @Test(arguments: [
    ("a\nb\n\n\nc\n", [1, 2, 5]), ("a\r\nb\r\n\r\nc", [1, 2, 4]), ("a\rb\r\rc", [1, 2, 4]),
    ("\"a\nb\"\nc", [1, 3]), ("\"a\r\nb\",\"c\rd\"\r\ne", [1, 4]), ("\n\na", [3]),
    ("x,\"\n\n\n\"\ny", [1, 5]),
  ])
  func linesOfTheFile(text: String, expected: [Int]) {
    #expect(Self.records(text).map(\.line) == expected)
  }

  @Test func lastLineOfARecordWithLineEnds() {
    #expect(Self.records("a,\"b\nc\"\nd").map(\.lastLine) == [2, 3])
  }

  @Test(arguments: [
    ("a,\"b\"\n", nil), ("a\nb,\"c\nd\n", 2), ("\"a\n\nb", 1), ("\"a\n\",\"b\n", 2), ("\"", 1),
    ("7\" a", nil),
  ])
  func unclosedQuote(text: String, line: Int?) {
    var scanner = RecordScanner(bytes: Array(text.utf8), delimiter: .comma)
    while scanner.next() {}
    #expect(scanner.unclosedQuoteLine == line)
  }

  @Test func tabsAreCellsWhereTheyDelimit() {
    #expect(Self.records("a\t b \t\tc\t\n", .tab).map(\.cells) == [["a", "b", "", "c", ""]])
  }

  @Test func startsInsideAText() {
    let text = "sep=;\r\na;b\n"
    var scanner = RecordScanner(
      bytes: Array(text.utf8), delimiter: .semicolon, startingAt: 7, line: 2)
    let found = scanner.next()
    #expect(found)
    #expect(scanner.line == 2)
    #expect(scanner.cells.map(scanner.string) == ["a", "b"])
  }

  @Test func hugeCells() {
    let plain = String(repeating: "x", count: 3_000_000)
    let quoted = String(repeating: "\"\"\n", count: 500_000)
    let records = Self.records("\(plain),\"\(quoted)\",z\nend")
    #expect(records.count == 2)
    #expect(records[0].cells[0].utf8.count == 3_000_000)
    #expect(records[0].cells[1].utf8.count == 1_000_000)
    #expect(records[1].line == 500_002)
  }

  @Test(arguments: [(UInt8.comma, Character(",")), (.semicolon, ";"), (.tab, "\t")])
  func randomTextsAsTheTwin(delimiter: UInt8, character: Character) {
    var random = SeededGenerator(seed: 21)
    let pieces = [
      "a", "b7", " ", "\t", "\"", "\"\"", "\n", "\r", "\r\n", ",", ";", "ä", "😀", "\u{301}",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in random.pick(pieces) }
        .joined()
      let expected = ScannerTwin.records(text, delimiter: character)
      #expect(Self.records(text, delimiter) == expected, "\(text.debugDescription)")
    }
  }
}
