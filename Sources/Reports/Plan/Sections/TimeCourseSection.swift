// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks

/// Asked for, delivered and missing over the periods, a small picture a material.
struct TimeCourseSection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  static let shown = 12
  static let mostRows = 300

  func section() -> Section? {
    guard let schedule = context.schedule else { return nil }
    return Section(
      id: "course", title: wording.say(de: "Was wann geliefert wird", en: "What is delivered when"),
      body: totals() + picture() + StockTable(context: context, schedule: schedule).markup())
  }

  // MARK: By material

  private func totals() -> Markup {
    let asked = context.courses.filter(\.isAskedFor)
    guard !asked.isEmpty else { return .empty }
    let table = DataTable(
      caption: wording.say(
        de: "Verlangt und geliefert über den ganzen Zeitraum",
        en: "Asked for and delivered over the whole horizon"),
      columns: [
        .text(wording.say(de: "Material", en: "Material")),
        .number(wording.say(de: "Verlangt", en: "Asked for")),
        .number(wording.say(de: "Geliefert", en: "Delivered")),
        .number(wording.say(de: "Anteil", en: "Share")),
        .number(missingTitle),
        .text(wording.say(de: "Zielpfad erreicht", en: "Target path reached")),
      ], rows: asked.prefix(Self.mostRows).map(row), total: asked.count)
    return table.markup(wording)
  }

  private var missingTitle: String {
    context.isOwed
      ? wording.say(de: "Am Ende geschuldet", en: "Owed at the end")
      : wording.say(de: "Fehlt", en: "Missing")
  }

  private func row(_ course: MaterialCourse) -> [Markup] {
    let missing = course.missing(isOwed: context.isOwed)
    let reached: String
    switch (course.coveredFrom, course.firstCovered) {
    case (1, _): reached = wording.say(de: "von Anfang an", en: "from the beginning")
    case (let from?, _):
      reached = wording.say(de: "ab ", en: "from ") + context.periods.name(from)
    case (nil, let first?):
      reached =
        wording.say(de: "zuerst ", en: "first in ") + context.periods.name(first)
        + wording.say(de: ", nicht gehalten", en: ", not held")
    default: reached = wording.say(de: "nicht in dieser Zeit", en: "not in this time")
    }
    return [
      context.names.cell(.materials, course.material),
      .text(context.quantity(course.totalAsked, course.material)),
      .text(context.quantity(course.totalDelivered, course.material)),
      .text(wording.percent(course.share)),
      missing > 0
        ? .element(
          "span", ["class": "alarm"], .text(context.quantity(missing, course.material))) : "–",
      .text(reached),
    ]
  }

  // MARK: By period

  private func picture() -> Markup {
    let id = "picture-course"
    let shown = context.courses.filter { $0.isAskedFor || $0.totalTaken > 0 }.prefix(Self.shown)
    guard !shown.isEmpty else { return .empty }
    let panels = CoursePanels(
      id: id, panels: shown.map(panel), periods: context.periods)
    let rest = context.courses.count { $0.isAskedFor || $0.totalTaken > 0 } - shown.count
    let more =
      rest > 0
      ? Markup.note(
        .text(
          wording.say(de: "Und ", en: "And ")
            + wording.count(
              rest, de: ("weiteres Material", "weitere Materialien"),
              en: ("further material", "further materials"))
            + wording.say(de: "; sie stehen in der Tabelle.", en: "; they are in the table.")))
      : .empty
    return Picture(
      id: id,
      title: wording.say(
        de: "Verlangt, geliefert und fehlend \(context.periods.each)",
        en: "Asked for, delivered and missing \(context.periods.each)"),
      summary: shown.prefix(6).map(summary).joined(separator: "; "), width: CoursePanels.width,
      height: panels.height, content: panels.content(), key: key(id, Array(shown)), table: table()
    ).markup(wording) + more + unserved()
  }

  /// Demands that take what comes and get nothing.
  private func unserved() -> Markup {
    let without = context.courses.filter { !$0.isAskedFor && $0.totalTaken <= 0 }
    guard !without.isEmpty else { return .empty }
    let names = without.prefix(5).map { context.quoted($0.material) }
    let rest = without.count - names.count
    let more = rest > 0 ? wording.say(de: " und \(rest) weitere", en: " and \(rest) more") : ""
    return .note(
      wording.tell(
        de:
          "Nicht beliefert, weil dort keine bestimmte Menge verlangt ist: \(names.joined(by: ", "))\(more).",
        en:
          "Not served because no particular quantity is asked for there: \(names.joined(by: ", "))\(more)."
      ))
  }

  private func panel(_ course: MaterialCourse) -> CoursePanels.Panel {
    let unit = context.unit(course.material)
    let each = context.periods.each
    let isTaken = !course.isAskedFor
    return CoursePanels.Panel(
      title: context.names.plain(.materials, course.material)
        + (isTaken ? wording.say(de: " (nimmt, was kommt)", en: " (takes what comes)") : ""),
      unit: unit.isEmpty ? each : "\(unit) \(each)",
      bars: isTaken ? course.taken : course.delivered,
      missing: context.isOwed || isTaken ? [] : course.unmet,
      steps: isTaken ? [] : course.asked, dashes: context.isOwed && !isTaken ? course.unmet : [])
  }

  private func summary(_ course: MaterialCourse) -> String {
    let name = context.names.plain(.materials, course.material)
    guard course.isAskedFor else {
      return "\(name): \(context.quantity(course.totalTaken, course.material))"
    }
    let (given, all) = (
      context.quantity(course.totalDelivered, course.material),
      context.quantity(course.totalAsked, course.material)
    )
    return wording.say(de: "\(name): \(given) von \(all)", en: "\(name): \(given) of \(all)")
  }

  private func key(_ id: String, _ shown: [MaterialCourse]) -> [(sign: Markup, meaning: String)] {
    var key: [(sign: Markup, meaning: String)] = [
      (CoursePanels.barSign(), wording.say(de: "geliefert", en: "delivered"))
    ]
    guard shown.contains(where: \.isAskedFor) else { return key }
    key.append((CoursePanels.stepsSign(), wording.say(de: "verlangt", en: "asked for")))
    if context.isOwed {
      key.append(
        (
          CoursePanels.dashesSign(),
          wording.say(de: "am Ende noch geschuldet", en: "still owed at its end")
        ))
    } else if shown.contains(where: { $0.missing(isOwed: false) > 0 }) {
      key.append((CoursePanels.missingSign(id), wording.say(de: "fehlt", en: "missing")))
    }
    return key
  }

  private func table() -> DataTable {
    let rows = context.courses.flatMap { course in
      (0..<context.periods.periods).filter {
        course.asked[$0] + course.delivered[$0] + course.taken[$0] + course.unmet[$0] > 0
      }.map { (course, $0) }
    }
    return DataTable(
      caption: wording.say(
        de: "Lieferung je Material und \(context.periods.noun)",
        en: "Delivery by material and \(context.periods.noun)"),
      columns: [
        .text(wording.say(de: "Material", en: "Material")), .text(context.periods.title),
        .number(wording.say(de: "Verlangt", en: "Asked for")),
        .number(wording.say(de: "Geliefert", en: "Delivered")), .number(missingTitle),
      ],
      rows: rows.prefix(Self.mostRows).map { course, period in
        let given = course.delivered[period] + course.taken[period]
        return [
          context.names.name(.materials, course.material), .text(context.periods.name(period + 1)),
          .text(
            course.isAskedFor ? context.quantity(course.asked[period], course.material) : "–"),
          .text(context.quantity(given, course.material)),
          .text(
            course.unmet[period] > 0 ? context.quantity(course.unmet[period], course.material) : "–"
          ),
        ]
      }, total: rows.count)
  }
}
