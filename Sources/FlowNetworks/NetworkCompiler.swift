// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Finds the pairs that occur and the materials that travel on each link.
struct NetworkCompiler {
  /// In place of a material: the link carries every one.
  static let everything: Int32 = -2

  private let chain: ValueChain
  let lineSite: [Int32]
  let recipeLine: [Int32]
  let recipeMaterial: [Int32]
  let linkFrom: [Int32]
  let linkTo: [Int32]
  let linkMaterial: [Int32]
  let supplySite: [Int32]
  let supplyMaterial: [Int32]
  let demandSite: [Int32]
  let demandMaterial: [Int32]
  let arrivalSite: [Int32]
  let arrivalMaterial: [Int32]
  private let stockSite: [Int32]
  private let stockMaterial: [Int32]

  /// Pairs as `site << 32 | material`, sorted: the position is the id.
  private(set) var sortedPairs: [Int64] = []
  private var ids: [Int64: Int32] = [:]
  private(set) var arcLink: [Int32] = []
  private(set) var arcMaterial: [Int32] = []
  private(set) var arcCounts: [Int32] = []
  private(set) var findings: [Finding] = []

  init(_ chain: ValueChain, _ keys: TableKeys) {
    self.chain = chain
    func placed(_ table: TableName) -> (site: [Int32], material: [Int32]) {
      (keys.rows(table, .site, in: .sites), keys.rows(table, .material, in: .materials))
    }
    lineSite = keys.rows(.lines, .site, in: .sites)
    let lineOfRecipe = keys.rows(.recipes, .line, in: .lines)
    let materialOfRecipe = keys.rows(.recipes, .material, in: .materials)
    let sites = lineSite
    recipeLine = zip(lineOfRecipe, materialOfRecipe).map { line, material in
      line >= 0 && material >= 0 && sites[Int(line)] >= 0 ? line : -1
    }
    recipeMaterial = materialOfRecipe
    linkFrom = keys.rows(.links, .fromSite, in: .sites)
    linkTo = keys.rows(.links, .toSite, in: .sites)
    let texts = chain[.links].text(.material)
    linkMaterial = zip(keys.rows(.links, .material, in: .materials), texts).map { row, text in
      row >= 0 ? row : text == "*" ? Self.everything : -1
    }
    (supplySite, supplyMaterial) = placed(.supplies)
    (demandSite, demandMaterial) = placed(.demands)
    (arrivalSite, arrivalMaterial) = placed(.arrivals)
    (stockSite, stockMaterial) = placed(.stocks)
  }

  func id(_ site: Int32, _ material: Int32) -> Int32 {
    // Every pair asked for was collected while compiling.
    ids[Self.pair(site, material)]!
  }

  static func pair(_ site: Int32, _ material: Int32) -> Int64 {
    Int64(site) << 32 | Int64(material)
  }

  mutating func compile() {
    var pairs = statedPairs()
    let starLinks = linkMaterial.indices.filter {
      linkMaterial[$0] == Self.everything && linkFrom[$0] >= 0 && linkTo[$0] >= 0
    }
    let travelling = starLinks.isEmpty ? [:] : travellers(&pairs, starLinks)
    makeArcs(travelling)
    sortedPairs = pairs.sorted()
    ids = Dictionary(uniqueKeysWithValues: zip(sortedPairs, Int32(0)...))
  }

  /// The pairs named by some row.
  private func statedPairs() -> Set<Int64> {
    var pairs: Set<Int64> = []
    func add(_ site: Int32, _ material: Int32) {
      if site >= 0, material >= 0 { pairs.insert(Self.pair(site, material)) }
    }
    for row in recipeLine.indices where recipeLine[row] >= 0 {
      add(lineSite[Int(recipeLine[row])], recipeMaterial[row])
    }
    for (site, material) in zip(supplySite, supplyMaterial) { add(site, material) }
    for (site, material) in zip(demandSite, demandMaterial) { add(site, material) }
    for (site, material) in zip(arrivalSite, arrivalMaterial) { add(site, material) }
    for (site, material) in zip(stockSite, stockMaterial) { add(site, material) }
    for link in linkMaterial.indices where linkFrom[link] >= 0 && linkTo[link] >= 0 {
      add(linkFrom[link], linkMaterial[link])
      add(linkTo[link], linkMaterial[link])
    }
    return pairs
  }

