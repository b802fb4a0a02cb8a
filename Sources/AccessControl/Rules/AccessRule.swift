// SPDX-License-Identifier: Apache-2.0
import Localization

/// One line of the table of rules: who may do what with which fields of what, what for, and when.
/// Whatever no rule opens stays closed.
public struct AccessRule: Sendable, Hashable {
  /// A name that does not change, for the audit.
  public let id: String
  /// Any of them; ``Role/everyone`` for those without an account too.
  public let roles: [Role]
  public let actions: [Action]
  public let kind: ObjectKind
  public let groups: [FieldGroup]
  public let purposes: Purposes
  /// All of them; none where the role alone suffices.
  public let when: [Condition]

  public init(
    _ id: String, _ roles: [Role], _ actions: [Action], _ kind: ObjectKind,
    _ groups: [FieldGroup], for purposes: Purposes, when: [Condition] = []
  ) {
    self.id = id
    self.roles = roles
    self.actions = actions
    self.kind = kind
    self.groups = groups
    self.purposes = purposes
    self.when = when
  }

  /// The conditions in words; `always` where there are none.
  public var conditionLabel: LocalizedText {
    guard !when.isEmpty else { return LocalizedText(de: "immer", en: "always") }
    return LocalizedText(
      de: when.map(\.label.german).joined(separator: ", "),
      en: when.map(\.label.english).joined(separator: ", "))
  }

  public var purposeLabel: LocalizedText {
    guard purposes != .any else { return LocalizedText(de: "jeder Zweck", en: "any purpose") }
    let members = purposes.members
    return LocalizedText(
      de: members.map(\.label.german).joined(separator: ", "),
      en: members.map(\.label.english).joined(separator: ", "))
  }
}

extension [Role] {
  /// Those who work with companies.
  static let business: [Role] = [
    .companyEditor, .companyReader, .association, .analyst, .planner, .dialogueOffice,
    .innovationOffice,
  ]
  static let company: [Role] = [.companyEditor, .companyReader]
}

extension Purposes {
  /// Those for which people look at companies, needs and aggregates.
  static let working = Purposes(
    .ownBusiness, .sourcing, .supplySecurity, .rampUp, .dialogue, .innovation, .statistics)
}
