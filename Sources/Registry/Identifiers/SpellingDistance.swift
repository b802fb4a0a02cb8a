// SPDX-License-Identifier: Apache-2.0

/// How many slips of the pen lie between two words.
enum SpellingDistance {
  /// Whether at most `limit` insertions, omissions, replacements or swaps of neighbours (optimal
  /// string alignment) turn one word into the other. Cost: product of the lengths.
  static func isWithin(_ limit: Int, _ first: [UInt8], _ second: [UInt8]) -> Bool {
    guard abs(first.count - second.count) <= limit else { return false }
    var before: [Int] = []
    var last = Array(0...second.count)
    for (row, a) in first.enumerated() {
      var next = [row + 1]
      for (column, b) in second.enumerated() {
        var cost = min(last[column + 1] + 1, next[column] + 1, last[column] + (a == b ? 0 : 1))
        if row > 0, column > 0, a == second[column - 1], first[row - 1] == b {
          cost = min(cost, before[column - 1] + 1)
        }
        next.append(cost)
      }
      (before, last) = (last, next)
    }
    return last[second.count] <= limit
  }
}
