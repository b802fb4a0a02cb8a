// SPDX-License-Identifier: Apache-2.0

/// Finds which line of a list belongs to which, from levels, dotted positions or indents.
struct ListTree {
  struct Place {
    let parent: Int?
    let level: Int
  }

  /// For each part line, where it belongs.
  private(set) var places: [(line: Int, place: Place)] = []

  init(_ lines: [PartsListLine], parts: [Int], hasLevels: Bool) {
    if hasLevels, Set(parts.map { lines[$0].level }).count > 1 {
      byDepth(lines, parts)
    } else if Self.hasDottedPositions(lines, parts) {
      byPosition(lines, parts)
    } else if !hasLevels, Self.hasIndents(lines, parts) {
      byDepth(lines, parts)
    } else {
      places = parts.map { (line: $0, place: Place(parent: nil, level: 0)) }
    }
  }

  /// A line belongs to the nearest one above that is less deep.
  private mutating func byDepth(_ lines: [PartsListLine], _ parts: [Int]) {
    var open: [Int] = []
    for line in parts {
      while let last = open.last, lines[last].level >= lines[line].level { open.removeLast() }
      places.append((line: line, place: Place(parent: open.last, level: open.count)))
      open.append(line)
    }
  }

  // MARK: Dotted positions

  private static func prefixes(_ position: String) -> [Substring]? {
    guard CodeText.isPosition(position) else { return nil }
    let steps = position.split(separator: ".")
    return steps.isEmpty || steps.count > 20 ? nil : steps
  }

  /// Whether at least two positions lie below others that are in the list too.
  private static func hasDottedPositions(_ lines: [PartsListLine], _ parts: [Int]) -> Bool {
    var known: Set<String> = []
    var below = 0
    for line in parts {
      guard let steps = prefixes(lines[line].position) else { continue }
      known.insert(steps.joined(separator: "."))
      let isBelow = (1..<max(steps.count, 1)).contains {
        known.contains(steps.prefix($0).joined(separator: "."))
      }
      if isBelow { below += 1 }
    }
    return below >= 1
  }

  /// A line belongs to the last one above whose position its own begins with.
  private mutating func byPosition(_ lines: [PartsListLine], _ parts: [Int]) {
    var known: [String: Int] = [:]
    for line in parts {
      guard let steps = Self.prefixes(lines[line].position) else {
        places.append((line: line, place: Place(parent: nil, level: 0)))
        continue
      }
      var parent: Int?
      for count in stride(from: steps.count - 1, to: 0, by: -1) {
        parent = known[steps.prefix(count).joined(separator: ".")]
        if parent != nil { break }
      }
      known[steps.joined(separator: ".")] = line
      places.append((line: line, place: Place(parent: parent, level: steps.count - 1)))
    }
  }

  // MARK: Indents

  /// Indents count only where the list begins at the left and several lines lie deeper.
  private static func hasIndents(_ lines: [PartsListLine], _ parts: [Int]) -> Bool {
    guard let first = parts.first, lines[first].level == 0 else { return false }
    return parts.count { lines[$0].level > 0 } >= 2
  }
}
