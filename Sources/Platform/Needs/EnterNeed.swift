// SPDX-License-Identifier: Apache-2.0
import Matching
import Storage

/// Use case: keep a need that somebody describes, as a draft.
public struct EnterNeed: Sendable {
  public let facts: NeedFacts
  /// Whether it is published at once.
  public var isPublished = false
  public var note = ""

  public init(_ facts: NeedFacts) { self.facts = facts }

  public func run(_ access: RegisterAccess) async throws -> Need {
    let need = try facts.need()
    let (deed, isPublished) = (access.deed(note), isPublished)
    return try await access.write { connection in
      let register = Register(connection)
      let entered = try register.enter(need, deed)
      return isPublished ? try register.move(entered.id, to: .published, deed) : entered
    }
  }
}
