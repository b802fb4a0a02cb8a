// SPDX-License-Identifier: Apache-2.0
import Reconciliation

/// How far two words are apart in spelling, counted in half letters.
///
/// A typing error (a letter too many, too few, another one, two swapped) counts two; what
/// transliteration and hearing confuse counts one: `i` and `y`, `v` and `w`, a letter doubled or
/// not, a silent `h`. Optimal string alignment over bytes. Holds its working memory; one value a task.
struct SpellingDistance {
  private var plain = EditDistance()
  private var rows: [[Int]] = [[], [], []]

  /// The distance, nil where it is more than a limit. Symmetric.
  mutating func halfLetters(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
    if a == b { return 0 }
    // A difference costs at least one half letter, so the plain count is a lower bound.
    guard abs(a.count - b.count) <= limit, plain.damerau(a, b) <= limit else { return nil }
    let distance = byRows(a, b)
    return distance <= limit ? distance : nil
  }

  private mutating func byRows(_ a: [UInt8], _ b: [UInt8]) -> Int {
    let width = b.count + 1
    for at in rows.indices where rows[at].count < width {
      rows[at] = [Int](repeating: 0, count: max(width, 32))
    }
    var (before, above, row) = (0, 1, 2)
    rows[above][0] = 0
    for j in b.indices { rows[above][j + 1] = rows[above][j] + Self.gap(b, j) }
    for i in a.indices {
      let letter = a[i]
      let gap = Self.gap(a, i)
      rows[row][0] = rows[above][0] + gap
      for j in b.indices {
        var best = rows[above][j] + Self.change(letter, b[j])
        best = min(best, rows[above][j + 1] + gap, rows[row][j] + Self.gap(b, j))
        if i > 0, j > 0, letter == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[before][j - 1] + 2)
        }
        rows[row][j + 1] = best
      }
      (before, above, row) = (above, row, before)
    }
    return rows[above][b.count]
  }

  /// What a letter costs that only one side has.
  private static func gap(_ word: [UInt8], _ at: Int) -> Int {
    word[at] == UInt8(ascii: "h") || at > 0 && word[at - 1] == word[at] ? 1 : 2
  }

  private static func change(_ a: UInt8, _ b: UInt8) -> Int {
    if a == b { return 0 }
    guard (97...122).contains(a), (97...122).contains(b) else { return 2 }
    return confusable[Int(a - 97)] & 1 << UInt32(b - 97) != 0 ? 1 : 2
  }

  /// For each letter the set of those it is confused with.
  private static let confusable: [UInt32] = {
    var sets = [UInt32](repeating: 0, count: 26)
    for pair in ["iy", "ou", "ei", "ae", "ck", "cq", "kq", "vw", "sz", "bp", "td", "gk", "jy"] {
      let letters = pair.utf8.map { Int($0 - 97) }
      sets[letters[0]] |= 1 << UInt32(letters[1])
      sets[letters[1]] |= 1 << UInt32(letters[0])
    }
    return sets
  }()
}
