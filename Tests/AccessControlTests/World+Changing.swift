// SPDX-License-Identifier: Apache-2.0
import AccessControl
import TragwerkTesting

extension World {
  /// Takes away one relation that lets somebody in.
  mutating func loseOne(_ generator: inout SeededGenerator) {
    func drop<Element>(_ list: inout [Element]) {
      guard !list.isEmpty else { return }
      list.remove(at: Int.random(in: list.indices, using: &generator))
    }
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: drop(&memberships)
    case 1: drop(&assignments)
    case 2: drop(&associationMembers)
    case 3: drop(&caseFiles)
    case 4: drop(&caseMembers)
    case 5: drop(&caseObjects)
    case 6: drop(&grants)
    case 7: drop(&invitations)
    default:
      if let at = rows.firstIndex(where: { $0.kind == .match && $0.state == .active }) {
        rows[at].state = .dismissed
      }
    }
  }

  /// The world without what has not begun or has ended at an instant.
  func only(at instant: Instant) -> World {
    var world = self
    world.memberships.removeAll { !$0.validity.contains(instant) }
    world.assignments.removeAll { !$0.validity.contains(instant) }
    world.associationMembers.removeAll { !$0.validity.contains(instant) }
    world.caseFiles.removeAll { !$0.validity.contains(instant) }
    world.caseMembers.removeAll { !$0.validity.contains(instant) }
    world.grants.removeAll { !$0.validity.contains(instant) }
    return world
  }
}
