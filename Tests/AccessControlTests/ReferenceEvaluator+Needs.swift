// SPDX-License-Identifier: Apache-2.0
import AccessControl

extension ReferenceEvaluator {
  private var isTrade: Bool { goes(for: .ownBusiness, .sourcing) }
  private var isPlanning: Bool { goes(for: .sourcing, .rampUp) }
  private var isAnalysis: Bool { goes(for: .supplySecurity, .rampUp) }

  private func isInvited(_ house: String) -> Bool {
    world.invitations.contains { $0.need == row.need && $0.organisation == house }
  }

  /// An open need is read by those it is meant for: public ones by all but for the buyer's name, those
  /// for the register by people at work, the others by whom was invited. Buyer, planner and the
  /// analyst's case see it in any state; buyer and planner keep it. Nobody removes or shares a need.
  func need() -> Bool {
    let isPlanners = isPlanning && wasGiven(.need, row.need, as: .planner)
    switch asked.action {
    case .remove, .share: return false
    case .create:
      return isTrade && isAOf(row.owner, .companyEditor)
        || isPlanning && isAOf(row.owner, .planner)
    case .change, .decide: return isPlanners || isTrade && isAOf(row.owner, .companyEditor)
    case .export:
      return isPlanners || isTrade && isAOf(row.owner, .companyEditor, .companyReader)
    case .read: break
    }
    if isPlanners || isTrade && isAOf(row.owner, .companyEditor, .companyReader) { return true }
    if isAnalysis, hasInCase(.need, row.need) { return true }
    guard isOpenNeed(row.need) else { return false }
    if row.visibility == .public, !isAbout(.buyer), isWork || goes(for: .information) {
      return true
    }
    if row.visibility == .public || row.visibility == .register, isWork, isAtWork { return true }
    return goes(for: .ownBusiness, .sourcing, .dialogue)
      && houses([.companyEditor, .companyReader]).contains(where: isInvited)
  }

  /// The planner's and the buyer's to read and decide. The supplier reads its own while the need is open
  /// and meant for it. What lacks is for supplier and planner, not for a planner of a competitor; it is
  /// not exported nor decided on by itself.
  func match() -> Bool {
    let plans = isPlanning && wasGiven(.need, row.need, as: .planner)
    if isAbout(.gap) {
      if wants(.read, .create), plans, row.owner != nil,
        houses([.planner]).contains(where: { !competes($0) })
      {
        return true
      }
      return wants(.read) && isSuppliersMatch()
    }
    switch asked.action {
    case .change, .remove, .share: return false
    case .export: return plans
    case .create, .decide:
      return plans || goes(for: .sourcing) && isAOf(row.counterpart, .companyEditor)
    case .read:
      return plans || isSuppliersMatch()
        || goes(for: .sourcing) && isAOf(row.counterpart, .companyEditor, .companyReader)
        || isAnalysis && hasInCase(.need, row.need)
    }
  }

  private func isSuppliersMatch() -> Bool {
    guard isTrade, isOpenNeed(row.need) else { return false }
    let visibility = world.need(row.need)?.visibility
    return houses([.companyEditor, .companyReader]).contains { house in
      house == row.owner && (visibility != .invited || isInvited(house))
    }
  }

  /// The planner sees who stood where; merit and attention are the auditor's.
  func suggestion() -> Bool {
    guard wants(.read) else { return false }
    if goes(for: .oversight), isA(.auditor) { return true }
    return isAbout(.place) && goes(for: .sourcing) && wasGiven(.need, row.need, as: .planner)
  }

  /// Given by the house or the planner and read by them; whom it is about reads it without the note.
  func feedback() -> Bool {
    guard wants(.read, .create) else { return false }
    if isPlanning, wasGiven(.need, row.need, as: .planner) { return true }
    if isTrade, isAOf(row.owner, .companyEditor) { return true }
    guard wants(.read) else { return false }
    if isTrade, isAOf(row.owner, .companyReader) { return true }
    return isAbout(.statement) && goes(for: .ownBusiness)
      && isAOf(row.counterpart, .companyEditor, .companyReader)
  }
}
