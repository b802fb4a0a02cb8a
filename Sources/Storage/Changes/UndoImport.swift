// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

extension Register {
  /// What taking an import back did.
  public struct UndoSummary: Sendable, Hashable {
    /// Records that are as they were before, or gone.
    public var records = 0
    /// Organisations nobody speaks of any more; their ids stay known.
    public var withdrawn = 0
  }

  /// Takes an import back as a whole, the answers given later included, in the running transaction:
  /// the register says what it would say without it. What others stated since then stays. An import
  /// that is not in the register yet is discarded.
  ///
  /// Only the last import of a source can be undone, because later ones stand on it.
  public func undo(
    _ importID: String, by actor: String, at: String,
    progress: (_ line: Int) throws -> Void = { _ in }
  ) throws -> UndoSummary {
    let imports = ImportTable(connection)
    let staged = try imports.existing(importID)
    switch staged.state {
    case .reading, .ready:
      try imports.setState(.discarded, of: importID)
      return UndoSummary()
    case .discarded, .undone: throw StorageError.importState(importID, staged.state)
    case .committed: break
    }
    if let later = try imports.committed(of: staged.source, after: importID) {
      throw StorageError.laterImport(importID, later.id)
    }
    let acts = try imports.acts(of: importID)
    let act = try ActTable(connection).begin(
      .undo, by: actor, at: at, note: "\(staged.source): \(staged.file)")
    var undoing = try Undoing(connection, acts: acts, act: act)
    var line = 0
    while true {
      let page = try ImportRowTable(connection).settled(of: importID, after: line, limit: 2_000)
      guard let last = page.last else { break }
      for row in page { try undoing.takeBack(row) }
      line = last.line
      try progress(line)
    }
    try undoing.bringBackLeavers(staged.source)
    try ImportRowTable(connection).reopen(supersededBy: importID)
    try imports.setState(.undone, of: importID)
    return try undoing.finish()
  }
}

/// The rows of one import, taken back one after the other.
private struct Undoing {
  let connection: SQLConnection
  let acts: Set<String>
  let act: String
  private let sources: SourceNames
  private var summary = Register.UndoSummary()
  private var touched: Set<EntityID> = []
  private var moved = MovedDays()

  init(_ connection: SQLConnection, acts: Set<String>, act: String) throws {
    self.connection = connection
    self.acts = acts
    self.act = act
    sources = try SourceNames(connection)
  }

  mutating func takeBack(_ row: SettledRow) throws {
    guard var record = try RecordTable(connection).record(row.record) else {
      throw StorageError.noSuchRecord(row.record)
    }
    let subjects =
      try [record.organisation] + RecordTable(connection).parts(of: record.id).values.sorted()
    var isChanged = acts.contains(record.begunBy)
    for subject in subjects where try takeBack(subject, record.id) { isChanged = true }
    if isChanged { touched.formUnion(subjects) }
    let day = record.statedOn
    if acts.contains(record.begunBy) {
      record.endedBy = act
    } else if let earlier = row.earlier {
      record.content = earlier.content
      record.statedOn = earlier.statedOn
    }
    try RecordTable(connection).save(record)
    if !isChanged { try moved.add(record, before: day, connection) }
    summary.records += 1
  }

  /// Records that had left the source with this import are back.
  mutating func bringBackLeavers(_ source: String) throws {
    for act in acts.sorted() {
      for row in try connection.rows(
        "SELECT id FROM record WHERE source = $1 AND ended_by = $2 ORDER BY id",
        [.text(source), .text(act)])
      {
        guard var record = try RecordTable(connection).record(try row.text(0)) else { continue }
        record.endedBy = nil
        try RecordTable(connection).save(record)
        let parts = try RecordTable(connection).parts(of: record.id)
        for subject in [record.organisation] + parts.values.sorted() {
          _ = try takeBack(subject, record.id)
          touched.insert(subject)
        }
        summary.records += 1
      }
    }
  }

  /// Ends what the import said of an entity and lets stand again what it ended; false where it did
  /// neither.
  private func takeBack(_ subject: EntityID, _ record: String) throws -> Bool {
    var rows = 0
    let of = "subject = $2 AND record = $3"
    for importAct in acts.sorted() {
      rows += try connection.execute(
        "UPDATE statement SET ended_by = $1 WHERE \(of) AND begun_by = $4 AND ended_by IS NULL",
        [.text(act), .text(subject.text), .text(record), .text(importAct)])
      rows += try connection.execute(
        """
        UPDATE statement SET ended_by = NULL
        WHERE subject = $1 AND record = $2 AND ended_by = $3 AND begun_by <> $4
        """, [.text(subject.text), .text(record), .text(importAct), .text(importAct)])
    }
    return rows > 0
  }

  mutating func finish() throws -> Register.UndoSummary {
    let entities = EntityTable(connection)
    var owners: Set<EntityID> = []
    for id in touched { owners.insert(try entities.existing(id).owner) }
    for owner in owners.sorted() { try withdraw(owner) }
    owners.formUnion(try moved.organisations(besides: owners, sources, connection))
    try ProfileTables(connection: connection).refresh(owners, sources)
    return summary
  }

  /// Withdraws what the import brought and nobody speaks of: an organisation only if nothing of it
  /// is left, neither sites nor what was merged into it.
  private mutating func withdraw(_ owner: EntityID) throws {
    let entities = EntityTable(connection)
    let spoken = Set(try StatementTable(connection).standing(about: owner, sources).map(\.subject))
    var remaining = try entities.owned(by: owner)
    for entity in remaining
    where entity.id.kind != .organisation && entity.endedBy == nil
      && acts.contains(entity.begunBy) && !spoken.contains(entity.id)
    {
      var gone = entity
      gone.endedBy = act
      try entities.save(gone)
    }
    remaining.removeAll { $0.id.kind != .organisation }
    guard spoken.isEmpty else { return }
    for entity in remaining where entity.endedBy == nil && acts.contains(entity.begunBy) {
      var gone = entity
      gone.endedBy = act
      try entities.save(gone)
      summary.withdrawn += 1
    }
  }
}
