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
    var lexer = SQLLexer(sql)
    var parameters: Set<Int> = []
    var keyword = ""
    var hasEnded = false
    while let (piece, text) = lexer.next() {
      if hasEnded, piece != .inert, piece != .semicolon {
        throw .statement("it is more than one statement", sql)
      }
      switch piece {
      case .word: if keyword.isEmpty { keyword = text.uppercased() }
      case .parameter(0): throw .statement("a parameter is $ and a number from 1", sql)
      case .parameter(let number): parameters.insert(number)
      case .semicolon: hasEnded = true
      case .questionMark: throw .statement("parameters are written $1, $2, not ?", sql)
      case .nul: throw .statement("it contains NUL", sql)
      case .open: throw .statement("a quote or comment is not closed", sql)
      case .inert, .other: break
      }
    }
    guard !keyword.isEmpty else { throw .statement("it is empty", sql) }
    guard !forbidden.contains(keyword) else {
      throw .statement("transactions are begun and ended by read and write, not by \(keyword)", sql)
    }
    let count = parameters.max() ?? 0
    guard count <= mostParameters else {
      throw .statement("more than \(mostParameters) parameters", sql)
    }
    guard parameters.count == count else {
      throw .statement("of the parameters up to $\(count) some are not used", sql)
    }
    return SQLText(text: sql, parameterCount: count, keyword: keyword)
  }
}
