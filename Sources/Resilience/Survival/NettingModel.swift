// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import ValueChains

/// The parts of a network where requirements can be netted without choosing: every needed pair has
/// one source, no source makes two needed things, nothing goes round in a circle.
///
/// There each need is a fixed, convex, piecewise linear function of the window `t`, so the time to
/// survive is the first `t` at which some need outgrows a capacity.
struct NettingModel: Sendable {
  /// Something with a flow and perhaps a capacity: a line's runs, an arc's or a supply's quantity,
  /// a shared capacity, or a pair that nothing can replenish (capacity 0).
  struct Element: Sendable {
    /// Per day; infinity where unlimited.
    var capacity: Double
    let part: Int
    /// What one unit of flow takes: pair and quantity.
    var inputs: [(pair: Int, quantity: Double)] = []
    /// Shared capacities it uses: element and use per unit of flow.
    var shares: [(element: Int, use: Double)] = []
  }

  let needed: NeededNetwork
  /// Whether each part of the needed network can be netted.
  let isNetted: [Bool]
  private(set) var elements: [Element] = []
  /// The element that replenishes each pair and how much one unit of its flow brings, per pair.
  private(set) var sourceElement: [Int]
  private(set) var sourceYield: [Double]
  /// Position of each netted pair in an order where every user comes before what it uses; -1 else.
  private(set) var order: [Int]
  private var elementOfLine: [Int: Int] = [:]
  private var elementOfArc: [Int: Int] = [:]
  private var elementOfSupply: [Int: Int] = [:]
  /// The shared capacity in kilograms of a link that carries everything.
  private var elementOfLink: [Int: Int] = [:]

  init(_ needed: NeededNetwork) {
    self.needed = needed
    let network = needed.network
    sourceElement = Array(repeating: -1, count: network.pairs.count)
    sourceYield = Array(repeating: 1, count: network.pairs.count)
    let usable = needed.sources.map { Self.usable($0, network) }
    order = Self.order(needed, usable)
    isNetted = Self.nettedParts(needed, usable, order)
    let netted = isNetted
    for pair in needed.pairs where netted[needed.part[pair]] { addSource(of: pair, usable[pair]) }
    addSharedCapacities()
  }

  /// Sources that can deliver at all; a source of capacity 0 never can, whatever else fails.
  private static func usable(_ sources: [NeededNetwork.Source], _ network: FlowNetwork)
    -> [NeededNetwork.Source]
  {
    sources.filter { source in
      switch source {
      case .line(let id): network.lines.runsPerDay[id] > 0
      case .arc(let id): network.links.perDay[Int(network.arcs.link[id])] > 0
      case .supply(let id): network.supplies.perDay[id] > 0
      }
    }
  }

  /// Users before what they use; pairs on a cycle get -1.
  private static func order(_ needed: NeededNetwork, _ usable: [[NeededNetwork.Source]]) -> [Int] {
    let inputs = needed.inputs(of: usable)
    let components = StronglyConnectedComponents(inputs)
    var sizes = Array(repeating: 0, count: components.count)
    for pair in needed.pairs { sizes[components.component[pair]] += 1 }
    return inputs.indices.map { pair in
      let component = components.component[pair]
      let isOnCycle = sizes[component] > 1 || inputs[pair].contains(pair)
      // An edge leads from the higher component to the lower, so users come first when descending.
      return needed.isNeeded[pair] && !isOnCycle ? components.count - 1 - component : -1
    }
  }

  private static func nettedParts(
    _ needed: NeededNetwork, _ usable: [[NeededNetwork.Source]], _ order: [Int]
  ) -> [Bool] {
    var isNetted = Array(repeating: true, count: needed.partCount)
    for pair in needed.pairs where usable[pair].count > 1 || order[pair] < 0 {
      isNetted[needed.part[pair]] = false
    }
    for line in needed.lines {
      let outputs = needed.network.lines.recipe[line].filter(needed.isMade)
      if outputs.count > 1, let part = needed.part(of: .line(line)) { isNetted[part] = false }
    }
    return isNetted
  }

