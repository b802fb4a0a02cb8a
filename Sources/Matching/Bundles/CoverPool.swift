// SPDX-License-Identifier: Apache-2.0

/// A set of firms that covers all, with what it is ranked by.
struct Cover: Hashable, Comparable {
  /// Ascending.
  let firms: [Int]
  let points: Int
  let spread: Int

  static func < (one: Self, other: Self) -> Bool {
    if one.firms.count != other.firms.count { return one.firms.count < other.firms.count }
    if one.points != other.points { return one.points > other.points }
    if one.spread != other.spread { return one.spread < other.spread }
    return one.firms.lexicographicallyPrecedes(other.firms)
  }
}

/// The best covers found so far, best first, none of them with a firm it could do without.
struct CoverPool {
  let limit: Int
  private(set) var covers: [Cover] = []

  init(limit: Int) { self.limit = limit }

  var isFull: Bool { covers.count == limit }

  /// Keeps a set of firms that covers all, if it is good enough.
  mutating func offer(_ chosen: [Int], _ meter: inout CoverageMeter) {
    let firms = chosen.sorted()
    let instance = meter.instance
    let cover = Cover(
      firms: firms, points: instance.points(firms), spread: instance.spread(firms))
    if isFull, let worst = covers.last, !(cover < worst) { return }
    guard !covers.contains(cover) else { return }
    for left in firms where firms.count > 1 {
      if meter.coversAll(firms.lazy.filter { $0 != left }) { return }
    }
    covers.append(cover)
    covers.sort()
    if covers.count > limit { covers.removeLast() }
  }
}
