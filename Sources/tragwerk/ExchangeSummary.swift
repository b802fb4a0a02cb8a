// SPDX-License-Identifier: Apache-2.0
import CapacityExchange
import Localization
import ValueChains

/// The short of an import, for the terminal.
struct ExchangeSummary {
  private let outcome: ChainExchange.Outcome
  private let path: String
  private let language: Language

  init(_ outcome: ChainExchange.Outcome, _ path: String, _ language: Language) {
    self.outcome = outcome
    self.path = path
    self.language = language
  }

  private func say(_ german: String, _ english: String) -> String {
    language == .german ? german : english
  }

  var text: String {
    let summary = outcome.summary
    let objects = summary.objects.map { "\($0.count) × \($0.aspect)" }.joined(separator: ", ")
    var lines = [say("Gelesen: ", "Read: ") + objects, say("Neu geschrieben:", "Written:")]
    for (table, count) in summary.rows {
      let number = String(count)
      let pad = String(repeating: " ", count: max(0, 8 - number.count))
      lines.append("\(pad)\(number)  \(table.definition.label[language])")
    }
    if summary.leftOut > 0 {
      lines.append(
        say(
          "Nicht übernommen: \(summary.leftOut) Angaben, oben einzeln genannt.",
          "Left out: \(summary.leftOut) statements, each told above."))
    }
    lines += [
      "",
      say(
        "Kette in \(path), \(summary.questions) neue Fragen. Woher jede Zahl kommt: provenance.csv.",
        "Chain in \(path), \(summary.questions) new questions. Where each figure comes from: provenance.csv."
      ),
      say("Weiter mit: tragwerk check \(path)", "Go on with: tragwerk check \(path)"),
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
