// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// Why there is no plan, and what would have to give.
struct PlanCauseSection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  func section() -> Section? {
    guard context.plan.schedule == nil else { return nil }
    return Section(
      id: "cause", title: wording.say(de: "Warum es keinen Plan gibt", en: "Why there is no plan"),
      body: cause() + ways())
  }

  private func cause() -> Markup {
    guard let cause = context.plan.cause else {
      return .paragraph(
        context.plan.status == .unbounded
          ? wording.tell(
            de:
              "Eine Nachfrage ohne Grenze trifft auf eine Kette ohne Grenze: Kapazität, Bezug und Bestand dahinter sind nicht angegeben und gelten als unbegrenzt.",
            en:
              "A demand without limit meets a chain without limit: capacity, supply and stock behind it are not stated and count as unlimited."
          )
          : wording.tell(
            de: "Welche Bedingungen einander widersprechen, wurde nicht bestimmt.",
            en: "Which conditions contradict one another was not determined."))
    }
    let parts = cause.parts.map { part -> Markup in
      let when =
        part.periods.map { Markup.text(" · \(context.periods.name($0))") } ?? Markup.empty
      return Markup.text(part.text[wording.language]) + when
    }
    guard !parts.isEmpty else { return lead(cause) }
    return lead(cause)
      + .heading(
        wording.say(de: "Diese Bedingungen stoßen aufeinander", en: "These conditions collide"))
      + .paragraph(
        wording.tell(
          de: "Keine davon ist überflüssig: Gibt eine einzige nach, ist dieser Widerspruch fort.",
          en: "None of them is superfluous: if a single one gives, this contradiction is gone."))
      + .element("ol", ["class": "steps"], parts.map { .element("li", [:], $0) })
  }

  private func lead(_ cause: PlanCause) -> Markup {
    .element("p", ["class": "lead"], .text(cause.text[wording.language]))
  }

  private func ways() -> Markup {
    let steps: [Markup] =
      context.plan.status == .unbounded
      ? [
        wording.tell(
          de: "Für die genannten Linien, Bezüge oder Verbindungen eine Kapazität angeben.",
          en: "State a capacity for the lines, supplies or links named."),
        wording.tell(
          de: "Oder für die Nachfrage eine Rate angeben.", en: "Or state a rate for the demand."),
      ]
      : [
        wording.tell(
          de:
            "Ohne „--require-demand“ planen: Dann zeigt der Plan, wie viel möglich ist und was zuerst fehlt.",
          en:
            "Plan without “--require-demand”: the plan then shows how much is possible and what is missing first."
        ),
        wording.tell(
          de: "Mit „--backlog“ später liefern lassen, was nicht rechtzeitig geht.",
          en: "Use “--backlog” to deliver later what cannot be in time."),
        wording.tell(
          de: "Optionen ergänzen, die den genannten Engpass weiten, oder den Termin verschieben.",
          en: "Add options that widen the limit named, or move the date."),
      ]
    return .heading(wording.say(de: "Was weiterhilft", en: "What helps")) + .list(steps)
  }
}
