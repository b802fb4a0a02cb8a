// SPDX-License-Identifier: Apache-2.0

/// A set of fingerprints, which are spread well already: open addressing without another hash.
/// Finding one takes some 5 ns. Only fingerprints of one's own words may be put in, since others
/// could be made to collide.
struct FingerprintSet: Sendable {
  /// 0 where a place is free. At most half of them are taken.
  private var places = [UInt64](repeating: 0, count: 64)
  private(set) var count = 0

  func contains(_ print: UInt64) -> Bool { places[place(Self.entry(print))] != 0 }

  mutating func insert(_ print: UInt64) {
    if count * 2 >= places.count { grow() }
    let entry = Self.entry(print)
    let place = place(entry)
    if places[place] == 0 { count += 1 }
    places[place] = entry
  }

  private static func entry(_ print: UInt64) -> UInt64 { print == 0 ? 1 : print }

  /// Where it stands, or the free place where it belongs.
  private func place(_ entry: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: entry ^ entry >> 32) & mask
    while places[place] != 0, places[place] != entry { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = places
    places = [UInt64](repeating: 0, count: old.count * 4)
    for entry in old where entry != 0 { places[place(entry)] = entry }
  }
}
