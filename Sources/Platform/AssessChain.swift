// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
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
  public var phased: PhasedGrid?
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
    request.disruptions = try disruptions(of: checked.chain)
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

  private func disruptions(of chain: ValueChain) throws(PlatformError) -> [Disruption] {
    let all =
      each.isEmpty
      ? Disruption.described(in: chain) : each.flatMap { Disruption.each($0, in: chain) }
    if only.isEmpty { return all }
    let known = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    let missing = only.filter { known[$0] == nil }
    guard missing.isEmpty else {
      let names = missing.joined(separator: ", ")
      let some = all.prefix(8).map(\.id).joined(separator: ", ") + (all.count > 8 ? ", …" : "")
      throw PlatformError(
        .request,
        LocalizedText(
          de: "Diese Störungen gibt es hier nicht: \(names). Vorhanden sind: \(some)",
          en: "These disruptions do not exist here: \(names). There are: \(some)"))
    }
    let wanted = Set(only)
    return all.filter { wanted.contains($0.id) }
  }
}
