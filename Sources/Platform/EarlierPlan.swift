// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Foundation
import Localization
import Reports
import ValueChains

/// A plan that `plan --json` wrote earlier, to hold another one against.
public struct EarlierPlan: Sendable {
  public let figures: PlanFigures

  /// What the file is called in messages.
  private let name: String

  /// Reads the file; ``check(_:)`` says whether it fits a chain.
  public init(path: String) throws(PlatformError) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(de: "\(path) gibt es nicht.", en: "\(path) does not exist."))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(path) kann nicht gelesen werden; erwartet wird eine Datei.",
          en: "\(path) cannot be read; a file is expected."))
    }
    try self.init(data, name: path)
  }

  /// - Parameter name: what the file is called in messages.
  public init(_ data: Data, name: String) throws(PlatformError) {
    self.name = name
    figures = try EarlierPlanDocument.read(data, name).figures()
  }

  /// Refuses a plan of another chain. Periods of another length or number are no fault: then fewer
  /// things can be compared.
  public func check(_ chain: ValueChain) throws(PlatformError) {
    guard figures.chain != chain.name else { return }
    throw Self.unfit(
      name,
      LocalizedText(
        de: "Der Plan gehört zur Kette „\(figures.chain)“, nicht zu „\(chain.name)“.",
        en: "The plan belongs to the chain “\(figures.chain)”, not to “\(chain.name)”."))
  }

  static func unfit(_ name: String, _ reason: LocalizedText) -> PlatformError {
    PlatformError(.data, LocalizedText(verbatim: "\(name): ") + reason)
  }

  /// The comparison in a few lines, for a terminal.
  public func lines(against plan: CapacityPlan, _ language: Language) -> [String] {
    let now = PlanFigures(plan)
    let currency = plan.chain.currency.map { " \($0)" } ?? ""
    func line(_ name: LocalizedText, _ earlier: Double?, _ now: Double?, _ unit: String = "")
      -> String?
    {
      guard let earlier, let now, earlier != 0 || now != 0 else { return nil }
      let digits = max(abs(earlier), abs(now)) < 1000 ? 2 : 0
      let change = now - earlier
      let isSame = abs(change) <= 1e-9 * max(abs(earlier), abs(now))
      let difference =
        isSame
        ? LocalizedText(de: "gleich", en: "same")[language]
        : (change > 0 ? "+" : "") + language.number(change, fractionDigits: digits)
      let values = [earlier, now].map { language.number($0, fractionDigits: digits) }
      return "\(name[language]): \(values[0]) → \(values[1])\(unit) (\(difference))"
    }
    let hasSamePeriods = figures.periods == now.periods && figures.periodDays == now.periodDays
    var lines = [
      figures.isMaximised == now.isMaximised && figures.isOwed == now.isOwed
        ? line(
          LocalizedText(de: "Zielwert", en: "Objective"), figures.objective, now.objective) : nil,
      line(
        LocalizedText(de: "Ausgaben", en: "Spending"), figures.cost?.spending, now.cost?.spending,
        currency),
      line(
        LocalizedText(de: "Geliefert (Einheiten)", en: "Delivered (units)"),
        figures.deliveredTotal, now.deliveredTotal),
      line(LocalizedText(de: "Module", en: "Modules"), figures.moduleTotal, now.moduleTotal),
      line(
        LocalizedText(de: "Beschäftigte in der Spitze", en: "People employed at the peak"),
        figures.mostWorkers,
        now.mostWorkers),
    ].compactMap(\.self)
    if !hasSamePeriods {
      lines.append(
        LocalizedText(
          de: "Der frühere Plan hat andere Zeitabschnitte; Summen sind nur bedingt vergleichbar.",
          en: "The earlier plan has other periods; totals are comparable only to a degree.")[
            language])
    }
    return lines
  }
}
