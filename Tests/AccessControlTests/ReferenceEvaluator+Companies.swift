// SPDX-License-Identifier: Apache-2.0
import AccessControl

extension ReferenceEvaluator {
  /// Everybody reads the profile unless the organisation closed it; people at work read what it opened
  /// to the register. Its own people read all, its editors keep all, and share all but the bottleneck
  /// and the profile. Capacity: own, granted for this purpose, in the analyst's case, or a match of the
  /// planner's open need and not closed; never through a competitor, granted or not. Bottleneck: own,
  /// or the analyst who must know. An association reads its members but not their secrets.
  func organisation() -> Bool {
    if wants(.create, .change, .remove, .export, .share), !isAbout(.profile),
      !goes(for: .ownBusiness)
    {
      return false
    }
    switch asked.action {
    case .decide: return false
    case .share:
      return isAOf(row.owner, .companyEditor) && !isAbout(.bottleneck, .profile)
        && goes(for: .ownBusiness)
    case .change, .remove: return isAOf(row.owner, .companyEditor) && goes(for: .ownBusiness)
    case .create:
      guard goes(for: .ownBusiness) else { return false }
      return isAOf(row.owner, .companyEditor) || (isAbout(.profile) && isAssociationsMember())
    case .export:
      return isAOf(row.owner, .companyEditor, .companyReader) && goes(for: .ownBusiness)
    case .read: break
    }
    if goes(for: .ownBusiness), isAOf(row.owner, .companyEditor, .companyReader) { return true }
    switch group {
    case .profile:
      if isOpen(to: .everyone) { return true }
      if isOpen(to: .register),
        isA(
          .companyEditor, .companyReader, .association, .analyst, .planner, .dialogueOffice,
          .innovationOffice, .reviewer, .auditor, .administrator)
      {
        return true
      }
      return goes(for: .ownBusiness, .dialogue, .statistics) && isAssociationsMember()
    case .capability, .qualification, .contact:
      if isWork, isAtWork, isOpen(to: .everyone, .register) { return true }
      if goes(for: .ownBusiness, .dialogue, .statistics), isAssociationsMember() { return true }
      if isGranted(evenToCompetitors: true) { return true }
      if goes(for: .supplySecurity, .rampUp), hasInCase(.organisation, row.owner) { return true }
      guard isAbout(.contact), isOpen(to: .everyone, .register, .invited) else { return false }
      if goes(for: .dialogue), isA(.dialogueOffice) { return true }
      return goes(for: .sourcing, .rampUp) && !housesThatMatched().isEmpty
    case .capacity:
      if isGranted(evenToCompetitors: false) { return true }
      if goes(for: .supplySecurity, .rampUp), hasInCase(.organisation, row.owner) { return true }
      return goes(for: .sourcing, .rampUp) && isOpen(to: .everyone, .register, .invited)
        && housesThatMatched().contains { !competes($0) }
    case .bottleneck:
      return goes(for: .supplySecurity) && hasInCase(.organisation, row.owner, mustKnow: true)
    default: return false
    }
  }

  private func isAssociationsMember() -> Bool {
    houses([.association]).contains { house in
      world.associationMembers.contains {
        $0.association == house && $0.member == row.owner && now($0.validity)
      }
    }
  }

  private func isGranted(evenToCompetitors: Bool) -> Bool {
    // A grant may not be used for other purposes than those it can be given for.
    guard goes(for: .sourcing, .supplySecurity, .rampUp, .dialogue, .innovation) else {
      return false
    }
    for house in houses([.companyEditor, .companyReader, .planner]) {
      if !evenToCompetitors && competes(house) { continue }
      for grant in world.grants where grant.owner == row.owner && grant.grantee == house {
        if grant.kind == .organisation, grant.group == group, grant.purpose == asked.purpose,
          grant.object == nil || grant.object == row.id, now(grant.validity)
        {
          return true
        }
      }
    }
    return false
  }

  /// Houses at which the person plans, where an open need given to it has the owner as a match.
  private func housesThatMatched() -> [String] {
    let isMatched = world.rows.contains { match in
      match.kind == .match && match.owner == row.owner && match.state == .active
        && isOpenNeed(match.need) && wasGiven(.need, match.need, as: .planner)
    }
    return isMatched ? houses([.planner]) : []
  }

  /// Whoever states it keeps it, all for own business; the other end may agree, and reads it when both
  /// did. The analyst reads it where the one who states it lies in a case.
  func supplyLink() -> Bool {
    if goes(for: .supplySecurity), wants(.read) { return hasInCase(.organisation, row.owner) }
    guard goes(for: .ownBusiness) else { return false }
    switch asked.action {
    case .read:
      return isAOf(row.owner, .companyEditor, .companyReader)
        || (row.isAgreed && row.counterpart != nil
          && isAOf(row.counterpart, .companyEditor, .companyReader))
    case .export: return isAOf(row.owner, .companyEditor, .companyReader)
    case .create, .change, .remove: return isAOf(row.owner, .companyEditor)
    case .decide: return isAOf(row.counterpart, .companyEditor)
    case .share: return false
    }
  }

  /// The house reads and exports it, its editors keep it; an analyst opens chains for the own house and
  /// reads, changes and confirms those of the case.
  func chain() -> Bool {
    let isKeeping = goes(for: .ownBusiness, .supplySecurity, .rampUp)
    let isAnalysis = goes(for: .supplySecurity, .rampUp)
    let isInCase = isAnalysis && hasInCase(.chain, row.whole)
    switch asked.action {
    case .read: return isInCase || isKeeping && isAOf(row.owner, .companyEditor, .companyReader)
    case .export: return isKeeping && isAOf(row.owner, .companyEditor, .companyReader)
    case .create:
      return isKeeping && isAOf(row.owner, .companyEditor)
        || isAnalysis && isAOf(row.owner, .analyst)
    case .change: return isInCase || isKeeping && isAOf(row.owner, .companyEditor)
    case .remove: return isKeeping && isAOf(row.owner, .companyEditor)
    case .decide: return isInCase
    case .share: return false
    }
  }

  /// A version is made and read, never changed. What hangs on one source: the house, the analyst who
  /// must know, the planner of the need it was drawn for.
  func chainVersion() -> Bool {
    if wants(.change, .remove, .share) { return false }
    let isKeeping = goes(for: .ownBusiness, .supplySecurity, .rampUp)
    if wants(.read, .export), isKeeping, isAOf(row.owner, .companyEditor, .companyReader) {
      return true
    }
    if isAbout(.content) {
      if wants(.create), isKeeping, isAOf(row.owner, .companyEditor) { return true }
      return wants(.read, .create, .decide) && goes(for: .supplySecurity, .rampUp)
        && hasInCase(.chain, row.whole)
    }
    guard wants(.read) else { return false }
    if goes(for: .supplySecurity) { return hasInCase(.chain, row.whole, mustKnow: true) }
    return goes(for: .sourcing, .rampUp) && wasGiven(.need, row.need, as: .planner)
  }
}
