// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Something that fails, as people name it: one or more hits that happen together.
public struct Disruption: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case site, line, link, supply, organisation, group, material, country, region, sector, passage
    case mode
  }

  /// One target and how much of its capacity is left.
  public struct Hit: Sendable {
    public let kind: Kind
    public let target: String
    /// Share of capacity that remains, 0…1.
    public let remaining: Double
    /// Whether on-hand stocks of the sites hit are lost too.
    public let stockLost: Bool
    /// Days until recovery as stated for this hit, nil where not stated.
    public let recoveryDays: Double?

    public init(
      _ kind: Kind, _ target: String, remaining: Double = 0, stockLost: Bool = false,
      recoveryDays: Double? = nil
    ) {
      self.kind = kind
      self.target = target
      self.remaining = remaining
      self.stockLost = stockLost
      self.recoveryDays = recoveryDays
    }
  }

  public let id: String
  public let hits: [Hit]

  public init(_ id: String, _ hits: [Hit]) {
    self.id = id
    self.hits = hits
  }
}

extension Disruption {
  /// The disruptions a package describes, in the order of their first rows.
  public static func described(in chain: ValueChain) -> [Disruption] {
    let table = chain[.disruptions]
    var order: [String] = []
    var hits: [String: [Hit]] = [:]
    for row in 0..<table.count {
      guard let kind = Kind(rawValue: table.text(.kind, row).lowercased()) else { continue }
      let id = table.text(.disruption, row)
      if hits[id] == nil { order.append(id) }
      hits[id, default: []].append(
        Hit(
          kind, table.text(.target, row), remaining: table.number(.remaining, row) ?? 0,
          stockLost: table.text(.stockLost, row).lowercased() == "yes",
          recoveryDays: table.number(.recoveryDays, row)))
    }
    return order.map { Disruption($0, hits[$0] ?? []) }
  }

  /// The failure of every single element of a kind, named `kind:key`: in the order of its table, or
  /// alphabetically for kinds that are values (country, sector, passage …).
  public static func each(_ kind: Kind, in chain: ValueChain) -> [Disruption] {
    func keys(_ table: TableName) -> [String] {
      (0..<chain[table].count).map { chain[table].key($0) }
    }
    func values(_ columns: (TableName, ColumnName)...) -> [String] {
      Set(columns.flatMap { Array(chain[$0.0].text($0.1)) }).subtracting([""]).sorted()
    }
    let targets =
      switch kind {
      case .site: keys(.sites)
      case .line: keys(.lines)
      case .link: keys(.links)
      case .supply: keys(.supplies)
      case .organisation: keys(.organisations)
      case .material: keys(.materials)
      case .group: values((.organisations, .group))
      case .country: values((.sites, .country), (.supplies, .country))
      case .region: values((.sites, .region), (.supplies, .region))
      case .sector: values((.organisations, .sector))
      case .mode: values((.links, .mode))
      case .passage:
        Set(values((.links, .passages)).flatMap(PassageList.names)).sorted()
      }
    return targets.map { Disruption("\(kind.rawValue):\($0)", [Hit(kind, $0)]) }
  }
}
