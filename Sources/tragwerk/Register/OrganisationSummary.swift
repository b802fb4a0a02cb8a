// SPDX-License-Identifier: Apache-2.0
import Localization
import Platform
import Registry
import Storage

/// Organisations in words for a terminal.
struct OrganisationSummary {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)[language]
  }

  func list(_ lines: [OrganisationLine]) -> String {
    guard !lines.isEmpty else {
      return say(
        "Nichts gefunden. Das heißt nur: nicht im Register.\n",
        "Nothing found. That only means: not in the register.\n")
    }
    return lines.map { line in
      "\(line.id)  \(line.name)\(line.place.isEmpty ? "" : ", " + line.place)\n"
    }.joined()
  }

  /// Pairs that may be one organisation.
  func duplicates(_ pairs: [FindDuplicates.Pair], limit: Int) -> String {
    guard !pairs.isEmpty else {
      return say("Keine Paare gefunden.\n", "No pairs found.\n")
    }
    let lines = pairs.prefix(limit).map { pair in
      let share = language.percent(pair.probability)
      return [pair.first, pair.second].enumerated().map { number, line in
        "\(number == 0 ? share : String(repeating: " ", count: share.count))  \(line.id)  \(line.name)"
          + (line.place.isEmpty ? "" : ", " + line.place) + "\n"
      }.joined()
    }
    let more = pairs.count - lines.count
    return lines.joined() + (more > 0 ? "… \(more)\n" : "")
  }

  /// The file of an organisation: what holds, who says so, and on request what was before.
  func file(
    _ file: OrganisationFile, _ asked: EntityID, _ resolution: Register.Resolution,
    withHistory: Bool
  ) -> String {
    var text = ""
    switch resolution {
    case .current: break
    case .merged(let into):
      text += say("\(asked) ist in \(into) aufgegangen.\n", "\(asked) became part of \(into).\n")
    case .withdrawn:
      text += say(
        "\(asked) gab es; niemand spricht mehr davon.\n",
        "\(asked) existed; nobody speaks of it any more.\n")
    }
    let name = file.profile["legal_name"] ?? say("ohne Namen", "without a name")
    text += "\(file.id)  \(name)\n" + fields(file.profile, indent: "  ")
    for part in file.parts {
      if part.profile.id.kind == .contact, !Contact(part.profile).hasConsented { continue }
      text += "  \(part.profile.id)  \(part.profile.id.kind.label[language])\n"
      text += fields(part.profile, indent: "    ")
    }
    text += records(file)
    if !file.merged.isEmpty {
      text +=
        say("  Aufgegangen: ", "  Merged: ")
        + file.merged.map(\.text).joined(separator: ", ") + "\n"
    }
    return withHistory ? text + history(file) : text
  }

  private func fields(_ profile: EntityProfile, indent: String) -> String {
    RegisterField.fields(of: profile.id.kind).map { field in
      let definition = field.definition
      let entries = profile.entries[field.name] ?? []
      return entries.enumerated().map { number, entry in
        let holds = number == 0 || definition.isMany
        let mark = holds ? "" : say(" (abweichend)", " (differs)")
        let by = entry.statements.map { "\($0.source.name) \($0.statedOn)" }
          .joined(separator: ", ")
        return
          "\(indent)\(definition.label[language])\(mark): \(shown(entry.value, definition))  [\(by)]\n"
      }.joined()
    }.joined()
  }

  private func shown(_ value: String, _ definition: FieldDefinition) -> String {
    switch definition.content {
    case .choice(let choices):
      choices.first { $0.code == value }?.label[language] ?? value
    case .number(let unit, _):
      [value, unit].compactMap(\.self).joined(separator: " ")
    default: value
    }
  }

  private func records(_ file: OrganisationFile) -> String {
    file.records.map { record in
      let left = record.endedBy == nil ? "" : say(", ausgeschieden", ", left")
      return
        "  \(record.id)  " + say("Angabe von", "record of")
        + " \(record.source), \(record.statedOn)\(left)\n"
    }.joined()
  }

  private func history(_ file: OrganisationFile) -> String {
    var text = say("Geschichte:\n", "History:\n")
    func act(_ id: String) -> String {
      guard let act = file.acts[id] else { return id }
      return "\(act.at.prefix(10)) \(act.actor), \(act.kind.label[language])"
    }
    for statement in file.history {
      text +=
        "  \(statement.subject)  \(statement.field.definition.label[language]): \(statement.value)"
      text += "  [\(statement.source.name); \(act(statement.begunBy))"
      if let ended = statement.endedBy { text += say("; beendet ", "; ended ") + act(ended) }
      text += "]\n"
    }
    return text
  }

  /// The catalogue of fields.
  func fields() -> String {
    EntityKind.allCases.map { kind in
      kind.label[language] + "\n"
        + RegisterField.fields(of: kind).map { field in
          let definition = field.definition
          let many = definition.isMany ? say(", mehrere", ", several") : ""
          return "  \(field.key)  \(definition.label[language])\(content(definition))\(many)\n"
        }.joined()
    }.joined()
  }

  private func content(_ definition: FieldDefinition) -> String {
    switch definition.content {
    case .choice(let choices): ": " + choices.map(\.code).joined(separator: " | ")
    case .number(let unit, _): unit.map { " (\($0))" } ?? ""
    case .date: say(" (JJJJ-MM-TT)", " (YYYY-MM-DD)")
    default: ""
    }
  }
}
