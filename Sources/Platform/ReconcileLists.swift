// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization
import Reconciliation

/// Use case: which organisations of a register the rows of a list mean.
public struct ReconcileLists: Sendable {
  public var registry: String
  public var list: String
  public var registryID = "reg_id"
  public var listID = "rec_id"
  public var language = Language.english
  public var tasks = ProcessInfo.processInfo.activeProcessorCount

  public init(registry: String, list: String) {
    (self.registry, self.list) = (registry, list)
  }

  /// What became of the rows.
  public struct Outcome: Sendable {
    /// Header and one line a row of the list, in its order.
    public let csv: String
    public let linked: Int
    public let asked: Int
    public let new: Int
  }

  /// Throws with findings where a file has faults; nothing is written then.
  public func run(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome {
    let (register, rows) = try read()
    let reconciler = Reconciler(register)
    let results = try await reconciler.reconcile(
      rows, limit: 1, tasks: tasks, isCancelled: isCancelled, progress: progress)
    var csv = "rec_id,decision,reg_id,probability,reasons\n"
    for (row, result) in zip(rows, results) { csv += line(row, result) }
    func count(_ decision: Reconciliation.Decision) -> Int {
      results.count { $0.decision == decision }
    }
    return Outcome(csv: csv, linked: count(.link), asked: count(.ask), new: count(.new))
  }

  /// Both files, with the faults of both.
  private func read() throws(PlatformError) -> ([PartyRecord], [PartyRecord]) {
    let register = Result { () throws(PlatformError) in
      try PartyTable(registry, idColumn: registryID)
    }
    let rows = Result { () throws(PlatformError) in try PartyTable(list, idColumn: listID) }
    if case .failure(let first) = register, case .failure(let second) = rows,
      first.code == .data, second.code == .data
    {
      throw PlatformError(
        .data, first.message + LocalizedText(verbatim: " ") + second.message,
        findings: first.findings + second.findings)
    }
    return (try register.get().records, try rows.get().records)
  }

  private func line(_ row: PartyRecord, _ result: Reconciliation) -> String {
    let best = result.best
    let probability = best?.probability ?? 0
    let isNamed = result.decision != .new || probability >= 0.5
    let reasons = (best?.reasons ?? []).prefix(4).map { $0.text[language] }.joined(separator: "; ")
    let cells = [
      row.id, result.decision.rawValue, isNamed ? best?.id ?? "" : "",
      ProbabilityText.of(probability), reasons,
    ]
    return cells.map(CSVCell.quoted).joined(separator: ",") + "\n"
  }
}
