// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import Resilience
import ValueChains

/// What a replacement of a chain's element would have to bring: one material, to a site, so much a
/// day.
struct ChainElement {
  static let kinds: [Disruption.Kind] = [.line, .supply, .link, .site, .material]

  enum Task {
    /// Another source of the material.
    case source
    /// Another way for it.
    case transport(fromSite: Int)
  }

  /// Rows of their tables.
  let material: Int
  /// Where it is wanted; nil for a material that many sites want.
  let site: Int?
  /// Whether it is missed there, not only made there so far; a maker's name belongs in no need.
  let isMissedThere: Bool
  let task: Task
  /// Units a day that the chain needs of it and the element can bring; nil where neither is stated.
  let perDay: Double?
  /// What it is made from, where a line makes it: rows of materials.
  let inputs: [Int]

  /// - Parameter key: of the element, which is there.
  init(_ assessment: Assessment, _ kind: Disruption.Kind, _ key: String) throws(PlatformError) {
    let chain = assessment.chain
    let index = Index(chain)
    func row(_ table: TableName) -> Int {
      guard let row = chain.keys(of: table)[key] else {
        preconditionFailure("the disruption was found by its key")
      }
      return row
    }
    switch kind {
    case .line: self = try Self.line(row(.lines), assessment, index)
    case .supply: self = Self.supply(row(.supplies), assessment, index)
    case .link: self = try Self.link(row(.links), assessment, index)
    case .site: self = try Self.site(row(.sites), assessment, index)
    case .material:
      let material = row(.materials)
      self.init(
        material: material, site: nil, isMissedThere: false, task: .source,
        perDay: Self.required(material, assessment), inputs: [])
    default: preconditionFailure("checked: one of ChainElement.kinds")
    }
  }

  private init(
    material: Int, site: Int?, isMissedThere: Bool, task: Task, perDay: Double?, inputs: [Int]
  ) {
    self.material = material
    self.site = site
    self.isMissedThere = isMissedThere
    self.task = task
    self.perDay = perDay
    self.inputs = inputs
  }

  // MARK: Kinds

  private static func line(_ row: Int, _ assessment: Assessment, _ index: Index)
    throws(PlatformError) -> ChainElement
  {
    let chain = assessment.chain
    let key = chain[.lines].key(row)
    let recipe = index.recipe(of: key)
    let made = recipe.filter { $0.quantity > 0 }
    let needed = made.filter { assessment.structure[$0.material].tier != nil }
    // Of what a line makes besides, nobody looks for a second source.
    let candidates = needed.isEmpty ? made : needed
    guard
      let first = candidates.max(by: {
        (required($0.material, assessment) ?? 0, -$0.material)
          < (required($1.material, assessment) ?? 0, -$1.material)
      })
    else {
      throw PlatformError(
        .request,
        LocalizedText(
          de: "Die Linie \(key) macht nichts, das sich suchen ließe.",
          en: "The line \(key) makes nothing that could be sought."))
    }
    let runs = chain[.lines].number(.runsPerDay, row)
    let site = chain[.lines].text(.site, row)
    let end = destination(of: first.material, from: site, chain)
    return ChainElement(
      material: first.material, site: index.sites[end ?? site], isMissedThere: end != nil,
      task: .source,
      perDay: least(required(first.material, assessment), runs.map { $0 * first.quantity }),
      inputs: recipe.filter { $0.quantity < 0 }.map(\.material))
  }

  /// Where a line's product goes, if that is one place: there it will be missed.
  private static func destination(of material: Int, from site: String, _ chain: ValueChain)
    -> String?
  {
    let links = chain[.links]
    let key = chain[.materials].key(material)
    var ends: Set<String> = []
    for link in 0..<links.count
    where links.text(.fromSite, link) == site && links.text(.material, link) == key {
      ends.insert(links.text(.toSite, link))
    }
    return ends.count == 1 ? ends.first : nil
  }

  private static func supply(_ row: Int, _ assessment: Assessment, _ index: Index) -> ChainElement {
    let table = assessment.chain[.supplies]
    let material = index.material(table.text(.material, row))
    return ChainElement(
      material: material, site: index.sites[table.text(.site, row)], isMissedThere: true,
      task: .source, perDay: least(required(material, assessment), table.number(.perDay, row)),
      inputs: [])
  }

