// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import ValueChains

/// How to compute time to survive, for tests and benchmarks that compare the two.
package enum SurvivalMethod: Sendable {
  /// Netting where it is exact, the program elsewhere.
  case automatic
  case programOnly
}

/// Time to survive of one network: netting where requirements leave no choice, the linear program
/// for the parts that leave one. Both give the same numbers.
struct SurvivalModel: Sendable {
  let needed: NeededNetwork
  let horizon: Double
  private let netting: NettingModel
  private let nettedParts: Set<Int>
  /// One program for each part that cannot be netted.
  private let programs: [PartProgram]
  private let baseQueries: [NettingSweep.Query]
  private let stock: [Double]

  private struct PartProgram: Sendable {
    let part: Int
    let program: SurvivalProgram
    let baseline: Double
    let basis: Basis
  }

  /// - Parameter effects: every disruption that will be asked about.
  init(
    _ needed: NeededNetwork, _ effects: [DisruptionEffect], horizon: Double,
    method: SurvivalMethod = .automatic, isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    self.needed = needed
    self.horizon = horizon
    let netting = NettingModel(needed)
    self.netting = netting
    let parts = 0..<needed.partCount
    nettedParts =
      method == .programOnly ? [] : Set(parts.filter { netting.isNetted[$0] })
    stock = needed.network.pairs.site.indices.map { needed.stock($0) }
    let nettedParts = nettedParts
    baseQueries = netting.elements.indices.filter {
      netting.elements[$0].capacity.isFinite && nettedParts.contains(netting.elements[$0].part)
    }.map { NettingSweep.Query(element: $0, capacity: netting.elements[$0].capacity) }
    let rates = ReferenceRates(needed)
    let contractions =
      nettedParts.count == parts.count ? Contractions() : Contractions(needed, effects)
    programs = try parts.filter { !nettedParts.contains($0) }.map { part in
      let program = SurvivalProgram(
        needed, rates, parts: [part], horizon: horizon, contractions: contractions)
      let (days, basis) = try program.undisturbed(isCancelled)
      return PartProgram(part: part, program: program, baseline: days, basis: basis)
    }
  }

  /// Whether any part needs the linear program.
  var usesPrograms: Bool { !programs.isEmpty }

  /// Days the undisturbed chain serves its demand, at most the horizon.
  func undisturbed() -> Double {
    let netted = NettingSweep.times(
      baseQueries, netting, stock: stock, parts: nettedParts, horizon: horizon)
    return min(netted.min() ?? horizon, programs.map(\.baseline).min() ?? horizon)
  }

  // MARK: Netting

  /// Days by the netted parts alone for each disruption; one sweep for all of them, and one more
  /// for each that takes stock away.
  func nettedDays(_ effects: [DisruptionEffect]) -> [Double] {
    guard !nettedParts.isEmpty else { return effects.map { _ in horizon } }
    var queries = baseQueries
    let ranges = effects.map { effect -> Range<Int> in
      guard effect.emptiedSites.isEmpty else { return 0..<0 }
      let start = queries.count
      queries += self.queries(effect)
      return start..<queries.count
    }
    let times = NettingSweep.times(
      queries, netting, stock: stock, parts: nettedParts, horizon: horizon)
    let baseline = times.prefix(baseQueries.count).min() ?? horizon
    return zip(effects, ranges).map { effect, range in
      if !effect.emptiedSites.isEmpty { return nettedDaysWithoutStock(effect) }
      return min(baseline, times[range].min() ?? horizon)
    }
  }

  private func queries(_ effect: DisruptionEffect) -> [NettingSweep.Query] {
    netting.capacities(under: effect).filter {
      $0.capacity.isFinite && nettedParts.contains(netting.elements[$0.element].part)
    }.map { NettingSweep.Query(element: $0.element, capacity: $0.capacity) }
  }

  private func nettedDaysWithoutStock(_ effect: DisruptionEffect) -> Double {
    let sites = Set(effect.emptiedSites.map(Int32.init))
    var stock = stock
    for pair in stock.indices where sites.contains(needed.network.pairs.site[pair]) {
      stock[pair] = needed.stock(pair, onHandLost: true)
    }
    let times = NettingSweep.times(
      baseQueries + queries(effect), netting, stock: stock, parts: nettedParts, horizon: horizon)
    return times.min() ?? horizon
  }

  // MARK: Programs

  /// A batch of disruptions solved one after the other by fresh solvers, always starting from the
  /// undisturbed optimum: the same bits whichever thread takes the batch.
  func programDays(
    _ effects: ArraySlice<DisruptionEffect>, names: ArraySlice<String>,
    isCancelled: @escaping @Sendable () -> Bool, progress: () -> Void
  ) throws -> [Double] {
    var days = Array(repeating: horizon, count: effects.count)
    for part in programs {
      var solver = try part.program.makeSolver(isCancelled)
      for (at, (effect, name)) in zip(effects, names).enumerated() {
        let result =
          touches(effect, part.part)
          ? try part.program.days(
            under: effect, named: name, &solver, startingFrom: part.basis)
          : part.baseline
        days[at] = min(days[at], result)
      }
    }
    for _ in effects { progress() }
    return days
  }

  /// Whether a disruption changes anything in a part.
  private func touches(_ effect: DisruptionEffect, _ part: Int) -> Bool {
    let network = needed.network
    if effect.lines.contains(where: { needed.part(of: .line($0.id)) == part }) { return true }
    if effect.supplies.contains(where: { needed.part(of: .supply($0.id)) == part }) { return true }
    if effect.arcs.contains(where: { needed.part(of: .arc($0.id)) == part }) { return true }
    if effect.links.contains(where: { link in
      network.links.arcs[link.id].contains { needed.part(of: .arc($0)) == part }
    }) {
      return true
    }
    guard !effect.emptiedSites.isEmpty else { return false }
    let sites = Set(effect.emptiedSites.map(Int32.init))
    return needed.pairs.contains {
      needed.part[$0] == part && sites.contains(network.pairs.site[$0])
    }
  }
}
