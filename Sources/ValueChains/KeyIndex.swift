// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Finds the row of a key. Building is linear; a look-up hashes the key once.
public struct KeyIndex: Sendable {
  private let column: TextColumn
  /// Open addressing: the upper half of a key's hash, then its row + 1; 0 is free. At most half full.
  private var slots: [UInt64]
  /// Rows whose key stands in an earlier row, with that row.
  public private(set) var repeated: [(row: Int, first: Int)] = []

  public init(_ column: TextColumn) {
    self.column = column
    let size = Swift.max(4, column.count * 2).nextPowerOfTwo
    var slots = Array(repeating: UInt64(0), count: size)
    var repeated: [(row: Int, first: Int)] = []
    column.bytes.withUnsafeBytes { bytes in
      for row in column.indices where !column.isEmpty(row) {
        let key = UnsafeRawBufferPointer(rebasing: bytes[column.range(row)])
        let entry = KeyHash.entry(key)
        let slot = Self.slot(of: key, entry, in: slots, column, bytes)
        if slots[slot] == 0 {
          slots[slot] = entry | UInt64(row + 1)
        } else {
          repeated.append((row, Self.row(slots[slot])))
        }
      }
    }
    self.slots = slots
    self.repeated = repeated
  }

  /// The first row with this key.
  public subscript(key: String) -> Int? {
    let found = Array(key.utf8).withUnsafeBytes { key in
      column.bytes.withUnsafeBytes { bytes in
        slots[Self.slot(of: key, KeyHash.entry(key), in: slots, column, bytes)]
      }
    }
    return found == 0 ? nil : Self.row(found)
  }

  /// The row each text of another column refers to, -1 where it is empty or unknown.
  public func rows(of references: TextColumn) -> [Int32] {
    references.bytes.withUnsafeBytes { texts in
      column.bytes.withUnsafeBytes { bytes in
        references.indices.map { row in
          let range = references.range(row)
          if range.isEmpty { return -1 }
          let key = UnsafeRawBufferPointer(rebasing: texts[range])
          let found = slots[Self.slot(of: key, KeyHash.entry(key), in: slots, column, bytes)]
          return Int32(Self.row(found))
        }
      }
    }
  }

  private static func isEqual(
    _ bytes: UnsafeRawBufferPointer, _ at: Int, _ key: UnsafeRawBufferPointer
  ) -> Bool {
    // Neither is empty: an empty cell is no key, and a key as long as one is as long.
    guard let base = bytes.baseAddress, let keyBase = key.baseAddress else { return true }
    return memcmp(base + at, keyBase, key.count) == 0
  }

  /// -1 for a free slot.
  private static func row(_ slot: UInt64) -> Int { Int(slot & 0xFFFF_FFFF) - 1 }

  /// The slot that holds the key, or the free one where it would go.
  private static func slot(
    of key: UnsafeRawBufferPointer, _ entry: UInt64, in slots: [UInt64], _ column: TextColumn,
    _ bytes: UnsafeRawBufferPointer
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entry >> 32) & mask
    while slots[slot] != 0 {
      if slots[slot] & KeyHash.mask == entry {
        let range = column.range(row(slots[slot]))
        if range.count == key.count, isEqual(bytes, range.lowerBound, key) { return slot }
      }
      slot = (slot + 1) & mask
    }
    return slot
  }
}

/// Hashes keys eight bytes at a time by folded multiplication, as wyhash does.
///
/// Seeded by the process, so that no input can be built to collide; only look-ups depend on it.
enum KeyHash {
  /// Where the hash stands in a slot; the other half is the row.
  static let mask: UInt64 = 0xFFFF_FFFF_0000_0000
  private static let seed = UInt64.random(in: 0 ... .max) | 1
  private static let multiplier = UInt64.random(in: 0 ... .max) | 1

  static func entry(_ key: UnsafeRawBufferPointer) -> UInt64 {
    var state = seed ^ UInt64(key.count)
    var at = 0
    while at + 8 <= key.count {
      state = fold(state ^ key.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < key.count {
      rest = rest << 8 | UInt64(key[at])
      at += 1
    }
    return fold(fold(state ^ rest) ^ seed) & mask
  }

  /// The same for one number.
  static func hash(_ number: Int64) -> UInt64 {
    fold(UInt64(bitPattern: number) ^ seed)
  }

  private static func fold(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: multiplier)
    return product.high ^ product.low
  }
}

extension Int {
  var nextPowerOfTwo: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