  private static func link(_ row: Int, _ assessment: Assessment, _ index: Index)
    throws(PlatformError) -> ChainElement
  {
    let table = assessment.chain[.links]
    guard let material = index.materials[table.text(.material, row)],
      let from = index.sites[table.text(.fromSite, row)]
    else {
      throw PlatformError(
        .request,
        LocalizedText(
          de:
            "Die Verbindung \(table.key(row)) trägt jedes Material; daraus wird kein einzelner Bedarf. Das Material nennen, um das es geht: --element material:SCHLÜSSEL.",
          en:
            "The link \(table.key(row)) carries every material; that makes no single need. Name the material it is about: --element material:KEY."
        ))
    }
    return ChainElement(
      material: material, site: index.sites[table.text(.toSite, row)], isMissedThere: true,
      task: .transport(fromSite: from),
      perDay: least(required(material, assessment), table.number(.perDay, row)), inputs: [])
  }

  /// A site that brings one thing the chain needs stands for that; of others, somebody has to say
  /// which.
  private static func site(_ row: Int, _ assessment: Assessment, _ index: Index)
    throws(PlatformError) -> ChainElement
  {
    let chain = assessment.chain
    let key = chain[.sites].key(row)
    var found: [(element: String, made: ChainElement)] = []
    for line in 0..<chain[.lines].count where chain[.lines].text(.site, line) == key {
      guard let made = try? Self.line(line, assessment, index) else { continue }
      found.append(("line:" + chain[.lines].key(line), made))
    }
    for supply in 0..<chain[.supplies].count where chain[.supplies].text(.site, supply) == key {
      found.append(
        ("supply:" + chain[.supplies].key(supply), Self.supply(supply, assessment, index)))
    }
    let needed = found.filter { assessment.structure[$0.made.material].tier != nil }
    // What is made there outweighs what only comes in there.
    let lines = needed.filter { $0.element.hasPrefix("line:") }
    let chosen = lines.isEmpty ? needed : lines
    guard let first = chosen.first?.made, chosen.allSatisfy({ $0.made.material == first.material })
    else {
      let names = chosen.map(\.element).joined(separator: ", ")
      let what =
        chosen.isEmpty
        ? LocalizedText(
          de: "macht und bezieht nichts, das die Kette braucht",
          en: "makes and obtains nothing the chain needs")
        : LocalizedText(
          de: "bringt mehreres; bitte eines nennen: \(names)",
          en: "brings several things; please name one: \(names)")
      throw PlatformError(
        .request,
        LocalizedText(
          de: "Der Standort \(key) \(what.german).", en: "The site \(key) \(what.english)."))
    }
    let capacities = chosen.map(\.made.perDay)
    let sum = capacities.allSatisfy { $0 != nil } ? capacities.reduce(0) { $0 + ($1 ?? 0) } : nil
    return ChainElement(
      material: first.material, site: first.site, isMissedThere: first.isMissedThere,
      task: .source,
      perDay: least(required(first.material, assessment), sum), inputs: first.inputs)
  }

  // MARK: Quantities

  /// Units of a material a day that the demands of day one take, over all levels; nil where no
  /// demand states a rate or rests on it.
  private static func required(_ material: Int, _ assessment: Assessment) -> Double? {
    let demands = assessment.network.demands
    let total = (0..<demands.count).reduce(0) { $0 + demands.steadyRate($1) }
    guard total > 0, let perUnit = assessment.structure[material].perUnitOfProduct, perUnit > 0
    else { return nil }
    return total * perUnit
  }

  /// The smaller of two rates of which each may be unknown; 0 says nothing.
  private static func least(_ one: Double?, _ other: Double?) -> Double? {
    [one, other].compactMap(\.self).filter { $0 > 0 && $0.isFinite }.min()
  }

  /// Keys of a chain to rows.
  struct Index {
    let sites: KeyIndex
    let materials: KeyIndex
    private let recipes: [String: [(material: Int, quantity: Double)]]

    init(_ chain: ValueChain) {
      sites = chain.keys(of: .sites)
      let materials = chain.keys(of: .materials)
      self.materials = materials
      let table = chain[.recipes]
      var recipes: [String: [(material: Int, quantity: Double)]] = [:]
      for row in 0..<table.count {
        guard let material = materials[table.text(.material, row)],
          let quantity = table.number(.quantity, row)
        else { continue }
        recipes[table.text(.line, row), default: []].append((material, quantity))
      }
      self.recipes = recipes
    }

    func recipe(of line: String) -> [(material: Int, quantity: Double)] { recipes[line] ?? [] }

    /// The row of a material that checking found to be there.
    func material(_ key: String) -> Int {
      guard let row = materials[key] else { preconditionFailure("references were checked") }
      return row
    }
  }
}
