// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import Resilience
import ValueChains

/// Everything the sections of a report read from, computed once.
struct ReportContext {
  /// A ranked disruption with its explanation.
  struct Explained {
    let ranked: RankedDisruption
    let explanation: Explanation
  }

  let assessment: Assessment
  let wording: Wording
  let names: ChainNames
  let basis: MaterialBasis
  let ranking: Ranking
  let figures: FigureSources
  let tally: [(table: TableName, counts: [FigureKind: Int])]
  /// The first of the ranking, explained.
  let explained: [Explained]
  /// By row of the materials: the shortest critical disruption of an element that brings it.
  let criticalDays: [Int: Double]
  /// Rows of the stocks table by `site|material`.
  let stockRows: [String: Int]

  /// How many disruptions are explained in words.
  static let explainedCount = 20

  var chain: ValueChain { assessment.chain }
  var network: FlowNetwork { assessment.network }
  var language: Language { wording.language }

  init(_ assessment: Assessment, _ language: Language) {
    self.assessment = assessment
    let chain = assessment.chain
    wording = Wording(language: language, currency: chain.currency)
    names = ChainNames(chain, wording)
    let basis = MaterialBasis(assessment)
    self.basis = basis
    ranking = Ranking(assessment)
    figures = FigureSources(chain)
    tally = figures.tally()
    let finder = DisruptionReachFinder(assessment.network)
    explained = ranking.all.prefix(Self.explainedCount).map {
      Explained(
        ranked: $0, explanation: Explanation($0.disruption, finder, assessment, basis))
    }
    criticalDays = Self.criticalDays(ranking, finder, assessment.network, names)
    stockRows = Dictionary(
      (0..<chain[.stocks].count).map { (chain[.stocks].key($0), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func criticalDays(
    _ ranking: Ranking, _ finder: DisruptionReachFinder, _ network: FlowNetwork, _ names: ChainNames
  ) -> [Int: Double] {
    var days: [Int: Double] = [:]
    for ranked in ranking.limited where ranked.isCritical && ranked.isNarrow {
      let reach = finder.reach(of: ranked.disruption, followed: false)
      let hit = ranked.disruption.hits[0]
      var materials: [Int] = []
      switch hit.kind {
      case .material: materials = names.row(.materials, hit.target).map { [$0] } ?? []
      case .link:
        materials = reach.links.flatMap { network.links.arcs[$0.id] }.map {
          Int(network.pairs.material[Int(network.arcs.to[$0])])
        }
      default:
        for line in reach.lines {
          materials += network.lines.recipe[line.id]
            .filter { network.lines.recipeQuantity[$0] > 0 }
            .map { Int(network.pairs.material[Int(network.lines.recipePair[$0])]) }
        }
        for supply in reach.supplies where network.supplies.pair[supply.id] >= 0 {
          materials.append(Int(network.pairs.material[Int(network.supplies.pair[supply.id])]))
        }
      }
      for material in materials {
        days[material] = min(days[material] ?? .infinity, ranked.survival.days)
      }
    }
    return days
  }

  /// The name of a material in quotation marks, for sentences.
  func quoted(_ material: Int) -> Markup { wording.quoted(names.name(.materials, material)) }

  /// A few names and how many more there are.
  func some(_ materials: [Int], _ most: Int = 3) -> Markup {
    var parts = materials.prefix(most).map(quoted)
    let rest = materials.count - parts.count
    if rest > 0 {
      parts.append(
        .text(
          wording.count(
            rest, de: ("weiteres Material", "weitere Materialien"),
            en: ("further material", "further materials"))))
    }
    return wording.list(parts)
  }
}
