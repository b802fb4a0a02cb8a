// SPDX-License-Identifier: Apache-2.0

/// Reads which tables a statement of SQLite goes through from end to end, from the program of its
/// virtual machine (https://www.sqlite.org/opcode.html): a cursor opened on the tree of a table or
/// index by `OpenRead`, then `Rewind` or `Last` on it. The words of EXPLAIN QUERY PLAN name aliases
/// instead of tables.
struct SQLitePlanReader {
  static let schemaQuery = "SELECT rootpage, type, tbl_name FROM sqlite_schema WHERE rootpage > 0"

  private var trees: [Int64: (isIndex: Bool, table: String)] = [:]

  init(schema: [SQLRow]) throws(DatabaseError) {
    for row in schema {
      trees[try row.integer(0)] = (try row.text(1) == "index", try row.text(2))
    }
  }

  func plan(program: [SQLRow], words: [SQLRow]) throws(DatabaseError) -> QueryPlan {
    var cursors: [Int64: (isIndex: Bool, table: String)] = [:]
    var fullScans: Set<String> = []
    var indexWalks: Set<String> = []
    for row in program {
      let cursor = try row.integer("p1")
      switch try row.text("opcode") {
      case "OpenRead", "OpenWrite":
        // Cursor numbers are used again; the last opening counts.
        cursors[cursor] = trees[try row.integer("p2")]
      case "Rewind", "Last", "Count":
        guard let tree = cursors[cursor] else { continue }
        if tree.isIndex { indexWalks.insert(tree.table) } else { fullScans.insert(tree.table) }
      default: continue
      }
    }
    var lines: [String] = []
    for row in words { lines.append(try row.text("detail")) }
    return QueryPlan(
      fullScans: fullScans, indexWalks: indexWalks, text: lines.joined(separator: "\n"))
  }
}
