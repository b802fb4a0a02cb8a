// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import DelimitedText

struct CSVCellTests {
  @Test(arguments: [
    ("", ""), ("a", "a"), ("a b", "a b"), ("a,b", "\"a,b\""), ("a;b", "a;b"), ("7\"", "\"7\"\"\""),
    (" a", "\" a\""), ("a ", "\"a \""), ("\ta", "\"\ta\""), ("a\t", "\"a\t\""),
    ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("a\r\nb", "\"a\r\nb\""), ("=1+1", "=1+1"),
    // A combining accent makes one character of itself and what stands before it.
    ("\"\u{301}", "\"\"\"\u{301}\""), (" \u{301}", "\" \u{301}\""),
  ])
  func quotedWhereNeeded(cell: String, expected: String) {
    #expect(Array(CSVCell.quoted(cell).utf8) == Array(expected.utf8))
  }

  @Test func randomCellsReadBack() {
    var random = SeededGenerator(seed: 31)
    let pieces = ["a", " ", "\t", "\"", "\n", "\r", ",", ";", "ä", "😀", "\u{301}", "\u{FE0F}", "="]
    for _ in 0..<20_000 {
      let cells = (0..<3).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in random.pick(pieces) }.joined()
      }
      let text = (cells + ["end"]).map(CSVCell.quoted).joined(separator: ",") + "\n"
      let records = RecordScannerTests.records(text)
      #expect(records.map(\.cells) == [cells + ["end"]], "\(text.debugDescription)")
    }
  }
}
