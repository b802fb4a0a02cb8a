// SPDX-License-Identifier: Apache-2.0

extension ValueChain {
  /// Disruptions whose target does not exist, or that hit nothing.
  func disruptionFindings(_ keys: KeyChecks) -> [Finding] {
    let table = self[.disruptions]
    guard !table.isEmpty else { return [] }
    let values = DisruptionTargets(self)
    return (0..<table.count).filter { !table.damage.has($0) }.flatMap { row -> [Finding] in
      var findings: [Finding] = []
      for column in [ColumnName.disruption, .kind, .target] where table.text(column, row).isEmpty {
        findings.append(
          table.finding(
            .keyMissing, .error, row, column,
            "Die Angabe fehlt; ohne sie ist die Störung nicht bestimmt.",
            "The entry is missing; without it the disruption is not determined."))
      }
      let (kind, target) = (table.text(.kind, row).lowercased(), table.text(.target, row))
      guard findings.isEmpty else { return findings }
      if let other = DisruptionTargets.keyTable(kind) {
        if keys[other][target] == nil, !self[other].damage.lacksRows {
          return [keys.dangling(table, row, .target, target, other)]
        }
      } else if values.isKnown(kind, target) == false {
        return [
          table.finding(
            .disruptionWithoutEffect, .warning, row, .target,
            "In dieser Kette gibt es kein „\(target)“; die Störung trifft nichts.",
            "There is no “\(target)” in this chain; the disruption hits nothing.")
        ]
      }
      return []
    }
  }
}

/// Which targets of the wider kinds of disruption occur in a chain.
struct DisruptionTargets {
  private var values: [String: Set<String>] = [:]
  private var codes: [String: CodeList] = [:]
  /// Whether a table could not be read in which more of them may stand.
  private let lacksSome: Bool

  init(_ chain: ValueChain) {
    lacksSome = [TableName.sites, .supplies, .organisations, .links].contains {
      chain[$0].damage.lacksRows
    }
    func distinct(_ table: TableName, _ column: ColumnName) -> Set<String> {
      Set(chain[table].text(column)).subtracting([""])
    }
    values["country"] = distinct(.sites, .country).union(distinct(.supplies, .country))
    values["region"] = distinct(.sites, .region).union(distinct(.supplies, .region))
    values["sector"] = distinct(.organisations, .sector)
    values["mode"] = distinct(.links, .mode)
    values["group"] = distinct(.organisations, .group).union(
      distinct(.organisations, .organisation))
    for kind in ["region", "sector"] { codes[kind] = CodeList(values[kind] ?? []) }
    values["passage"] = Set(distinct(.links, .passages).flatMap(PassageList.names))
  }

  /// The table whose key a kind of disruption names, nil for kinds that name a value.
  static func keyTable(_ kind: String) -> TableName? {
    switch kind {
    case "site": .sites
    case "line": .lines
    case "link": .links
    case "supply": .supplies
    case "organisation": .organisations
    case "material": .materials
    default: nil
    }
  }

  /// Whether a value occurs, codes including what is below them; nil for an unknown kind.
  func isKnown(_ kind: String, _ target: String) -> Bool? {
    guard let known = values[kind], !lacksSome else { return nil }
    switch kind {
    case "region", "sector": return codes[kind]?.hasCode(within: target) ?? false
    case "country": return known.contains { $0.uppercased() == target.uppercased() }
    case "passage": return known.contains(target.lowercased())
    default: return known.contains(target)
    }
  }
}

/// Codes in order, so that those within a wider one are found without looking at all.
private struct CodeList {
  private let sorted: [String]

  init(_ codes: Set<String>) { sorted = codes.map(Classification.plain).sorted() }

  func hasCode(within target: String) -> Bool {
    let wider = Classification.plain(target)
    if wider.isEmpty { return false }
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < wider { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low].hasPrefix(wider)
  }
}

/// Codes of classifications in which a longer code lies within a shorter one.
public enum Classification {
  /// `DE21` is within `DE2`, `24.10` within `24`; dots and case do not count.
  public static func code(_ code: String, isWithin wider: String) -> Bool {
    !wider.isEmpty && plain(code).hasPrefix(plain(wider))
  }

  static func plain(_ code: String) -> String {
    code.uppercased().filter { $0 != "." && $0 != " " }
  }
}

/// The passages of a link as written in its cell, `suez; gibraltar`.
public enum PassageList {
  public static func names(_ cell: String) -> [String] {
    cell.split(separator: ";").map { entry in
      entry.split(separator: " ").joined(separator: " ").lowercased()
    }.filter { !$0.isEmpty }
  }
}
