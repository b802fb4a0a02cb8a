// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Platform
import Registry
import Storage

/// Needs in words for a terminal.
struct NeedSummary {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)[language]
  }

  // MARK: Single lines

  /// Where a need stands after something was done to it.
  static func told(_ need: Need) -> LocalizedText {
    LocalizedText(
      de: "\(need.id)  \(need.title): \(need.state.label.german), Version \(need.version)",
      en: "\(need.id)  \(need.title): \(need.state.label.english), version \(need.version)")
  }

  static func labels(_ fields: [NeedField]) -> LocalizedText {
    let labels = fields.map(\.definition.label)
    return LocalizedText(
      de: labels.map(\.german).joined(separator: ", "),
      en: labels.map(\.english).joined(separator: ", "))
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  // MARK: Lists

  func list(_ outcome: ListNeeds.Outcome, today: CalendarDay) -> String {
    guard !outcome.needs.isEmpty else {
      return outcome.counts.isEmpty
        ? say(
          "Noch kein Bedarf. „tragwerk need enter“ oder „tragwerk need import“ legt welche an.\n",
          "No need yet. “tragwerk need enter” or “tragwerk need import” makes some.\n")
        : say("Kein solcher Bedarf.\n", "No such need.\n") + counts(outcome)
    }
    let width = outcome.needs.map { $0.state.label[language].count }.max() ?? 0
    let lines = outcome.needs.map { line in
      var text = "\(line.id)  \(padded(line.state.label[language], width))  \(line.title)"
      if let source = line.source { text += "  [\(source.source) \(source.key)]" }
      if line.isExpired(on: today), let last = line.expiresOn {
        text += say("  abgelaufen am \(last)", "  expired on \(last)")
      } else if let last = line.expiresOn {
        text += say("  gilt bis \(last)", "  stands until \(last)")
      }
      return text + "\n"
    }
    let more = outcome.isCut ? say("… mehr mit --limit\n", "… more with --limit\n") : ""
    return lines.joined() + more + counts(outcome)
  }

  private func counts(_ outcome: ListNeeds.Outcome) -> String {
    say("Im Register: ", "In the register: ")
      + outcome.counts.map { "\($0.count) \($0.state.label[language])" }.joined(separator: ", ")
      + "\n"
  }

  /// The catalogue of fields.
  func fields() -> String {
    let width = NeedField.allCases.map(\.rawValue.count).max() ?? 0
    return NeedFieldDefinition.all.map { definition in
      var notes: [String] = []
      switch definition.content {
      case .choice(let choices): notes.append(choices.map(\.code).joined(separator: " | "))
      case .number(let unit, _): if let unit { notes.append(unit) }
      case .date: notes.append(say("JJJJ-MM-TT", "YYYY-MM-DD"))
      case .reference: notes.append(say("Kennung wie o0000000a", "id such as o0000000a"))
      case .code: notes.append("WZ, NACE")
      default: break
      }
      if definition.isMany { notes.append(say("mehrere mit ;", "several with ;")) }
      if definition.isObligatory { notes.append(say("muss sein", "obligatory")) }
      return "  \(padded(definition.field.rawValue, width))  \(definition.label[language])"
        + (notes.isEmpty ? "" : " (" + notes.joined(separator: "; ") + ")") + "\n"
    }.joined()
  }

  // MARK: One need

  func file(_ file: NeedFile, today: CalendarDay) -> String {
    content(file.need, file.names, source: file.source, today: today)
      + versions(file) + history(file) + suggestions(file) + feedback(file)
  }

  func content(
    _ need: Need, _ names: [String: String] = [:], source: NeedSource? = nil, today: CalendarDay?
  ) -> String {
    var text = need.id.isEmpty ? "\(need.title)\n" : "\(need.id)  \(need.title)\n"
    var state =
      need.state.label[language] + ", " + say("Version", "version") + " \(need.version)"
    if let today, need.isExpired(on: today), let last = need.expiresOn {
      state += say("; abgelaufen am \(last)", "; expired on \(last)")
    }
    var rows = [(say("Stand", "State"), state)]
    if let source {
      rows.append((say("Herkunft", "Origin"), "\(source.source), \(source.key)"))
    } else if let origin = need.origin {
      rows.append((say("Herkunft", "Origin"), origin))
    }
    rows += NeedWords(need, names, language).rows
    let width = rows.map(\.0.count).max() ?? 0
    text += Paragraphs.wrapped(need.description, indent: "  ", width: 96) + "\n"
    for (label, value) in rows { text += "  \(padded(label + ":", width + 1)) \(value)\n" }
    return text
  }

  private func versions(_ file: NeedFile) -> String {
    guard file.versions.count > 1 else { return "" }
    var text = say("Versionen\n", "Versions\n")
    var earlier: NeedVersion?
    for version in file.versions {
      let fields = earlier.map { version.need.fields(differingFrom: $0.need) } ?? []
      let what = Self.labels(fields)[language]
      text +=
        "  \(version.need.version)  \(version.at.prefix(10))  \(version.actor)"
        + (what.isEmpty ? "" : ": " + what) + noted(version.note) + "\n"
      earlier = version
    }
    return text
  }

  private func history(_ file: NeedFile) -> String {
    let width = file.history.map { $0.to.label[language].count }.max() ?? 0
    return say("Weg\n", "Way\n")
      + file.history.map { change in
        "  \(change.at.prefix(10))  \(padded(change.to.label[language], width))  \(change.actor)"
          + noted(change.note) + "\n"
      }.joined()
  }

  private func suggestions(_ file: NeedFile) -> String {
    guard !file.suggestions.isEmpty else { return "" }
    return say("Vorgeschlagen\n", "Suggested\n")
      + file.suggestions.map { suggestion in
        let name = file.names[suggestion.supplier] ?? suggestion.supplier
        let score = language.number(suggestion.score, fractionDigits: 1)
        return "  \(suggestion.on)  \(suggestion.place). \(name) (\(suggestion.supplier)): "
          + say("\(score) Punkte\n", "score \(score)\n")
      }.joined()
  }

  private func feedback(_ file: NeedFile) -> String {
    guard !file.feedback.isEmpty else { return "" }
    return say("Rückmeldungen\n", "Feedback\n")
      + file.feedback.map { stored in
        let feedback = stored.feedback
        let name = file.names[feedback.supplier] ?? feedback.supplier
        var text = "  \(feedback.on)  \(name) (\(feedback.supplier)): "
        if let outcome = feedback.outcome, let evidence = feedback.evidence {
          text += "\(outcome.label[language]), \(evidence.label[language])"
        } else {
          text += feedback.kind.label[language]
          if let reason = feedback.reason { text += ", " + reason.label[language] }
        }
        return text + noted(feedback.note ?? "") + "\n"
      }.joined()
  }

  private func noted(_ note: String) -> String { note.isEmpty ? "" : "  – " + note }

  // MARK: From a chain

  func fromChain(_ outcome: NeedFromChain.Outcome, _ element: String) -> String {
    let days = language.number(outcome.days, fractionDigits: 1)
    let why =
      outcome.isCritical
      ? say(
        "Ohne \(element) hält die Kette \(days) Tage. (Das steht nicht im Bedarf.)\n",
        "Without \(element) the chain holds \(days) days. (The need does not say so.)\n")
      : say(
        "Hinweis: Ohne \(element) hält die Kette über alle \(days) betrachteten Tage; kritisch ist es nicht.\n",
        "Note: without \(element) the chain holds over all \(days) days looked at; it is not critical.\n"
      )
    if outcome.isKnown {
      return why
        + say(
          "Diesen Bedarf gibt es schon; nichts wurde geändert.\n",
          "This need is there already; nothing was changed.\n")
        + Self.told(outcome.need)[language] + "\n"
    }
    let next =
      outcome.need.id.isEmpty
      ? say("Nichts wurde geschrieben.\n", "Nothing was written.\n")
      : say(
        "Ansehen und ergänzen (tragwerk need change \(outcome.need.id) …), dann veröffentlichen: tragwerk need publish \(outcome.need.id)\n",
        "Read and complete it (tragwerk need change \(outcome.need.id) …), then publish it: tragwerk need publish \(outcome.need.id)\n"
      )
    return why + content(outcome.need, today: nil) + next
  }
}
