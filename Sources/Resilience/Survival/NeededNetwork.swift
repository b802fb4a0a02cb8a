// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import ValueChains

/// The part of a network that the demands of day one rest on, cut into independent parts.
///
/// A pair is needed where a demand takes it or where a source of a needed pair takes it. Whatever
/// else the network holds can be left out without changing any result of sections 1 and 2, because
/// nothing there has to move.
package struct NeededNetwork: Sendable {
  /// What can put a material at a pair.
  enum Source: Sendable, Equatable {
    case line(Int)
    case arc(Int)
    case supply(Int)
  }

  let network: FlowNetwork
  /// Demand per day at each pair; 0 elsewhere.
  let demandRate: [Double]
  /// Needed pairs, ascending.
  let pairs: [Int]
  let isNeeded: [Bool]
  /// Sources of each pair, in the order lines, arcs, supplies; empty for pairs not needed.
  let sources: [[Source]]
  /// The part of each pair, -1 where not needed.
  let part: [Int]
  let partCount: Int
  /// Lines, arcs and supplies that serve a needed pair, ascending.
  let lines: [Int]
  let arcs: [Int]
  let supplies: [Int]

  /// - Parameters:
  ///   - days: which days count; day one for the models at constant rates.
  ///   - keepsEverything: treats every pair as needed, for asking what owing a unit would mean.
  package init(
    _ network: FlowNetwork, days: ClosedRange<Double> = 1...1, keepsEverything: Bool = false
  ) {
    self.network = network
    var rates = Array(repeating: 0.0, count: network.pairs.count)
    for demand in 0..<network.demands.count {
      let rate = network.demands.rate(demand, within: days)
      if rate > 0 { rates[Int(network.demands.pair[demand])] += rate }
    }
    demandRate = rates
    let producers = Producers(network, days)
    var needed = Array(repeating: false, count: network.pairs.count)
    var sources: [[Source]] = Array(repeating: [], count: network.pairs.count)
    var queue = rates.indices.filter { keepsEverything || rates[$0] > 0 }
    for pair in queue { needed[pair] = true }
    while let pair = queue.popLast() {
      sources[pair] = producers.sources(of: pair)
      for source in sources[pair] {
        for input in producers.inputs(of: source) where !needed[input] {
          needed[input] = true
          queue.append(input)
        }
      }
    }
    isNeeded = needed
    self.sources = sources
    pairs = needed.indices.filter { needed[$0] }
    var lines: Set<Int> = []
    var arcs: Set<Int> = []
    var supplies: Set<Int> = []
    for source in sources.joined() {
      switch source {
      case .line(let id): lines.insert(id)
      case .arc(let id): arcs.insert(id)
      case .supply(let id): supplies.insert(id)
      }
    }
    self.lines = lines.sorted()
    self.arcs = arcs.sorted()
    self.supplies = supplies.sorted()
    (part, partCount) = Self.parts(network, pairs, self.lines, self.arcs)
  }

  /// Pairs joined by a line, an arc, a shared capacity of lines or of a link that carries all.
  private static func parts(_ network: FlowNetwork, _ pairs: [Int], _ lines: [Int], _ arcs: [Int])
    -> (part: [Int], count: Int)
  {
    var sets = DisjointSets(network.pairs.count)
    var anchorOfLine: [Int: Int] = [:]
    for line in lines {
      let recipe = network.lines.recipe[line]
      let first = Int(network.lines.recipePair[recipe.lowerBound])
      anchorOfLine[line] = first
      for entry in recipe { sets.join(first, Int(network.lines.recipePair[entry])) }
    }
    var firstArcOfLink: [Int32: Int] = [:]
    for arc in arcs {
      let from = Int(network.arcs.from[arc])
      sets.join(from, Int(network.arcs.to[arc]))
      let link = network.arcs.link[arc]
      guard network.links.carriesEverything[Int(link)], network.links.perDay[Int(link)].isFinite
      else { continue }
      if let other = firstArcOfLink[link] {
        sets.join(from, other)
      } else {
        firstArcOfLink[link] = from
      }
    }
    for group in 0..<network.groups.count where network.groups.perDay[group].isFinite {
      let anchors = network.groups.members[group].compactMap { entry in
        anchorOfLine[Int(network.groups.memberLine[entry])]
      }
      for anchor in anchors.dropFirst() { sets.join(anchors[0], anchor) }
    }
    var part = Array(repeating: -1, count: network.pairs.count)
    var numberOfRoot: [Int: Int] = [:]
    for pair in pairs {
      let root = sets.root(pair)
      let number = numberOfRoot[root] ?? numberOfRoot.count
      numberOfRoot[root] = number
      part[pair] = number
    }
    return (part, numberOfRoot.count)
  }

  /// The part a line, arc or supply belongs to, nil where it serves no needed pair.
  func part(of source: Source) -> Int? {
    let pair: Int
    switch source {
    case .line(let id):
      let recipe = network.lines.recipe[id]
      guard let entry = recipe.first(where: { isMade($0) }) else { return nil }
      pair = Int(network.lines.recipePair[entry])
    case .arc(let id): pair = Int(network.arcs.to[id])
    case .supply(let id):
      guard network.supplies.pair[id] >= 0 else { return nil }
      pair = Int(network.supplies.pair[id])
    }
    return part[pair] < 0 ? nil : part[pair]
  }

  /// What each needed pair takes from directly, by way of some of its sources.
  func inputs(of sources: [[Source]]) -> [[Int]] {
    var inputs: [[Int]] = Array(repeating: [], count: network.pairs.count)
    for pair in pairs {
      for source in sources[pair] {
        switch source {
        case .supply: break
        case .arc(let id): inputs[pair].append(Int(network.arcs.from[id]))
        case .line(let id):
          for entry in network.lines.recipe[id] where network.lines.recipeQuantity[entry] < 0 {
            inputs[pair].append(Int(network.lines.recipePair[entry]))
          }
        }
      }
    }
    return inputs
  }

  /// Whether a recipe entry is an output that is needed.
  func isMade(_ entry: Int) -> Bool {
    network.lines.recipeQuantity[entry] > 0 && isNeeded[Int(network.lines.recipePair[entry])]
  }

  /// All that is there at the start: on hand, in transit and every arrival.
  func stock(_ pair: Int, onHandLost: Bool = false) -> Double {
    let pairs = network.pairs
    return (onHandLost ? 0 : pairs.onHand[pair]) + pairs.inTransit[pair] + pairs.arriving[pair]
  }
}

