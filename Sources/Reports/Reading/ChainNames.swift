// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import Resilience
import ValueChains

/// What the elements of a chain are called: by their names, and by what they join where they have
/// none.
struct ChainNames {
  let chain: ValueChain
  let wording: Wording
  private let sites: KeyIndex
  private let materials: KeyIndex
  private let keys: [TableName: KeyIndex]

  init(_ chain: ValueChain, _ wording: Wording) {
    self.chain = chain
    self.wording = wording
    sites = chain.keys(of: .sites)
    materials = chain.keys(of: .materials)
    keys = Dictionary(
      uniqueKeysWithValues: [
        TableName.organisations, .sites, .materials, .lines, .links, .supplies, .demands, .groups,
        .options,
      ].map { ($0, chain.keys(of: $0)) })
  }

  func row(_ table: TableName, _ key: String) -> Int? { keys[table]?[key] }

  /// The name of a row as text, never empty.
  func plain(_ table: TableName, _ row: Int) -> String {
    let contents = chain[table]
    switch table {
    case .links: return "\(site(.links, .fromSite, row)) → \(site(.links, .toSite, row))"
    case .supplies: return supply(row)
    case .stocks, .arrivals, .demands:
      return "\(material(table, row)) · \(site(table, .site, row))"
    case .recipes: return recipe(row)
    default:
      let hasName = contents.definition.index(of: .name) != nil
      let name = hasName ? contents.text(.name, row) : ""
      return name.isEmpty ? contents.key(row) : name
    }
  }

  /// The name of a row, kept apart from the text around it.
  func name(_ table: TableName, _ row: Int) -> Markup {
    Self.isolated(plain(table, row))
  }

  /// The name and, where it is something else, the key in small type.
  func cell(_ table: TableName, _ row: Int) -> Markup {
    let key = chain[table].key(row)
    let name = plain(table, row)
    return name == key ? Self.isolated(name) : Self.isolated(name) + Self.key(key)
  }

  static func isolated(_ name: String) -> Markup { .element("bdi", [:], .text(name)) }
  static func key(_ key: String) -> Markup { .element("small", ["class": "key"], .text(key)) }

  private func site(_ table: TableName, _ column: ColumnName, _ row: Int) -> String {
    let key = chain[table].text(column, row)
    return sites[key].map { plain(.sites, $0) } ?? (key.isEmpty ? "–" : key)
  }

  private func material(_ table: TableName, _ row: Int) -> String {
    let key = chain[table].text(.material, row)
    return materials[key].map { plain(.materials, $0) } ?? (key.isEmpty ? "–" : key)
  }

  private func supply(_ row: Int) -> String {
    let name = material(.supplies, row)
    let country = chain[.supplies].text(.country, row)
    if country.isEmpty {
      return wording.say(de: "\(name), Herkunft unbekannt", en: "\(name), origin unknown")
    }
    let place = wording.country(country)
    return wording.say(de: "\(name) aus \(place)", en: "\(name) from \(place)")
  }

  private func recipe(_ row: Int) -> String {
    let key = chain[.recipes].text(.line, row)
    let line = keys[.lines]?[key].map { plain(.lines, $0) } ?? key
    return "\(line) · \(material(.recipes, row))"
  }
}

/// Names of disruptions.
extension ChainNames {
  /// What a disruption hits, in words.
  func plain(_ disruption: Disruption) -> String {
    let shown = disruption.hits.prefix(2).map(plain)
    let rest = disruption.hits.count - shown.count
    let text = shown.joined(separator: " + ")
    if text.isEmpty { return disruption.id }
    return rest > 0
      ? wording.say(de: "\(text) + \(rest) weitere", en: "\(text) + \(rest) more") : text
  }

  func cell(_ disruption: Disruption) -> Markup {
    Self.isolated(plain(disruption)) + Self.key(disruption.id)
  }

  private func plain(_ hit: Disruption.Hit) -> String {
    var notes: [String] = []
    if hit.remaining > 0 {
      let share = wording.percent(hit.remaining)
      notes.append(wording.say(de: "\(share) bleiben", en: "\(share) remain"))
    }
    if hit.stockLost { notes.append(wording.say(de: "Bestand verloren", en: "stock lost")) }
    let kind = KnownNames.kind(hit.kind)[wording.language]
    let note = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
    return "\(kind) \(target(hit))\(note)"
  }

  private func target(_ hit: Disruption.Hit) -> String {
    func named(_ table: TableName) -> String {
      row(table, hit.target).map { plain(table, $0) } ?? hit.target
    }
    switch hit.kind {
    case .site: return named(.sites)
    case .line: return named(.lines)
    case .link: return named(.links)
    case .supply: return named(.supplies)
    case .organisation, .group: return named(.organisations)
    case .material: return named(.materials)
    case .country: return wording.country(hit.target)
    case .region, .sector: return hit.target
    case .passage:
      return KnownNames.passage(hit.target.lowercased())?[wording.language] ?? hit.target
    case .mode: return KnownNames.mode(hit.target)?[wording.language] ?? hit.target
    }
  }
}
