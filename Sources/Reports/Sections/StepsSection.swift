// SPDX-License-Identifier: Apache-2.0

/// What to do next, derived from the results by rules.
struct StepsSection {
  let context: ReportContext
  private var wording: Wording { context.wording }

  func section() -> Section {
    let steps = NextSteps(context: context).all()
    let body: Markup =
      steps.isEmpty
      ? .paragraph(
        wording.tell(
          de:
            "Aus den Ergebnissen folgt nichts Dringendes. Nächster Schritt: weitere Störungen rechnen und die Zahlen belegen.",
          en:
            "Nothing urgent follows from the results. Next: compute further disruptions and found the figures."
        ))
      : .paragraph(
        wording.tell(
          de:
            "Nach festen Regeln aus den Ergebnissen abgeleitet, das Dringendste zuerst; zu prüfen, nicht zu befolgen.",
          en:
            "Derived from the results by fixed rules, the most urgent first; to be examined, not obeyed."
        ))
        + .element("ol", ["class": "steps"], steps.map(step))
    return Section(
      id: "steps", title: wording.say(de: "Was zu tun ist", en: "What to do next"), body: body)
  }

  private func step(_ step: NextStep) -> Markup {
    .element(
      "li", [:], .strong(step.title), .element("p", [:], step.reason),
      step.details.isEmpty ? .empty : .list(step.details))
  }
}
