// SPDX-License-Identifier: Apache-2.0
import Localization

/// The rules as a table people can review: for every kind of object each field group and action, which
/// role may by which rule. Made from the rules alone, the same on every run.
public struct AccessMatrix: Sendable {
  private let policy: AccessPolicy

  public init(_ policy: AccessPolicy = .standard) { self.policy = policy }

  /// The whole page, in Markdown, with German and English headings.
  public func markdown() -> String {
    var lines = [
      "<!-- SPDX-License-Identifier: Apache-2.0 -->",
      "# Wer was darf / Who may do what", "",
      "Aus den Regeln in `Sources/AccessControl/Rules` erzeugt; nicht von Hand ändern. Was hier nicht steht, "
        + "darf niemand.  ",
      "Made from the rules in `Sources/AccessControl/Rules`; not to be edited. Whatever is not listed, "
        + "nobody may do.", "",
      "Zahlen nennen die Regeln unter der Tabelle; eine davon genügt, alle ihre Bedingungen müssen gelten. "
        + "· niemand mit dieser Rolle.  ",
      "Numbers name the rules below each table; one of them suffices, all its conditions must hold. "
        + "· nobody with that role.", "",
    ]
    lines += legend
    for kind in ObjectKind.allCases { lines += section(kind) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var legend: [String] {
    var lines = ["| Kürzel / short | Rolle / role |", "|---|---|"]
    for role in Role.allCases {
      lines.append("| \(Self.short(role)) | \(Self.both(role.label)) |")
    }
    return lines + [""]
  }

  private func section(_ kind: ObjectKind) -> [String] {
    let rules = policy.rules.filter { $0.kind == kind }
    let numbers = Dictionary(
      uniqueKeysWithValues: rules.enumerated().map { ($0.element.id, $0.offset + 1) })
    var lines = [
      "## \(Self.both(kind.label))", "",
      "| Feldgruppe / field group | Aktion / action | "
        + Role.allCases.map(Self.short).joined(separator: " | ") + " |",
      "|---|---|" + String(repeating: "---|", count: Role.allCases.count),
    ]
    for group in kind.groups {
      for action in Action.allCases {
        lines.append(row(kind, group, action, numbers))
      }
    }
    lines.append("")
    for rule in rules {
      lines.append(
        "\(numbers[rule.id] ?? 0). `\(rule.id)`: \(rule.conditionLabel.german) "
          + "(\(rule.purposeLabel.german)) / \(rule.conditionLabel.english) "
          + "(\(rule.purposeLabel.english))")
    }
    return lines + [""]
  }

  private func row(
    _ kind: ObjectKind, _ group: FieldGroup, _ action: Action, _ numbers: [String: Int]
  ) -> String {
    let rules = policy.rules(action, kind, group)
    let cells = Role.allCases.map { role in
      let found = rules.filter { $0.roles.contains(role) }.compactMap { numbers[$0.id] }
      return found.isEmpty ? "·" : found.map(String.init).joined(separator: ", ")
    }
    let isFirst = action == Action.allCases.first
    let name =
      isFirst ? "**\(Self.both(group.label))** (\(Self.both(group.sensitivity.label)))" : ""
    return "| \(name) | \(Self.both(action.label)) | " + cells.joined(separator: " | ") + " |"
  }

  private static func both(_ text: LocalizedText) -> String {
    text.german == text.english ? text.german : text.german + " / " + text.english
  }

  private static func short(_ role: Role) -> String {
    switch role {
    case .everyone: "ALL"
    case .companyEditor: "CE"
    case .companyReader: "CR"
    case .association: "AS"
    case .analyst: "AN"
    case .planner: "PL"
    case .dialogueOffice: "DO"
    case .innovationOffice: "IO"
    case .reviewer: "RV"
    case .auditor: "AU"
    case .administrator: "AD"
    }
  }
}
