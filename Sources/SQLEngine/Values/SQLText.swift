// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// A statement read just far enough to treat both engines alike: which parameters it has, and what
/// it begins with. Cost: one pass over the text, remembered for the next time.
struct SQLText: Sendable {
  /// More parameters than this no statement may have: SQLite's own limit.
  static let mostParameters = 32_766

  let text: String
  /// The parameters are `$1` to `$n`, each of them used.
  let parameterCount: Int
  /// The first word, in capitals.
  let keyword: String

  /// Whether the number of rows changed means something.
  var mayChangeRows: Bool { Self.changing.contains(keyword) }

  private static let changing: Set = ["INSERT", "UPDATE", "DELETE", "WITH", "REPLACE"]
  private static let forbidden: Set = [
    "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE",
  ]

  private static let known = Mutex<[String: SQLText]>([:])

  /// The statement as read now or earlier.
  static func of(_ sql: String) throws(DatabaseError) -> SQLText {
    if let text = known.withLock({ $0[sql] }) { return text }
    let text = try read(sql)
    known.withLock { known in
      if known.count >= 2_000 { known.removeAll() }
      known[sql] = text
    }
    return text
  }

  static func read(_ sql: String) throws(DatabaseError) -> SQLText {
    var scan = Scan(Array(sql.utf8))
    if let reason = scan.run() { throw .statement(reason, sql) }
    let keyword = scan.keyword
    guard !forbidden.contains(keyword) else {
      throw .statement("transactions are begun and ended by read and write, not by \(keyword)", sql)
    }
    let count = scan.parameters.max() ?? 0
    guard count <= mostParameters else {
      throw .statement("more than \(mostParameters) parameters", sql)
    }
    if let gap = (1...max(1, count)).first(where: { !scan.parameters.contains($0) }), count > 0 {
      throw .statement("the parameters go up to $\(count), but $\(gap) is not used", sql)
    }
    return SQLText(text: sql, parameterCount: count, keyword: keyword)
  }

  /// Goes over the text once, past quoted strings, quoted names and comments.
  private struct Scan {
    private let bytes: [UInt8]
    private var at = 0
    private(set) var parameters: Set<Int> = []
    private(set) var keyword = ""

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ ahead: Int = 0) -> UInt8? {
      at + ahead < bytes.count ? bytes[at + ahead] : nil
    }

    /// What is wrong with the text, nil where nothing is.
    mutating func run() -> String? {
      var hasEnded = false
      while let byte = byte() {
        switch byte {
        case 0: return "it contains NUL"
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
          guard skipQuoted(byte) else { return "a quote is not closed" }
          continue
        case UInt8(ascii: "-") where self.byte(1) == byte:
          while let next = self.byte(), next != UInt8(ascii: "\n") { at += 1 }
          continue
        case UInt8(ascii: "/") where self.byte(1) == UInt8(ascii: "*"):
          guard skipComment() else { return "a comment is not closed" }
          continue
        case UInt8(ascii: "?"): return "parameters are written $1, $2, not ?"
        case UInt8(ascii: "$"):
          if let reason = parameter() { return reason }
          continue
        case UInt8(ascii: ";"): hasEnded = true
        case UInt8(ascii: " "), 9, 10, 13: break
        default:
          guard !hasEnded else { return "it is more than one statement" }
          if Self.isWord(byte) {
            word()
            continue
          }
        }
        at += 1
      }
      return keyword.isEmpty ? "it is empty" : nil
    }

    private mutating func skipQuoted(_ quote: UInt8) -> Bool {
      at += 1
      while let byte = byte() {
        at += 1
        guard byte == quote else { continue }
        // A doubled quote stands for itself.
        guard self.byte() == quote else { return true }
        at += 1
      }
      return false
    }

    private mutating func skipComment() -> Bool {
      at += 2
      while let byte = byte() {
        if byte == UInt8(ascii: "*"), self.byte(1) == UInt8(ascii: "/") {
          at += 2
          return true
        }
        at += 1
      }
      return false
    }

    private mutating func parameter() -> String? {
      at += 1
      var number = 0
      let start = at
      while let byte = byte(), (48...57).contains(byte) {
        number = min(number * 10 + Int(byte - 48), 1_000_000)
        at += 1
      }
      guard at > start, number > 0 else { return "a $ is not followed by a number from 1" }
      if let byte = byte(), Self.isWord(byte) { return "a parameter is $ and a number only" }
      parameters.insert(number)
      return nil
    }

    private mutating func word() {
      let start = at
      while let byte = byte(), Self.isWord(byte) { at += 1 }
      if keyword.isEmpty {
        keyword = String(decoding: bytes[start..<at], as: UTF8.self).uppercased()
      }
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
}
