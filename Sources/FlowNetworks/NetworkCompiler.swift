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
  private var pairs: PairIndex
  /// Where each pair of `pairs` stands in `sortedPairs`.
  private var position: [Int32] = []
  /// The ends of links that carry one material, as pairs before sorting; -1 for the others.
  private var linkFromPair: [Int32] = []
  private var linkToPair: [Int32] = []
  private(set) var arcLink: [Int32] = []
  private(set) var arcFrom: [Int32] = []
  private(set) var arcTo: [Int32] = []
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
    linkMaterial = zip(keys.rows(.links, .material, in: .materials), texts.indices).map { row, at in
      row >= 0 ? row : texts[at] == "*" ? Self.everything : -1
    }
    pairs = PairIndex(chain)
    (supplySite, supplyMaterial) = placed(.supplies)
    (demandSite, demandMaterial) = placed(.demands)
    (arrivalSite, arrivalMaterial) = placed(.arrivals)
    (stockSite, stockMaterial) = placed(.stocks)
  }

  func id(_ site: Int32, _ material: Int32) -> Int32 {
    // Every pair asked for was collected while compiling.
    position[pairs.id(site, material)!]
  }

  mutating func compile() {
    addStatedPairs()
    let starLinks = linkMaterial.indices.filter {
      linkMaterial[$0] == Self.everything && linkFrom[$0] >= 0 && linkTo[$0] >= 0
    }
    let travelling = starLinks.isEmpty ? nil : travellers(starLinks)
    makeArcs(travelling)
    sortPairs()
    arcFrom = arcFrom.map { position[Int($0)] }
    arcTo = arcTo.map { position[Int($0)] }
  }

  /// By site and then by material; few materials meet at one site.
  private mutating func sortPairs() {
    let unsorted = pairs.pairs
    let (sites, entries) = Compressed.grouping(
      unsorted.map { Int32($0 >> 32) }, rows: chain[.sites].count)
    // The material above the id, so that plain numbers are sorted.
    var order = entries.map { unsorted[Int($0)] << 32 | Int64($0) }
    for site in 0..<chain[.sites].count where sites[site].count > 1 {
      order[sites[site]].sort()
    }
    sortedPairs = order.map { unsorted[Int($0 & 0xFFFF_FFFF)] }
    position = Array(repeating: 0, count: order.count)
    for (sorted, entry) in order.enumerated() {
      position[Int(entry & 0xFFFF_FFFF)] = Int32(sorted)
    }
  }

  /// The pairs named by some row.
  private mutating func addStatedPairs() {
    linkFromPair = Array(repeating: -1, count: linkMaterial.count)
    linkToPair = linkFromPair
    func add(_ sites: [Int32], _ materials: [Int32], _ pairs: inout PairIndex) {
      for (site, material) in zip(sites, materials) where site >= 0 && material >= 0 {
        _ = pairs.add(site, material)
      }
    }
    for row in recipeLine.indices where recipeLine[row] >= 0 {
      _ = pairs.add(lineSite[Int(recipeLine[row])], recipeMaterial[row])
    }
    add(supplySite, supplyMaterial, &pairs)
    add(demandSite, demandMaterial, &pairs)
    add(arrivalSite, arrivalMaterial, &pairs)
    add(stockSite, stockMaterial, &pairs)
    for link in linkMaterial.indices where linkFrom[link] >= 0 && linkTo[link] >= 0 {
      guard linkMaterial[link] >= 0 else { continue }
      linkFromPair[link] = Int32(pairs.add(linkFrom[link], linkMaterial[link]))
      linkToPair[link] = Int32(pairs.add(linkTo[link], linkMaterial[link]))
    }
  }

  /// For each link that carries everything: the materials that can be at its start and are of use
  /// at its end. Leaving the others out changes no result, since nothing is gained by moving them.
  private mutating func travellers(_ starLinks: [Int]) -> (links: Compressed, materials: [Int32]) {
    let wanted = wantedPairs()
    let (outbound, entries) = Compressed.grouping(
      starLinks.map { linkFrom[$0] }, rows: chain[.sites].count)
    // Each pair is met once and each link once for each pair at its start, so nothing repeats.
    var travelling: [(link: Int32, material: Int32)] = []
    var pair = 0
    while pair < pairs.count {
      let (site, material) = (pairs.site(pair), pairs.material(pair))
      for entry in outbound[Int(site)] {
        let link = starLinks[Int(entries[entry])]
        guard wanted.id(linkTo[link], material) != nil else { continue }
        travelling.append((Int32(link), material))
        _ = pairs.add(linkTo[link], material)
      }
      pair += 1
    }
    travelling.sort { ($0.link, $0.material) < ($1.link, $1.material) }
    let (links, rows) = Compressed.grouping(travelling.map(\.link), rows: linkMaterial.count)
    return (links, rows.map { travelling[Int($0)].material })
  }

  /// Pairs where a line or a demand takes the material, or from which links lead to such a pair.
  private func wantedPairs() -> PairIndex {
    let quantities = chain[.recipes].numbers(.quantity)
    var wanted = PairIndex(chain)
    for row in recipeLine.indices where recipeLine[row] >= 0 && quantities[row] < 0 {
      _ = wanted.add(lineSite[Int(recipeLine[row])], recipeMaterial[row])
    }
    for (site, material) in zip(demandSite, demandMaterial) where site >= 0 && material >= 0 {
      _ = wanted.add(site, material)
    }
    // Links of one material are looked up by pair: a site may have very many of them.
    let (named, namedLinks) = Compressed.grouping(linkToPair, rows: pairs.count)
    let (stars, starLinks) = Compressed.grouping(
      linkMaterial.indices.map { link in
        linkMaterial[link] == Self.everything && linkFrom[link] >= 0 ? linkTo[link] : -1
      }, rows: chain[.sites].count)
    var pair = 0
    while pair < wanted.count {
      let (site, material) = (wanted.site(pair), wanted.material(pair))
      for entry in stars[Int(site)] {
        _ = wanted.add(linkFrom[Int(starLinks[entry])], material)
      }
      if let id = pairs.id(site, material) {
        for entry in named[id] { _ = wanted.add(linkFrom[Int(namedLinks[entry])], material) }
      }
      pair += 1
    }
    return wanted
  }

  private mutating func makeArcs(_ travelling: (links: Compressed, materials: [Int32])?) {
    let capacity = chain[.links].numbers(.perDay)
    let masses = chain[.materials].statedNumbers(.kgPerUnit)
    for link in linkMaterial.indices {
      if linkFromPair[link] >= 0 {
        addArc(link, linkMaterial[link], from: linkFromPair[link], to: linkToPair[link])
        arcCounts.append(1)
        continue
      }
      let range = linkMaterial[link] == Self.everything ? travelling?.links[link] ?? 0..<0 : 0..<0
      arcCounts.append(Int32(range.count))
      for material in travelling?.materials[range] ?? [] {
        let from = pairs.add(linkFrom[link], material)
        addArc(link, material, from: Int32(from), to: Int32(pairs.add(linkTo[link], material)))
        if capacity[link].isFinite, masses[Int(material)].isNaN {
          findings.append(weightless(link, Int(material)))
        }
      }
    }
  }

  private mutating func addArc(_ link: Int, _ material: Int32, from: Int32, to: Int32) {
    arcLink.append(Int32(link))
    arcMaterial.append(material)
    arcFrom.append(from)
    arcTo.append(to)
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
