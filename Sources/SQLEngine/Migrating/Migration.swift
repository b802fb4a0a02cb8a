// SPDX-License-Identifier: Apache-2.0

/// One step of the tables' history: statements that run on both engines, never changed afterwards.
///
/// Types: TEXT, BIGINT, DOUBLE PRECISION, and BYTETEXT, a text that is compared by its bytes on both
/// engines whatever the server's language: for ids, keys and folded names. A BYTETEXT is compared with
/// BYTETEXT only.
public struct Migration: Sendable, Hashable {
  /// Names sort in the order of the list: `0001-sequence`.
  public let name: String
  public let statements: [String]

  public init(_ name: String, _ statements: [String]) {
    self.name = name
    self.statements = statements
  }

  /// FNV-1a, 64 bits, over the statements, each ended by NUL: tells a changed text from the one that
  /// was applied. White space counts.
  var checksum: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for statement in statements {
      for byte in Array(statement.utf8) + [0] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
