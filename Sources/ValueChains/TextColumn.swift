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

  mutating func append(_ text: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  mutating func reserve(rows: Int, bytes count: Int) {
    bytes.reserveCapacity(count)
    ends.reserveCapacity(rows)
  }

  init(repeating text: String, count: Int) {
    for _ in 0..<(text.isEmpty ? 0 : count) { bytes.append(contentsOf: text.utf8) }
    ends = (0..<count).map { ($0 + 1) * text.utf8.count }
  }

  /// Compares a row with a text without making a string.
  func equals(_ row: Int, _ other: ArraySlice<UInt8>) -> Bool {
    bytes[range(row)] == other
  }
}
