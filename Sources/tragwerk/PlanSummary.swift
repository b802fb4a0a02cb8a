// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Localization
import ValueChains

/// The short of a plan, for the terminal.
struct PlanSummary {
  private let plan: CapacityPlan
  private let language: Language

  init(_ plan: CapacityPlan, _ language: Language) {
    self.plan = plan
    self.language = language
  }

  var text: String {
    guard let schedule = plan.schedule else { return "" }
    var lines = [plan.chain.title, ""]
    lines += answer(schedule)
    lines += builds(schedule)
    lines += whyNotMore
    lines += alternatives
    lines += sensitivity
    lines += [""] + closing
    return lines.joined(separator: "\n") + "\n"
  }

  private func say(_ german: String, _ english: String) -> String {
    language == .german ? german : english
  }

  private func money(_ value: Double) -> String {
    language.number(value, fractionDigits: abs(value) < 100 ? 2 : 0)
      + (plan.chain.currency.map { " \($0)" } ?? "")
  }

  private func number(_ value: Double, _ digits: Int = 1) -> String {
    language.number(value, fractionDigits: digits)
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  // MARK: The answer

  private func answer(_ schedule: PlanSchedule) -> [String] {
    var lines: [String] = []
    for rate in plan.sustained {
      let asked = rate.askedPerDay.map {
        say(" (gefragt im Mittel \(number($0, 2)))", " (asked on average \(number($0, 2)))")
      }
      lines.append(
        say(
          "Auf Dauer lieferbar: \(number(rate.perDay, 3)) \(rate.material) je Tag",
          "Can be sustained: \(number(rate.perDay, 3)) \(rate.material) a day") + (asked ?? ""))
    }
    if plan.request.goal == .mostOutput, let objective = plan.objective {
      lines.append(
        say(
          "Lieferbar ist höchstens ein Wert von \(money(objective)).",
          "At most a value of \(money(objective)) can be delivered."))
    }
    let cost = schedule.totalCost
    if plan.sustained.isEmpty {
      lines += delivered(schedule)
      if cost.unmet > 0, plan.request.goal == .leastCost {
        let what =
          plan.request.backlog
          ? say("verspätet oder nicht geliefert", "late or not delivered")
          : say("nicht geliefert", "not delivered")
        lines.append(
          say("Wert, \(what): \(money(cost.unmet))", "Value \(what): \(money(cost.unmet))"))
      }
    }
    lines.append(
      say(
        "Ausgaben: \(money(cost.spending)), davon Module \(money(cost.modules + cost.fixed))",
        "Spending: \(money(cost.spending)), of which modules \(money(cost.modules + cost.fixed))"))
    return lines + jobs(schedule)
  }

  /// What is delivered of what is asked for, by material and site.
  private func delivered(_ schedule: PlanSchedule) -> [String] {
    let network = plan.network
    var order: [Int32] = []
    var sums: [Int32: (asked: Double, delivered: Double)] = [:]
    for demand in schedule.demands where network.demands.pair[demand.row] >= 0 {
      let pair = network.demands.pair[demand.row]
      if sums[pair] == nil { order.append(pair) }
      sums[pair, default: (0, 0)].asked += demand.asked.reduce(0, +)
      sums[pair]?.delivered += demand.delivered.reduce(0, +)
    }
    return order.prefix(8).map { pair in
      let material = Int(network.pairs.material[Int(pair)])
      let table = plan.chain[.materials]
      let stated = table.text(.name, material)
      let name = stated.isEmpty ? table.key(material) : stated
      let unit = table.text(.unit, material)
      let (asked, delivered) = sums[pair] ?? (0, 0)
      guard asked.isFinite, asked > 0 else {
        return say(
          "Geliefert: \(number(delivered)) \(unit) \(name)",
          "Delivered: \(number(delivered)) \(unit) \(name)")
      }
      let share = language.percent(delivered / asked, fractionDigits: 1)
      return say(
        "Geliefert: \(number(delivered)) von \(number(asked)) \(unit) \(name) (\(share))",
        "Delivered: \(number(delivered)) of \(number(asked)) \(unit) \(name) (\(share))")
    }
      + (order.count > 8
        ? [say("… und \(order.count - 8) weitere", "… and \(order.count - 8) more")] : [])
  }

  private func jobs(_ schedule: PlanSchedule) -> [String] {
    func people(_ period: Int) -> Double {
      schedule.workforce.reduce(0) { $0 + $1.employed[period] }
    }
    let most = (0..<schedule.periods).max { people($0) < people($1) } ?? 0
    guard people(most) > 0 else { return [] }
    return [
      say(
        "Arbeitsplätze: \(number(people(0), 0)) im ersten Abschnitt, höchstens \(number(people(most), 0)) (Abschnitt \(most + 1))",
        "Jobs: \(number(people(0), 0)) in the first period, at most \(number(people(most), 0)) (period \(most + 1))"
      )
    ]
  }

  // MARK: Build-ups

  private func builds(_ schedule: PlanSchedule) -> [String] {
    guard !schedule.modules.isEmpty else {
      return ["", say("Aufgebaut wird nichts.", "Nothing is built up.")]
    }
    var lines = [
      "",
      say(
        "Aufbau (Module, Beginn, bereit ab Abschnitt):",
        "Build-ups (modules, start, ready from period):"),
    ]
    for build in schedule.modules.prefix(15) {
      let first = build.started.first?.period ?? 1
      let ready = first + build.buildPeriods
      let more = build.started.count > 1 ? say(" und später", " and later") : ""
      lines.append(
        "  " + pad(number(build.total, 2), 8) + "  " + pad("\(first)", 4) + pad("\(ready)", 5)
          + "  \(build.option)\(more)")
    }
    if schedule.modules.count > 15 {
      let rest = schedule.modules.count - 15
      lines.append(say("  … und \(rest) weitere", "  … and \(rest) more"))
    }
    for loss in schedule.donorLosses where loss.runsPerDay > 0 {
      let workers = number(loss.workers, 0)
      let value = loss.products.compactMap(\.value).reduce(0, +)
      let worth =
        value > 0
        ? say(", Wert bis zum Ende \(money(value))", ", worth \(money(value)) by the end") : ""
      lines.append(
        say(
          "  Die Geberlinie \(loss.line) gibt \(number(loss.runsPerDay, 2)) Läufe je Tag ab, \(workers) Arbeitsplätze\(worth).",
          "  Donor line \(loss.line) gives up \(number(loss.runsPerDay, 2)) runs a day, \(workers) jobs\(worth)."
        ))
    }
    return lines
  }

  // MARK: Why not more, and what else was asked

  private var whyNotMore: [String] {
    guard !plan.bottlenecks.isEmpty else {
      return plan.request.goal == .leastCost && plan.schedule?.isAnythingMissing == false
        ? ["", say("Alles Nachgefragte wird geliefert.", "Everything asked for is delivered.")] : []
    }
    let isAtAnyCost =
      plan.request.goal == .leastCost && !plan.bottlenecks.contains { $0.measure == .cost }
    let title =
      isAtAnyCost
      ? say("Warum nicht mehr, auch ohne Rücksicht auf Kosten:", "Why not more, whatever it costs:")
      : say("Warum nicht mehr:", "Why not more:")
    return ["", title]
      + plan.bottlenecks.prefix(6).map { "  – " + $0.text[language] }
  }

  private var alternatives: [String] {
    guard let alternatives = plan.alternatives else { return [] }
    let names: [AlternativePlan.Aim: String] = [
      .fewestJobsMoved: say("wenigste versetzte Arbeitsplätze", "fewest jobs moved"),
      .leastForeignShare: say("kleinster Auslandsanteil", "least foreign share"),
      .mostConversions: say("meiste Umstellungen", "most conversions"),
      .leastSingleSource: say(
        "geringste Abhängigkeit von einer Quelle", "least single-source exposure"),
    ]
    return [
      "", say("Andere Pläne mit fast gleichen Kosten:", "Other plans at nearly the same cost:"),
    ]
      + alternatives.map { alternative in
        let name = names[alternative.aim] ?? alternative.aim.rawValue
        guard let cost = alternative.cost, let measures = alternative.schedule?.measures else {
          return "  – \(name): " + (alternative.reason?[language] ?? "")
        }
        let foreign = measures.foreignShare.map { language.percent($0) } ?? "–"
        let single = measures.singleSourceExposure.map { language.percent($0) } ?? "–"
        return say(
          "  – \(name): Kosten \(money(cost)), versetzt \(number(measures.jobsMoved)), Ausland \(foreign), Umstellungen \(number(measures.conversions)), größte Quelle im Mittel \(single)",
          "  – \(name): cost \(money(cost)), moved \(number(measures.jobsMoved)), foreign \(foreign), conversions \(number(measures.conversions)), largest source on average \(single)"
        )
      }
  }

  private var sensitivity: [String] {
    guard let result = plan.sensitivity else { return [] }
    guard result.uncertainFigures > 0 else {
      return [
        "",
        say(
          "Keine Zahl hat eine Spanne (Tabelle provenance, low und high): nichts zu ziehen.",
          "No figure has a range (table provenance, low and high): nothing to draw."),
      ]
    }
    func quantile(_ share: Double) -> String {
      result.quantiles.first { $0.share == share }.map { money($0.value) } ?? "–"
    }
    var lines = [
      "",
      say(
        "\(result.samples) Stichproben aus \(result.uncertainFigures) Spannen: Mitte \(quantile(0.5)), 90 von 100 zwischen \(quantile(0.05)) und \(quantile(0.95)).",
        "\(result.samples) samples from \(result.uncertainFigures) ranges: middle \(quantile(0.5)), 90 of 100 between \(quantile(0.05)) and \(quantile(0.95))."
      ),
    ]
    if result.infeasible > 0 {
      lines.append(
        say("Ohne Plan: \(result.infeasible)", "Without a plan: \(result.infeasible)"))
    }
    let none = say("kein Plan", "no plan")
    lines += result.drivers.map { driver in
      let (low, high) = (driver.atLow.map(money) ?? none, driver.atHigh.map(money) ?? none)
      return
        "  – \(driver.table) \(driver.key) \(driver.column) \(number(driver.low, 3)) … \(number(driver.high, 3)): \(low) … \(high)"
    }
    return lines
  }

  private var closing: [String] {
    var lines: [String] = []
    if plan.status == .limit {
      lines.append(
        say(
          "Abgebrochen an der Zeitgrenze; Abstand zum Besten höchstens \(language.percent(plan.gap, fractionDigits: 2)).",
          "Stopped at the time limit; gap to the best at most \(language.percent(plan.gap, fractionDigits: 2))."
        ))
    } else if plan.gap > 1e-9 {
      lines.append(
        say(
          "Abstand zum Besten höchstens \(language.percent(plan.gap, fractionDigits: 2)).",
          "Gap to the best at most \(language.percent(plan.gap, fractionDigits: 2))."))
    }
    let own: Set<Finding.Code> = [.demandTakesAll, .optionWithoutEffect, .badlyScaled]
    let (planning, others) = (
      plan.findings.filter { own.contains($0.code) }, plan.findings.count { !own.contains($0.code) }
    )
    for finding in planning.prefix(3) {
      lines.append("\(finding.table) \(finding.key): \(finding.message[language])")
    }
    if planning.count > 3 {
      lines.append(
        say(
          "… und \(planning.count - 3) weitere Hinweise",
          "… and \(planning.count - 3) more warnings"))
    }
    if others > 0 {
      lines.append(
        say(
          "Hinweise zu den Daten: \(others) (tragwerk check).",
          "Warnings about the data: \(others) (tragwerk check)."))
    }
    return lines
  }
}
