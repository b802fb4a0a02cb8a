// SPDX-License-Identifier: Apache-2.0
import Resilience

/// One disruption with everything that was found about it.
struct RankedDisruption {
  /// From 1, the shortest first.
  let rank: Int
  let survival: Assessment.Survival
  let recovery: Assessment.Recovery?

  var disruption: Disruption { survival.disruption }

  /// Below this many days a limit counts as critical where no time to recover is known.
  static let criticalDays = 30.0

  /// Whether demand goes short before what failed has recovered; where nobody says how long that
  /// takes, within a month.
  var isCritical: Bool {
    survival.isLimited && (recovery?.isExposed ?? (survival.days < Self.criticalDays))
  }

  /// Whether one thing fails and not a whole country, branch or way of transport.
  var isNarrow: Bool {
    let narrow: Set<Disruption.Kind> = [.site, .line, .link, .supply, .organisation, .material]
    return disruption.hits.count == 1 && narrow.contains(disruption.hits[0].kind)
  }
}

/// Disruptions by how soon they are felt; of equals, the dearer one first.
struct Ranking {
  let all: [RankedDisruption]
  /// Those that end before the horizon.
  var limited: [RankedDisruption] { all.filter(\.survival.isLimited) }

  init(_ assessment: Assessment) {
    let recovery = Dictionary(
      assessment.recovery.map { ($0.disruption.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = assessment.survival.enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      if a.isLimited != b.isLimited { return a.isLimited }
      if a.days != b.days { return a.days < b.days }
      let lossA = recovery[a.disruption.id]?.lostValue ?? 0
      let lossB = recovery[b.disruption.id]?.lostValue ?? 0
      return lossA == lossB ? first.offset < second.offset : lossA > lossB
    }
    all = ordered.enumerated().map { at, entry in
      RankedDisruption(
        rank: at + 1, survival: entry.element, recovery: recovery[entry.element.disruption.id])
    }
  }

  func count(below days: Double) -> Int {
    all.count { $0.survival.isLimited && $0.survival.days < days }
  }

  /// The dearest, nil where nothing was lost or costs were not asked for.
  var dearest: RankedDisruption? {
    all.filter { ($0.recovery?.lostValue ?? 0) > 0 }.max { a, b in
      let (x, y) = (a.recovery?.lostValue ?? 0, b.recovery?.lostValue ?? 0)
      return x == y ? a.rank > b.rank : x < y
    }
  }
}
