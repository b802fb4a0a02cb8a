// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks
import Foundation
import ValueChains

extension BenchmarkCase {
  /// Ramp-up plans of the reference chains, from the compiled network on.
  static let planning: [BenchmarkCase] = [
    BenchmarkCase(name: "plan-build-35k-columns", runs: 5) {
      guard let path = shared("reference/chains/ramp_w27_T24") else { return nil }
      let network = FlowNetwork(try ChainPackage.read(path).chain)
      var request = PlanRequest(PeriodGrid(periods: 24, periodDays: 1))
      request.budget = 60943.09968
      request.timesEveryOption = true
      let planner = Planner(network, request)
      return {
        let size = planner.programSize()
        return "\(size.columns) columns, \(size.rows) rows, \(size.entries) entries built"
      }
    },
    plan("plan-w27", "ramp_w27_T24", budget: 60943.09968),
    plan("plan-w07-whole-modules", "ramp_w07_T24", budget: 516579.13728, whole: true),
  ]

  private static func plan(_ name: String, _ chain: String, budget: Double, whole: Bool = false)
    -> BenchmarkCase
  {
    BenchmarkCase(name: name, runs: 5) {
      guard let path = shared("reference/chains/" + chain) else { return nil }
      let network = FlowNetwork(try ChainPackage.read(path).chain)
      var request = PlanRequest(PeriodGrid(periods: 24, periodDays: 1))
      request.budget = budget
      request.wholeModules = whole
      let planner = Planner(network, request)
      return {
        let plan = try await planner.run()
        let gap = String(format: "%.2f %%", plan.gap * 100)
        return "\(plan.status), objective \(plan.objective ?? .nan)" + (whole ? ", gap \(gap)" : "")
      }
    }
  }
}
