// SPDX-License-Identifier: Apache-2.0

/// Numbers pairs of site and material in the order in which they are first named.
///
/// A set and a dictionary in one, made for a million links that name two million pairs.
package struct PairIndex: Sendable {
  /// The pairs by id, `site << 32 | material`.
  package private(set) var pairs: [Int64] = []
  /// Open addressing, at most half full. The pair stands beside its id, so that a look-up goes to
  /// one place in memory.
  private var slots: [Slot]

  private struct Slot {
    var pair: Int64 = 0
    /// 0 for a free slot.
    var idPlusOne: Int32 = 0
  }

  /// - Parameter count: about how many pairs will be named.
  package init(expecting count: Int = 0) {
    slots = Array(repeating: Slot(), count: max(4, count * 2).nextPowerOfTwo)
    pairs.reserveCapacity(count)
  }

  package var count: Int { pairs.count }

  package func site(_ id: Int) -> Int32 { Int32(truncatingIfNeeded: pairs[id] >> 32) }
  package func material(_ id: Int) -> Int32 { Int32(truncatingIfNeeded: pairs[id]) }

  /// The id of a pair, nil where it was never named.
  package func id(_ site: Int32, _ material: Int32) -> Int? {
    let found = slots[slot(Self.pair(site, material))].idPlusOne
    return found == 0 ? nil : Int(found) - 1
  }

  /// The id of a pair, a new one where it was never named.
  package mutating func add(_ site: Int32, _ material: Int32) -> Int {
    let pair = Self.pair(site, material)
    let at = slot(pair)
    if slots[at].idPlusOne != 0 { return Int(slots[at].idPlusOne) - 1 }
    pairs.append(pair)
    slots[at] = Slot(pair: pair, idPlusOne: Int32(pairs.count))
    if pairs.count * 2 > slots.count { grow() }
    return pairs.count - 1
  }

  private static func pair(_ site: Int32, _ material: Int32) -> Int64 {
    Int64(site) << 32 | Int64(material)
  }

  private mutating func grow() {
    slots = Array(repeating: Slot(), count: slots.count * 2)
    for (id, pair) in pairs.enumerated() {
      slots[slot(pair)] = Slot(pair: pair, idPlusOne: Int32(id + 1))
    }
  }

  /// The slot that holds the pair, or the free one where it would go.
  private func slot(_ pair: Int64) -> Int {
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: KeyHash.hash(pair)) & mask
    while slots[at].idPlusOne != 0, slots[at].pair != pair { at = (at + 1) & mask }
    return at
  }
}
