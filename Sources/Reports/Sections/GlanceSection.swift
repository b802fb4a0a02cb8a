// SPDX-License-Identifier: Apache-2.0
import Resilience
import ValueChains

/// The answer in a few sentences, and the figures they rest on.
struct GlanceSection {
  let context: ReportContext
  private var wording: Wording { context.wording }
  private var assessment: Assessment { context.assessment }

  func section() -> Section {
    Section(
      id: "glance", title: wording.say(de: "Auf einen Blick", en: "At a glance"),
      body: .element("p", ["class": "lead"], sentences().joined(by: " ")) + keyFigures()
        + firstSteps())
  }

  /// The most urgent steps by their titles; why is said in section 5.
  private func firstSteps() -> Markup {
    let steps = NextSteps(context: context).all().prefix(3)
    guard !steps.isEmpty else { return .empty }
    let more = Markup.element(
      "a", ["href": "#steps"],
      wording.tell(de: "Begründung in Abschnitt 5", en: "Reasons in section 5"))
    return .heading(wording.say(de: "Das Dringendste", en: "Most urgent"))
      + .element("ol", ["class": "urgent"], steps.map { .element("li", [:], $0.title) })
      + .note(more)
  }

  /// Three to six sentences; a chain that fails undisturbed says so first.
  func sentences() -> [Markup] {
    [baseline(), lack(), first(), counts(), loss(), foundation()].filter { !$0.isEmpty }
  }

  private func baseline() -> Markup {
    let days = assessment.baseline.days
    if assessment.baseline.isLimited {
      let text =
        days < 0.05
        ? wording.tell(
          de: "Schon ohne Störung kann die Kette ihre Nachfrage nicht voll bedienen.",
          en: "Even undisturbed, the chain cannot serve its demand in full.")
        : wording.tell(
          de: "Schon ohne Störung bedient die Kette ihre Nachfrage nur \(wording.days(days)) lang.",
          en: "Even undisturbed, the chain serves its demand for only \(wording.days(days)).")
      return .element("strong", ["class": "alarm"], text)
    }
    let horizon = wording.days(assessment.horizon)
    return wording.tell(
      de: "Ungestört bedient die Kette ihre Nachfrage über den ganzen Zeitraum von \(horizon).",
      en: "Undisturbed, the chain serves its demand over the whole horizon of \(horizon).")
  }

  /// Lead times can limit a chain that lasts without them.
  private func lack() -> Markup {
    guard let phased = assessment.baseline.phased, phased.isLimited,
      !assessment.baseline.isLimited
    else { return .empty }
    return wording.tell(
      de:
        "Zählen die Durchlaufzeiten, reicht der Anlaufbestand auch ungestört nur \(wording.days(phased.days)).",
      en:
        "With lead times counted, what is in the pipeline lasts only \(wording.days(phased.days)) even undisturbed."
    )
  }

  private func first() -> Markup {
    guard !context.ranking.all.isEmpty else {
      return wording.tell(
        de: "Eine Störung wurde nicht gerechnet.", en: "No disruption was computed.")
    }
    let limited = context.ranking.limited
    guard let first = limited.first else {
      return wording.tell(
        de: "Keine der gerechneten Störungen unterbricht sie in dieser Zeit.",
        en: "None of the disruptions computed interrupts it in that time.")
    }
    let name = Markup.strong(ChainNames.isolated(context.names.plain(first.disruption)))
    let same = limited.count { $0.survival.days < first.survival.days + 0.05 }
    if first.survival.days < 0.05, same == 1 {
      return wording.tell(
        de: "„\(name)“ wirkt sofort; kein Bestand fängt die Störung auf.",
        en: "“\(name)” is felt at once; no stock absorbs it.")
    }
    if first.survival.days < 0.05 {
      let others = wording.count(
        same, de: ("Störung", "Störungen"), en: ("disruption", "disruptions"))
      return wording.tell(
        de: "\(others) wirken sofort, weil kein Bestand sie auffängt, darunter „\(name)“.",
        en: "\(others) are felt at once because no stock absorbs them, among them “\(name)”.")
    }
    let days = Markup.strong(.text(wording.afterDays(first.survival.days)))
    let also =
      same == 1
      ? Markup.empty
      : .text(
        wording.say(de: " (ebenso bei ", en: " (and so with ")
          + wording.count(
            same - 1, de: ("weiteren Störung", "weiteren Störungen"),
            en: ("further disruption", "further disruptions")) + ")")
    return wording.tell(
      de:
        "Am schnellsten wirkt „\(name)“: Nach \(days) wird die Nachfrage nicht mehr voll bedient\(also).",
      en: "“\(name)” is felt soonest: after \(days) demand is no longer served in full\(also).")
  }

