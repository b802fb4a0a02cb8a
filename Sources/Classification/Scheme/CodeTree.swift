// SPDX-License-Identifier: Apache-2.0

/// Which codes belong together: the division, group and class of each.
///
/// Where parents are stated they make the tree; otherwise codes that begin with the same two, three
/// and four letters or digits do. Codes that stand above a level are alone there.
struct CodeTree: Sendable {
  /// Division, group, class.
  static let levels = 3

  /// The node of each code, by level.
  let nodes: [[Int]]
  /// The codes of each node, by level.
  let members: [[[Int]]]
  /// The codes above each code, the nearest first.
  let ancestors: [[Int]]

  /// - Parameter entries: of different codes, no code above itself; ``CodeTree/cycle(_:)`` says so.
  init(_ entries: [CodeEntry]) {
    let places = Dictionary(
      zip(entries.map(\.code), entries.indices), uniquingKeysWith: { first, _ in first })
    var ancestors: [[Int]] = []
    for at in entries.indices {
      var above: [Int] = []
      var next = entries[at].parent.flatMap { places[$0] }
      while let parent = next, above.count < 64 {
        // Sections gather divisions that have little in common.
        if entries[parent].level == "section" { break }
        above.append(parent)
        next = entries[parent].parent.flatMap { places[$0] }
      }
      ancestors.append(above)
    }
    let isStated = entries.contains { $0.parent != nil }
    var nodes: [[Int]] = []
    var members: [[[Int]]] = []
    for level in 0..<Self.levels {
      var numbers: [String: Int] = [:]
      var own: [Int] = []
      var groups: [[Int]] = []
      for at in entries.indices {
        let key =
          isStated
          ? entries[Self.node(at, ancestors[at], level)].code
          : Self.prefix(entries[at].code, level)
        let number = numbers[key] ?? groups.count
        if number == groups.count {
          groups.append([])
          numbers[key] = number
        }
        groups[number].append(at)
        own.append(number)
      }
      nodes.append(own)
      members.append(groups)
    }
    (self.nodes, self.members, self.ancestors) = (nodes, members, ancestors)
  }

  private static func node(_ code: Int, _ ancestors: [Int], _ level: Int) -> Int {
    let path = ancestors.reversed() + [code]
    return path[min(level, path.count - 1)]
  }

  private static func prefix(_ code: String, _ level: Int) -> String {
    String(code.filter { $0.isLetter || $0.isNumber }.prefix(level + 2))
  }

  /// Codes that are above themselves, in the order of the entries; each circle is told once.
  public static func cycles(_ entries: [CodeEntry]) -> [Int] {
    let places = Dictionary(
      zip(entries.map(\.code), entries.indices), uniquingKeysWith: { first, _ in first })
    // 0 not seen, else the walk that saw it.
    var walks = [Int](repeating: 0, count: entries.count)
    var found: [Int] = []
    for start in entries.indices {
      var next: Int? = start
      while let at = next, walks[at] == 0 {
        walks[at] = start + 1
        next = entries[at].parent.flatMap { places[$0] }
      }
      if let at = next, walks[at] == start + 1 { found.append(at) }
    }
    return found
  }
}
