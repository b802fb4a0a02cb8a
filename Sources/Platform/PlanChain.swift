// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Foundation
import Localization
import Resilience
import ValueChains

/// Use case: how output grows, what holds it back, what it costs and how many jobs it takes.
public struct PlanChain: Sendable {
  public var path: String
  public var request: PlanRequest
  /// A disruption of the package to plan under.
  public var disruption: String?
  /// What is added to the chain before planning.
  public var enlarging = EnlargeChain()

  public init(path: String, request: PlanRequest) {
    self.path = path
    self.request = request
    self.request.tasks = ProcessInfo.processInfo.activeProcessorCount
  }

  public enum Outcome: Sendable {
    case planned(CapacityPlan)
    /// Errors stand in the way.
    case unusable(CheckedChain)
  }

  public func run(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Planner.Progress) -> Void = { _ in }
  ) async throws -> Outcome {
    let checked = try enlarging.run(CheckChain(path: path).run())
    guard let network = checked.network else { return .unusable(checked) }
    var request = request
    if let disruption {
      request.disruption = try Disruption.named([disruption], of: checked.chain, each: [])[0]
    }
    do {
      var plan = try await Planner(
        network, request, isCancelled: isCancelled, progress: progress
      ).run()
      let known = Set(checked.findings)
      plan.findings = checked.findings + plan.findings.filter { !known.contains($0) }
      return .planned(plan)
    } catch let error as PlanningError {
      throw PlatformError(error)
    }
  }
}
