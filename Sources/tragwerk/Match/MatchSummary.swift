// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Platform

/// Matches in words for a terminal of 80 columns.
struct MatchSummary {
  let language: Language

  static let width = 80
  private static let indent = "      "

  init(_ language: Language) { self.language = language }

  private func say(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)[language]
  }

  // MARK: Suppliers of a need

  func text(_ outcome: MatchNeed.Outcome) -> String {
    var text = title(outcome.need.id, outcome.need.title)
    text += context(outcome.day, outcome.audience)
    text += Paragraphs.wrapped(counts(outcome), indent: "", width: Self.width) + "\n"
    guard !outcome.matches.isEmpty else {
      return text
        + say(
          "\nKein Betrieb kommt in Frage. Das heißt nur: keiner im Register.\n",
          "\nNo firm comes into question. That only means: none in the register.\n")
    }
    text += "\n" + line("#", say("Punkte", "score"), say("Betrieb", "firm"), "km")
    for (number, match) in outcome.matches.enumerated() {
      let far = match.distance.map { language.number($0, fractionDigits: 0) } ?? "–"
      text += line(number + 1, match, match.name, far) + words(match)
      text += Self.indent + match.supplier + "\n"
    }
    if let proposal = outcome.bundles { text += BundleSummary(language).text(proposal) }
    return text
  }

  private func counts(_ outcome: MatchNeed.Outcome) -> String {
    let firms = language.number(Double(outcome.suppliers), fractionDigits: 0)
    let states = outcome.counts.filter { $0.count > 0 }
      .map { "\($0.count) \(Self.word($0.state)[language])" }.joined(separator: ", ")
    let head =
      outcome.suppliers == 1
      ? say("1 Betrieb im Register", "1 firm in the register")
      : say("\(firms) Betriebe im Register", "\(firms) firms in the register")
    return states.isEmpty ? head + "." : head + ": " + states + "."
  }

  // MARK: Needs of a supplier

  func text(_ outcome: NeedsForOrganisation.Outcome) -> String {
    var text = title(outcome.organisation.text, outcome.name)
    text += context(outcome.day, outcome.audience)
    let count = language.number(Double(outcome.needs), fractionDigits: 0)
    text +=
      outcome.needs == 1
      ? say("1 offener Bedarf im Register", "1 open need in the register")
      : say("\(count) offene Bedarfe im Register", "\(count) open needs in the register")
    guard !outcome.matches.isEmpty else {
      return text + say(", keiner passt.\n", ", none fits.\n")
    }
    text += ".\n\n" + line("#", say("Punkte", "score"), say("Bedarf", "need"), "km")
    for (number, found) in outcome.matches.enumerated() {
      let far = found.match.distance.map { language.number($0, fractionDigits: 0) } ?? "–"
      text += line(number + 1, found.match, found.need.title, far) + words(found.match)
      text += Self.indent + found.need.id + "\n"
    }
    return text
  }

  // MARK: Suggestions to a buyer

  func text(_ outcome: SuggestSuppliers.Outcome) -> String {
    var text = title(outcome.need.id, outcome.need.title) + context(outcome.day, .registeredBuyer)
    if !outcome.shown.isEmpty {
      text += "\n" + line("#", say("Punkte", "score"), say("Betrieb", "firm"), "km")
    }
    for (number, entry) in outcome.shown.enumerated() {
      let far = entry.match.distance.map { language.number($0, fractionDigits: 0) } ?? "–"
      text += line(number + 1, entry.match, entry.match.name, far) + words(entry.match)
      if let fairness = entry.fairness {
        text +=
          Paragraphs.wrapped(fairness[language], indent: Self.indent, width: Self.width) + "\n"
      }
      text += Self.indent + entry.match.supplier + "\n"
    }
    if outcome.shown.isEmpty, outcome.waiting == 0 {
      text += say(
        "Niemand, der nicht schon gezeigt, gefragt oder verworfen ist, passt.\n",
        "Nobody fits who was not shown, asked or dropped already.\n")
    }
    if outcome.waiting == 1 {
      text += say("\nEin weiterer passt und wartet.\n", "\nOne more fits and waits.\n")
    } else if outcome.waiting > 1 {
      text += say(
        "\nWeitere \(outcome.waiting) passen und warten.\n",
        "\n\(outcome.waiting) more fit and wait.\n")
    }
    return text + (outcome.pause.map { $0[language] + "\n" } ?? "")
  }

  // MARK: Pieces

  private func title(_ id: String, _ name: String) -> String {
    Paragraphs.wrapped("\(id)  \(name)", indent: "", width: Self.width) + "\n"
  }

  private func context(_ day: CalendarDay, _ audience: Audience) -> String {
    let view =
      audience == .operator
      ? "" : say("; Sicht: ", "; seen by: ") + audience.label[language]
    return say("Stand \(day)", "As of \(day)") + view + "\n"
  }

  private func line(_ rank: Int, _ match: Match, _ name: String, _ far: String) -> String {
    let score = language.number(match.score, fractionDigits: 1)
    let point = language == .german ? "," : "."
    let fixed = score.contains(point) ? score : score + point + "0"
    return columns(
      "\(rank)", fixed, Self.bar(match.score), Self.word(match.state)[language], name, far)
  }

  private func line(_ rank: String, _ score: String, _ name: String, _ far: String) -> String {
    columns(rank, score, "", say("Stand", "state"), name, far)
  }

  /// Rank 3, score 6, bar 10, state 14, name 36, kilometres 6.
  private func columns(
    _ rank: String, _ score: String, _ bar: String, _ state: String, _ name: String, _ far: String
  ) -> String {
    left(rank, 3) + " " + left(score, 6) + " " + right(bar, 10) + " " + right(state, 14) + " "
      + right(cut(name, 36), 36) + " " + left(far, 6) + "\n"
  }

  private func left(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func right(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func cut(_ text: String, _ width: Int) -> String {
    text.count > width ? text.prefix(width - 1) + "…" : text
  }

  static func bar(_ score: Double) -> String {
    let filled = min(10, max(0, Int((score / 10).rounded())))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: 10 - filled)
  }

  static func word(_ state: Match.State) -> LocalizedText {
    switch state {
    case .ready: LocalizedText(de: "bereit", en: "ready")
    case .gap: LocalizedText(de: "mit Lücke", en: "gap")
    case .related: LocalizedText(de: "verwandt", en: "related")
    case .excluded: LocalizedText(de: "ausgeschlossen", en: "excluded")
    }
  }

  /// The three sentences, and what has to be mended; of what is excluded, why.
  private func words(_ match: Match) -> String {
    let reasons = match.reasons.map { $0[language] }
    let sentences =
      match.state == .excluded
      ? Array(reasons.prefix(1)) : reasons + [gap(match.path)].compactMap(\.self)
    return sentences.map {
      Paragraphs.wrapped($0, indent: Self.indent, width: Self.width) + "\n"
    }.joined()
  }

  private func gap(_ path: ReadinessPath) -> String? {
    guard !path.isEmpty else { return nil }
    let steps = path.steps.map { step in
      switch step.lack {
      case .missing(let standard), .prerequisite(let standard): standard.name
      case .expired(let standard, _):
        say("\(standard.name) erneuern", "renew \(standard.name)")
      case .capacity(let share):
        share > 0
          ? say("mehr freie Kapazität", "more free capacity")
          : say("freie Kapazität", "free capacity")
      }
    }
    let list = steps.joined(separator: ", ")
    guard let months = path.months else {
      return say("→ Lücke: \(list); Dauer unbekannt", "→ Gap: \(list); duration unknown")
    }
    let (low, high) = (language.number(months.lowerBound), language.number(months.upperBound))
    let span = low == high ? low : "\(low)–\(high)"
    let guess = path.steps.contains(where: \.isEstimate) ? say(" (Schätzung)", " (estimate)") : ""
    return say(
      "→ Lücke: \(list); zu schließen in \(span) Monaten\(guess)",
      "→ Gap: \(list); closed in \(span) months\(guess)")
  }
}
