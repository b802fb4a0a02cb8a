// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Matching

/// How the bytes of a list were written, and how its lines are divided.
enum NeedListEncoding {
  /// Windows-1252 only where nothing looks like UTF-8: a UTF-8 file with one broken character is told
  /// as broken, not read as if every umlaut were two signs.
  static func decoded(_ bytes: [UInt8]) -> DecodedText {
    let strict = DecodedText(bytes)
    guard !strict.isValid, strict.encoding == .utf8 else { return strict }
    let hasUTF8 = zip(bytes, bytes.dropFirst()).contains { first, second in
      (0xC3...0xC5).contains(first) && (0x80...0xBF).contains(second)
    }
    return hasUTF8 ? strict : DecodedText(bytes, allowsWindows1252: true)
  }

  /// The delimiter under which the header names most columns, where the header begins, and its line:
  /// 2 below `sep=;`, which some spreadsheets write.
  static func form(of bytes: [UInt8]) -> (delimiter: UInt8, start: Int, line: Int) {
    let head = bytes.prefix(7)
    if head.starts(with: Array("sep=".utf8)), head.count == 7, head[5] == 10 || head[5] == 13 {
      return (head[4], head[5] == 13 && head[6] == 10 ? 7 : 6, 2)
    }
    func known(_ delimiter: UInt8) -> Int {
      var scanner = RecordScanner(bytes: Array(bytes.prefix(65_536)), delimiter: delimiter)
      guard scanner.next() else { return 0 }
      return scanner.cells.map(scanner.string).count {
        NeedFieldDefinition.isKey(column: $0) || NeedFieldDefinition.field(ofColumn: $0) != nil
      }
    }
    let counts = [UInt8.comma, .semicolon, .tab].map { ($0, known($0)) }
    let most = counts.map(\.1).max() ?? 0
    let best = counts.filter { $0.1 == most }.map(\.0)
    return (best.count == 1 ? best[0] : DelimitedTable.guessDelimiter(bytes), 0, 1)
  }
}
