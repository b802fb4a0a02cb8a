// SPDX-License-Identifier: Apache-2.0

/// Which materials can be had at which sites, found by following supplies, stocks, lines and links
/// until nothing new is reached; and the cycles among what cannot.
struct Reach {
  /// A pair of site and material; the dense id of the pair is its order of discovery.
  private struct Pair: Hashable {
    let site: Int32
    let material: Int32
  }

  private let chain: ValueChain
  private var ids: [Pair: Int] = [:]
  private var pairs: [Pair] = []
  private var obtainable: [Bool] = []
  /// Whether a supply enters the chain at the pair.
  private var supplied: [Bool] = []
  private let links: PlacedLinks
  private let outbound: Grouping
  private let lineInputs: [[Int]]
  private let lineOutputs: [[Int]]

  init(
    _ chain: ValueChain, _ keys: KeyChecks, links: PlacedLinks, lineSite: [Int32],
    recipeLine: [Int32],
    recipeMaterial: [Int32], recipeQuantity: [Double]
  ) {
    self.chain = chain
    self.links = links
    outbound = Grouping(links.from, count: chain[.sites].count)

    var ids: [Pair: Int] = [:]
    var pairs: [Pair] = []
    func id(_ site: Int32, _ material: Int32) -> Int {
      let pair = Pair(site: site, material: material)
      if let known = ids[pair] { return known }
      ids[pair] = pairs.count
      pairs.append(pair)
      return pairs.count - 1
    }
    func placed(_ table: TableName) -> [(row: Int, pair: Int)] {
      let site = keys.rows(table, .site, in: .sites)
      let material = keys.rows(table, .material, in: .materials)
      return site.indices.filter { site[$0] >= 0 && material[$0] >= 0 }.map {
        ($0, id(site[$0], material[$0]))
      }
    }
    var sources: [Int] = []
    let supplyRates = chain[.supplies].numbers(.perDay)
    let supplies = placed(.supplies).filter { supplyRates[$0.row] > 0 }.map(\.pair)
    sources += supplies
    let onHand = chain[.stocks].numbers(.onHand)
    let inTransit = chain[.stocks].numbers(.inTransit)
    sources += placed(.stocks).filter { onHand[$0.row] + inTransit[$0.row] > 0 }.map(\.pair)
    let arriving = chain[.arrivals].numbers(.quantity)
    sources += placed(.arrivals).filter { arriving[$0.row] > 0 }.map(\.pair)

    var inputs: [[Int]] = Array(repeating: [], count: lineSite.count)
    var outputs = inputs
    for row in recipeLine.indices where recipeLine[row] >= 0 && recipeMaterial[row] >= 0 {
      let line = Int(recipeLine[row])
      guard lineSite[line] >= 0 else { continue }
      let pair = id(lineSite[line], recipeMaterial[row])
      if recipeQuantity[row] < 0 { inputs[line].append(pair) }
      if recipeQuantity[row] > 0 { outputs[line].append(pair) }
    }
    let runs = chain[.lines].numbers(.runsPerDay)
    for line in runs.indices where runs[line] == 0 { outputs[line] = [] }
    lineInputs = inputs
    lineOutputs = outputs
    self.ids = ids
    self.pairs = pairs
    spread(from: sources)
    for pair in supplies { supplied[pair] = true }
  }

  func isObtainable(site: Int32, material: Int32) -> Bool {
    ids[Pair(site: site, material: material)].map { obtainable[$0] } ?? false
  }

  // MARK: Spreading

  private mutating func spread(from sources: [Int]) {
    obtainable = Array(repeating: false, count: pairs.count)
    supplied = obtainable
    var waitingInputs = lineInputs.map { Set($0).count }
    var consumers: [Int: [Int]] = [:]
    for (line, inputs) in lineInputs.enumerated() {
      for pair in Set(inputs) { consumers[pair, default: []].append(line) }
    }
    let capacity = chain[.links].numbers(.perDay)
    var queue: [Int] = []
    func reach(_ pair: Int, _ state: inout Reach) {
      if !state.obtainable[pair] {
        state.obtainable[pair] = true
        queue.append(pair)
      }
    }
    for pair in sources { reach(pair, &self) }
    for (line, inputs) in lineInputs.enumerated() where inputs.isEmpty {
      for pair in lineOutputs[line] { reach(pair, &self) }
    }
    while let pair = queue.popLast() {
      for line in consumers[pair] ?? [] {
        waitingInputs[line] -= 1
        if waitingInputs[line] == 0 { for output in lineOutputs[line] { reach(output, &self) } }
      }
      let (site, material) = (pairs[pair].site, pairs[pair].material)
      for link in outbound[Int(site)] {
        let at = Int(link)
        guard links.to[at] >= 0, links.material[at] == material || links.material[at] == -2,
          capacity[at] > 0
        else { continue }
        reach(pairID(links.to[at], material), &self)
      }
    }
  }

