// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import ValueChains

/// Pairs that only pass on: without stock, fed by one arc alone, which is unlimited and which nothing
/// asked about can hit. What they need is needed at the arc's start, so program rows and columns for
/// them can be left out; results stay the same.
struct Contractions: Sendable {
  /// The start of the only arc into each contracted pair.
  private(set) var origin: [Int: Int] = [:]
  private(set) var arcs: Set<Int> = []

  /// None.
  init() {}

  /// - Parameter effects: every disruption the program will be solved for.
  init(_ needed: NeededNetwork, _ effects: [DisruptionEffect]) {
    let network = needed.network
    var hit: Set<Int> = []
    for effect in effects {
      hit.formUnion(effect.arcs.map(\.id))
      for link in effect.links { hit.formUnion(network.links.arcs[link.id]) }
    }
    var arcOfPair: [Int: Int] = [:]
    for pair in needed.pairs {
      guard case .arc(let arc)? = needed.sources[pair].first, needed.sources[pair].count == 1,
        !hit.contains(arc), needed.stock(pair) == 0,
        network.links.perDay[Int(network.arcs.link[arc])] == .infinity
      else { continue }
      origin[pair] = Int(network.arcs.from[arc])
      arcOfPair[pair] = arc
    }
    keepOnePairOfEachCycle(needed.pairs, &arcOfPair)
    arcs = Set(arcOfPair.values)
  }

  /// Arcs that lead in a circle would contract each other away. Linear: every pair is walked once.
  private mutating func keepOnePairOfEachCycle(_ pairs: [Int], _ arcOfPair: inout [Int: Int]) {
    var walk: [Int: Int] = [:]
    for start in pairs where origin[start] != nil && walk[start] == nil {
      var at = start
      while let next = origin[at], walk[at] == nil {
        walk[at] = start
        at = next
      }
      // Met a pair of this same walk again: a circle, which is cut here.
      if origin[at] != nil, walk[at] == start {
        origin[at] = nil
        arcOfPair[at] = nil
      }
    }
  }

  /// The pair at which a pair's balance is kept.
  func root(of pair: Int) -> Int {
    var at = pair
    while let next = origin[at] { at = next }
    return at
  }
}
