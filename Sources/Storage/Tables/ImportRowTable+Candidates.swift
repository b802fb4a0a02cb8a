// SPDX-License-Identifier: Apache-2.0
import Localization
import SQLEngine

/// What comparing said of rows, and what there is to say about them.
extension ImportRowTable {
  public func add(_ candidates: [StagedCandidate], to importID: String) throws {
    var rank: [Int: Int64] = [:]
    var rest = candidates[...]
    _ = try connection.executeMany(
      """
      INSERT INTO import_candidate
        (import, line, rank, target, probability, reasons_de, reasons_en)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """
    ) {
      rest.popFirst().map { candidate in
        rank[candidate.line, default: 0] += 1
        return [
          .text(importID), .integer(Int64(candidate.line)), .integer(rank[candidate.line] ?? 1),
          .text(candidate.target.text), .real(candidate.probability),
          .text(candidate.reasons.german), .text(candidate.reasons.english),
        ]
      }
    }
  }

  public func add(_ notices: [RowNotice], to importID: String) throws {
    var number: [Int: Int64] = [:]
    var rest = notices[...]
    _ = try connection.executeMany(
      """
      INSERT INTO import_notice
        (import, line, number, column_name, is_refusal, message_de, message_en)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """
    ) {
      rest.popFirst().map { notice in
        number[notice.line, default: 0] += 1
        return [
          .text(importID), .integer(Int64(notice.line)), .integer(number[notice.line] ?? 1),
          .text(notice.column), .integer(notice.isRefusal ? 1 : 0),
          .text(notice.message.german), .text(notice.message.english),
        ]
      }
    }
  }

  public func candidates(of importID: String, line: Int) throws -> [StagedCandidate] {
    try connection.rows(
      """
      SELECT line, target, probability, reasons_de, reasons_en FROM import_candidate
      WHERE import = $1 AND line = $2 ORDER BY rank
      """, [.text(importID), .integer(Int64(line))]
    ).map { row in
      StagedCandidate(
        line: Int(try row.integer(0)), target: try Self.target(try row.text(1)),
        probability: try row.real(2),
        reasons: LocalizedText(de: try row.text(3), en: try row.text(4)))
    }
  }

  public func notices(of importID: String) throws -> [RowNotice] {
    try connection.rows(
      """
      SELECT line, column_name, is_refusal, message_de, message_en FROM import_notice
      WHERE import = $1 ORDER BY line, number
      """, [.text(importID)]
    ).map { row in
      RowNotice(
        line: Int(try row.integer(0)), column: try row.text(1), isRefusal: try row.integer(2) != 0,
        message: LocalizedText(de: try row.text(3), en: try row.text(4)))
    }
  }
}
