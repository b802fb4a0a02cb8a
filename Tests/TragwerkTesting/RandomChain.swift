// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Random chains: every table, every column, texts that files find hard to carry.
public struct RandomChain {
  public var random: SeededGenerator

  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Texts that files find hard to carry.
  public static let hostileTexts = [
    "plain", "with, comma", "7\" display", "\"quoted\"", "line\nend", "carriage\r\nreturn", "a\rb",
    " leading", "trailing ", "\ttab", "semi;colon", "=1+1", "+49 30", "-5", "@SUM(A1)", "😀👩‍👩‍👧",
    "Köln",
    "e\u{301}", "\"\u{301}", " \u{301}", "*", "0", "1.5", "12.345", "1,5", "nan", "sep=;",
    "\u{FEFF}bom",
    "a|b", "row:3", "\\", "'", "#", "</script>", "\u{A0}", "\u{2028}",
    String(repeating: "x", count: 200),
  ]

  static let numbers: [Double] = [
    0, 1, 0.1, 12.345, 1234.5, 1e-12, 1e15, 123_456_789_012_345_680, 0.1 + 0.2, 1e300,
    .leastNonzeroMagnitude,
    .greatestFiniteMagnitude,
  ]

  public mutating func text() -> String {
    random.chance(oneIn: 3)
      ? random.pick(Self.hostileTexts) : "t\(Int.random(in: 0...99, using: &random))"
  }

  /// A chain of random rows; keys are unique, references and bounds are not looked after.
  public mutating func hostile(rows: Int = 12) -> ValueChain {
    var chain = ValueChain(name: "random-chain", title: text(), currency: "EUR")
    for table in TableName.allCases {
      let definition = table.definition
      for row in 0..<Int.random(in: 1...rows, using: &random) {
        var cells: [(ColumnName, Cell)] = []
        for (at, column) in definition.columns.enumerated() {
          let isKey = at < definition.keyLength
          if !isKey, random.chance(oneIn: 4) { continue }
          if column.isNumber {
            let size = isKey ? Double(row + 1) : random.pick(Self.numbers)
            cells.append((column.name, .number(min(size, column.bounds.upperBound))))
          } else {
            cells.append((column.name, .text(isKey && at == 0 ? "\(text())\(row)" : text())))
          }
        }
        // A row without any content would be a blank line.
        if definition.keyLength == 0 {
          cells.append((definition.columns[0].name, .text("x\(row)")))
        }
        chain[table].append(cells)
      }
    }
    return chain
  }
}
