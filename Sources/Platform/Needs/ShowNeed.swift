// SPDX-License-Identifier: Apache-2.0
import Matching
import Storage

/// Use case: all that is kept of one need: every version, its way, and what passed with whom.
public struct ShowNeed: Sendable {
  public let id: String

  public init(id: String) { self.id = id }

  public func run(_ access: RegisterAccess) async throws -> NeedFile {
    let id = id
    return try await access.read { try Register($0).needFile(id) }
  }
}
