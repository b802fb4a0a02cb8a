// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Capacity exchange between direct partners, brought into a value chain: demand and capacity
/// objects of Catena-X (CX-0128) and the stocks, deliveries, outputs and days of supply of PURIS.
public enum ChainExchange {
  /// What an import gave.
  public struct Outcome: Sendable {
    public let chain: ValueChain
    /// Everything found, in the order of the files; `table` is the file, `column` the JSON path.
    /// Use the chain only if none is an error.
    public let findings: [Finding]
    public let summary: Summary
  }

  /// The short of an import, for the person who asked for it.
  public struct Summary: Sendable {
    /// Objects met in the files, by aspect, in the order of first meeting.
    public let objects: [(aspect: String, count: Int)]
    /// Rows written, in the order of tables.
    public let rows: [(table: TableName, count: Int)]
    /// Questions that are new.
    public let questions: Int
    /// Statements that were left out, each with a finding.
    public let leftOut: Int
  }

  /// Puts what the files state into a chain, or makes one of it.
  ///
  /// Day 1 of the chain is `firstDay`. What the same objects brought before is replaced, so that
  /// importing files twice changes nothing. Deterministic; linear in the files.
  public static func merge(
    _ files: [ExchangeFile], into chain: ValueChain? = nil, firstDay: CalendarDay
  ) -> Outcome {
    let log = FindingLog()
    var reader = StatementReader(log)
    for file in files { reader.read(file) }
    var merge = Merge(
      reader.statements, into: chain ?? ValueChain(name: "exchange"), firstDay: firstDay, log)
    let merged = merge.run()
    let findings = log.all(in: files.map(\.name))
    let rows = TableName.allCases.compactMap { table in
      merge.writer.added[table].map { (table: table, count: $0) }
    }
    return Outcome(
      chain: merged, findings: findings,
      summary: Summary(
        objects: reader.counts, rows: rows, questions: merge.writer.questions,
        leftOut: findings.count { $0.code == .leftOut }))
  }
}
