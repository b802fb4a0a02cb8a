// SPDX-License-Identifier: Apache-2.0
import AccessControl

/// The slow, obvious twin: who may see and do what, said sentence by sentence, each looked up in the
/// lists of the world anew. It knows neither the table of rules nor prepared subjects and objects.
struct ReferenceEvaluator {
  let world: World
  let asked: Asked

  static func allows(_ asked: Asked, in world: World) -> Bool {
    // A field group that the object does not have is nobody's.
    guard asked.row.kind.groups.contains(asked.group) else { return false }
    let evaluator = ReferenceEvaluator(world: world, asked: asked)
    switch asked.row.kind {
    case .organisation: return evaluator.organisation()
    case .supplyLink: return evaluator.supplyLink()
    case .chain: return evaluator.chain()
    case .chainVersion: return evaluator.chainVersion()
    case .need: return evaluator.need()
    case .match: return evaluator.match()
    case .suggestion: return evaluator.suggestion()
    case .feedback: return evaluator.feedback()
    case .wish: return evaluator.wish()
    case .review: return evaluator.review()
    case .job: return evaluator.job()
    case .account: return evaluator.account()
    case .auditEntry: return evaluator.auditEntry()
    case .aggregate: return evaluator.aggregate()
    }
  }

  var row: World.Row { asked.row }
  var group: FieldGroup { asked.group }

  // MARK: What is asked

  func wants(_ actions: Action...) -> Bool { actions.contains(asked.action) }
  func goes(for purposes: Purpose...) -> Bool { purposes.contains(asked.purpose) }
  func isAbout(_ groups: FieldGroup...) -> Bool { groups.contains(group) }

  /// Purposes of people who work with companies, needs and aggregates.
  var isWork: Bool {
    goes(
      for: .ownBusiness, .sourcing, .supplySecurity, .rampUp, .dialogue, .innovation, .statistics)
  }

  // MARK: Who asks

  /// The first instant counts, the last does not.
  func now(_ validity: Validity) -> Bool {
    if asked.instant.seconds < validity.from.seconds { return false }
    if let until = validity.until { return until.seconds > asked.instant.seconds }
    return true
  }

  /// Where the person works today as one of these.
  func houses(_ roles: [Role]) -> [String] {
    guard let person = asked.person else { return [] }
    var found: [String] = []
    for membership in world.memberships where membership.person == person {
      if roles.contains(membership.role), now(membership.validity) {
        found.append(membership.organisation)
      }
    }
    return found
  }

  func isA(_ roles: Role...) -> Bool { !houses(roles).isEmpty }

  func isAOf(_ organisation: String?, _ roles: Role...) -> Bool {
    houses(roles).contains { $0 == organisation }
  }

  /// Company, association, analyst, planner, dialogue office, innovation office.
  var isAtWork: Bool {
    isA(
      .companyEditor, .companyReader, .association, .analyst, .planner, .dialogueOffice,
      .innovationOffice)
  }

  var isHimself: Bool { asked.person != nil && row.author == asked.person }

  /// A matter was given to the person as one of these, and the person still is that.
  func wasGiven(_ kind: Scope.Kind, _ id: String?, as role: Role) -> Bool {
    isA(role)
      && world.assignments.contains {
        $0.person == asked.person && $0.role == role && $0.scope.kind == kind
          && $0.scope.id == id && now($0.validity)
      }
  }

  /// An analyst has it in an open case for this very purpose.
  func hasInCase(_ kind: Scope.Kind, _ id: String?, mustKnow: Bool = false) -> Bool {
    guard isA(.analyst) else { return false }
    for member in world.caseMembers where member.person == asked.person && now(member.validity) {
      if mustKnow && !member.needsToKnow { continue }
      for file in world.caseFiles where file.id == member.file {
        guard file.purpose == asked.purpose, now(file.validity) else { continue }
        if world.caseObjects.contains(where: {
          $0.file == file.id && $0.scope.kind == kind && $0.scope.id == id
        }) {
          return true
        }
      }
    }
    return false
  }

  func competes(_ house: String) -> Bool {
    world.competition.contains { $0.organisation == row.owner && $0.competitor == house }
  }

  // MARK: What the object is

  func isOpen(to levels: ReleasedTo...) -> Bool {
    let decided = world.releases.last { $0.organisation == row.owner && $0.group == group }
    let usual: ReleasedTo =
      switch group {
      case .profile: .everyone
      case .capability, .qualification: .register
      case .contact, .capacity: .invited
      default: .nobody
      }
    return levels.contains(decided?.to ?? usual)
  }

  /// Suppliers are looked for.
  func isOpenNeed(_ id: String?) -> Bool {
    guard let state = world.need(id)?.state else { return false }
    return state == .published || state == .matched || state == .inDialogue
  }
}
