// SPDX-License-Identifier: Apache-2.0
import FlowNetworks

/// Measures a schedule by what its cost does not say.
struct PlanMeasuring {
  private let program: CapacityProgram
  private let schedule: PlanSchedule
  private var model: PlanningModel { program.model }
  private var network: FlowNetwork { program.model.network }

  init(_ program: CapacityProgram, _ schedule: PlanSchedule) {
    self.program = program
    self.schedule = schedule
  }

  func measures() -> PlanMeasures {
    var measures = PlanMeasures()
    for build in schedule.modules where model.options.isConversion[build.row] {
      measures.conversions += build.total
      measures.jobsMoved += build.total * model.jobsMovedPerModule(build.row)
    }
    (measures.foreignShare, measures.unknownOriginShare) = originShares()
    measures.singleSourceExposure = singleSourceExposure()
    return measures
  }

  private func originShares() -> (foreign: Double?, unknown: Double?) {
    var (foreign, unknown, all) = (0.0, 0.0, 0.0)
    func add(_ value: Double, _ origin: Origin) {
      all += value
      if origin == .foreign { foreign += value }
      if origin == .unknown { unknown += value }
    }
    for supply in 0..<network.supplies.count {
      add(
        schedule.purchases[supply].reduce(0, +) * model.supplyCost[supply],
        model.supplyOrigin[supply])
    }
    for arc in 0..<network.arcs.count {
      let link = Int(network.arcs.link[arc])
      let cost = model.linkCost[link] * network.arcs.weight[arc]
      add(schedule.shipments[arc].reduce(0, +) * cost, model.origin(ofLink: link))
    }
    return all > 0 ? (foreign / all, unknown / all) : (nil, nil)
  }

  private func singleSourceExposure() -> Double? {
    var shares: [Double] = []
    for sources in model.materialSources where sources.count > 1 {
      let amounts = sources.map { source in
        switch source {
        case .supply(let supply): schedule.purchases[supply].reduce(0, +)
        case .line(let line, let yield): schedule.runs[line].reduce(0, +) * yield
        }
      }
      let total = amounts.reduce(0, +)
      if total > 0 { shares.append((amounts.max() ?? 0) / total) }
    }
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }
}
