// SPDX-License-Identifier: Apache-2.0

/// Cuts an SQL text into the few kinds of pieces that matter to us. Cost: one pass.
struct SQLLexer {
  enum Piece: Equatable {
    /// Letters, digits and underscores.
    case word
    /// A text in quotes, a name in double quotes, a comment, or white space.
    case inert
    /// `$` and a number; 0 stands for anything else that follows a `$`.
    case parameter(Int)
    case semicolon, questionMark, nul, other
    /// A quote or a comment that is not closed.
    case open
  }

  private let bytes: [UInt8]
  private var at = 0

  init(_ sql: String) { bytes = Array(sql.utf8) }

  /// The next piece and its text; nil at the end.
  mutating func next() -> (piece: Piece, text: String)? {
    guard at < bytes.count else { return nil }
    let start = at
    let piece = piece()
    return (piece, String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private func byte(_ ahead: Int = 0) -> UInt8? {
    at + ahead < bytes.count ? bytes[at + ahead] : nil
  }

  private mutating func piece() -> Piece {
    let first = bytes[at]
    if Self.isWord(first) {
      skip(while: Self.isWord)
      return .word
    }
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return quoted(first)
    case UInt8(ascii: "-") where byte(1) == first:
      skip { $0 != UInt8(ascii: "\n") }
      return .inert
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): return comment()
    case UInt8(ascii: "$"): return parameter()
    default: break
    }
    at += 1
    switch first {
    case 0: return .nul
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: "?"): return .questionMark
    case UInt8(ascii: " "), 9, 10, 13: return .inert
    default: return .other
    }
  }

  private mutating func skip(while isPart: (UInt8) -> Bool) {
    while let byte = byte(), isPart(byte) { at += 1 }
  }

  private mutating func quoted(_ quote: UInt8) -> Piece {
    at += 1
    while let byte = byte() {
      at += 1
      if byte == 0 { return .nul }
      guard byte == quote else { continue }
      // A doubled quote stands for itself.
      guard self.byte() == quote else { return .inert }
      at += 1
    }
    return .open
  }

  private mutating func comment() -> Piece {
    at += 2
    while let byte = byte() {
      if byte == UInt8(ascii: "*"), self.byte(1) == UInt8(ascii: "/") {
        at += 2
        return .inert
      }
      at += 1
    }
    return .open
  }

  private mutating func parameter() -> Piece {
    at += 1
    let start = at
    skip(while: Self.isWord)
    // Beyond any number of parameters is as good as the number itself.
    let digits = bytes[start..<at]
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return .parameter(0) }
    return .parameter(Int(String(decoding: digits.prefix(9), as: UTF8.self)) ?? 0)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...:
      true
    default: false
    }
  }
}
