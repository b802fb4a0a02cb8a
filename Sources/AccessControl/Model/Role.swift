// SPDX-License-Identifier: Apache-2.0
import Localization

/// What a person is in an organisation. One person may hold several roles, each held at one
/// organisation and for a time; a rule looks at one of them at a time, so nobody combines the role of
/// one house with the relations of another.
public enum Role: String, Sendable, CaseIterable {
  /// Whoever looks, also without an account. Nobody is given this role, everybody has it.
  case everyone
  /// Keeps the entry of a company and decides who else may see what of it.
  case companyEditor = "company_editor"
  case companyReader = "company_reader"
  /// Works for an association whose members stand in the register.
  case association
  /// Looks at chains and companies within cases it belongs to.
  case analyst
  /// Looks for suppliers for needs that were given to it.
  case planner
  /// Runs meetings that were given to it.
  case dialogueOffice = "dialogue_office"
  /// Runs challenges and judges solutions that were given to it.
  case innovationOffice = "innovation_office"
  /// Judges solutions that were given to it.
  case reviewer
  /// Reads who looked at what.
  case auditor
  /// Keeps accounts and jobs; sees no trade secret.
  case administrator

  /// Every role that somebody is given: all with an account that is in use.
  public static let given = Role.allCases.filter { $0 != .everyone }

  public var label: LocalizedText {
    switch self {
    case .everyone: LocalizedText(de: "alle, auch ohne Konto", en: "everyone, also without account")
    case .companyEditor: LocalizedText(de: "Unternehmen, bearbeitend", en: "company editor")
    case .companyReader: LocalizedText(de: "Unternehmen, lesend", en: "company reader")
    case .association: LocalizedText(de: "Verband", en: "association")
    case .analyst: LocalizedText(de: "Analyse", en: "analyst")
    case .planner: LocalizedText(de: "Planung", en: "planner")
    case .dialogueOffice: LocalizedText(de: "Dialogbüro", en: "dialogue office")
    case .innovationOffice: LocalizedText(de: "Innovationsbüro", en: "innovation office")
    case .reviewer: LocalizedText(de: "Begutachtung", en: "reviewer")
    case .auditor: LocalizedText(de: "Revision", en: "auditor")
    case .administrator: LocalizedText(de: "Verwaltung der Plattform", en: "administrator")
    }
  }
}
