// SPDX-License-Identifier: Apache-2.0

/// A column of texts, held as one run of UTF-8 bytes.
///
/// A million short texts take their bytes plus eight each, and no allocation of their own.
public struct TextColumn: Sendable, RandomAccessCollection {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  public init() {}

  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.count }

  /// The text of a row, `""` where the cell is empty.
  public subscript(row: Int) -> String {
    String(decoding: bytes[range(row)], as: UTF8.self)
  }

  public func isEmpty(_ row: Int) -> Bool { range(row).isEmpty }

  func range(_ row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  public mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  mutating func append(_ text: ArraySlice<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// Compares a row with a text without making a string.
  func equals(_ row: Int, _ other: ArraySlice<UInt8>) -> Bool {
    bytes[range(row)] == other
  }
}

/// Finds the row of a key. Building is linear; a look-up hashes the key once.
public struct KeyIndex: Sendable {
  private let column: TextColumn
  /// Open addressing; -1 is free. At most half full.
  private var slots: [Int32]
  private let mask: Int
  /// Rows whose key stands in an earlier row, with that row.
  public private(set) var repeated: [(row: Int, first: Int)] = []

  public init(_ column: TextColumn) {
    self.column = column
    let size = Swift.max(4, column.count * 2).nextPowerOfTwo
    slots = Array(repeating: -1, count: size)
    mask = size - 1
    for row in column.indices where !column.isEmpty(row) {
      let slot = slot(of: column.bytes[column.range(row)])
      if slots[slot] >= 0 {
        repeated.append((row, Int(slots[slot])))
      } else {
        slots[slot] = Int32(row)
      }
    }
  }

  /// The first row with this key.
  public subscript(key: String) -> Int? {
    self[Array(key.utf8)[...]]
  }

  subscript(key: ArraySlice<UInt8>) -> Int? {
    let row = slots[slot(of: key)]
    return row < 0 ? nil : Int(row)
  }

  /// The row each text of another column refers to, -1 where it is empty or unknown.
  public func rows(of references: TextColumn) -> [Int32] {
    references.indices.map { row in
      references.isEmpty(row) ? -1 : slots[slot(of: references.bytes[references.range(row)])]
    }
  }

  /// The slot that holds the key, or the free one where it would go.
  private func slot(of key: ArraySlice<UInt8>) -> Int {
    // Seeded by the process, so that no input can be built to collide; only look-ups depend on it.
    var hasher = Hasher()
    key.withUnsafeBytes { hasher.combine(bytes: $0) }
    var slot = hasher.finalize() & mask
    while slots[slot] >= 0, !column.equals(Int(slots[slot]), key) {
      slot = (slot + 1) & mask
    }
    return slot
  }
}

extension Int {
  fileprivate var nextPowerOfTwo: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
