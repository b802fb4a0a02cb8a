// SPDX-License-Identifier: Apache-2.0
import Resilience
import ValueChains

/// On whom a chain depends whatever happens: single sources, concentration, supply risk, stock.
struct DependenceTables {
  let context: ReportContext
  private var wording: Wording { context.wording }

  static let mostRows = 30

  func markup() -> Markup { singleSources() + concentration() + supplyRisk() + stockValues() }

  // MARK: Single sources

  /// Needed materials with one usable source, the most urgent first.
  static func singleSources(_ context: ReportContext) -> [Int] {
    let basis = context.basis
    return basis.tier.indices.filter { basis.tier[$0] != nil && basis.usable($0).count == 1 }
      .sorted {
        (context.criticalDays[$0] ?? .infinity, basis.coverDays($0) ?? .infinity, $0)
          < (context.criticalDays[$1] ?? .infinity, basis.coverDays($1) ?? .infinity, $1)
      }
  }

  private func singleSources() -> Markup {
    let singles = Self.singleSources(context)
    let heading = Markup.heading(wording.say(de: "Einzige Quellen", en: "Single sources"))
    guard !singles.isEmpty else {
      return heading
        + .paragraph(
          wording.tell(
            de: "Jedes gebrauchte Material hat mehr als eine nutzbare Quelle.",
            en: "Every material needed has more than one usable source."))
    }
    let needed = context.basis.tier.count { $0 != nil }
    let intro = wording.tell(
      de:
        "\(wording.count(singles.count)) von \(wording.count(needed)) gebrauchten Materialien haben nur eine nutzbare Quelle. Quellen mit Kapazität 0 zählen nicht.",
      en:
        "\(wording.count(singles.count)) of \(wording.count(needed)) materials needed have only one usable source. Sources with a capacity of 0 do not count."
    )
    let table = DataTable(
      caption: wording.say(
        de: "Materialien mit einer einzigen Quelle", en: "Materials with a single source"),
      columns: [
        .text(wording.say(de: "Material", en: "Material")),
        .text(wording.say(de: "einzige Quelle", en: "single source")),
        .text(wording.say(de: "Land", en: "country")),
        .number(wording.say(de: "Bestand reicht", en: "stock lasts")),
        .number(wording.say(de: "kritische Reichweite", en: "critical time to survive")),
      ], rows: singles.prefix(Self.mostRows).map(single), total: singles.count)
    return heading + .paragraph(intro) + table.markup(wording)
  }

  private func single(_ material: Int) -> [Markup] {
    let source = context.basis.usable(material)[0]
    let country = MaterialGrouping.country(context.chain, source)
    return [
      context.names.cell(.materials, material), context.names.name(source.table, source.row),
      .text(country.isEmpty ? "–" : wording.country(country)),
      .text(context.basis.coverDays(material).map { wording.days($0) } ?? "–"),
      .text(context.criticalDays[material].map { "▲ " + wording.days($0) } ?? "–"),
    ]
  }

  // MARK: Concentration

  /// Needed materials with several sources by their highest index.
  static func concentrated(_ context: ReportContext) -> [MaterialStructure] {
    func highest(_ structure: MaterialStructure) -> Double {
      max(structure.hhiCountry ?? 0, structure.hhiGroup ?? 0, structure.hhiPassage ?? 0)
    }
    return context.assessment.structure.filter {
      $0.tier != nil && context.basis.usable($0.row).count > 1
        && ($0.hhiCountry != nil || $0.hhiGroup != nil || ($0.hhiPassage ?? 0) > 0)
    }.sorted { (-highest($0), $0.row) < (-highest($1), $1.row) }
  }

  private func concentration() -> Markup {
    let structures = Self.concentrated(context)
    let heading = Markup.heading(wording.say(de: "Konzentration", en: "Concentration"))
    guard !structures.isEmpty else {
      return heading
        + .paragraph(
          wording.tell(
            de:
              "Für kein Material mit mehreren Quellen sind Länder, Unternehmensgruppen oder Passagen angegeben.",
            en:
              "For no material with several sources are countries, company groups or passages stated."
          ))
    }
    let intro = wording.tell(
      de:
        "Herfindahl-Hirschman-Index (HHI) der Quellen, 0 bis 1, für Materialien mit mehr als einer Quelle; in Worten nach den Schwellen der Leitlinien des US-Justizministeriums von 2010: unter 0,15 gering, bis 0,25 mäßig, darüber hoch. Bei einer einzigen Quelle ist er immer 1.",
      en:
        "Herfindahl–Hirschman index (HHI) of the sources, 0 to 1, for materials with more than one source; in words by the thresholds of the US Department of Justice guidelines of 2010: below 0.15 low, up to 0.25 moderate, above that high. With a single source it is always 1."
    )
    let table = DataTable(
      caption: wording.say(de: "Konzentration der Quellen", en: "Concentration of the sources"),
      columns: [
        .text(wording.say(de: "Material", en: "Material")),
        .number(wording.say(de: "nutzbare Quellen", en: "usable sources")),
        .text(wording.say(de: "nach Ländern", en: "by country")),
        .text(wording.say(de: "nach Unternehmensgruppen", en: "by company group")),
        .text(wording.say(de: "nach Passagen", en: "by passage")),
        .number(wording.say(de: "Herkunft unbekannt", en: "origin unknown")),
      ],
      rows: structures.prefix(Self.mostRows).map { structure in
        [
          context.names.cell(.materials, structure.row),
          .text(wording.count(context.basis.usable(structure.row).count)),
          index(structure.hhiCountry), index(structure.hhiGroup), index(structure.hhiPassage),
          .text(wording.percent(structure.unknownCountryShare)),
        ]
      }, total: structures.count)
    return heading + .paragraph(intro) + table.markup(wording)
  }

