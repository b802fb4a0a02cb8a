// SPDX-License-Identifier: Apache-2.0
import Matching
import Storage

/// Use case: publish, cover or withdraw a need, or take it along another step of its way.
public struct MoveNeed: Sendable {
  public let id: String
  public let state: NeedState
  /// Refused where another version is current by now; nil for any.
  public var version: Int?
  public var note = ""

  public init(id: String, to state: NeedState) {
    self.id = id
    self.state = state
  }

  public func run(_ access: RegisterAccess) async throws -> Need {
    let (id, state, version, deed) = (id, state, version, access.deed(note))
    return try await access.write { connection in
      try Register(connection).move(id, to: state, from: version, deed)
    }
  }
}
