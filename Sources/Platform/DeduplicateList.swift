// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization
import Reconciliation

/// Use case: which rows of one list are the same organisation.
public struct DeduplicateList: Sendable {
  public var path: String
  public var idColumn = "rec_id"
  public var tasks = ProcessInfo.processInfo.activeProcessorCount

  public init(path: String) { self.path = path }

  public struct Outcome: Sendable {
    /// Header and one line a pair, in the order of the list.
    public let csv: String
    public let records: Int
    public let same: Int
    public let asked: Int
  }

  /// Throws with findings where the file has faults; nothing is written then.
  public func run(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome {
    let records = try PartyTable(path, idColumn: idColumn).records
    let pairs = try await Deduplicator(tasks: tasks).pairs(
      of: records, isCancelled: isCancelled, progress: progress)
    var csv = "a,b,probability,decision\n"
    for pair in pairs {
      let cells = [
        pair.first, pair.second, ProbabilityText.of(pair.probability), pair.decision.rawValue,
      ]
      csv += cells.map(CSVCell.quoted).joined(separator: ",") + "\n"
    }
    let same = pairs.count { $0.decision == .same }
    return Outcome(csv: csv, records: records.count, same: same, asked: pairs.count - same)
  }
}