  private func index(_ value: Double?) -> Markup {
    guard let value else { return "–" }
    if value == 0 { return .text(wording.say(de: "keine", en: "none")) }
    let word =
      value < 0.15
      ? wording.say(de: "gering", en: "low")
      : value <= 0.25
        ? wording.say(de: "mäßig", en: "moderate") : wording.say(de: "hoch", en: "high")
    let text = Markup.text("\(wording.number(value, 2)) \(word)")
    return value > 0.25 ? .strong(text) : text
  }

  // MARK: Supply risk

  private func supplyRisk() -> Markup {
    guard !context.assessment.supplyRisk.isEmpty else { return .empty }
    let risks = context.assessment.supplyRisk.enumerated()
      .sorted { (-$0.element.high, $0.offset) < (-$1.element.high, $1.offset) }.map(\.element)
    let intro = wording.tell(
      de:
        "Versorgungsrisiko nach der Methodik der Europäischen Kommission. In ihren Studien von 2017 und 2023 gilt ein Wert ab 1,0 als Schwelle für kritische Rohstoffe. Wo Angaben fehlen, steht eine Spanne.",
      en:
        "Supply risk by the European Commission's methodology. In its studies of 2017 and 2023 a value of 1.0 or more is the threshold for critical raw materials. Where data are missing there is a range."
    )
    let table = DataTable(
      caption: wording.say(
        de: "Versorgungsrisiko der Rohstoffe", en: "Supply risk of raw materials"),
      columns: [
        .text(wording.say(de: "Rohstoff", en: "Raw material")),
        .number(wording.say(de: "mindestens", en: "at least")),
        .number(wording.say(de: "höchstens", en: "at most")),
        .text(wording.say(de: "Schwelle 1,0", en: "threshold 1.0")),
      ], rows: risks.prefix(Self.mostRows).map(risk), total: risks.count)
    return .heading(
      wording.say(de: "Versorgungsrisiko der Rohstoffe", en: "Supply risk of raw materials"))
      + .paragraph(intro) + table.markup(wording)
  }

  private func risk(_ risk: SupplyRisk) -> [Markup] {
    let verdict =
      risk.low >= 1
      ? Markup.element(
        "span", ["class": "alarm"], .text("▲ " + wording.say(de: "darüber", en: "above")))
      : risk.high >= 1
        ? .text(
          wording.say(de: "offen, Spanne schließt sie ein", en: "open, the range includes it"))
        : .text(wording.say(de: "darunter", en: "below"))
    let row = context.names.row(.materials, risk.material)
    return [
      row.map { context.names.cell(.materials, $0) } ?? ChainNames.isolated(risk.material),
      .text(wording.number(risk.low, 2)), .text(wording.number(risk.high, 2)), verdict,
    ]
  }

  // MARK: Value of stock

  private func stockValues() -> Markup {
    let gains = StockGain.all(context)
    guard !gains.isEmpty else { return .empty }
    let intro = wording.tell(
      de:
        "Tage, die eine zusätzliche Einheit Bestand bringt, je Störung an ihrem Optimum (rechtsseitige Ableitung). Der Wert gilt für die nächsten Einheiten, nicht beliebig weit.",
      en:
        "Days that one more unit of stock brings, for each disruption at its optimum (right derivative). It holds for the next units, not without end."
    )
    let table = DataTable(
      caption: wording.say(de: "Was mehr Bestand bringt", en: "What more stock brings"),
      columns: [
        .text(wording.say(de: "Bestand", en: "Stock")),
        .number(wording.say(de: "Störungen, die er verlängert", en: "disruptions it extends")),
        .number(wording.say(de: "Tage je Einheit, höchstens", en: "days per unit, at most")),
        .number(wording.say(de: "Tage je Tagesbedarf", en: "days per day's need")),
        .text(wording.say(de: "dringendste Störung", en: "most urgent disruption")),
      ],
      rows: gains.prefix(30).map { gain in
        [
          "\(context.names.name(.materials, gain.material)) · \(context.names.name(.sites, gain.site))",
          .text(wording.count(gain.disruptions)), .text(wording.number(gain.daysPerUnit, 3)),
          .text(gain.daysPerDayOfNeed.map { wording.number($0, 2) } ?? "–"),
          ChainNames.isolated(context.names.plain(gain.first.disruption)),
        ]
      }, total: gains.count)
    return .heading(wording.say(de: "Was Bestand wert ist", en: "What stock is worth"))
      + .paragraph(intro) + table.markup(wording)
  }
}
