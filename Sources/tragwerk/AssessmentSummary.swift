// SPDX-License-Identifier: Apache-2.0
import Localization
import Resilience
import ValueChains

/// The short of an assessment, for the terminal.
struct AssessmentSummary {
  private let assessment: Assessment
  private let language: Language

  init(_ assessment: Assessment, _ language: Language) {
    self.assessment = assessment
    self.language = language
  }

  var text: String {
    var lines = [assessment.chain.title, ""]
    lines += baseline
    lines += ranking
    lines += losses
    lines += unknown
    return lines.joined(separator: "\n") + "\n"
  }

  private func say(_ german: String, _ english: String) -> String {
    language == .german ? german : english
  }

  private func days(_ value: Double, _ isLimited: Bool) -> String {
    (isLimited ? "" : "≥ ") + language.number(value)
  }

  private var baseline: [String] {
    let baseline = assessment.baseline
    let horizon = language.number(assessment.horizon, fractionDigits: 0)
    var lines: [String] = []
    if baseline.isLimited {
      let days = language.number(baseline.days)
      lines.append(
        say(
          "Schon ungestört nicht lieferfähig: Die Nachfrage ist nur \(days) Tage lang gedeckt.",
          "Cannot serve its demand even undisturbed: it is covered for only \(days) days."))
    } else {
      lines.append(
        say(
          "Ungestört deckt die Kette ihre Nachfrage über \(horizon) Tage.",
          "Undisturbed, the chain serves its demand for \(horizon) days."))
    }
    if let phased = baseline.phased {
      let days = (phased.isLimited ? "" : "≥ ") + language.number(phased.days)
      lines.append(
        say("Mit Durchlaufzeiten: \(days) Tage.", "With lead times: \(days) days."))
    }
    return lines
  }

  private var ranking: [String] {
    if assessment.survival.isEmpty {
      return [
        "",
        say(
          "Das Paket nennt keine Störungen. Mit --each site,supply,passage fällt jedes einzelne Element aus.",
          "The package names no disruptions. With --each site,supply,passage every single element fails."
        ),
      ]
    }
    let ranked = assessment.survival.enumerated().sorted {
      ($0.element.days, $0.offset) < ($1.element.days, $1.offset)
    }.map(\.element)
    let limited = ranked.filter(\.isLimited)
    let title = say(
      "Kürzeste Reichweiten in Tagen (\(limited.count) von \(ranked.count) Störungen begrenzen):",
      "Shortest times to survive in days (\(limited.count) of \(ranked.count) disruptions limit):")
    let shown = (limited.isEmpty ? ranked : limited).prefix(12)
    return ["", title]
      + shown.map { survival in
        var line = "  " + pad(days(survival.days, survival.isLimited), 10) + "  "
        if let phased = survival.phased {
          let text = (phased.isLimited ? "" : "≥ ") + language.number(phased.days)
          line += pad(text, 8) + " " + say("mit Durchlaufzeit", "with lead times") + "  "
        }
        return line + survival.disruption.id
      }
  }

  private var losses: [String] {
    let worst = assessment.recovery.filter { $0.lostValue > 0 }.enumerated().sorted {
      (-$0.element.lostValue, $0.offset) < (-$1.element.lostValue, $1.offset)
    }.prefix(5).map(\.element)
    guard !worst.isEmpty else { return [] }
    let currency = assessment.chain.currency ?? ""
    return ["", say("Größte Verluste bis zum Wiederanlauf:", "Largest losses until recovery:")]
      + worst.map { recovery in
        let value = language.number(recovery.lostValue, fractionDigits: 0)
        let window = language.number(recovery.days)
        return "  " + pad(value, 16) + " \(currency)  "
          + say("in \(window) Tagen", "in \(window) days") + "  \(recovery.disruption.id)"
      }
  }

  private var unknown: [String] {
    let questions = assessment.chain[.questions]
    let open = (0..<questions.count).count { questions.text(.answer, $0).isEmpty }
    let warnings = assessment.findings.count
    var lines: [String] = []
    if open > 0 {
      lines.append(
        say(
          "Offene Fragen: \(open) (Tabelle questions).",
          "Open questions: \(open) (table questions)."))
    }
    if warnings > 0 {
      lines.append(
        say(
          "Hinweise zu den Daten: \(warnings) (tragwerk check).",
          "Warnings about the data: \(warnings) (tragwerk check)."))
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
