// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

/// A row of a list in the waiting room, with what comparing it said.
public struct StagedRow: Sendable {
  public var line: Int
  /// The source's number, or the fingerprint where it has none.
  public var key: String
  /// The row, encoded; the original cells of a refused one.
  public var content: String
  public var name: String
  public var outcome: RowOutcome
  public var target: RowTarget?
  /// The record of the source that stands under the key.
  public var earlierRecord: String?
  public var answer: RowAnswer?
  public var answeredBy: String?
  /// The record it became.
  public var record: String?

  public init(
    line: Int, key: String, content: String, name: String, outcome: RowOutcome,
    target: RowTarget? = nil, earlierRecord: String? = nil, answer: RowAnswer? = nil,
    answeredBy: String? = nil, record: String? = nil
  ) {
    self.line = line
    self.key = key
    self.content = content
    self.name = name
    self.outcome = outcome
    self.target = target
    self.earlierRecord = earlierRecord
    self.answer = answer
    self.answeredBy = answeredBy
    self.record = record
  }

  /// Where it goes when the import is committed: what comparing said, or a person.
  var settled: RowAnswer? {
    switch outcome {
    case .linked, .unchanged: target.map(RowAnswer.same)
    case .new: .new
    case .refused: .leave
    case .ask: answer
    }
  }
}

/// An organisation a row may be, and why.
public struct StagedCandidate: Sendable, Hashable {
  public var line: Int
  public var target: RowTarget
  public var probability: Double
  public var reasons: LocalizedText

  public init(line: Int, target: RowTarget, probability: Double, reasons: LocalizedText) {
    self.line = line
    self.target = target
    self.probability = probability
    self.reasons = reasons
  }
}

/// Something to say about a row: why it was refused, or what of it was left out.
public struct RowNotice: Sendable, Hashable {
  public var line: Int
  public var column: String
  public var isRefusal: Bool
  public var message: LocalizedText

  public init(line: Int, column: String, isRefusal: Bool, message: LocalizedText) {
    self.line = line
    self.column = column
    self.isRefusal = isRefusal
    self.message = message
  }
}