  private func counts() -> Markup {
    let all = context.ranking.all.count
    guard all > 1, !context.ranking.limited.isEmpty else { return .empty }
    let (month, quarter) = (context.ranking.count(below: 30), context.ranking.count(below: 90))
    let held = all - context.ranking.limited.count
    let total = wording.count(all)
    return wording.tell(
      de:
        "Von \(total) Störungen übersteht die Kette \(wording.count(month)) kürzer als 30 Tage, \(wording.count(quarter)) kürzer als 90 Tage und \(wording.count(held)) den ganzen Zeitraum.",
      en:
        "Of \(total) disruptions, the chain survives \(wording.count(month)) for less than 30 days, \(wording.count(quarter)) for less than 90 days and \(wording.count(held)) for the whole horizon."
    )
  }

  private func loss() -> Markup {
    guard let dearest = context.ranking.dearest, let recovery = dearest.recovery else {
      return .empty
    }
    let name = ChainNames.isolated(context.names.plain(dearest.disruption))
    let value = Markup.strong(.text(wording.money(recovery.lostValue)))
    let days = wording.afterDays(recovery.days)
    return wording.tell(
      de: "Am teuersten ist „\(name)“ mit \(value) nicht bedienter Nachfrage in \(days).",
      en: "The dearest is “\(name)”, with \(value) of demand not served in \(days).")
  }

  private func foundation() -> Markup {
    FoundingSentence(tally: context.tally, wording: wording).markup()
  }

  // MARK: Key figures

  private func keyFigures() -> Markup {
    var items: [(value: String, meaning: String, isAlarm: Bool)] = []
    let baseline = assessment.baseline
    items.append(
      (
        (baseline.isLimited ? "" : "≥ ") + wording.days(baseline.days),
        wording.say(de: "Reichweite ungestört", en: "time to survive, undisturbed"),
        baseline.isLimited
      ))
    if let first = context.ranking.limited.first {
      items.append(
        (
          wording.days(first.survival.days),
          wording.say(
            de: "kürzeste Reichweite bei Störung", en: "shortest time to survive a disruption"),
          first.isCritical
        ))
    }
    if !context.ranking.all.isEmpty {
      let critical = context.ranking.all.count(where: \.isCritical)
      items.append(
        (
          wording.say(
            de: "\(wording.count(critical)) von \(wording.count(context.ranking.all.count))",
            en: "\(wording.count(critical)) of \(wording.count(context.ranking.all.count))"),
          wording.say(de: "Störungen sind kritisch", en: "disruptions are critical"), critical > 0
        ))
    }
    if let dearest = context.ranking.dearest?.recovery {
      items.append(
        (
          wording.money(dearest.lostValue),
          wording.say(
            de: "größter Verlust durch eine Störung", en: "largest loss from one disruption"),
          false
        ))
    }
    if let share = FoundingSentence(tally: context.tally, wording: wording).unfoundedShare {
      items.append(
        (
          wording.percent(share),
          wording.say(
            de: "der Zahlen sind Annahmen oder ohne Angabe",
            en: "of the figures are assumptions or unstated"), false
        ))
    }
    return KeyFigures.markup(items)
  }
}
