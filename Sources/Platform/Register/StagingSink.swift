// SPDX-License-Identifier: Apache-2.0
import Storage

/// Where compared rows go: into the waiting room, or only into a count of them.
struct StagingSink {
  let access: RegisterAccess
  let isDryRun: Bool
  private(set) var tally = StagingTally()

  init(access: RegisterAccess, isDryRun: Bool) {
    self.access = access
    self.isDryRun = isDryRun
  }

  mutating func take(_ compared: ComparedRows, _ importID: String) async throws {
    guard !isDryRun else {
      tally.add(compared)
      return
    }
    try await access.write { connection in
      let table = ImportRowTable(connection)
      if let first = compared.rows.first, try table.lastLine(of: importID) >= first.line {
        throw StorageError.importBusy(importID)
      }
      try table.add(compared.rows, to: importID)
      try table.add(compared.candidates, to: importID)
      try table.add(compared.notices, to: importID)
    }
  }
}

/// What a list would do, counted without writing anything.
struct StagingTally: Sendable {
  private(set) var counts = ImportCounts()
  /// Records of the source that the list has.
  private(set) var known = 0
  private(set) var open: [StagedList.Question] = []
  private(set) var repeats: [StagedRow] = []
  private(set) var notices: [RowNotice] = []
  private(set) var refused: [StagedRow] = []

  mutating func add(_ compared: ComparedRows) {
    let candidates = Dictionary(grouping: compared.candidates, by: \.line)
    for row in compared.rows {
      counts.add(row)
      if row.earlierRecord != nil { known += 1 }
      if row.outcome == .refused { refused.append(row) }
      if row.outcome == .ask {
        open.append(StagedList.Question(row: row, candidates: candidates[row.line] ?? []))
      }
      if row.outcome == .linked, case .line? = row.target, repeats.count < StagedList.most {
        repeats.append(row)
      }
    }
    notices += compared.notices
  }
}

extension ImportCounts {
  fileprivate mutating func add(_ row: StagedRow) {
    rows += 1
    switch row.outcome {
    case .linked where row.earlierRecord != nil: changed += 1
    case .linked:
      linked += 1
      if case .line? = row.target { repeated += 1 }
    case .ask: asked += 1
    case .new: new += 1
    case .refused: refused += 1
    case .unchanged: unchanged += 1
    }
  }
}
