// SPDX-License-Identifier: Apache-2.0
import Resilience
import ValueChains

/// Derives from the results what to do next; each rule is one function, in the order of urgency.
struct NextSteps {
  let context: ReportContext
  var wording: Wording { context.wording }

  func all() -> [NextStep] {
    baseline() + secondSources() + otherWays() + replacement() + stock() + questions() + leadTimes()
      + concentration() + foundation()
  }

  // MARK: Rules

  private func baseline() -> [NextStep] {
    guard context.assessment.baseline.isLimited else { return [] }
    let days = wording.days(context.assessment.baseline.days)
    return [
      NextStep(
        title: wording.tell(
          de: "Zuerst klären, was die Kette ungestört begrenzt",
          en: "First find out what limits the chain undisturbed"),
        reason: wording.tell(
          de:
            "Sie hält ohne jede Störung nur \(days). Solange das so ist, sagen die Reichweiten der Störungen wenig: Kapazitäten und Bezüge der am stärksten genutzten Linien prüfen.",
          en:
            "Without any disruption it holds only \(days). While that is so, times to survive of disruptions say little: check capacities and supplies of the lines used most."
        ))
    ]
  }

  private func stock() -> [NextStep] {
    let gains = StockGain.all(context)
    if let best = gains.max(by: { ($0.daysPerDayOfNeed ?? 0) < ($1.daysPerDayOfNeed ?? 0) }),
      let days = best.daysPerDayOfNeed, days > 0
    {
      let name = context.quoted(best.material)
      let site = wording.quoted(context.names.name(.sites, best.site))
      return [
        NextStep(
          title: wording.tell(
            de: "Bestand von \(name) am Standort \(site) erhöhen",
            en: "Raise the stock of \(name) at the site \(site)"),
          reason: wording.tell(
            de:
              "Jeder zusätzliche Tagesbedarf dort verlängert \(disruptionName(best.first)) um \(wording.days(days)); das hilft bei \(count(best.disruptions)).",
            en:
              "Each further day's need there extends \(disruptionName(best.first)) by \(wording.days(days)); it helps in \(count(best.disruptions))."
          ))
      ]
    }
    return urgent { _ in true }.compactMap(cover).prefix(3).map { $0 }
  }

  /// What would have to lie in stock to reach recovery, where that is short.
  private func cover(_ entry: ReportContext.Explained) -> NextStep? {
    guard let recovery = entry.ranked.recovery, recovery.isExposed,
      let material = entry.explanation.dry.first?.material,
      let need = context.basis.need[material], need > 0
    else { return nil }
    let gap = recovery.days - entry.ranked.survival.days
    let unit = context.basis.unit(material, in: context.chain)
    let amount = wording.quantity(gap * need, unit)
    return NextStep(
      title: wording.tell(
        de:
          "Bestand von \(context.quoted(material)) um rund \(amount) erhöhen, oder den Wiederanlauf verkürzen",
        en: "Raise the stock of \(context.quoted(material)) by about \(amount), or shorten recovery"
      ),
      reason: wording.tell(
        de:
          "Zwischen Reichweite (\(wording.days(entry.ranked.survival.days))) und Wiederanlauf (\(wording.days(recovery.days))) von \(disruptionName(entry.ranked)) fehlen \(wording.days(gap)) bei einem Bedarf von \(wording.quantity(need, unit)) je Tag.",
        en:
          "Between the time to survive (\(wording.days(entry.ranked.survival.days))) and to recover (\(wording.days(recovery.days))) of \(disruptionName(entry.ranked)), \(wording.days(gap)) are missing at a need of \(wording.quantity(need, unit)) a day."
      ))
  }