/// What produces each pair, and what that takes.
private struct Producers {
  let network: FlowNetwork
  let makers: (rows: Compressed, entries: [Int32])
  let makerLine: [Int32]
  let inbound: (rows: Compressed, entries: [Int32])
  let supplying: (rows: Compressed, entries: [Int32])

  init(_ network: FlowNetwork, _ days: ClosedRange<Double>) {
    self.network = network
    let lines = network.lines
    var line: [Int32] = []
    for id in 0..<lines.count { line += lines.recipe[id].map { _ in Int32(id) } }
    makerLine = line
    makers = Compressed.grouping(
      lines.recipePair.indices.map { lines.recipeQuantity[$0] > 0 ? lines.recipePair[$0] : -1 },
      rows: network.pairs.count)
    inbound = Compressed.grouping(network.arcs.to, rows: network.pairs.count)
    supplying = Compressed.grouping(
      network.supplies.pair.indices.map {
        network.supplies.isOpen($0, within: days) ? network.supplies.pair[$0] : -1
      }, rows: network.pairs.count)
  }

  func sources(of pair: Int) -> [NeededNetwork.Source] {
    makers.rows[pair].map { .line(Int(makerLine[Int(makers.entries[$0])])) }
      + inbound.rows[pair].map { .arc(Int(inbound.entries[$0])) }
      + supplying.rows[pair].map { .supply(Int(supplying.entries[$0])) }
  }

  func inputs(of source: NeededNetwork.Source) -> [Int] {
    switch source {
    case .line(let id):
      network.lines.recipe[id].filter { network.lines.recipeQuantity[$0] < 0 }.map {
        Int(network.lines.recipePair[$0])
      }
    case .arc(let id): [Int(network.arcs.from[id])]
    case .supply: []
    }
  }
}

/// Disjoint sets with path halving and union by size.
private struct DisjointSets {
  private var parent: [Int]
  private var size: [Int]

  init(_ count: Int) {
    parent = Array(0..<count)
    size = Array(repeating: 1, count: count)
  }

  mutating func root(_ member: Int) -> Int {
    var at = member
    while parent[at] != at {
      parent[at] = parent[parent[at]]
      at = parent[at]
    }
    return at
  }

  mutating func join(_ first: Int, _ second: Int) {
    var (a, b) = (root(first), root(second))
    if a == b { return }
    if size[a] < size[b] { swap(&a, &b) }
    parent[b] = a
    size[a] += size[b]
  }
}
