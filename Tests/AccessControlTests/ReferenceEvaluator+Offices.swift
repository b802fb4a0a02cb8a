// SPDX-License-Identifier: Apache-2.0
import AccessControl

extension ReferenceEvaluator {
  /// The house's own; the office of that dialogue reads and exports wish and veto, never the reason.
  func wish() -> Bool {
    if wants(.read, .export), goes(for: .dialogue), !isAbout(.vetoReason),
      wasGiven(.dialogue, row.whole, as: .dialogueOffice)
    {
      return true
    }
    guard goes(for: .ownBusiness, .dialogue) else { return false }
    if wants(.read) { return isAOf(row.owner, .companyEditor, .companyReader) }
    return wants(.create, .change, .remove) && isAOf(row.owner, .companyEditor)
  }

  /// Reviewers write and read their own, others' once they have handed in their own for the same
  /// solution; the office sees what was handed in and decides; whoever handed in the solution reads the
  /// outcome once it was told. Nobody with an interest in that organisation takes part.
  func review() -> Bool {
    if wants(.read), isAbout(.outcome), goes(for: .ownBusiness, .innovation),
      row.state == .released, isAOf(row.owner, .companyEditor, .companyReader)
    {
      return true
    }
    guard goes(for: .innovation), let owner = row.owner else { return false }
    let hasInterest = world.conflicts.contains {
      $0.person == asked.person && $0.organisation == owner
    }
    if hasInterest { return false }
    let wasHandedIn = row.state == .submitted || row.state == .released
    if wasGiven(.solution, row.whole, as: .innovationOffice) {
      if wants(.read, .export), wasHandedIn { return true }
      if wants(.decide), isAbout(.outcome), row.state == .submitted { return true }
    }
    guard wasGiven(.solution, row.whole, as: .reviewer) else { return false }
    if isAbout(.outcome) { return wants(.read) && row.state == .released }
    if isHimself, wants(.read) || wants(.create, .change) && row.state == .draft { return true }
    let hasHandedIn = world.rows.contains {
      $0.kind == .review && $0.whole == row.whole && $0.author == asked.person
        && ($0.state == .submitted || $0.state == .released)
    }
    return wants(.read) && wasHandedIn && hasHandedIn
  }

  /// Everybody's own, but for administrators, who see and end all of them without their content.
  func job() -> Bool {
    if wants(.read, .remove), isAbout(.status), goes(for: .operation), isA(.administrator) {
      return true
    }
    return wants(.read, .create, .remove) && isHimself && (isAtWork || isA(.reviewer, .auditor))
  }

  /// Everybody's own to read, take along and keep, but for the roles; editors see colleagues; the
  /// administrator keeps names and roles of others and resets their login without seeing it.
  func account() -> Bool {
    let hasAccount = isAtWork || isA(.reviewer, .auditor, .administrator)
    if goes(for: .ownBusiness) {
      if isHimself, hasAccount, wants(.read, .export) { return true }
      if isHimself, hasAccount, wants(.change), !isAbout(.roles) { return true }
      return wants(.read) && !isAbout(.security) && isAOf(row.owner, .companyEditor)
    }
    guard goes(for: .operation), isA(.administrator) else { return false }
    if wants(.read) { return !isAbout(.security) }
    guard row.author != nil, !isHimself else { return false }
    return isAbout(.security) ? wants(.decide) : wants(.create, .change, .remove)
  }

  /// Added to by the administrator, changed by nobody. Each house reads who looked at its data.
  func auditEntry() -> Bool {
    if wants(.create) { return goes(for: .operation) && isA(.administrator) }
    guard wants(.read, .export) else { return false }
    if goes(for: .oversight), isA(.auditor) { return true }
    return isAbout(.access) && goes(for: .ownBusiness)
      && isAOf(row.owner, .companyEditor, .companyReader)
  }

  /// Published ones for those they are meant for; associations and analysts make and publish their
  /// own house's; why a value is missing is for analysts and the auditor.
  func aggregate() -> Bool {
    if wants(.read), goes(for: .oversight), isA(.auditor) { return true }
    if isAbout(.suppression) {
      return wants(.read) && goes(for: .statistics) && isA(.analyst)
    }
    if wants(.read, .create, .decide), goes(for: .statistics),
      isAOf(row.owner, .association, .analyst)
    {
      return true
    }
    guard wants(.read, .export), row.state == .published else { return false }
    if row.visibility == .public, isWork || goes(for: .information) { return true }
    return row.visibility != .invited && isWork && isAtWork
  }
}
