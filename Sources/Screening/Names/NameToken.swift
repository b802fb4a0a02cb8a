// SPDX-License-Identifier: Apache-2.0

/// One word of a name, prepared for many comparisons.
struct NameToken: Sendable, Hashable {
  /// How much a word tells one name from another.
  enum Role: UInt8, Sendable {
    case distinctive
    /// Holding, Trading, International; with people bin, von, al.
    case common
  }

  /// Folded, UTF-8.
  let letters: [UInt8]
  /// The number it stands for: `7`, `vii`, `seven`; nil for words.
  let number: Int?
  let role: Role
  /// Which letters occur, to see at once that two words are far apart.
  let mask: UInt64
  let hasDigit: Bool

  init(_ letters: [UInt8], number: Int? = nil, role: Role = .distinctive) {
    self.letters = letters
    self.number = number
    self.role = role
    mask = Self.mask(letters[...])
    hasDigit = letters.contains { (48...57).contains($0) }
  }

  /// What is known of the word without looking at its letters.
  var shape: TokenShape {
    TokenShape(
      mask: mask, length: Int32(clamping: letters.count), number: Int32(clamping: number ?? -1),
      isCommon: role == .common, hasDigit: hasDigit)
  }

  /// A bit a letter, a bit a digit; bytes of other scripts share the rest.
  static func mask(_ letters: ArraySlice<UInt8>) -> UInt64 {
    var mask: UInt64 = 0
    for letter in letters {
      switch letter {
      case 97...122: mask |= 1 << UInt64(letter - 97)
      case 48...57: mask |= 1 << UInt64(letter - 48 + 26)
      default: mask |= 1 << UInt64(36 + letter % 28)
      }
    }
    return mask
  }
}

/// The numbers of a word that say at once whether another can be the same: no references, so that
/// millions of pairs can be looked at.
struct TokenShape: Sendable, Hashable {
  let mask: UInt64
  let length: Int32
  /// -1 for words.
  let number: Int32
  let isCommon: Bool
  let hasDigit: Bool

  /// Whether the words can be taken for the same, by lengths and letters alone. Never wrongly no.
  func canEqual(_ other: Self) -> Bool {
    if number >= 0, other.number >= 0 { return true }
    let longer = max(length, other.length)
    var limit = NameAligner.allowance(Int(longer))
    if hasDigit || other.hasDigit { limit = min(2, limit) }
    return abs(length - other.length) <= limit
      && (mask ^ other.mask).nonzeroBitCount <= 2 * limit
  }

  /// Whether one word can be a part of the other, give or take a letter.
  func canBePart(of other: Self) -> Bool {
    other.length >= 4 && length <= other.length + 1
      && (mask & ~other.mask).nonzeroBitCount <= 2
  }
}
