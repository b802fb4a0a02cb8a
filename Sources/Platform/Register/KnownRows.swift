// SPDX-License-Identifier: Apache-2.0
import Registry
import Storage

/// What the register remembers of the rows of a batch: what their source said before, and what
/// people decided about them.
struct KnownRows: Sendable {
  struct Earlier: Sendable {
    var record: String
    var content: String
    /// The organisation it is about, as it is called today.
    var organisation: EntityID
    /// Numbers the organisation has.
    var identifiers: [Identifier]
  }

  var earlier: [Int: Earlier] = [:]
  var judgements: [Int: [EntityID: Bool]] = [:]
  /// Candidates of questions that an earlier import of the source left open.
  var open: [Int: [StagedCandidate]] = [:]

  /// Gives the rows of the batch their keys and looks up what is known.
  static func load(
    _ access: RegisterAccess, _ source: String, _ keyed: [KeyedRow], compares: Bool
  ) async throws -> KnownRows {
    try await access.read { connection in
      var known = KnownRows()
      let register = Register(connection)
      let hasRecords = try register.hasRecords(of: source)
      let hasOpen = try register.hasOpenQuestions(of: source)
      let hasJudgements = try compares && register.hasJudgements()
      for row in keyed {
        if hasRecords, let record = try register.standingRecord(of: source, key: row.key) {
          let organisation = try register.current(record.organisation)
          known.earlier[row.row.line] = Earlier(
            record: record.id, content: record.content, organisation: organisation,
            identifiers: record.content == row.row.contentSum
              ? [] : try register.identifiers(of: organisation))
        }
        if hasOpen,
          let open = try ImportRowTable(connection).openQuestion(source, key: row.key)
        {
          known.open[row.row.line] = open
        }
        if hasJudgements {
          let found = try JudgementTable(connection).judgements(on: row.row.fingerprint)
          if !found.isEmpty { known.judgements[row.row.line] = found }
        }
      }
      return known
    }
  }
}

/// A row with the key under which its source's record stands.
struct KeyedRow: Sendable {
  var row: ListRow
  var key: String
  /// The earlier row of the list that has the same key, and whether it has the same name.
  var repeats: (line: Int, isSameName: Bool)?
}
