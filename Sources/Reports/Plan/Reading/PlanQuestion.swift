// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// What was asked of a plan, in words.
struct PlanQuestion {
  let context: PlanContext
  private var wording: Wording { context.wording }
  private var request: PlanRequest { context.plan.request }

  /// One sentence.
  func sentence() -> Markup {
    let span = context.periods.count(request.grid.periods)
    switch request.goal {
    case .leastCost where request.requireDemand:
      return wording.tell(
        de:
          "Gefragt ist, wie die Kette in den nächsten \(dative(span)) alles Verlangte liefert und was das mindestens kostet.",
        en:
          "The question is how the chain can deliver all that is asked for over the next \(span), and what that costs at least."
      )
    case .leastCost:
      return wording.tell(
        de:
          "Gefragt ist, wie die Kette in den nächsten \(dative(span)) das Verlangte zu den geringsten Kosten liefert; was \(missing) zählt mit seinem Wert.",
        en:
          "The question is how the chain can deliver what is asked for over the next \(span) at least cost; what \(missing) counts with its value."
      )
    case .mostOutput:
      return wording.tell(
        de:
          "Gefragt ist, wie viel die Kette in den nächsten \(dative(span)) höchstens liefern kann, gemessen am Wert; Kosten entscheiden nur zwischen gleich guten Plänen.",
        en:
          "The question is how much the chain can deliver at most over the next \(span), measured by value; costs decide only between plans that deliver the same."
      )
    case .sustainedRate(let day):
      let from = wording.number(day, 0)
      return wording.tell(
        de:
          "Gefragt ist, welche Rate die Kette ab Tag \(from) auf Dauer halten kann, innerhalb von \(dative(span)).",
        en:
          "The question is which rate the chain can sustain from day \(from) on, within \(span).")
    }
  }

  private var missing: String {
    request.backlog
      ? wording.say(de: "zu spät kommt,", en: "is late")
      : wording.say(de: "fehlt,", en: "is missing")
  }

  /// "24 Monaten", after a preposition.
  private func dative(_ span: String) -> String {
    span.hasSuffix("e") && !span.hasSuffix("Woche") ? span + "n" : span
  }

  func facts() -> [(name: String, value: String)] {
    var facts: [(name: String, value: String)] = [
      (wording.say(de: "Kette", en: "Chain"), context.chain.name),
      (
        wording.say(de: "Zeitraum", en: "Horizon"),
        "\(context.periods.count(request.grid.periods)), \(context.periods.days(1...request.grid.periods))"
      ),
      (wording.say(de: "Ziel", en: "Goal"), goal),
      (
        wording.say(de: "Module", en: "Modules"),
        request.wholeModules
          ? wording.say(de: "nur ganze", en: "whole ones only")
          : wording.say(de: "auch Bruchteile", en: "fractions too")
      ),
      (
        wording.say(de: "Fehlendes", en: "What is missing"),
        request.backlog
          ? wording.say(de: "wird nachgeliefert", en: "is delivered later")
          : wording.say(de: "verfällt", en: "is lost")
      ),
    ]
    if request.requireDemand {
      facts.append(
        (
          wording.say(de: "Nachfrage", en: "Demand"),
          wording.say(de: "muss ganz gedeckt sein", en: "must be met in full")
        ))
    }
    if let budget = request.budget {
      facts.append((wording.say(de: "Budget", en: "Budget"), wording.money(budget)))
    }
    if let disruption = request.disruption {
      facts.append(
        (wording.say(de: "Störung", en: "Disruption"), context.names.plain(disruption)))
    }
    facts.append(
      (
        wording.say(de: "Währung", en: "Currency"),
        context.chain.currency ?? wording.say(de: "nicht angegeben", en: "not stated")
      ))
    return facts
  }

  private var goal: String {
    switch request.goal {
    case .leastCost: wording.say(de: "geringste Kosten", en: "least cost")
    case .mostOutput: wording.say(de: "größter Lieferwert", en: "most value delivered")
    case .sustainedRate: wording.say(de: "höchste gehaltene Rate", en: "highest sustained rate")
    }
  }
}
