// SPDX-License-Identifier: Apache-2.0
import Resilience
import ValueChains

/// An explanation in sentences that can be repeated.
struct ExplanationText {
  let context: ReportContext
  let ranked: RankedDisruption
  let explanation: Explanation

  private var wording: Wording { context.wording }

  func sentences() -> Markup {
    [hits(), cause(), stock(), demand(), phased()].filter { !$0.isEmpty }.joined(by: " ")
  }

  private func hits() -> Markup {
    let reach = explanation.reach
    let counts: [(Int, (String, String), (String, String))] = [
      (reach.lines.count, ("Linie", "Linien"), ("line", "lines")),
      (reach.supplies.count, ("Bezug", "Bezüge"), ("supply", "supplies")),
      (reach.links.count, ("Verbindung", "Verbindungen"), ("link", "links")),
    ]
    let parts = counts.filter { $0.0 > 0 }.map {
      Markup.text(wording.count($0.0, de: $0.1, en: $0.2))
    }
    guard !parts.isEmpty else {
      return wording.tell(
        de: "Trifft keine Linie, keinen Bezug und keine Verbindung dieser Kette.",
        en: "Hits no line, supply or link of this chain.")
    }
    var text = wording.tell(
      de: "Trifft \(wording.list(parts)).", en: "Hits \(wording.list(parts)).")
    if !explanation.reach.emptiedSites.isEmpty {
      text += wording.tell(
        de: " Der Bestand am Ort ist mit verloren.", en: " The stock on site is lost as well.")
    }
    return text
  }

  private func cause() -> Markup {
    guard ranked.survival.isLimited else {
      return wording.tell(
        de: "Andere Quellen, Wege und Bestände tragen den ganzen Zeitraum.",
        en: "Other sources, ways and stocks carry the whole horizon.")
    }
    if let first = explanation.dry.first { return dry(first) }
    if let shortfall = explanation.shortfall { return short(shortfall) }
    let reach = explanation.reach
    if reach.lines.isEmpty, reach.supplies.isEmpty, !reach.links.isEmpty {
      return wording.tell(
        de: "Andere Wege bleiben, tragen aber nicht die volle Menge.",
        en: "Other ways remain but do not carry the full quantity.")
    }
    return wording.tell(
      de: "Was bleibt, reicht zusammen nicht für die volle Nachfrage.",
      en: "What remains is not enough for the full demand.")
  }

  private func dry(_ first: Explanation.DryMaterial) -> Markup {
    if explanation.dry.count > 1 {
      let names = context.some(explanation.dry.map(\.material))
      return wording.tell(
        de: "Keine Quelle bleibt für \(names).", en: "No source is left for \(names).")
    }
    let name = context.quoted(first.material)
    let site = wording.quoted(context.names.name(.sites, first.site))
    switch first.cause {
    case .sources(1):
      return wording.tell(
        de: "\(name) hat keine andere Quelle.", en: "\(name) has no other source.")
    case .sources(let count):
      return wording.tell(
        de: "Alle \(count) Quellen von \(name) fallen aus.",
        en: "All \(count) sources of \(name) fail.")
    case .unreached:
      return wording.tell(
        de: "Die übrigen Quellen von \(name) erreichen den Standort \(site) nicht.",
        en: "The other sources of \(name) do not reach the site \(site).")
    case .way:
      return wording.tell(
        de: "Für \(name) gibt es keinen anderen Weg zum Standort \(site).",
        en: "There is no other way for \(name) to the site \(site).")
    }
  }

  private func short(_ shortfall: Explanation.Shortfall) -> Markup {
    let unit = context.basis.unit(shortfall.material, in: context.chain)
    let remaining = wording.quantity(shortfall.remaining, unit)
    let need = wording.quantity(shortfall.need, unit)
    let name = context.quoted(shortfall.material)
    return wording.tell(
      de: "Von \(name) bleiben \(remaining) je Tag, gebraucht werden \(need).",
      en: "Of \(name), \(remaining) a day remain and \(need) are needed.")
  }

  private func stock() -> Markup {
    guard ranked.survival.isLimited,
      let material = explanation.dry.first?.material ?? explanation.shortfall?.material,
      explanation.dry.count < 2, let cover = context.basis.coverDays(material)
    else { return .empty }
    let days = ranked.survival.days
    let covered = wording.days(cover)
    if cover < 0.05 {
      if days < 0.05 {
        return wording.tell(
          de: "Bestand davon ist nicht verzeichnet.", en: "No stock of it is on record.")
      }
      return wording.tell(
        de: "Bestand davon ist nicht verzeichnet; es tragen Bestände weiter hinten in der Kette.",
        en: "No stock of it is on record; stocks further down the chain carry the demand.")
    }
    if days > cover * 1.1 {
      return wording.tell(
        de:
          "Der Bestand davon reicht bei üblichem Verbrauch \(covered); dazu kommt, was weiter hinten in der Kette liegt.",
        en:
          "The stock of it lasts \(covered) at the usual use, plus what lies further down the chain."
      )
    }
    if days < cover * 0.9 {
      return wording.tell(
        de:
          "Der gesamte Bestand davon reichte \(covered), kann aber nicht ganz dort genutzt werden, wo er fehlt.",
        en:
          "All stock of it would last \(covered), but not all of it can be used where it is missing."
      )
    }
    return wording.tell(
      de: "Der Bestand davon reicht bei üblichem Verbrauch \(covered).",
      en: "The stock of it lasts \(covered) at the usual use.")
  }

  private func demand() -> Markup {
    guard ranked.survival.isLimited, !explanation.demands.isEmpty else { return .empty }
    let demands = context.chain[.demands]
    let materials = explanation.demands.compactMap {
      context.names.row(.materials, demands.text(.material, $0))
    }
    var seen: Set<Int> = []
    let names = context.some(materials.filter { seen.insert($0).inserted }, 2)
    return wording.tell(de: "Am Ende fehlt \(names).", en: "What is missing in the end: \(names).")
  }

  private func phased() -> Markup {
    guard let phased = ranked.survival.phased else { return .empty }
    let days = wording.days(phased.days)
    if !phased.isLimited {
      return ranked.survival.isLimited && ranked.survival.days < phased.days
        ? .empty
        : wording.tell(
          de: "Mit Durchlaufzeiten gerechnet wird der betrachtete Zeitraum (\(days)) überstanden.",
          en: "With lead times counted, the period looked at (\(days)) is survived.")
    }
    if let baseline = context.assessment.baseline.phased, baseline.isLimited,
      phased.days >= baseline.days
    {
      return wording.tell(
        de: "Mit Durchlaufzeiten: \(days), nicht weniger als ungestört.",
        en: "With lead times counted: \(days), no less than undisturbed.")
    }
    // Whole periods alone explain a small difference.
    guard ranked.survival.days - phased.days > 14 else {
      return wording.tell(
        de: "Mit Durchlaufzeiten, in ganzen Perioden: \(days).",
        en: "With lead times counted, in whole periods: \(days).")
    }
    return wording.tell(
      de:
        "Mit Durchlaufzeiten nur \(days): Ersatz über andere Wege und Linien kommt erst an, wenn er schon fehlt.",
      en:
        "With lead times only \(days): replacement by other ways and lines arrives after it is already missed."
    )
  }
}