  /// For each link that carries everything: the materials that can be at its start and are of use
  /// at its end. Leaving the others out changes no result, since nothing is gained by moving them.
  private func travellers(_ pairs: inout Set<Int64>, _ starLinks: [Int]) -> [Int: [Int32]] {
    let wanted = wantedPairs()
    let (outbound, entries) = Compressed.grouping(
      linkFrom.enumerated().map { linkMaterial[$0] == Self.everything ? $1 : -1 },
      rows: chain[.sites].count)
    var travelling: [Int: Set<Int32>] = [:]
    var queue = Array(pairs)
    while let pair = queue.popLast() {
      let (site, material) = (Int(pair >> 32), Int32(pair & 0xFFFF_FFFF))
      for entry in outbound[site] {
        let link = Int(entries[entry])
        guard linkTo[link] >= 0 else { continue }
        let target = Self.pair(linkTo[link], material)
        guard wanted.contains(target) else { continue }
        travelling[link, default: []].insert(material)
        if pairs.insert(target).inserted { queue.append(target) }
      }
    }
    return travelling.mapValues { $0.sorted() }
  }

  /// Pairs where a line or a demand takes the material, or from which links lead to such a pair.
  private func wantedPairs() -> Set<Int64> {
    let quantities = chain[.recipes].numbers(.quantity)
    var wanted: Set<Int64> = []
    var queue: [Int64] = []
    func want(_ site: Int32, _ material: Int32) {
      let pair = Self.pair(site, material)
      if site >= 0, material >= 0, wanted.insert(pair).inserted { queue.append(pair) }
    }
    for row in recipeLine.indices where recipeLine[row] >= 0 && quantities[row] < 0 {
      want(lineSite[Int(recipeLine[row])], recipeMaterial[row])
    }
    for (site, material) in zip(demandSite, demandMaterial) { want(site, material) }
    let (inbound, entries) = Compressed.grouping(linkTo, rows: chain[.sites].count)
    while let pair = queue.popLast() {
      let material = Int32(pair & 0xFFFF_FFFF)
      for entry in inbound[Int(pair >> 32)] {
        let link = Int(entries[entry])
        if linkMaterial[link] == material || linkMaterial[link] == Self.everything {
          want(linkFrom[link], material)
        }
      }
    }
    return wanted
  }

  private mutating func makeArcs(_ travelling: [Int: [Int32]]) {
    let capacity = chain[.links].numbers(.perDay)
    let masses = chain[.materials].statedNumbers(.kgPerUnit)
    for link in linkMaterial.indices {
      var materials: [Int32] = []
      if linkMaterial[link] == Self.everything {
        materials = travelling[link] ?? []
      } else if linkMaterial[link] >= 0, linkFrom[link] >= 0, linkTo[link] >= 0 {
        materials = [linkMaterial[link]]
      }
      arcCounts.append(Int32(materials.count))
      for material in materials {
        arcLink.append(Int32(link))
        arcMaterial.append(material)
        let isWeightless = masses[Int(material)].isNaN
        if linkMaterial[link] == Self.everything, capacity[link].isFinite, isWeightless {
          findings.append(weightless(link, Int(material)))
        }
      }
    }
  }

  private func weightless(_ link: Int, _ material: Int) -> Finding {
    let (links, name) = (chain[.links], chain[.materials].key(material))
    return Finding(
      .massUnknown, .warning, table: TableName.links.rawValue, row: Int(links.lines[link]),
      column: ColumnName.perDay.rawValue, key: links.key(link),
      LocalizedText(
        de:
          "Für „\(name)“ ist keine Masse je Einheit bekannt; auf dieser Verbindung wiegt es nichts.",
        en: "No mass per unit is known for “\(name)”; on this link it weighs nothing."))
  }

  /// What the tables of stocks and arrivals say about each pair.
  func stockTable(_ pairs: [Int64]) -> (
    onHand: [Double], inTransit: [Double], arriving: [Double], holding: [Double], maximum: [Double]
  ) {
    var onHand = Array(repeating: 0.0, count: pairs.count)
    var (inTransit, arriving, holding) = (onHand, onHand, onHand)
    var maximum = Array(repeating: Double.infinity, count: pairs.count)
    let stocks = chain[.stocks]
    let columns = (
      stocks.numbers(.onHand), stocks.numbers(.inTransit), stocks.numbers(.holdingCostPerDay),
      stocks.numbers(.maximum)
    )
    for row in stockSite.indices where stockSite[row] >= 0 && stockMaterial[row] >= 0 {
      let pair = Int(id(stockSite[row], stockMaterial[row]))
      onHand[pair] = columns.0[row]
      inTransit[pair] = columns.1[row]
      holding[pair] = columns.2[row]
      maximum[pair] = columns.3[row]
    }
    let quantities = chain[.arrivals].numbers(.quantity)
    for row in arrivalSite.indices where arrivalSite[row] >= 0 && arrivalMaterial[row] >= 0 {
      arriving[Int(id(arrivalSite[row], arrivalMaterial[row]))] += quantities[row]
    }
    return (onHand, inTransit, arriving, holding, maximum)
  }
}
