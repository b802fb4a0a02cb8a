// SPDX-License-Identifier: Apache-2.0
import FlowNetworks

/// What a disruption strikes, and what comes to a stop behind it once every stock is used up: the
/// material for explaining a time to survive in words.
package struct DisruptionReach: Sendable {
  /// Ids with the share of capacity that remains, ascending by id.
  package let lines: [(id: Int, remaining: Double)]
  package let links: [(id: Int, remaining: Double)]
  package let supplies: [(id: Int, remaining: Double)]
  /// Sites whose on-hand stock is lost.
  package let emptiedSites: [Int]
  /// Days until recovery; nil where none is stated.
  package let recoveryDays: Double?
  /// For each pair, whether it had a source before and has none now, stocks apart.
  package let isDry: [Bool]
}

/// Finds the reach of disruptions in one network. Each takes time linear in the network.
package struct DisruptionReachFinder {
  private let network: FlowNetwork
  private let resolver: DisruptionResolver
  private var undisturbed: [Bool]
  private let arcsFrom: (rows: Compressed, entries: [Int32])
  private let usersOf: (rows: Compressed, entries: [Int32])
  private let inputCount: [Int32]

  package init(_ network: FlowNetwork) {
    self.network = network
    resolver = DisruptionResolver(network)
    arcsFrom = Compressed.grouping(network.arcs.from, rows: network.pairs.count)
    var inputCount = Array(repeating: Int32(0), count: network.lines.count)
    var inputPair: [Int32] = []
    var inputLine: [Int32] = []
    for line in 0..<network.lines.count {
      for entry in network.lines.recipe[line] where network.lines.recipeQuantity[entry] < 0 {
        inputCount[line] += 1
        inputPair.append(network.lines.recipePair[entry])
        inputLine.append(Int32(line))
      }
    }
    self.inputCount = inputCount
    let (rows, entries) = Compressed.grouping(inputPair, rows: network.pairs.count)
    usersOf = (rows, entries.map { inputLine[Int($0)] })
    undisturbed = []
    undisturbed = fed(DisruptionEffect())
  }

  /// - Parameter followed: whether to follow what stops behind what is hit; else `isDry` is empty
  ///   and the time is in proportion to what is hit.
  package func reach(of disruption: Disruption, followed: Bool = true) -> DisruptionReach {
    let effect = resolver.resolve(disruption).effect
    return DisruptionReach(
      lines: effect.lines, links: effect.links, supplies: effect.supplies,
      emptiedSites: effect.emptiedSites, recoveryDays: effect.recoveryDays,
      isDry: followed ? zip(undisturbed, fed(effect)).map { $0 && !$1 } : [])
  }

  /// Pairs that some source still feeds: supplies, then lines whose inputs are all fed, and links.
  private func fed(_ effect: DisruptionEffect) -> [Bool] {
    var isFed = Array(repeating: false, count: network.pairs.count)
    var waiting = inputCount
    var pending: [Int] = []
    let stoppedLines = Self.stopped(effect.lines)
    let stoppedLinks = Self.stopped(effect.links)
    let stoppedArcs = Self.stopped(effect.arcs)
    let stoppedSupplies = Self.stopped(effect.supplies)
    func feed(_ pair: Int32) {
      guard pair >= 0, !isFed[Int(pair)] else { return }
      isFed[Int(pair)] = true
      pending.append(Int(pair))
    }
    func run(_ line: Int) {
      guard network.lines.runsPerDay[line] > 0, !stoppedLines.contains(line) else { return }
      for entry in network.lines.recipe[line] where network.lines.recipeQuantity[entry] > 0 {
        feed(network.lines.recipePair[entry])
      }
    }
    for supply in 0..<network.supplies.count
    where network.supplies.perDay[supply] > 0 && !stoppedSupplies.contains(supply) {
      feed(network.supplies.pair[supply])
    }
    for line in 0..<network.lines.count where inputCount[line] == 0 { run(line) }
    while let pair = pending.popLast() {
      for entry in arcsFrom.rows[pair] {
        let arc = Int(arcsFrom.entries[entry])
        let link = Int(network.arcs.link[arc])
        let isOpen = network.links.perDay[link] > 0 && !stoppedLinks.contains(link)
        if isOpen, !stoppedArcs.contains(arc) { feed(network.arcs.to[arc]) }
      }
      for entry in usersOf.rows[pair] {
        let line = Int(usersOf.entries[entry])
        waiting[line] -= 1
        if waiting[line] == 0 { run(line) }
      }
    }
    return isFed
  }

  private static func stopped(_ hits: [(id: Int, remaining: Double)]) -> Set<Int> {
    Set(hits.filter { $0.remaining == 0 }.map(\.id))
  }
}
