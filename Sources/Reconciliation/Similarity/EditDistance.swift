// SPDX-License-Identifier: Apache-2.0

/// How many typing errors lie between two words: insertions, deletions, substitutions and, if
/// wanted, swaps of neighbours (optimal string alignment).
///
/// Bit-parallel for words of up to 64 bytes (Hyyrö 2003: one step a byte of the longer word), else
/// by rows. Holds its working memory; one value a task.
public struct EditDistance: Sendable {
  private var masks = [UInt64](repeating: 0, count: 256)
  private var rows: [[Int]] = [[], [], []]

  public init() {}

  /// Levenshtein distance over bytes.
  public mutating func levenshtein(_ a: [UInt8], _ b: [UInt8]) -> Int {
    distance(a, b, swaps: false)
  }

  /// Optimal string alignment distance: a swap of neighbours is one error.
  public mutating func damerau(_ a: [UInt8], _ b: [UInt8]) -> Int {
    distance(a, b, swaps: true)
  }

  /// 1 for equal words, 0 where every byte differs: 1 − distance / length of the longer word.
  public mutating func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double {
    let longest = max(a.count, b.count)
    return longest == 0 ? 1 : 1 - Double(damerau(a, b)) / Double(longest)
  }

  private mutating func distance(_ a: [UInt8], _ b: [UInt8], swaps: Bool) -> Int {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if short.isEmpty { return long.count }
    if a == b { return 0 }
    return short.count <= 64 ? bits(short, long, swaps: swaps) : byRows(short, long, swaps: swaps)
  }

  private mutating func bits(_ short: [UInt8], _ long: [UInt8], swaps: Bool) -> Int {
    for (at, byte) in short.enumerated() { masks[Int(byte)] |= 1 << UInt64(at) }
    var plus = ~UInt64(0)
    var minus: UInt64 = 0
    var diagonal: UInt64 = 0
    var earlier: UInt64 = 0
    var distance = short.count
    let last = UInt64(1) << UInt64(short.count - 1)
    for byte in long {
      let match = masks[Int(byte)]
      let swap = swaps ? ((~diagonal & match) << 1) & earlier : 0
      diagonal = (((match & plus) &+ plus) ^ plus) | match | minus | swap
      var horizontalPlus = minus | ~(diagonal | plus)
      var horizontalMinus = diagonal & plus
      if horizontalPlus & last != 0 { distance += 1 }
      if horizontalMinus & last != 0 { distance -= 1 }
      horizontalPlus = horizontalPlus << 1 | 1
      horizontalMinus <<= 1
      plus = horizontalMinus | ~(diagonal | horizontalPlus)
      minus = horizontalPlus & diagonal
      earlier = match
    }
    for byte in short { masks[Int(byte)] = 0 }
    return distance
  }

  private mutating func byRows(_ short: [UInt8], _ long: [UInt8], swaps: Bool) -> Int {
    rows[1] = Array(0...short.count)
    rows[0] = rows[1]
    for (i, byte) in long.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(short.count + 1)
      for (j, other) in short.enumerated() {
        var best = min(rows[1][j] + (byte == other ? 0 : 1), rows[1][j + 1] + 1, row[j] + 1)
        if swaps, i > 0, j > 0, byte == short[j - 1], long[i - 1] == other {
          best = min(best, rows[0][j - 1] + 1)
        }
        row.append(best)
      }
      (rows[0], rows[1]) = (rows[1], row)
    }
    return rows[1][short.count]
  }
}
