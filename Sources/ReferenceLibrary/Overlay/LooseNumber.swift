// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A figure as statistics print it: `12.3`, `1,234`, `<0.1%`, `W` (withheld), `NA`, `—`.
struct LooseNumber: Equatable {
  let value: Double
  /// Whether the source says "less than".
  let isUpperBound: Bool

  /// Nil where the text states no figure.
  init?(_ text: String) {
    var text = text.replacing("\u{A0}", with: "").replacing("\u{202F}", with: "")
    text.removeAll { $0 == " " || $0 == "%" || $0 == "'" }
    isUpperBound = text.first == "<" || text.first == "≤"
    if isUpperBound { text.removeFirst() }
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count == 2, groups[1].count != 3, !groups[0].contains(".") {
      text = groups.joined(separator: ".")
    } else {
      text = groups.joined()
    }
    guard text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 || $0 == 46 || $0 == 45 }),
      let value = Double(text), value.isFinite
    else { return nil }
    self.value = value
  }
}
