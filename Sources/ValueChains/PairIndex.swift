// SPDX-License-Identifier: Apache-2.0

/// Numbers pairs of site and material in the order in which they are first named.
///
/// A set and a dictionary in one, made for a million links that name two million pairs. Where the
/// pairs that are possible are not many more than those expected, each has its own place in a table;
/// else they are hashed.
package struct PairIndex: Sendable {
  /// The pairs by id, `site << 32 | material`.
  package private(set) var pairs: [Int64] = []
  private let materials: Int
  /// id + 1 at `site * materials + material`, 0 for a pair not named; empty when pairs are hashed.
  private var table: [Int32] = []
  /// Open addressing, at most half full. The pair stands beside its id, so that a look-up goes to
  /// one place in memory.
  private var slots: [Slot] = []

  private struct Slot {
    var pair: Int64 = 0
    /// 0 for a free slot.
    var idPlusOne: Int32 = 0
  }

  /// - Parameters:
  ///   - sites: how many there are, and how many materials.
  ///   - count: about how many pairs will be named.
  package init(sites: Int, materials: Int, expecting count: Int) {
    self.materials = materials
    let (possible, isTooLarge) = sites.multipliedReportingOverflow(by: materials)
    if !isTooLarge, possible <= max(1 << 16, count * 16) {
      table = Array(repeating: 0, count: possible)
    } else {
      slots = Array(repeating: Slot(), count: max(4, count * 2).nextPowerOfTwo)
    }
    pairs.reserveCapacity(min(count, possible))
  }

  package var count: Int { pairs.count }

  package func site(_ id: Int) -> Int32 { Int32(truncatingIfNeeded: pairs[id] >> 32) }
  package func material(_ id: Int) -> Int32 { Int32(truncatingIfNeeded: pairs[id]) }

  /// The id of a pair, nil where it was never named.
  package func id(_ site: Int32, _ material: Int32) -> Int? {
    let idPlusOne =
      slots.isEmpty
      ? table[place(site, material)] : slots[slot(Self.pair(site, material))].idPlusOne
    return idPlusOne == 0 ? nil : Int(idPlusOne) - 1
  }

  /// The id of a pair, a new one where it was never named.
  package mutating func add(_ site: Int32, _ material: Int32) -> Int {
    let pair = Self.pair(site, material)
    if slots.isEmpty {
      let place = place(site, material)
      if table[place] != 0 { return Int(table[place]) - 1 }
      pairs.append(pair)
      table[place] = Int32(pairs.count)
      return pairs.count - 1
    }
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

  private func place(_ site: Int32, _ material: Int32) -> Int {
    Int(site) * materials + Int(material)
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

extension PairIndex {
  /// For the pairs of a chain, of which its links name most.
  package init(_ chain: ValueChain) {
    self.init(
      sites: chain[.sites].count, materials: chain[.materials].count,
      expecting: chain[.links].count)
  }
}
