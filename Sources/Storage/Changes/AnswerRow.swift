// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

extension Register {
  /// Notes what a person says about a row that asks, and remembers it for its candidates: the chosen
  /// one is the same, the others are not.
  public func answer(
    _ line: Int, of importID: String, _ answer: RowAnswer, by actor: String, at: String
  ) throws {
    let staged = try ImportTable(connection).existing(importID)
    guard staged.state == .ready || staged.state == .committed else {
      throw StorageError.importState(importID, staged.state)
    }
    let rows = ImportRowTable(connection)
    guard let row = try rows.row(line, of: importID) else { throw StorageError.noSuchRow(line) }
    guard row.outcome == .ask, row.record == nil else { throw StorageError.notAsked(line) }
    try check(answer, of: row, importID)
    try rows.answer(answer, line, of: importID, by: actor)
    guard answer != .leave else { return }
    guard let content = ListRow(encoded: row.content, line: line, key: row.key) else {
      throw StorageError.unknownChoice("ListRow", row.content)
    }
    let judgements = JudgementTable(connection)
    var judged = try rows.candidates(of: importID, line: line).map(\.target)
    if case .same(let target) = answer, !judged.contains(target) { judged.append(target) }
    for case .organisation(let id) in judged {
      try judgements.save(
        content.fingerprint, id, isSame: answer == .same(.organisation(id)), by: actor, at: at)
    }
  }

  /// Whether an answer names something there is.
  private func check(_ answer: RowAnswer, of row: StagedRow, _ importID: String) throws {
    guard case .same(let target) = answer else { return }
    switch target {
    case .organisation(let id): _ = try EntityTable(connection).existing(id)
    case .line(let line):
      let other = try ImportRowTable(connection).row(line, of: importID)
      guard line < row.line, let other, other.outcome != .refused else {
        throw StorageError.answerNeedsCandidate(row.line, answer.text)
      }
    }
  }
}
