// SPDX-License-Identifier: Apache-2.0

/// Lines and links that go round among themselves and take nothing from outside.
///
/// The graph has a node for each pair of site and material and one for each line. Linear.
struct CycleChecks {
  private let chain: ValueChain
  private let reach: Reach
  private let pairCount: Int
  private let edges: Grouping
  private let targets: [Int32]
  private let component: [Int]
  private let componentCount: Int

  init(_ chain: ValueChain, _ reach: Reach) {
    self.chain = chain
    self.reach = reach
    pairCount = reach.pairs.count
    let first = Int32(pairCount)
    var from: [Int32] = []
    var to: [Int32] = []
    for row in reach.recipePair.indices {
      if reach.inputLine[row] >= 0 {
        from.append(reach.recipePair[row])
        to.append(first + reach.inputLine[row])
      }
      if reach.outputLine[row] >= 0 {
        from.append(first + reach.outputLine[row])
        to.append(reach.recipePair[row])
      }
    }
    for at in reach.linkFrom.indices where reach.linkFrom[at] >= 0 {
      from.append(reach.linkFrom[at])
      to.append(reach.linkTo[at])
    }
    edges = Grouping(from, count: pairCount + chain[.lines].count)
    targets = edges.members.map { to[Int($0)] }
    let components = StronglyConnectedComponents(offsets: edges.offsets, targets: targets)
    component = components.component
    componentCount = components.count
  }

  func findings() -> [Finding] {
    let isFed = fedComponents()
    var members = Array(repeating: 0, count: componentCount)
    for component in component { members[component] += 1 }
    // The first line and the first link of each cycle, to have a row to show.
    var lineOf = Array(repeating: Int32(-1), count: componentCount)
    var linkOf = lineOf
    for line in (0..<component.count - pairCount).reversed() {
      lineOf[component[pairCount + line]] = Int32(line)
    }
    for at in reach.linkFrom.indices.reversed() where reach.linkFrom[at] >= 0 {
      let (from, to) = (Int(reach.linkFrom[at]), Int(reach.linkTo[at]))
      if component[from] == component[to] { linkOf[component[from]] = Int32(at) }
    }
    var findings: [Finding] = []
    var isTold = isFed
    for pair in 0..<pairCount where !isTold[component[pair]] {
      let id = component[pair]
      isTold[id] = true
      if members[id] > 1 || linkOf[id] >= 0 {
        findings.append(finding(pair, line: Int(lineOf[id]), link: Int(linkOf[id])))
      }
    }
    return findings
  }

  /// Components that take something from outside themselves: by a supply, by a line none of whose
  /// inputs is among them, or by a link from elsewhere.
  private func fedComponents() -> [Bool] {
    var isFed = Array(repeating: false, count: componentCount)
    for pair in 0..<pairCount where reach.supplied[pair] { isFed[component[pair]] = true }
    for row in reach.outputLine.indices where reach.outputLine[row] >= 0 {
      let made = component[Int(reach.recipePair[row])]
      if component[pairCount + Int(reach.outputLine[row])] != made { isFed[made] = true }
    }
    for at in reach.linkFrom.indices where reach.linkFrom[at] >= 0 {
      let to = component[Int(reach.linkTo[at])]
      if component[Int(reach.linkFrom[at])] != to { isFed[to] = true }
    }
    var hasStar = Array(repeating: false, count: chain[.sites].count)
    let links = reach.links
    for at in links.material.indices
    where links.material[at] == -2 && links.from[at] >= 0 && links.to[at] >= 0 {
      hasStar[Int(links.to[at])] = true
    }
    for pair in 0..<pairCount where hasStar[Int(reach.pairs.site(pair))] {
      isFed[component[pair]] = true
    }
    return isFed
  }

  private func finding(_ start: Int, line: Int, link: Int) -> Finding {
    let way = shortestWay(aroundFrom: start)
    let names = way.prefix(6).map { pair in
      chain[.materials].key(Int(reach.pairs.material(pair))) + " @ "
        + chain[.sites].key(Int(reach.pairs.site(pair)))
    }
    let round = names.joined(separator: " → ") + (way.count > names.count ? " → …" : "")
    let (table, row) = line >= 0 ? (chain[.lines], line) : (chain[.links], link)
    return table.finding(
      .cycleWithoutSupply, .warning, row, nil,
      "Ein Kreislauf nimmt nichts von außen auf: \(round).",
      "A cycle takes nothing from outside: \(round).")
  }

  /// The pairs of a shortest cycle through a pair, which lies on one, in the order of the flow.
  private func shortestWay(aroundFrom start: Int) -> [Int] {
    var previous: [Int: Int] = [:]
    var queue = [start]
    var at = 0
    while at < queue.count {
      let node = queue[at]
      at += 1
      for edge in edges.offsets[node]..<edges.offsets[node + 1] {
        let target = Int(targets[edge])
        guard component[target] == component[start], previous[target] == nil else { continue }
        previous[target] = node
        if target == start { return way(to: start, previous) }
        queue.append(target)
      }
    }
    return [start]
  }

  private func way(to start: Int, _ previous: [Int: Int]) -> [Int] {
    var way: [Int] = []
    var node = start
    repeat {
      if node < pairCount { way.append(node) }
      node = previous[node] ?? start
    } while node != start
    return [start] + way.dropFirst().reversed()
  }
}
