// SPDX-License-Identifier: Apache-2.0
import Matching
import Storage

/// Use case: change fields of a need. That is a new version; an open need is published anew.
public struct ChangeNeed: Sendable {
  public let id: String
  public let facts: NeedFacts
  /// The version the change was made on; refused where another is current by now. Nil for whichever
  /// is current.
  public var version: Int?
  public var note = ""

  public init(id: String, _ facts: NeedFacts) {
    self.id = id
    self.facts = facts
  }

  /// The need as it is now, and the fields that changed; none where nothing did.
  public func run(_ access: RegisterAccess) async throws -> (need: Need, fields: [NeedField]) {
    let (id, facts, version, deed) = (id, facts, version, access.deed(note))
    return try await access.write { connection in
      let earlier = try NeedTable(connection).existing(id)
      let need = try facts.need(over: earlier)
      let changed = try Register(connection).change(
        id, from: version ?? earlier.version, to: need, deed)
      guard let changed else { return (earlier, []) }
      return (changed, changed.fields(differingFrom: earlier))
    }
  }
}
