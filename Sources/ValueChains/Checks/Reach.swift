// SPDX-License-Identifier: Apache-2.0

/// Which materials can be had at which sites, found by following supplies, stocks, lines and links
/// until nothing new is reached.
///
/// Linear in rows, except that a `*` link counts once for each material that reaches it.
struct Reach {
  let links: PlacedLinks
  private(set) var pairs: PairIndex
  /// Whether a supply enters the chain at the pair.
  private(set) var supplied: [Bool] = []
  /// For each row of recipes the pair it makes or takes, -1 where it takes no part.
  let recipePair: [Int32]
  /// The line of each row that takes, or of each that makes something; -1 for the others.
  let inputLine: [Int32]
  let outputLine: [Int32]
  /// The ends of each link that carries one material, as pairs; -1 for the others.
  let linkFrom: [Int32]
  let linkTo: [Int32]
  private var obtainable: [Bool] = []

  init(_ chain: ValueChain, _ keys: KeyChecks, _ links: PlacedLinks) {
    self.links = links
    var pairs = PairIndex(chain)
    func placed(_ table: TableName) -> [(row: Int, pair: Int)] {
      let site = keys.rows(table, .site)
      let material = keys.rows(table, .material)
      return site.indices.filter { site[$0] >= 0 && material[$0] >= 0 }.map {
        ($0, pairs.add(site[$0], material[$0]))
      }
    }
    let rates = chain[.supplies].numbers(.perDay)
    let supplies = placed(.supplies).filter { rates[$0.row] > 0 }.map(\.pair)
    let onHand = chain[.stocks].numbers(.onHand)
    let inTransit = chain[.stocks].numbers(.inTransit)
    // What could not be read counts as being there: that it may be missing is no second mistake.
    let (stocks, arrivals, recipes) = (
      chain[.stocks].damage, chain[.arrivals].damage, chain[.recipes].damage
    )
    var sources = supplies
    sources += placed(.stocks).filter { row, _ in
      onHand[row] + inTransit[row] > 0 || stocks.has(row, .onHand) || stocks.has(row, .inTransit)
    }.map(\.pair)
    let arriving = chain[.arrivals].numbers(.quantity)
    sources += placed(.arrivals).filter { row, _ in
      arriving[row] > 0 || arrivals.has(row, .quantity)
    }.map(\.pair)

    let lineSite = keys.rows(.lines, .site)
    let line = keys.rows(.recipes, .line)
    let material = keys.rows(.recipes, .material)
    recipePair = line.indices.map { row in
      guard line[row] >= 0, material[row] >= 0, lineSite[Int(line[row])] >= 0 else { return -1 }
      return Int32(pairs.add(lineSite[Int(line[row])], material[row]))
    }
    let quantity = chain[.recipes].numbers(.quantity)
    let runs = chain[.lines].numbers(.runsPerDay)
    let takesPart = zip(recipePair, line).map { $0 >= 0 ? $1 : -1 }
    inputLine = takesPart.indices.map { quantity[$0] < 0 ? takesPart[$0] : -1 }
    outputLine = takesPart.indices.map { row in
      let line = takesPart[row]
      let makes = quantity[row] > 0 || recipes.has(row, .quantity)
      return line >= 0 && makes && runs[Int(line)] > 0 ? line : -1
    }

    func ends(_ site: [Int32]) -> [Int32] {
      links.material.indices.map { at in
        guard links.from[at] >= 0, links.to[at] >= 0, links.material[at] >= 0 else { return -1 }
        return Int32(pairs.add(site[at], links.material[at]))
      }
    }
    linkFrom = ends(links.from)
    linkTo = ends(links.to)
    self.pairs = pairs
    spread(from: sources, capacity: chain[.links].numbers(.perDay), lines: lineSite.count)
    supplied = Array(repeating: false, count: self.pairs.count)
    for pair in supplies { supplied[pair] = true }
  }

  func isObtainable(site: Int32, material: Int32) -> Bool {
    pairs.id(site, material).map { obtainable[$0] } ?? false
  }

  private mutating func spread(from sources: [Int], capacity: [Double], lines: Int) {
    let named = pairs.count
    obtainable = Array(repeating: false, count: named)
    let takers = Grouping(zip(recipePair, inputLine).map { $1 >= 0 ? $0 : -1 }, count: named)
    let outputs = Grouping(outputLine, count: lines)
    var waiting = Array(repeating: 0, count: lines)
    for line in inputLine where line >= 0 { waiting[Int(line)] += 1 }
    let outbound = Grouping(
      linkFrom.indices.map { capacity[$0] > 0 ? linkFrom[$0] : -1 }, count: named)
    let stars = Grouping(
      links.material.indices.map { at in
        links.material[at] == -2 && links.to[at] >= 0 && capacity[at] > 0 ? links.from[at] : -1
      }, count: 1 + Int(links.from.max() ?? 0))

    var queue: [Int] = []
    func reach(_ pair: Int, _ state: inout Reach) {
      if pair == state.obtainable.count { state.obtainable.append(false) }
      if !state.obtainable[pair] {
        state.obtainable[pair] = true
        queue.append(pair)
      }
    }
    func run(_ line: Int, _ state: inout Reach) {
      for row in outputs[line] { reach(Int(state.recipePair[Int(row)]), &state) }
    }
    for pair in sources { reach(pair, &self) }
    for line in 0..<lines where waiting[line] == 0 { run(line, &self) }
    while let pair = queue.popLast() {
      // Pairs found on the way, by links that carry everything, are named by no row.
      if pair < named {
        for row in takers[pair] {
          let line = Int(inputLine[Int(row)])
          waiting[line] -= 1
          if waiting[line] == 0 { run(line, &self) }
        }
        for link in outbound[pair] { reach(Int(linkTo[Int(link)]), &self) }
      }
      let (site, material) = (Int(pairs.site(pair)), pairs.material(pair))
      guard site < stars.count else { continue }
      for link in stars[site] { reach(pairs.add(links.to[Int(link)], material), &self) }
    }
  }
}
