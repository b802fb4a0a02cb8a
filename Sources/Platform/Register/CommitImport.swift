// SPDX-License-Identifier: Apache-2.0
import Localization
import Storage

/// Use case: take the settled rows of an import into the register, all in one change.
public struct CommitImport: Sendable {
  public let importID: String

  public init(importID: String) { self.importID = importID }

  /// - Parameter progress: lines done so far.
  public func run(
    _ access: RegisterAccess, progress: @escaping @Sendable (_ line: Int) -> Void = { _ in }
  ) async throws -> CommitSummary {
    let (actor, time, id) = (access.actor, access.time, importID)
    return try await access.write { connection in
      try Register(connection).commit(id, by: actor, at: time, progress: progress)
    }
  }
}

/// Use case: take an import back as a whole, or discard one that waits.
public struct UndoImport: Sendable {
  public let importID: String

  public init(importID: String) { self.importID = importID }

  public func run(
    _ access: RegisterAccess, progress: @escaping @Sendable (_ line: Int) -> Void = { _ in }
  ) async throws -> Register.UndoSummary {
    let (actor, time, id) = (access.actor, access.time, importID)
    return try await access.write { connection in
      try Register(connection).undo(id, by: actor, at: time, progress: progress)
    }
  }
}
