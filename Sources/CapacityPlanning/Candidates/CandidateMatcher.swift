// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Finds what a line of a list of candidates means in a chain: by key, else by a name that only one
/// row has, whatever its case and accents.
struct CandidateMatcher {
  enum Match: Equatable {
    case row(Int)
    case several([Int])
    case none
  }

  private let chain: ValueChain
  private let keys: [TableName: KeyIndex]
  private var named: [TableName: [String: [Int]]] = [:]
  /// Rows of the sites where lines or demands use each material, ascending.
  private let users: [Int: [Int]]

  init(_ chain: ValueChain) {
    self.chain = chain
    let tables: [TableName] = [.organisations, .materials, .sites]
    keys = Dictionary(uniqueKeysWithValues: tables.map { ($0, chain.keys(of: $0)) })
    for table in tables {
      var rows: [String: [Int]] = [:]
      for (row, name) in chain[table].text(.name).enumerated() where !name.isEmpty {
        rows[CandidateColumn.folded(name), default: []].append(row)
      }
      // Keys in another case come after names as they are.
      for row in 0..<chain[table].count {
        let key = CandidateColumn.folded(chain[table].key(row))
        if rows[key] == nil { rows[key] = [row] }
      }
      named[table] = rows
    }
    users = Self.users(chain)
  }

  private static func users(_ chain: ValueChain) -> [Int: [Int]] {
    let (sites, materials) = (chain.keys(of: .sites), chain.keys(of: .materials))
    var users: [Int: Set<Int>] = [:]
    func use(_ material: Int32, _ site: Int32) {
      if material >= 0, site >= 0 { users[Int(material), default: []].insert(Int(site)) }
    }
    let recipes = chain[.recipes]
    let lineSite = sites.rows(of: chain[.lines].text(.site))
    let line = chain.keys(of: .lines).rows(of: recipes.text(.line))
    let taken = materials.rows(of: recipes.text(.material))
    let quantity = recipes.numbers(.quantity)
    for row in line.indices where line[row] >= 0 && quantity[row] < 0 {
      use(taken[row], lineSite[Int(line[row])])
    }
    let demanded = materials.rows(of: chain[.demands].text(.material))
    for (row, site) in sites.rows(of: chain[.demands].text(.site)).enumerated() {
      use(demanded[row], site)
    }
    return users.mapValues { $0.sorted() }
  }

  func find(_ table: TableName, _ text: String) -> Match {
    if let row = keys[table]?[text] { return .row(row) }
    let rows = named[table]?[CandidateColumn.folded(text)] ?? []
    return rows.count > 1 ? .several(rows) : rows.first.map(Match.row) ?? .none
  }

  /// Sites whose lines or demands use a material.
  func users(of material: Int) -> [Int] { users[material] ?? [] }

  /// Whether what enters at a site can be used there or goes on from there.
  func isUseful(_ material: Int, at site: Int) -> Bool {
    if users(of: material).contains(site) { return true }
    let links = chain[.links]
    let (siteKey, materialKey) = (chain[.sites].key(site), chain[.materials].key(material))
    return (0..<links.count).contains { link in
      links.text(.fromSite, link) == siteKey
        && ["*", materialKey].contains(links.text(.material, link))
    }
  }
}
