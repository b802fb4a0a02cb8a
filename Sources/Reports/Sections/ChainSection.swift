// SPDX-License-Identifier: Apache-2.0
import Resilience
import ValueChains

/// What the chain is: what it makes, of how many parts, by tiers and on the map.
struct ChainSection {
  let context: ReportContext
  let outlines: [CountryOutline]
  private var wording: Wording { context.wording }

  func section() -> Section {
    Section(
      id: "chain", title: wording.say(de: "Was die Kette ist", en: "What the chain is"),
      body: counts() + demands() + tiers() + maps())
  }

  private func counts() -> Markup {
    let chain = context.chain
    // In the dative, after "aus".
    func count(_ table: TableName, _ de: (String, String), _ en: (String, String)) -> Markup? {
      let rows = chain[table].count
      return rows == 0 ? nil : .text(wording.count(rows, de: de, en: en))
    }
    let parts = [
      count(.materials, ("Material", "Materialien"), ("material", "materials")),
      count(.sites, ("Standort", "Standorten"), ("site", "sites")),
      count(.organisations, ("Organisation", "Organisationen"), ("organisation", "organisations")),
      count(.lines, ("Linie", "Linien"), ("line", "lines")),
      count(.supplies, ("Bezug", "Bezügen"), ("supply", "supplies")),
      count(.links, ("Verbindung", "Verbindungen"), ("link", "links")),
    ].compactMap { $0 }
    let tiers = (context.basis.tier.compactMap { $0 }.max() ?? 0) + 1
    let steps = wording.count(tiers, de: ("Stufe", "Stufen"), en: ("tier", "tiers"))
    let unused = context.basis.tier.count { $0 == nil }
    let rest =
      unused == 0
      ? Markup.empty
      : wording.tell(
        de: " Auf \(wording.count(unused)) der Materialien ruht keine Nachfrage.",
        en: " No demand rests on \(wording.count(unused)) of the materials.")
    return .paragraph(
      wording.tell(
        de: "Die Kette besteht aus \(wording.list(parts)) in \(steps).",
        en: "The chain consists of \(wording.list(parts)) in \(steps).") + rest)
  }

  private func demands() -> Markup {
    let demands = context.chain[.demands]
    let shown = min(demands.count, 60)
    let rows = (0..<shown).map { row -> [Markup] in
      let material = context.names.row(.materials, demands.text(.material, row))
      let unit = material.map { context.basis.unit($0, in: context.chain) } ?? ""
      let rate =
        demands.number(.perDay, row).map { wording.quantity($0, unit) }
        ?? wording.say(de: "was gemacht werden kann", en: "what can be made")
      return [
        material.map { context.names.cell(.materials, $0) } ?? .text(demands.text(.material, row)),
        context.names.row(.sites, demands.text(.site, row)).map { context.names.name(.sites, $0) }
          ?? .text(demands.text(.site, row)), .text(rate),
        .text(demands.number(.valuePerUnit, row).map { wording.money($0) } ?? "–"),
        .text(window(row)),
      ]
    }
    let table = DataTable(
      caption: wording.say(de: "Nachfrage", en: "Demand"),
      columns: [
        .text(wording.say(de: "Produkt", en: "Product")),
        .text(wording.say(de: "ab Standort", en: "from site")),
        .number(wording.say(de: "Menge je Tag", en: "quantity per day")),
        .number(wording.say(de: "Wert je Einheit", en: "value per unit")),
        .text(wording.say(de: "Tage", en: "days")),
      ], rows: rows, total: demands.count)
    return .heading(wording.say(de: "Was verlangt wird", en: "What is demanded"))
      + (demands.count > 12
        ? .element(
          "details", [:],
          .element(
            "summary", [:],
            wording.tell(
              de: "\(wording.count(demands.count)) Nachfragen als Tabelle",
              en: "\(wording.count(demands.count)) demands as a table")), table.markup(wording))
        : table.markup(wording))
  }

  private func window(_ row: Int) -> String {
    let demands = context.chain[.demands]
    let from = demands.number(.fromDay, row) ?? 1
    let to = demands.number(.toDay, row)
    if from <= 1, to == nil { return wording.say(de: "immer", en: "always") }
    let end = to.map { wording.number($0, 0) } ?? "…"
    return "\(wording.number(from, 0))–\(end)"
  }

  private func tiers() -> Markup {
    .heading(wording.say(de: "Aufbau nach Stufen", en: "Structure by tiers"))
      + (TierPicture(context).picture()?.markup(wording)
        ?? .note(
          wording.tell(
            de: "Auf keinem Material ruht eine Nachfrage; es gibt nichts zu zeichnen.",
            en: "No demand rests on any material; there is nothing to draw.")))
  }

  private func maps() -> Markup {
    let maps = Maps(context, outlines)
    let pictures = maps.pictures()
    let heading = Markup.heading(wording.say(de: "Karte", en: "Map"))
    guard !pictures.isEmpty else {
      return heading
        + .note(
          wording.tell(
            de: "Zu keinem Standort sind Koordinaten angegeben, daher gibt es keine Karte.",
            en: "No site states its coordinates, so there is no map."))
    }
    let (placed, all) = maps.placed
    var notes = wording.tell(
      de: "Wege sind schematisch: Großkreise, zur See durch die angegebenen Passagen.",
      en: "Ways are schematic: great circles, at sea through the passages stated.")
    if placed < all {
      notes += wording.tell(
        de: " \(wording.count(all - placed)) Standorte ohne Koordinaten fehlen.",
        en: " \(wording.count(all - placed)) sites without coordinates are missing.")
    }
    notes +=
      outlines.isEmpty
      ? wording.tell(
        de: " Länderumrisse waren nicht verfügbar.", en: " Country outlines were not available.")
      : wording.tell(de: " Umrisse: Natural Earth.", en: " Outlines: Natural Earth.")
    return heading + pictures.map { $0.markup(wording) }.joined() + .note(notes)
  }
}
