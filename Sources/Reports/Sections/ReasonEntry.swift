// SPDX-License-Identifier: Apache-2.0
import Resilience
import ValueChains

/// One disruption of the ranking in words, with the sources of the figures behind it.
struct ReasonEntry {
  let context: ReportContext
  let explained: ReportContext.Explained

  static let mostFigures = 8
  /// Beyond this rank the sources are shown on screen only.
  static let printedSources = 5

  private var wording: Wording { context.wording }
  private var ranked: RankedDisruption { explained.ranked }

  func markup() -> Markup {
    let text = ExplanationText(
      context: context, ranked: ranked, explanation: explained.explanation)
    return .element(
      "li", ["class": ranked.isCritical ? "critical" : nil],
      .element(
        "div", ["class": "measure"],
        .element("span", ["class": "days"], .text(wording.dayNumber(ranked.survival.days))),
        .element("span", ["class": "unit"], .text(unit))),
      .element(
        "div", ["class": "reason"],
        .element(
          "h4", [:],
          .element("span", ["class": "rank"], .text("\(ranked.rank). ")),
          ranked.isCritical
            ? .element(
              "span",
              [
                "class": "alarm", "role": "img",
                "aria-label": wording.say(de: "kritisch", en: "critical"),
              ], "▲ ") : .empty,
          context.names.cell(ranked.disruption)),
        .paragraph(text.sentences()), meta(), sources()))
  }

  private var unit: String {
    wording.dayNumber(ranked.survival.days) == "1"
      ? wording.say(de: "Tag", en: "day") : wording.say(de: "Tage", en: "days")
  }

  private func meta() -> Markup {
    var parts: [Markup] = []
    if let recovery = ranked.recovery {
      let days = wording.days(recovery.days)
      parts.append(
        recovery.isExposed
          ? wording.tell(
            de: "Wiederanlaufzeit \(days), also länger als die Reichweite",
            en: "time to recover \(days), thus longer than the time to survive")
          : wording.tell(
            de: "Wiederanlaufzeit \(days), von der Reichweite gedeckt",
            en: "time to recover \(days), covered by the time to survive"))
      if recovery.lostValue > 0 {
        parts.append(
          wording.tell(
            de:
              "Verlust \(wording.money(recovery.lostValue)), Gefährdung \(wording.number(recovery.exposureIndex, 2))",
            en:
              "loss \(wording.money(recovery.lostValue)), exposure \(wording.number(recovery.exposureIndex, 2))"
          ))
      }
    } else {
      parts.append(
        context.assessment.isSurvivalOnly
          ? wording.tell(de: "Kosten nicht berechnet", en: "cost not computed")
          : wording.tell(de: "Wiederanlaufzeit nicht angegeben", en: "time to recover not stated"))
    }
    return .element("p", ["class": "meta"], parts.joined(by: " · "))
  }

  // MARK: Sources

  private func sources() -> Markup {
    let figures = Evidence(context, explained).figures
    guard !figures.isEmpty else {
      return .note(
        wording.tell(
          de:
            "Zu den getroffenen Elementen sind keine Zahlen angegeben; leere Kapazitäten gelten als unbegrenzt.",
          en: "No figures are stated for the elements hit; empty capacities count as unlimited."))
    }
    let unstated = figures.count { $0.kind == .unstated }
    if unstated == figures.count {
      return .note(
        wording.tell(
          de: "Quellen: keine der \(figures.count) Zahlen dahinter ist belegt (ohne Angabe).",
          en: "Sources: none of the \(figures.count) figures behind it is founded (unstated)."))
    }
    let shown = figures.prefix(Self.mostFigures)
    let table = DataTable(
      caption: wording.say(de: "Quellen der Zahlen", en: "Sources of the figures"),
      columns: [
        .text(wording.say(de: "Zahl", en: "Figure")), .number(wording.say(de: "Wert", en: "Value")),
        .text(wording.say(de: "Art", en: "Kind")), .number(wording.say(de: "Spanne", en: "Range")),
        .text(wording.say(de: "Quelle, Jahr", en: "Source, year")),
      ], rows: shown.map(row))
    let rest =
      figures.count > shown.count
      ? Markup.note(
        wording.tell(
          de: "\(figures.count - shown.count) weitere Zahlen gehen ein; sie stehen im Paket.",
          en: "\(figures.count - shown.count) more figures take part; they are in the package."))
      : .empty
    let summary = wording.tell(
      de: "Quellen: \(wording.count(figures.count)) Zahlen, \(kinds(figures))",
      en: "Sources: \(wording.count(figures.count)) figures, \(kinds(figures))")
    return .element(
      "details", ["class": ranked.rank > Self.printedSources ? "screen" : nil],
      .element("summary", [:], summary), table.markup(wording), rest)
  }

  private func kinds(_ figures: [Figure]) -> String {
    FigureKind.allCases.compactMap { kind in
      let count = figures.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) × \(kind.label[context.language])"
    }.joined(separator: ", ")
  }

  private func row(_ figure: Figure) -> [Markup] {
    let provenance = context.chain[.provenance]
    let column = figure.table.definition.column(figure.column)?.label[context.language] ?? ""
    let name = context.names.name(figure.table, figure.row)
    var range = "–"
    var source = Markup.text("–")
    if let row = figure.provenance {
      if let low = provenance.number(.low, row), let high = provenance.number(.high, row) {
        range = "\(wording.number(low, 3))–\(wording.number(high, 3))"
      }
      let parts = [provenance.text(.source, row), provenance.text(.year, row)].filter {
        !$0.isEmpty
      }
      if !parts.isEmpty { source = ChainNames.isolated(parts.joined(separator: ", ")) }
      let note = provenance.text(.note, row)
      if !note.isEmpty {
        source += .element("small", ["class": "key"], ChainNames.isolated(note))
      }
    }
    let isDisruption = figure.table == .disruptions
    return [
      isDisruption ? .text(column) : "\(column): \(name)", .text(wording.number(figure.value, 3)),
      KindMark.markup(figure.kind, wording), .text(range), source,
    ]
  }
}

/// A kind of value by sign and word.
enum KindMark {
  static func markup(_ kind: FigureKind, _ wording: Wording) -> Markup {
    let sign =
      switch kind {
      case .fact: "●"
      case .estimate: "◐"
      case .assumption: "○"
      case .unstated: "?"
      }
    return .element(
      "span", ["class": "kind \(kind.rawValue)"],
      .text("\(sign)\u{A0}\(kind.label[wording.language])"))
  }
}
