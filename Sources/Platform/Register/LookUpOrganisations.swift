// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import Storage

/// Use case: organisations whose names have the words of a text, or that carry a number.
public struct FindOrganisations: Sendable {
  public let text: String
  public let limit: Int

  public init(text: String, limit: Int = 20) {
    self.text = text
    self.limit = limit
  }

  public func run(_ access: RegisterAccess) async throws -> [OrganisationLine] {
    let (text, limit) = (text, limit)
    return try await access.read { connection in
      let register = Register(connection)
      var found: [OrganisationLine] = []
      for scheme in IdentifierScheme.allCases {
        guard let identifier = try? Identifier(text, of: scheme, country: nil) else { continue }
        for line in try register.organisations(with: identifier) where !found.contains(line) {
          found.append(line)
        }
      }
      for line in try register.find(text, limit: limit) where !found.contains(line) {
        found.append(line)
      }
      return Array(found.prefix(limit))
    }
  }
}

/// Use case: all that the register knows about one organisation, with its history.
public struct ShowOrganisation: Sendable {
  public let id: EntityID

  public init(id: EntityID) { self.id = id }

  /// What the id names today, and its file.
  public func run(_ access: RegisterAccess) async throws -> (Register.Resolution, OrganisationFile)
  {
    let id = id
    return try await access.read { connection in
      let register = Register(connection)
      return (try register.resolve(id), try register.file(of: id))
    }
  }
}