  private func leadTimes() -> [NextStep] {
    let far = context.ranking.limited.filter { entry in
      guard let phased = entry.survival.phased, phased.isLimited else { return false }
      return entry.survival.days - phased.days > 14 && phased.days < entry.survival.days / 2
    }
    guard !far.isEmpty else { return [] }
    return [
      NextStep(
        title: wording.tell(
          de: "Durchlaufzeiten prüfen, wo sie die Reichweite halbieren",
          en: "Check lead times where they halve the time to survive"),
        reason: wording.tell(
          de: "Bei \(count(far.count)) kommt Ersatz zu spät.",
          en: "In \(count(far.count)) replacement comes too late."),
        details: far.prefix(3).map { entry in
          let phased = wording.days(entry.survival.phased?.days ?? 0)
          return wording.tell(
            de:
              "\(disruptionName(entry)): \(wording.days(entry.survival.days)), mit Durchlaufzeiten \(phased)",
            en:
              "\(disruptionName(entry)): \(wording.days(entry.survival.days)), with lead times \(phased)"
          )
        })
    ]
  }

  private func concentration() -> [NextStep] {
    let high = DependenceTables.concentrated(context).filter { ($0.hhiCountry ?? 0) > 0.25 }
      .sorted { ($1.hhiCountry ?? 0, $0.row) < ($0.hhiCountry ?? 0, $1.row) }
    guard !high.isEmpty else { return [] }
    return [
      NextStep(
        title: wording.tell(
          de: "Bezugsländer mischen, wo mehrere Quellen doch nur ein Land sind",
          en: "Mix countries of origin where several sources are still one country"),
        reason: wording.tell(
          de:
            "Bei \(wording.count(high.count)) Materialien ist die Konzentration nach Ländern hoch (HHI über 0,25).",
          en:
            "For \(wording.count(high.count)) materials concentration by country is high (HHI above 0.25)."
        ),
        details: high.prefix(4).map { structure in
          "\(context.names.name(.materials, structure.row)): \(wording.number(structure.hhiCountry ?? 0, 2))"
        })
    ]
  }

  private func foundation() -> [NextStep] {
    let total = FigureKindPicture.total(context.tally)
    let count = total.values.reduce(0, +)
    guard count > 0, let unstated = total[.unstated], unstated * 10 > count else { return [] }
    let most = context.tally.max { ($0.counts[.unstated] ?? 0) < ($1.counts[.unstated] ?? 0) }
    let table = most.map { $0.table.definition.label[context.language] } ?? ""
    return [
      NextStep(
        title: wording.tell(
          de: "Quellen nachtragen, zuerst bei den kritischen Elementen",
          en: "Add sources, first for the critical elements"),
        reason: wording.tell(
          de:
            "\(wording.percent(Double(unstated) / Double(count))) der Zahlen sind ohne Angabe, die meisten in der Tabelle „\(table)“.",
          en:
            "\(wording.percent(Double(unstated) / Double(count))) of the figures are unstated, most of them in the table “\(table)”."
        ))
    ]
  }

  // MARK: Words

  func disruptionName(_ ranked: RankedDisruption) -> Markup {
    wording.quoted(ChainNames.isolated(context.names.plain(ranked.disruption)))
  }

  private func count(_ disruptions: Int) -> String {
    wording.count(
      disruptions, de: ("Störung", "Störungen"), en: ("disruption", "disruptions"))
  }

  /// The figures a step rests on.
  func basis(_ ranked: RankedDisruption) -> Markup {
    let days = wording.days(ranked.survival.days)
    let name = disruptionName(ranked)
    guard let recovery = ranked.recovery else {
      return wording.tell(
        de: "\(name) wird nur \(days) überstanden.", en: "\(name) is survived for only \(days).")
    }
    let loss =
      recovery.lostValue > 0
      ? wording.tell(
        de: " Das kostet \(wording.money(recovery.lostValue)).",
        en: " That costs \(wording.money(recovery.lostValue)).") : .empty
    return wording.tell(
      de:
        "\(name) wird nur \(days) überstanden, der Wiederanlauf dauert \(wording.days(recovery.days)).",
      en: "\(name) is survived for only \(days), recovery takes \(wording.days(recovery.days)).")
      + loss
  }
}
