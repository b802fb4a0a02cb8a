// SPDX-License-Identifier: Apache-2.0
import AccessControl

/// A world with subjects and objects prepared once, for many questions.
struct PreparedWorld {
  let world: World
  private let subjects: [String: Subject]
  private let objects: [String: ProtectedObject]

  init(_ world: World) {
    self.world = world
    subjects = Dictionary(uniqueKeysWithValues: world.people.map { ($0, world.subject($0)) })
    objects = Dictionary(
      uniqueKeysWithValues: world.rows.map { ($0.kind.rawValue + $0.id, world.object($0)) })
  }

  func subject(_ person: String?) -> Subject { person.flatMap { subjects[$0] } ?? .anonymous }

  func decision(_ asked: Asked, by policy: AccessPolicy = .standard) -> Decision {
    guard let object = objects[asked.row.kind.rawValue + asked.row.id] else {
      preconditionFailure("questions are about objects of the world")
    }
    return policy.can(
      subject(asked.person), asked.action, object, asked.group, for: asked.purpose,
      at: asked.instant)
  }

  func allows(_ asked: Asked) -> Bool { decision(asked).isAllowed }
}
