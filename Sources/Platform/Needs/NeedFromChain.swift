// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Matching
import Resilience
import Storage
import ValueChains

/// Use case: a critical element of a chain becomes a draft of a need.
///
/// The element is named as `assess --each` names it. How long the chain holds without it is computed
/// and told to whoever asks, but stands in no need: others would read where a chain is weakest.
public struct NeedFromChain: Sendable {
  /// Folder of the chain package.
  public let path: String
  /// `line:`, `supply:`, `link:`, `site:` or `material:` and a key.
  public let element: String
  /// The language of title and description.
  public var language = Language.german
  public var isDryRun = false

  public init(path: String, element: String) {
    self.path = path
    self.element = element
  }

  public struct Outcome: Sendable {
    /// Without an id where it is a dry run.
    public let need: Need
    /// Whether it was there before; then nothing was changed.
    public let isKnown: Bool
    /// Days the chain holds without the element; at most the horizon.
    public let days: Double
    /// Whether that is less than the horizon: whether it is critical at all.
    public let isCritical: Bool
  }

  /// Without a register: what the draft would be.
  public func draft(
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) async throws -> Outcome {
    let (assessment, kind) = try await assessment(isCancelled)
    let chosen = try ChainElement(
      assessment, kind, String(element.dropFirst(kind.rawValue.count + 1)))
    let need = ChainNeedWords(assessment, chosen, language).need(origin: element)
    guard let survival = assessment.survival.first else {
      preconditionFailure("one disruption was asked for")
    }
    return Outcome(
      need: need, isKnown: false, days: survival.days, isCritical: survival.isLimited)
  }

  public func run(
    _ access: RegisterAccess, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) async throws -> Outcome {
    let drafted = try await draft(isCancelled: isCancelled)
    let chain = try CheckChain(path: path).run().chain.name
    let source = NeedSource(source: "chain/" + chain, key: element)
    let (deed, isDryRun) = (access.deed(element), isDryRun)
    func outcome(_ need: Need, isKnown: Bool) -> Outcome {
      Outcome(
        need: need, isKnown: isKnown, days: drafted.days, isCritical: drafted.isCritical)
    }
    if let known = try await access.read({ try NeedTable($0).need(source) }) {
      return outcome(known, isKnown: true)
    }
    if isDryRun { return drafted }
    let (need, isKnown) = try await access.write { connection in
      // Somebody else may have been quicker.
      if let known = try NeedTable(connection).need(source) { return (known, true) }
      return (try Register(connection).enter(drafted.need, from: source, deed), false)
    }
    return outcome(need, isKnown: isKnown)
  }

  private func assessment(_ isCancelled: @escaping @Sendable () -> Bool) async throws
    -> (Assessment, Disruption.Kind)
  {
    let name = element.prefix { $0 != ":" }
    guard element.contains(":"), let kind = Disruption.Kind(rawValue: String(name)),
      ChainElement.kinds.contains(kind)
    else {
      let kinds = ChainElement.kinds.map(\.rawValue).joined(separator: ", ")
      throw PlatformError(
        .request,
        LocalizedText(
          de:
            "„\(element)“ ist kein Element, für das sich etwas suchen lässt. Erwartet wird ART:SCHLÜSSEL wie in „assess --each“; die Art ist eine von \(kinds).",
          en:
            "“\(element)” is no element for which something can be sought. Expected is KIND:KEY as in “assess --each”; the kind is one of \(kinds)."
        ))
    }
    var assess = AssessChain(path: path)
    assess.each = [kind]
    assess.only = [element]
    assess.survivalOnly = true
    switch try await assess.run(isCancelled: isCancelled) {
    case .assessed(let assessment): return (assessment, kind)
    case .unusable(let checked):
      throw PlatformError(
        .data,
        LocalizedText(
          de: "Mit Fehlern lässt sich die Kette nicht rechnen; kein Bedarf wurde angelegt.",
          en: "With errors the chain cannot be computed; no need was made."),
        findings: checked.findings.map(placed))
    }
  }

  /// The finding with its file as people find it: the command names a folder, not a table.
  private func placed(_ finding: Finding) -> Finding {
    let file = finding.table.hasSuffix(".json") ? finding.table : finding.table + ".csv"
    return Finding(
      finding.code, finding.severity, table: path + "/" + file, row: finding.row,
      column: finding.column, key: finding.key, finding.message)
  }
}
