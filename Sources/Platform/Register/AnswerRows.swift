// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import Storage

/// Use case: say of rows that ask which organisation they are, and take them into the register.
///
/// Each answer is kept at once and remembered, so that the same pair is never asked again.
public struct AnswerRows: Sendable {
  public let importID: String
  /// By line.
  public let answers: [(line: Int, answer: RowAnswer)]

  public init(importID: String, answers: [(line: Int, answer: RowAnswer)]) {
    self.importID = importID
    self.answers = answers
  }

  /// - Returns: what committing the answered rows did; nil where the import itself is not committed
  ///   yet, so that the answers wait with it.
  public func run(_ access: RegisterAccess) async throws -> CommitSummary? {
    let (actor, time, id) = (access.actor, access.time, importID)
    let answers = answers
    return try await access.write { connection in
      let register = Register(connection)
      for (line, answer) in answers {
        try register.answer(line, of: id, answer, by: actor, at: time)
      }
      guard try ImportTable(connection).existing(id).state == .committed else { return nil }
      return try register.commit(id, by: actor, at: time)
    }
  }
}
