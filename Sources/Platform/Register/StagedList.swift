// SPDX-License-Identifier: Apache-2.0
import Localization
import RegisterLists
import Registry
import Storage

/// A list that was read and compared: the announcement before anything reaches the register.
public struct StagedList: Sendable {
  /// How many examples are kept of what is only shown in part.
  static let most = 1_000

  /// A row somebody has to decide.
  public struct Question: Sendable {
    public let row: StagedRow
    public let candidates: [StagedCandidate]
  }

  /// Nil for a dry run.
  public let importID: String?
  public let source: String
  public let counts: ImportCounts
  public let mapping: ColumnMapping
  /// Whether the mapping was guessed now and nobody has looked at it.
  public let isGuess: Bool
  /// The public list whose header this is, where the mapping comes from that.
  public let knownList: LocalizedText?
  /// What should be known about the form of the file.
  public let notes: [LocalizedText]
  /// Headings of the list, for the file of refused rows.
  public let columns: [String]
  public let questions: [Question]
  /// Rows that name an organisation an earlier row names; some of them.
  public let repeats: [StagedRow]
  /// Organisations whose record has left the source; some of them.
  public let leavers: [(EntityID, String)]
  public let notices: [RowNotice]
  /// Refused rows, their cells as they stand in the list.
  public let refused: [StagedRow]

  static func load(
    _ access: RegisterAccess, _ stored: StoredImport, _ reader: ListReader, isGuess: Bool,
    knownList: LocalizedText?
  ) async throws -> StagedList {
    let (mapping, notes, columns) = (reader.mapping, reader.notes, reader.columns)
    return try await access.read { connection in
      let register = Register(connection)
      let rows = ImportRowTable(connection)
      return StagedList(
        importID: stored.id, source: stored.source, counts: try register.counts(of: stored.id),
        mapping: mapping, isGuess: isGuess, knownList: knownList, notes: notes, columns: columns,
        questions: try rows.open(of: stored.id).map { row in
          Question(row: row, candidates: try rows.candidates(of: stored.id, line: row.line))
        },
        repeats: try register.repeats(in: stored.id, limit: most),
        leavers: stored.isPartial ? [] : try register.leavers(of: stored.id, limit: most),
        notices: try rows.notices(of: stored.id), refused: try rows.refused(of: stored.id))
    }
  }

  static func tallied(
    _ access: RegisterAccess, _ tally: StagingTally, _ stored: StoredImport, _ reader: ListReader,
    isGuess: Bool, knownList: LocalizedText?
  ) async throws -> StagedList {
    var counts = tally.counts
    if !stored.isPartial {
      counts.left =
        try await access.read { try Register($0).standingRecordCount(of: stored.source) }
        - tally.known
    }
    return StagedList(
      importID: nil, source: stored.source, counts: counts, mapping: reader.mapping,
      isGuess: isGuess, knownList: knownList, notes: reader.notes, columns: reader.columns,
      questions: tally.open,
      repeats: tally.repeats, leavers: [], notices: tally.notices, refused: tally.refused)
  }
}
