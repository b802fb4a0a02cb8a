// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

/// What an import did to the register.
public struct CommitSummary: Sendable, Hashable {
  public var linked = 0
  public var new = 0
  public var changed = 0
  public var unchanged = 0
  /// Rows that wait for an answer.
  public var open = 0
  /// Refused rows, and rows left out on request.
  public var leftOut = 0
  /// Records of the source that the list no longer has.
  public var left = 0
  /// Rows of the database written, those of the waiting room not counted.
  public var written = 0
}

extension Register {
  /// Takes the settled rows of an import into the register, in the running transaction: all of them
  /// or none. Rows that wait for an answer stay open; answered later, they are taken in by the same
  /// call.
  ///
  /// Linear in the rows; memory for some thousand rows and an id for each new organisation.
  public func commit(
    _ importID: String, by actor: String, at: String,
    progress: (_ line: Int) throws -> Void = { _ in }
  ) throws -> CommitSummary {
    let imports = ImportTable(connection)
    let staged = try imports.existing(importID)
    let isFirst = staged.state == .ready
    guard isFirst || staged.state == .committed else {
      throw StorageError.importState(importID, staged.state)
    }
    guard let source = try SourceTable(connection).source(named: staged.source) else {
      throw StorageError.unknownChoice("Source", staged.source)
    }
    let act = try ActTable(connection).begin(
      isFirst ? .import : .answer, by: actor, at: at, note: "\(staged.source): \(staged.file)")
    try imports.addAct(act, to: importID, isFirst: isFirst)
    var taking = try RowTaking(self, staged, source, act, isFirst: isFirst)
    if isFirst {
      try taking.takeAll(progress)
      if !staged.isPartial { try taking.takeLeavers() }
      try ImportRowTable(connection).supersede(staged.source, by: importID)
      try imports.setState(.committed, of: importID)
    } else {
      try taking.takeAnswered()
    }
    return try taking.finish()
  }
}

/// The rows of one import, taken in one after the other.
private struct RowTaking {
  private static let page = 2_000

  let connection: SQLConnection
  let staged: StoredImport
  let rows: ImportRowTable
  private var writer: RecordWriter
  private var summary = CommitSummary()
  private var settled: [SettledRow] = []
  /// Organisations of rows that are new, for the rows linked to them.
  private var organisationOfLine: [Int: EntityID] = [:]
  /// Organisations a person said are different: what became of a row, and who it is not.
  private var apart: [(EntityID, EntityID)] = []

  init(
    _ register: Register, _ staged: StoredImport, _ source: Source, _ act: String, isFirst: Bool
  ) throws {
    connection = register.connection
    self.staged = staged
    rows = ImportRowTable(connection)
    writer = try RecordWriter(
      connection, source: source, act: act, statedOn: staged.statedOn,
      idsAtOnce: isFirst ? 100 : 1)
  }

  mutating func takeAll(_ progress: (Int) throws -> Void) throws {
    var line = 0
    while true {
      let page = try rows.rows(of: staged.id, after: line, limit: Self.page)
      guard let last = page.last else { break }
      for row in page { try take(row) }
      try flush()
      line = last.line
      try progress(line)
    }
  }

  mutating func takeAnswered() throws {
    for row in try rows.open(of: staged.id) { try take(row) }
    try flush()
  }

  mutating func takeLeavers() throws {
    let records = RecordTable(connection)
    var key = ""
    while true {
      let page = try records.left(
        staged.source, missingIn: staged.id, after: key, limit: Self.page)
      guard let last = page.last else { break }
      for record in page {
        try writer.leave(record)
        summary.left += 1
      }
      key = last.key
    }
  }

  mutating func finish() throws -> CommitSummary {
    summary.written = try writer.finish()
    // Who said that a row is a new organisation is not asked about the two again.
    for (new, other) in apart {
      try JudgementTable(connection).tellApart(
        new, other, by: staged.actor, at: try ActTable(connection).time(of: writer.act))
    }
    return summary
  }

  private mutating func flush() throws {
    try writer.flush()
    try rows.settle(settled, of: staged.id)
    settled.removeAll(keepingCapacity: true)
  }

  private mutating func take(_ row: StagedRow) throws {
    guard let answer = row.settled else {
      summary.open += 1
      return
    }
    var organisation: EntityID?
    switch answer {
    case .leave:
      summary.leftOut += 1
      return
    case .new: break
    case .same(.organisation(let id)): organisation = try writer.current(id)
    case .same(.line(let line)):
      guard let known = try organisationOfLine[line] ?? organisationTakenIn(line) else {
        try wait(row, for: line)
        return
      }
      organisation = try writer.current(known)
    }
    try take(row, organisation)
  }

  private mutating func take(_ row: StagedRow, _ organisation: EntityID?) throws {
    guard let content = ListRow(encoded: row.content, line: row.line, key: row.key) else {
      throw StorageError.unknownChoice("ListRow", row.content)
    }
    let earlier = try earlierRecord(row)
    if let earlier, let organisation, try writer.current(earlier.organisation) == organisation {
      settled.append(
        SettledRow(
          line: row.line, record: earlier.id,
          earlier: SettledRow.Earlier(content: earlier.content, statedOn: earlier.statedOn)))
      if earlier.content == content.contentSum {
        try writer.confirm(earlier)
        summary.unchanged += 1
      } else {
        try writer.change(earlier, to: content)
        summary.changed += 1
      }
      organisationOfLine[row.line] = earlier.organisation
      return
    }
    if let earlier { try writer.leave(earlier) }
    let (record, owner) = try writer.add(content, key: row.key, to: organisation)
    settled.append(SettledRow(line: row.line, record: record, earlier: nil))
    organisationOfLine[row.line] = owner
    if row.answer == .new { try noteApart(owner, row) }
    if organisation == nil { summary.new += 1 } else { summary.linked += 1 }
  }

  private mutating func noteApart(_ new: EntityID, _ row: StagedRow) throws {
    for candidate in try rows.candidates(of: staged.id, line: row.line) {
      guard case .organisation(let id) = candidate.target, let other = try writer.current(id)
      else { continue }
      apart.append((new, other))
    }
  }

  private func earlierRecord(_ row: StagedRow) throws -> StoredRecord? {
    guard row.earlierRecord != nil else { return nil }
    return try RecordTable(connection).standing(staged.source, row.key)
  }

  /// The row belongs to the organisation of a row that is open itself: it is settled with it.
  private mutating func wait(_ row: StagedRow, for line: Int) throws {
    summary.open += 1
    guard row.outcome != .ask else { return }
    _ = try connection.execute(
      "UPDATE import_row SET outcome = 'ask', answer = $1 WHERE import = $2 AND line = $3",
      [.text(RowTarget.line(line).text), .text(staged.id), .integer(Int64(row.line))])
  }

  /// What an earlier row became when it was taken in before.
  private func organisationTakenIn(_ line: Int) throws -> EntityID? {
    guard let record = try rows.row(line, of: staged.id)?.record else { return nil }
    return try RecordTable(connection).record(record)?.organisation
  }
}
