// SPDX-License-Identifier: Apache-2.0
import Batching
import Foundation
import Localization
import Matching
import NeedLists
import ValueChains
import Vocabulary

/// Use case: the needs of a file held against the firms of another.
public struct MatchFiles: Sendable {
  public var firms: String
  public var needs: String
  /// At most that many firms a need.
  public var limit = 20
  /// The day on which certificates, capacity and attention are judged.
  public var day: CalendarDay
  public var acrossBranches = false
  /// Of the reasons in the table; the document has both.
  public var language = Language.german
  public var tasks = ProcessInfo.processInfo.activeProcessorCount

  public init(firms: String, needs: String, day: CalendarDay) {
    (self.firms, self.needs, self.day) = (firms, needs, day)
  }

  public struct Outcome: Sendable {
    public let csv: String
    public let document: JSONValue
    /// What the files lack without being wrong.
    public let findings: [Finding]
    public let needs: Int
    public let firms: Int
    public let matches: [(need: Need, matches: [Match])]
  }

  /// Throws with the findings of both files where one of them cannot be used. The same result for any
  /// number of tasks.
  public func run(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Outcome {
    let (suppliers, needs, findings) = try read()
    var filled = MatchIndex.builtIn
    filled.put(suppliers)
    let index = filled
    var options = MatchOptions(day: day, limit: limit)
    options.acrossBranches = acrossBranches
    let chosen = options
    let finished: @Sendable (Int) -> Void = { progress($0, needs.count) }
    let matches = try await SideBySide.batches(
      of: 1, count: needs.count, tasks: tasks, isCancelled: isCancelled, finished: finished
    ) { range, finished in
      var found: [[Match]] = []
      for at in range {
        found.append(index.matches(for: needs[at], chosen))
        finished()
      }
      return found
    }
    let language = language
    let csv = MatchTable.header + "\n" + matches.map { MatchTable.lines($0, language) }.joined()
    let document = JSONValue.object([
      ("formatVersion", .number(1)), ("asOf", .text(day.description)),
      ("needs", .array(zip(needs, matches).map { MatchDocument.matches($0, $1) })),
    ])
    return Outcome(
      csv: csv, document: document, findings: findings, needs: needs.count,
      firms: suppliers.count, matches: Array(zip(needs, matches)).map { ($0, $1) })
  }

  private func read() throws(PlatformError) -> ([Supplier], [Need], [Finding]) {
    guard limit > 0 else {
      throw PlatformError(
        .request,
        LocalizedText(
          de: "--top muss mindestens 1 sein.", en: "--top has to be at least 1."))
    }
    let firmList = SupplierList(try ScreeningFiles.bytes(of: firms), file: Self.name(firms))
    let needList = NeedList(try ScreeningFiles.bytes(of: needs), file: Self.name(needs))
    var findings = firmList.findings + needList.findings
    var made: [Need] = []
    for row in needList.rows {
      let (need, faults) = Need.make(row.values, id: row.key)
      made.append(need)
      for fault in faults {
        findings.append(
          Finding(
            .incomplete, .error, table: Self.name(needs), row: row.line,
            column: fault.field.rawValue, key: row.key, fault.message))
      }
    }
    guard !findings.hasErrors else {
      throw PlatformError(unusable: findings)
    }
    return (firmList.suppliers, made, findings)
  }

  private static func name(_ path: String) -> String {
    URL(fileURLWithPath: path).lastPathComponent
  }
}
