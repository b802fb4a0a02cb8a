// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Foundation
import Resilience
import ValueChains

/// Use case: how long a chain holds, what each disruption costs, and what it rests on.
public struct AssessChain: Sendable {
  public var path: String
  /// A folder of larger tables for the supply risk of raw materials.
  public var library: String?
  /// Every single element of these kinds instead of the package's own disruptions.
  public var each: [Disruption.Kind] = []
  /// Only the disruptions with these names.
  public var only: [String] = []
  public var horizon = 3650.0
  public var survivalOnly = false
  public var lossRanges = false
  public var stockValue = false
  public var phased: PeriodGrid?
  public var tasks = ProcessInfo.processInfo.activeProcessorCount

  public init(path: String) { self.path = path }

  public enum Outcome: Sendable {
    case assessed(Assessment)
    /// Errors stand in the way.
    case unusable(CheckedChain)
  }

  public func run(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Assessor.Progress) -> Void = { _ in }
  ) async throws -> Outcome {
    let checked = try CheckChain(path: path).run()
    guard let network = checked.network else { return .unusable(checked) }
    var request = Assessor.Request()
    request.disruptions = try Disruption.named(only, of: checked.chain, each: each)
    request.horizon = horizon
    request.survivalOnly = survivalOnly
    request.lossRanges = lossRanges
    request.stockValue = stockValue
    request.phased = phased
    request.tasks = tasks
    let assessor = Assessor(network, request, isCancelled: isCancelled, progress: progress)
    do {
      var assessment = try await assessor.run()
      // The assessor repeats what compiling found; checking has that already.
      let known = Set(checked.findings)
      assessment.supplyRisk = RawMaterialRisk.all(checked.chain, try DraftChain.library(library))
      assessment.findings = checked.findings + assessment.findings.filter { !known.contains($0) }
      return .assessed(assessment)
    } catch let error as ResilienceError {
      throw PlatformError(error)
    }
  }
}
