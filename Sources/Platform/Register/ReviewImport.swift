// SPDX-License-Identifier: Apache-2.0
import Registry
import Storage

/// Use case: the rows of an import that wait for a person, with their candidates.
public struct ReviewImport: Sendable {
  /// A row that waits, and who it may be.
  public struct Question: Sendable {
    public struct Candidate: Sendable {
      public let candidate: StagedCandidate
      /// As the register or the earlier row names it, and where it is.
      public let name: String
      public let place: String
    }

    public let row: StagedRow
    public let place: String
    public let candidates: [Candidate]
  }

  public let importID: String

  public init(importID: String) { self.importID = importID }

  public func run(_ access: RegisterAccess) async throws -> [Question] {
    let id = importID
    return try await access.read { connection in
      _ = try ImportTable(connection).existing(id)
      let rows = ImportRowTable(connection)
      let register = Register(connection)
      func described(_ row: StagedRow) -> (name: String, place: String) {
        let content = ListRow(encoded: row.content, line: row.line, key: nil)
        return (row.name, content?.address.line ?? "")
      }
      func described(_ target: RowTarget) throws -> (name: String, place: String) {
        switch target {
        case .line(let line): try rows.row(line, of: id).map(described) ?? ("", "")
        case .organisation(let organisation):
          try register.line(of: organisation).map { ($0.name, $0.place) } ?? (organisation.text, "")
        }
      }
      return try rows.open(of: id).map { row in
        Question(
          row: row, place: described(row).place,
          candidates: try rows.candidates(of: id, line: row.line).map { candidate in
            let (name, place) = try described(candidate.target)
            return Question.Candidate(candidate: candidate, name: name, place: place)
          })
      }
    }
  }
}

/// Use case: every import with its numbers, the oldest first.
public struct ListImports: Sendable {
  public init() {}

  public func run(_ access: RegisterAccess) async throws -> [(StoredImport, ImportCounts)] {
    try await access.read { connection in
      let register = Register(connection)
      return try ImportTable(connection).all().map { ($0, try register.counts(of: $0.id)) }
    }
  }
}