  private mutating func addSource(of pair: Int, _ usable: [NeededNetwork.Source]) {
    let network = needed.network
    let part = needed.part[pair]
    sourceElement[pair] = elements.count
    switch usable.first {
    case .line(let id):
      let recipe = network.lines.recipe[id]
      var element = Element(capacity: network.lines.runsPerDay[id], part: part)
      for entry in recipe {
        let quantity = network.lines.recipeQuantity[entry]
        let other = Int(network.lines.recipePair[entry])
        if quantity < 0 { element.inputs.append((other, -quantity)) }
        if other == pair { sourceYield[pair] = quantity }
      }
      elementOfLine[id] = elements.count
      elements.append(element)
    case .arc(let id):
      let link = Int(network.arcs.link[id])
      let isShared = network.links.carriesEverything[link]
      var element = Element(
        capacity: isShared ? .infinity : network.links.perDay[link], part: part)
      element.inputs = [(Int(network.arcs.from[id]), 1)]
      elementOfArc[id] = elements.count
      elements.append(element)
    case .supply(let id):
      elementOfSupply[id] = elements.count
      elements.append(Element(capacity: network.supplies.perDay[id], part: part))
    case nil:
      elements.append(Element(capacity: 0, part: part))
    }
  }

  private mutating func addSharedCapacities() {
    let network = needed.network
    for group in 0..<network.groups.count where network.groups.perDay[group].isFinite {
      let members = network.groups.members[group].compactMap { entry in
        elementOfLine[Int(network.groups.memberLine[entry])].map {
          (element: $0, use: network.groups.memberUse[entry])
        }
      }
      guard let first = members.first else { continue }
      let shared = Element(
        capacity: network.groups.perDay[group], part: elements[first.element].part)
      for member in members {
        elements[member.element].shares.append((elements.count, member.use))
      }
      elements.append(shared)
    }
    for (arc, element) in elementOfArc.sorted(by: { $0.key < $1.key }) {
      let link = Int(network.arcs.link[arc])
      guard network.links.carriesEverything[link], network.links.perDay[link].isFinite else {
        continue
      }
      let shared = elementOfLink[link] ?? elements.count
      if shared == elements.count {
        elementOfLink[link] = shared
        elements.append(
          Element(capacity: network.links.perDay[link], part: elements[element].part))
      }
      elements[element].shares.append((shared, network.arcs.weight[arc]))
    }
  }

  /// The capacities a disruption leaves: element and rate per day, only where netted.
  func capacities(under effect: DisruptionEffect) -> [(element: Int, capacity: Double)] {
    let network = needed.network
    var result: [(element: Int, capacity: Double)] = []
    func add(_ element: Int?, _ capacity: Double, _ remaining: Double) {
      // Nothing remains of an unlimited capacity at 0; otherwise it stays unlimited.
      if let element, remaining == 0 || capacity.isFinite {
        result.append((element, remaining == 0 ? 0 : capacity * remaining))
      }
    }
    for (line, remaining) in effect.lines {
      add(elementOfLine[line], network.lines.runsPerDay[line], remaining)
    }
    for (link, remaining) in effect.links {
      if network.links.carriesEverything[link], remaining > 0 {
        add(elementOfLink[link], network.links.perDay[link], remaining)
      } else {
        for arc in network.links.arcs[link] {
          add(elementOfArc[arc], network.links.perDay[link], remaining)
        }
      }
    }
    for (arc, remaining) in effect.arcs {
      let weight = network.arcs.weight[arc]
      let capacity = network.links.perDay[Int(network.arcs.link[arc])]
      add(elementOfArc[arc], weight > 0 ? capacity / weight : .infinity, remaining)
    }
    for (supply, remaining) in effect.supplies {
      add(elementOfSupply[supply], network.supplies.perDay[supply], remaining)
    }
    return result
  }
}
