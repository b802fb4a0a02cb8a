// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Resilience
import ValueChains

/// The figures a time to survive rests on: the stocks that decide, then the elements hit.
struct Evidence {
  let figures: [Figure]

  init(_ context: ReportContext, _ explained: ReportContext.Explained) {
    var places: [(TableName, Int)] = []
    places += Self.decidingStocks(context, explained).map { (.stocks, $0) }
    let explanation = explained.explanation
    places += Self.disruptionRows(context, explained.ranked.disruption).map { (.disruptions, $0) }
    places += Self.hitSites(context, explained.ranked.disruption).map { (.sites, $0) }
    let dry = Set(explanation.dry.map(\.material))
    // Elements that bring what runs dry come first; of ways only when nothing else is hit.
    let lines = explanation.reach.lines.map(\.id).sorted { first, second in
      let (a, b) = (
        Self.makes(first, dry, context.network), Self.makes(second, dry, context.network)
      )
      return a == b ? first < second : a
    }
    places += lines.map { (.lines, $0) }
    places += explanation.reach.supplies.map { (.supplies, $0.id) }
    if lines.isEmpty && explanation.reach.supplies.isEmpty {
      places += explanation.reach.links.map { (.links, $0.id) }
    }
    figures = places.flatMap { context.figures.figures($0.0, $0.1) }
  }

  private static func makes(_ line: Int, _ materials: Set<Int>, _ network: FlowNetwork) -> Bool {
    network.lines.recipe[line].contains {
      network.lines.recipeQuantity[$0] > 0
        && materials.contains(Int(network.pairs.material[Int(network.lines.recipePair[$0])]))
    }
  }

  private static func disruptionRows(_ context: ReportContext, _ disruption: Disruption) -> [Int] {
    let ids = context.chain[.disruptions].text(.disruption)
    return ids.indices.filter { ids[$0] == disruption.id }
  }

  private static func hitSites(_ context: ReportContext, _ disruption: Disruption) -> [Int] {
    disruption.hits.filter { $0.kind == .site }
      .compactMap { context.names.row(.sites, $0.target) }
  }

  /// Rows of the stocks table: those worth most days where that was computed, else what lies of the
  /// materials that run dry.
  static func decidingStocks(
    _ context: ReportContext, _ explained: ReportContext.Explained
  ) -> [Int] {
    let stocks = context.stockRows
    let values = (explained.ranked.survival.stockValues ?? [])
      .sorted { ($0.right, $0.site, $0.material) > ($1.right, $1.site, $1.material) }
    if !values.isEmpty {
      return values.prefix(4).compactMap { stocks["\($0.site)|\($0.material)"] }
    }
    let network = context.network
    var dry = explained.explanation.dry.map(\.material)
    if let short = explained.explanation.shortfall { dry.append(short.material) }
    let pairs = dry.prefix(3).flatMap { context.basis.pairs[$0] }
      .filter { network.pairs.onHand[$0] + network.pairs.inTransit[$0] > 0 }
    return pairs.prefix(4).compactMap { pair in
      let site = context.chain[.sites].key(Int(network.pairs.site[pair]))
      return stocks["\(site)|\(context.chain[.materials].key(Int(network.pairs.material[pair])))"]
    }
  }
}
