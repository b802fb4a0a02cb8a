// SPDX-License-Identifier: Apache-2.0
import FlowNetworks

/// What a demand rests on: every pair, line, link and supply from which something can flow to one,
/// with the capacity it has or could get by an option.
///
/// Demands that state a rate count; those that take all that can be made limit nothing and count
/// only where no demand states a rate. Linear in the size of the network.
struct NeededElements {
  private(set) var pairs: [Bool]
  private(set) var lines: [Bool]
  private(set) var links: [Bool]
  private(set) var supplies: [Bool]
  /// Units a day that lines at full capacity and demands can use of each pair, infinity where a
  /// line is not limited.
  private(set) var use: [Double]
  /// Whether a needed link takes the pair's material on to another site.
  private(set) var isForwarded: [Bool]

  init(_ network: FlowNetwork) {
    pairs = Array(repeating: false, count: network.pairs.count)
    use = Array(repeating: 0, count: network.pairs.count)
    isForwarded = Array(repeating: false, count: network.pairs.count)
    lines = Array(repeating: false, count: network.lines.count)
    links = Array(repeating: false, count: network.links.count)
    let needed = Self.spread(network, &pairs, &lines, &links)
    for arc in needed { isForwarded[Int(network.arcs.from[arc])] = true }
    supplies = network.supplies.pair.map { [pairs] in $0 >= 0 && pairs[Int($0)] }
    for line in lines.indices where lines[line] && network.lines.runsPerDay[line] > 0 {
      for entry in network.lines.recipe[line] where network.lines.recipeQuantity[entry] < 0 {
        use[Int(network.lines.recipePair[entry])] -=
          network.lines.recipeQuantity[entry] * network.lines.runsPerDay[line]
      }
    }
    for demand in Self.counted(network) {
      use[Int(network.demands.pair[demand])] += network.demands.perDay[demand]
    }
  }

  private static func counted(_ network: FlowNetwork) -> [Int] {
    let demands = network.demands
    let known = (0..<demands.count).filter { demands.pair[$0] >= 0 && demands.perDay[$0] > 0 }
    let rated = known.filter { demands.perDay[$0].isFinite }
    return rated.isEmpty ? known : rated
  }

  /// Walks back from the demands; returns the arcs met.
  private static func spread(
    _ network: FlowNetwork, _ pairs: inout [Bool], _ lines: inout [Bool], _ links: inout [Bool]
  ) -> [Int] {
    let arcsInto = Compressed.grouping(network.arcs.to, rows: pairs.count)
    var outputs = Array(repeating: Int32(-1), count: network.lines.recipePair.count)
    var lineOf = outputs
    for line in lines.indices {
      for entry in network.lines.recipe[line] where network.lines.recipeQuantity[entry] > 0 {
        outputs[entry] = network.lines.recipePair[entry]
        lineOf[entry] = Int32(line)
      }
    }
    let (isOpen, isPassable) = opened(network)
    let madeBy = Compressed.grouping(outputs, rows: pairs.count)
    var queue: [Int] = []
    var met: [Int] = []
    func need(_ pair: Int32, _ pairs: inout [Bool]) {
      guard !pairs[Int(pair)] else { return }
      pairs[Int(pair)] = true
      queue.append(Int(pair))
    }
    for demand in counted(network) { need(network.demands.pair[demand], &pairs) }
    while let pair = queue.popLast() {
      for at in madeBy.rows[pair] {
        let line = Int(lineOf[Int(madeBy.entries[at])])
        if lines[line] || !isOpen[line] { continue }
        lines[line] = true
        for entry in network.lines.recipe[line] where network.lines.recipeQuantity[entry] < 0 {
          need(network.lines.recipePair[entry], &pairs)
        }
      }
      for at in arcsInto.rows[pair] {
        let arc = Int(arcsInto.entries[at])
        guard isPassable[Int(network.arcs.link[arc])] else { continue }
        met.append(arc)
        links[Int(network.arcs.link[arc])] = true
        need(network.arcs.from[arc], &pairs)
      }
    }
    return met
  }

  /// Lines and links with a capacity, or with an option that gives them one.
  private static func opened(_ network: FlowNetwork) -> (lines: [Bool], links: [Bool]) {
    let chain = network.chain
    let extended = chain.targets(ofOptions: "line").union(chain.targets(ofOptions: "conversion"))
    let routes = chain.targets(ofOptions: "link")
    return (
      network.lines.runsPerDay.indices.map {
        network.lines.runsPerDay[$0] > 0 || extended.contains(chain[.lines].key($0))
      },
      network.links.perDay.indices.map {
        network.links.perDay[$0] > 0 || routes.contains(chain[.links].key($0))
      }
    )
  }
}
