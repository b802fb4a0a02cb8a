// SPDX-License-Identifier: Apache-2.0

/// A word of a name or an address, with what comparisons ask of it again and again.
struct Word: Sendable, Hashable {
  let bytes: [UInt8]
  /// FNV-1a over the bytes: the same on every machine and in every run.
  let key: UInt64
  /// The number the word is or ends in, for words such as `2`, `ii`, `zwei`, `wp17`.
  let number: Int?
  /// How much the word says among the names of a register; 0 until it is weighed.
  var weight: Float = 0

  init(_ bytes: [UInt8], number: Int? = nil) {
    self.bytes = bytes
    self.number = number
    key = Self.key(bytes)
  }

  static func key(_ bytes: some Sequence<UInt8>, from start: UInt64 = 0xCBF2_9CE4_8422_2325)
    -> UInt64
  {
    var key = start
    for byte in bytes {
      key = (key ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return key
  }

  static func == (a: Self, b: Self) -> Bool { a.key == b.key }

  func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
