// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Reads which tables a statement of PostgreSQL goes through from end to end, from EXPLAIN's JSON
/// (PostgreSQL 15, 14.1).
enum PostgresPlanReader {
  private struct Explained: Decodable {
    let plan: Node

    enum CodingKeys: String, CodingKey { case plan = "Plan" }
  }

  private struct Node: Decodable {
    let type: String
    let table: String?
    let index: String?
    let indexCondition: String?
    let filter: String?
    let children: [Node]?

    enum CodingKeys: String, CodingKey {
      case type = "Node Type"
      case table = "Relation Name"
      case index = "Index Name"
      case indexCondition = "Index Cond"
      case filter = "Filter"
      case children = "Plans"
    }
  }

  /// nil where the text is not a plan.
  static func plan(_ json: String) -> QueryPlan? {
    let explained: [Explained]
    do {
      explained = try JSONDecoder().decode([Explained].self, from: Data(json.utf8))
    } catch {
      return nil
    }
    guard let root = explained.first?.plan else { return nil }
    var fullScans: Set<String> = []
    var indexWalks: Set<String> = []
    var lines: [String] = []
    read(root, 0, &fullScans, &indexWalks, &lines)
    return QueryPlan(
      fullScans: fullScans, indexWalks: indexWalks, text: lines.joined(separator: "\n"))
  }

  private static func read(
    _ node: Node, _ depth: Int, _ fullScans: inout Set<String>, _ indexWalks: inout Set<String>,
    _ lines: inout [String]
  ) {
    let table = node.table ?? ""
    switch node.type {
    case "Seq Scan", "Sample Scan": fullScans.insert(table)
    case "Index Scan", "Index Only Scan":
      if node.indexCondition == nil { indexWalks.insert(table) }
    default: break
    }
    let words = [
      node.type, node.table.map { "on " + $0 }, node.index.map { "using " + $0 },
      node.indexCondition.map { "bound " + $0 }, node.filter.map { "filter " + $0 },
    ].compactMap { $0 }
    lines.append(String(repeating: "  ", count: depth) + words.joined(separator: " "))
    for child in node.children ?? [] { read(child, depth + 1, &fullScans, &indexWalks, &lines) }
  }
}
