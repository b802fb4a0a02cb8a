// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import ValueChains

/// What the uncertain figures do to the result.
struct SensitivitySection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  static let drivers = 3
  static let mostRows = 50

  func section() -> Section? {
    guard let result = context.plan.sensitivity else { return nil }
    return Section(
      id: "sensitivity",
      title: wording.say(de: "Wie sicher das Ergebnis ist", en: "How certain the result is"),
      body: body(result))
  }

  private func body(_ result: PlanSensitivity) -> Markup {
    guard result.uncertainFigures > 0 else {
      return .paragraph(
        wording.tell(
          de:
            "Keine Zahl des Pakets hat eine Spanne in der Tabelle der Herkunft; so lässt sich nicht sagen, wie sicher das Ergebnis ist.",
          en:
            "No figure of the package has a range in the table of provenance, so nothing can be said about how certain the result is."
        ))
    }
    return .paragraph(intro(result)) + infeasible(result)
      + (result.objectives.isEmpty
        ? .empty
        : SpreadPicture(context: context, sensitivity: result).picture(table: quantiles(result))
          .markup(wording)) + moving(result)
  }

  private func intro(_ result: PlanSensitivity) -> Markup {
    let count = wording.count(result.samples)
    let figures = wording.count(result.uncertainFigures)
    let low = result.quantiles.first { $0.share <= 0.051 }
    let high = result.quantiles.last { $0.share >= 0.949 }
    let span: Markup
    if let low, let high {
      let (from, to) = (
        Markup.strong(.text(context.objective(low.value))),
        Markup.strong(.text(context.objective(high.value)))
      )
      span = wording.tell(
        de: " In neun von zehn Fällen liegt das Ergebnis zwischen \(from) und \(to).",
        en: " In nine cases out of ten the result lies between \(from) and \(to).")
    } else {
      span = .empty
    }
    return wording.tell(
      de:
        "\(figures) Zahlen des Pakets haben eine Spanne. Der Plan wurde \(count)-mal neu gerechnet, jedes Mal mit anderen Werten daraus (Startwert \(String(result.seed))).",
      en:
        "\(figures) figures of the package have a range. The plan was computed \(count) times anew, each time with other values from it (seed \(String(result.seed)))."
    ) + span
  }

  private func infeasible(_ result: PlanSensitivity) -> Markup {
    guard result.infeasible > 0 else { return .empty }
    let share = wording.percent(Double(result.infeasible) / Double(max(1, result.samples)))
    return .paragraph(
      .element(
        "strong", ["class": "alarm"],
        wording.tell(
          de: "In \(wording.count(result.infeasible)) Fällen (\(share)) gibt es gar keinen Plan.",
          en: "In \(wording.count(result.infeasible)) cases (\(share)) there is no plan at all.")))
  }

  private func quantiles(_ result: PlanSensitivity) -> DataTable {
    let name = context.objectiveName
    return DataTable(
      caption: wording.say(
        de: "Verteilung des Ergebnisses (\(name))", en: "Spread of the result (\(name))"),
      columns: [
        .text(wording.say(de: "So viele Fälle liegen darunter", en: "So many cases lie below")),
        .number(wording.say(de: "Ergebnis", en: "Result")),
      ],
      rows: result.quantiles.map {
        [.text(wording.percent($0.share)), .text(context.objective($0.value))]
      } + [
        [
          .text(wording.say(de: "Mittelwert", en: "mean")), .text(context.objective(result.mean)),
        ]
      ])
  }

  // MARK: What moves it

  private func moving(_ result: PlanSensitivity) -> Markup {
    let drivers = result.drivers
    guard let first = drivers.first else { return .empty }
    let lead = Markup.paragraph(
      wording.tell(
        de:
          "Am meisten bewegt das Ergebnis: \(Markup.strong(ChainNames.isolated(label(first)))). Diese Zahl besser zu kennen, hilft am meisten.",
        en:
          "The result is moved most by \(Markup.strong(ChainNames.isolated(label(first)))). Knowing this figure better helps most."
      ))
    let center = context.plan.objective ?? result.mean
    return .heading(wording.say(de: "Was es am meisten bewegt", en: "What moves it most")) + lead
      + DriverPicture(
        context: context, drivers: Array(drivers.prefix(Self.drivers)), center: center,
        label: label
      ).picture(table: table(drivers)).markup(wording)
  }

  /// The figure in words: column and element.
  func label(_ driver: PlanSensitivity.Driver) -> String {
    guard let table = TableName(rawValue: driver.table) else {
      return "\(driver.table) \(driver.key) \(driver.column)"
    }
    let column =
      ColumnName(rawValue: driver.column).flatMap {
        table.definition.column($0)?.label[wording.language]
      } ?? driver.column
    let rows = context.chain[table]
    let row = (0..<rows.count).first { rows.key($0) == driver.key }
    let name = row.map { context.names.plain(table, $0) } ?? driver.key
    return "\(column): \(name)"
  }

  private func table(_ drivers: [PlanSensitivity.Driver]) -> DataTable {
    let none = wording.say(de: "kein Plan", en: "no plan")
    return DataTable(
      caption: wording.say(
        de: "Zahlen, die das Ergebnis bewegen", en: "Figures that move the result"),
      columns: [
        .text(wording.say(de: "Zahl", en: "Figure")), .number(wording.say(de: "Wert", en: "Value")),
        .number(wording.say(de: "Spanne", en: "Range")),
        .number(wording.say(de: "Ergebnis unten", en: "Result at its low")),
        .number(wording.say(de: "Ergebnis oben", en: "Result at its high")),
        .number(wording.say(de: "Gleichlauf (−1 bis 1)", en: "Moves along (−1 to 1)")),
      ],
      rows: drivers.prefix(Self.mostRows).map { driver in
        [
          ChainNames.isolated(label(driver)), .text(wording.number(driver.likely, 3)),
          .text("\(wording.number(driver.low, 3))–\(wording.number(driver.high, 3))"),
          .text(driver.atLow.map(context.objective) ?? none),
          .text(driver.atHigh.map(context.objective) ?? none),
          .text(wording.number(driver.correlation, 2)),
        ]
      }, total: drivers.count)
  }
}