  private mutating func pairID(_ site: Int32, _ material: Int32) -> Int {
    let pair = Pair(site: site, material: material)
    if let known = ids[pair] { return known }
    ids[pair] = pairs.count
    pairs.append(pair)
    obtainable.append(false)
    supplied.append(false)
    return pairs.count - 1
  }

  // MARK: Cycles

  /// Lines and links that go round among themselves and take nothing from outside the cycle.
  func cycleFindings() -> [Finding] {
    // Only what nothing reaches can be such a cycle, so the graph is usually empty.
    var edges: [[Int]] = Array(repeating: [], count: pairs.count)
    for (line, outputs) in lineOutputs.enumerated() {
      for input in lineInputs[line] { edges[input] += outputs }
    }
    for at in links.from.indices
    where links.from[at] >= 0 && links.to[at] >= 0 && links.material[at] >= 0 {
      if let from = ids[Pair(site: links.from[at], material: links.material[at])],
        let to = ids[Pair(site: links.to[at], material: links.material[at])]
      {
        edges[from].append(to)
      }
    }
    let component = StronglyConnectedComponents(edges).component
    var members: [Int: [Int]] = [:]
    for pair in pairs.indices { members[component[pair], default: []].append(pair) }
    let isFed = fedComponents(component)
    return members.keys.sorted().compactMap { id -> Finding? in
      let cycle = members[id] ?? []
      let isCycle = cycle.count > 1 || edges[cycle[0]].contains(cycle[0])
      return isCycle && !isFed.contains(id) ? finding(cycle) : nil
    }
  }

  /// Components that take something from outside themselves: by a supply, by a line all of whose
  /// inputs lie elsewhere, or by a link from elsewhere.
  private func fedComponents(_ component: [Int]) -> Set<Int> {
    var fed = Set(pairs.indices.filter { supplied[$0] }.map { component[$0] })
    for (line, outputs) in lineOutputs.enumerated() {
      let inputs = Set(lineInputs[line].map { component[$0] })
      for output in outputs where !inputs.contains(component[output]) {
        fed.insert(component[output])
      }
    }
    var starSites: Set<Int32> = []
    for at in links.from.indices where links.from[at] >= 0 && links.to[at] >= 0 {
      if links.material[at] == -2 { starSites.insert(links.to[at]) }
      guard let to = ids[Pair(site: links.to[at], material: links.material[at])] else { continue }
      let from = ids[Pair(site: links.from[at], material: links.material[at])]
      if let from, component[from] != component[to] { fed.insert(component[to]) }
    }
    for pair in pairs.indices where starSites.contains(pairs[pair].site) {
      fed.insert(component[pair])
    }
    return fed
  }

  private func finding(_ cycle: [Int]) -> Finding {
    let members = Set(cycle)
    let names = cycle.prefix(6).map { pair in
      chain[.materials].key(Int(pairs[pair].material)) + " @ "
        + chain[.sites].key(Int(pairs[pair].site))
    }
    let round = names.joined(separator: " → ") + (cycle.count > names.count ? " → …" : "")
    let line = lineOutputs.indices.first { line in
      lineOutputs[line].contains(where: members.contains)
        && lineInputs[line].contains(where: members.contains)
    }
    let link = links.from.indices.first { at in
      guard links.from[at] >= 0, links.to[at] >= 0, links.material[at] >= 0 else { return false }
      let from = ids[Pair(site: links.from[at], material: links.material[at])]
      let to = ids[Pair(site: links.to[at], material: links.material[at])]
      return from.map(members.contains) == true && to.map(members.contains) == true
    }
    let (table, row) = line.map { (chain[.lines], $0) } ?? (chain[.links], link ?? 0)
    return table.finding(
      .cycleWithoutSupply, .warning, row, nil,
      "Ein Kreislauf nimmt nichts von außen auf: \(round).",
      "A cycle takes nothing from outside: \(round).")
  }
}