public struct ImportRowTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  private static let columns =
    "line, key, content, name, outcome, target, earlier_record, answer, answered_by, record"

  public func add(_ rows: [StagedRow], to importID: String) throws {
    var rest = rows[...]
    _ = try connection.executeMany(
      """
      INSERT INTO import_row (import, \(Self.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """
    ) {
      rest.popFirst().map { row in
        [
          .text(importID), .integer(Int64(row.line)), .text(row.key), .text(row.content),
          .text(row.name), .text(row.outcome.rawValue), SQLValue(row.target?.text),
          SQLValue(row.earlierRecord), SQLValue(row.answer?.text), SQLValue(row.answeredBy),
          SQLValue(row.record),
        ]
      }
    }
  }

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

  /// Rows by line, a page at a time.
  public func rows(of importID: String, after line: Int, limit: Int) throws -> [StagedRow] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM import_row WHERE import = $1 AND line > $2 ORDER BY line LIMIT $3
      """, [.text(importID), .integer(Int64(line)), .integer(Int64(limit))]
    ).map(Self.row)
  }

  public func row(_ line: Int, of importID: String) throws -> StagedRow? {
    try connection.rows(
      "SELECT \(Self.columns) FROM import_row WHERE import = $1 AND line = $2",
      [.text(importID), .integer(Int64(line))]
    ).first.map(Self.row)
  }

  /// Rows that wait for a person, in the order of the list.
  public func open(of importID: String) throws -> [StagedRow] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM import_row
      WHERE import = $1 AND outcome = 'ask' AND record IS NULL AND superseded_by IS NULL
      ORDER BY line
      """, [.text(importID)]
    ).map(Self.row)
  }

  /// Rows linked to an earlier row of the same list, in the order of the list.
  func repeated(of importID: String, limit: Int) throws -> [StagedRow] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM import_row
      WHERE import = $1 AND target >= '=' AND target < '>' AND outcome = 'linked'
      ORDER BY line LIMIT $2
      """, [.text(importID), .integer(Int64(limit))]
    ).map(Self.row)
  }

  /// Refused rows, in the order of the list.
  public func refused(of importID: String) throws -> [StagedRow] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM import_row
      WHERE import = $1 AND outcome = 'refused' ORDER BY line
      """, [.text(importID)]
    ).map(Self.row)
  }

  /// The question about a row with this key that an import of the source left open; nil where there
  /// is none. Candidates are organisations as they are called today.
  public func openQuestion(_ source: String, key: String) throws -> [StagedCandidate]? {
    guard
      let open = try connection.rows(
        """
        SELECT r.import, r.line FROM import_row r JOIN import i ON i.id = r.import
        WHERE r.key = $1 AND r.outcome = 'ask' AND r.record IS NULL AND r.superseded_by IS NULL
          AND i.source = $2 AND i.state = 'committed' ORDER BY r.import DESC LIMIT 1
        """, [.text(key), .text(source)]
      ).first
    else { return nil }
    let importID = try open.text(0)
    var candidates: [StagedCandidate] = []
    for var candidate in try self.candidates(of: importID, line: Int(try open.integer(1))) {
      guard let organisation = try organisation(candidate.target, of: importID) else { continue }
      candidate.target = .organisation(organisation)
      candidates.append(candidate)
    }
    return candidates
  }

  /// What a target of an import that was committed is called today; nil for a row that is open.
  private func organisation(_ target: RowTarget, of importID: String) throws -> EntityID? {
    switch target {
    case .organisation(let id): return try EntityTable(connection).existing(id).owner
    case .line(let line):
      guard let id = try row(line, of: importID)?.record,
        let record = try RecordTable(connection).record(id)
      else { return nil }
      return try EntityTable(connection).existing(record.organisation).owner
    }
  }

  /// Closes the questions that earlier imports of a source left open and that this one asks again,
  /// or answers.
  func supersede(_ source: String, by importID: String) throws {
    _ = try connection.execute(
      """
      UPDATE import_row SET superseded_by = $1
      WHERE outcome = 'ask' AND record IS NULL AND superseded_by IS NULL AND import <> $2
        AND import IN (SELECT id FROM import WHERE source = $3 AND state = 'committed')
        AND EXISTS (
          SELECT 1 FROM import_row n WHERE n.import = $4 AND n.key = import_row.key)
      """, [.text(importID), .text(importID), .text(source), .text(importID)])
  }

  /// Opens again what an import had closed.
  func reopen(supersededBy importID: String) throws {
    _ = try connection.execute(
      "UPDATE import_row SET superseded_by = NULL WHERE superseded_by = $1", [.text(importID)])
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

  /// The last line that is in the waiting room; 0 where there is none.
  public func lastLine(of importID: String) throws -> Int {
    Int(
      try connection.rows(
        "SELECT COALESCE(MAX(line), 0) FROM import_row WHERE import = $1", [.text(importID)]
      ).first?.integer(0) ?? 0)
  }

  public func answer(_ answer: RowAnswer?, _ line: Int, of importID: String, by actor: String)
    throws
  {
    _ = try connection.execute(
      "UPDATE import_row SET answer = $1, answered_by = $2 WHERE import = $3 AND line = $4",
      [SQLValue(answer?.text), .text(actor), .text(importID), .integer(Int64(line))])
  }

  /// Notes what a row became, and what its record said before.
  func settle(_ rows: [SettledRow], of importID: String) throws {
    var rest = rows[...]
    _ = try connection.executeMany(
      """
      UPDATE import_row SET record = $1, earlier_content = $2, earlier_stated_on = $3
      WHERE import = $4 AND line = $5
      """
    ) {
      rest.popFirst().map { row in
        [
          .text(row.record), SQLValue(row.earlier?.content),
          SQLValue(row.earlier?.statedOn.description), .text(importID), .integer(Int64(row.line)),
        ]
      }
    }
  }

  /// What rows became, a page at a time; those that left nothing are not among them.
  func settled(of importID: String, after line: Int, limit: Int) throws -> [SettledRow] {
    try connection.rows(
      """
      SELECT line, record, earlier_content, earlier_stated_on FROM import_row
      WHERE import = $1 AND line > $2 AND record IS NOT NULL ORDER BY line LIMIT $3
      """, [.text(importID), .integer(Int64(line)), .integer(Int64(limit))]
    ).map { row in
      var earlier: SettledRow.Earlier?
      if let content = try row.optionalText(2), let day = try row.optionalText(3) {
        earlier = SettledRow.Earlier(content: content, statedOn: try Storage.day(day))
      }
      return SettledRow(line: Int(try row.integer(0)), record: try row.text(1), earlier: earlier)
    }
  }

  private static func row(_ row: SQLRow) throws -> StagedRow {
    StagedRow(
      line: Int(try row.integer(0)), key: try row.text(1), content: try row.text(2),
      name: try row.text(3), outcome: try stored(try row.text(4)),
      target: try row.optionalText(5).map(target), earlierRecord: try row.optionalText(6),
      answer: try row.optionalText(7).map { text in
        guard let answer = RowAnswer(text) else {
          throw StorageError.unknownChoice("RowAnswer", text)
        }
        return answer
      }, answeredBy: try row.optionalText(8), record: try row.optionalText(9))
  }

  private static func target(_ text: String) throws -> RowTarget {
    guard let target = RowTarget(text) else { throw StorageError.unknownChoice("RowTarget", text) }
    return target
  }
}

/// What a row became.
struct SettledRow {
  /// What the source said under the same key before.
  struct Earlier {
    var content: String
    var statedOn: CalendarDay
  }

  var line: Int
  var record: String
  var earlier: Earlier?
}
