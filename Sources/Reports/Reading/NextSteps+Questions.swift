// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Which questions to ask first: those about elements behind the shortest times to survive.
extension NextSteps {
  func questions() -> [NextStep] {
    let table = context.chain[.questions]
    let open = (0..<table.count).filter { table.text(.answer, $0).isEmpty }
    guard !open.isEmpty else { return [] }
    var urgency: [Int: RankedDisruption] = [:]
    for entry in context.explained.reversed() where entry.ranked.survival.isLimited {
      let places = Set(
        Evidence(context, entry).figures.map {
          Place($0.table.rawValue, context.chain[$0.table].key($0.row))
        }
      ).union(entry.ranked.disruption.hits.map { Place("\($0.kind.rawValue)s", $0.target) })
      for row in open where places.contains(Place(table.text(.table, row), table.text(.key, row))) {
        urgency[row] = entry.ranked
      }
    }
    let first = urgency.sorted { ($0.value.rank, $0.key) < ($1.value.rank, $1.key) }.prefix(4)
    let wording = context.wording
    guard !first.isEmpty else {
      return [
        NextStep(
          title: wording.tell(
            de: "Die \(wording.count(open.count)) offenen Fragen stellen",
            en: "Ask the \(wording.count(open.count)) open questions"),
          reason: wording.tell(
            de:
              "Keine betrifft ein Element mit kurzer Reichweite unmittelbar; sie stehen in Abschnitt 4.",
            en:
              "None concerns an element with a short time to survive directly; they are in section 4."
          ))
      ]
    }
    return [
      NextStep(
        title: wording.tell(
          de: "Diese Fragen zuerst stellen", en: "Ask these questions first"),
        reason: wording.tell(
          de: "Von ihren Antworten hängen die kürzesten Reichweiten ab.",
          en: "The shortest times to survive depend on their answers."),
        details: first.map { row, ranked in
          let role = KnownNames.role(table.text(.role, row))[wording.language]
          let days = wording.days(ranked.survival.days)
          return
            "\(ChainNames.isolated(QuestionText.text(context, row))) (\(role); \(context.names.plain(ranked.disruption)), \(days))"
        })
    ]
  }

  private struct Place: Hashable {
    let table: String
    let key: String
    init(_ table: String, _ key: String) {
      self.table = table
      self.key = key
    }
  }
}
