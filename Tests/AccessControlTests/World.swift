// SPDX-License-Identifier: Apache-2.0
import AccessControl

/// Everything that is the case, as flat lists, the way tables hold it.
struct World: Sendable {
  struct Membership { var person: String, organisation: String, role: Role, validity: Validity }
  struct Assignment { var person: String, role: Role, scope: Scope, validity: Validity }
  struct AssociationMember { var association: String, member: String, validity: Validity }
  struct CaseFile { var id: String, purpose: Purpose, validity: Validity }
  struct CaseMember { var file: String, person: String, needsToKnow: Bool, validity: Validity }
  struct CaseObject: Hashable { var file: String, scope: Scope }
  struct Release { var organisation: String, group: FieldGroup, to: ReleasedTo }
  struct Invitation: Hashable { var need: String, organisation: String }
  /// Each pair stands in both orders.
  struct Competition: Hashable { var organisation: String, competitor: String }
  struct Conflict: Hashable { var person: String, organisation: String }

  /// An object of any kind; columns its kind does not have are nil. State and visibility of a need
  /// stand at the need alone.
  struct Row: Sendable {
    var kind: ObjectKind
    var id: String
    var owner: String?
    var counterpart: String?
    var author: String?
    var need: String?
    var visibility: Visibility?
    var state: ObjectState?
    var whole: String?
    var isAgreed = false
  }

  var people: [String] = []
  var memberships: [Membership] = []
  var assignments: [Assignment] = []
  var associationMembers: [AssociationMember] = []
  var caseFiles: [CaseFile] = []
  var caseMembers: [CaseMember] = []
  var caseObjects: [CaseObject] = []
  var grants: [Grant] = []
  var releases: [Release] = []
  var invitations: [Invitation] = []
  var competition: [Competition] = []
  var conflicts: [Conflict] = []
  var rows: [Row] = []

  func rows(_ kind: ObjectKind) -> [Row] { rows.filter { $0.kind == kind } }

  func need(_ id: String?) -> Row? { rows.first { $0.kind == .need && $0.id == id } }
}

/// What the platform will have to load for a decision.
extension World {
  func subject(_ person: String?) -> Subject {
    guard let person else { return .anonymous }
    let own = memberships.filter { $0.person == person }
    let houses = Set(own.map(\.organisation))
    var invited: [String: Set<String>] = [:]
    for invitation in invitations where houses.contains(invitation.organisation) {
      invited[invitation.organisation, default: []].insert(invitation.need)
    }
    return Subject(
      person: person,
      memberships: own.map {
        .init(organisation: $0.organisation, role: $0.role, validity: $0.validity)
      },
      assignments: assignments.filter { $0.person == person }.map {
        .init(role: $0.role, scope: $0.scope, validity: $0.validity)
      },
      cases: cases(of: person),
      grants: grants.filter { houses.contains($0.grantee) },
      invitations: invited,
      handedIn: Set(
        rows(.review).filter {
          $0.author == person && ($0.state == .submitted || $0.state == .released)
        }.compactMap(\.whole)),
      conflicts: Set(conflicts.filter { $0.person == person }.map(\.organisation)))
  }

  private func cases(of person: String) -> [Subject.CaseFile] {
    var found: [Subject.CaseFile] = []
    for member in caseMembers where member.person == person {
      for file in caseFiles where file.id == member.file {
        found.append(
          .init(
            id: file.id, purpose: file.purpose, validity: file.validity,
            membership: member.validity, needsToKnow: member.needsToKnow,
            objects: Set(caseObjects.filter { $0.file == file.id }.map(\.scope))))
      }
    }
    return found
  }

  func object(_ row: Row) -> ProtectedObject {
    var object = ProtectedObject(row.kind, row.id)
    object.owner = row.owner
    object.counterpart = row.counterpart
    object.author = row.author
    object.need = row.need
    let need = need(row.need)
    object.needState = need?.state
    object.visibility = row.visibility ?? need?.visibility
    object.state = row.state
    object.whole = row.whole
    object.isAgreed = row.isAgreed
    for release in releases where release.organisation == row.owner {
      object.releases[release.group] = release.to
    }
    object.associations = associationMembers.filter { $0.member == row.owner }.map {
      .init(association: $0.association, validity: $0.validity)
    }
    object.competitors = Set(
      competition.filter { $0.organisation == row.owner }.map(\.competitor))
    for match in rows(.match) where match.owner == row.owner && match.state == .active {
      if let need = self.need(match.need), [.published, .matched, .inDialogue].contains(need.state)
      {
        object.matchedNeeds.insert(need.id)
      }
    }
    return object
  }
}
