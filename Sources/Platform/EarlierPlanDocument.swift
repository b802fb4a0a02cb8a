// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Foundation
import Localization
import Reports

/// The parts of `plan --json`, format version 1, that a comparison needs.
struct EarlierPlanDocument: Decodable {
  struct Chain: Decodable {
    let name: String
  }

  struct Module: Decodable {
    let option: String
    let total: Double
  }

  struct Delivery: Decodable {
    let demand: String
    let period: Int
    let quantity: Double
  }

  struct Workers: Decodable {
    let site: String
    let period: Int
    let workers: Double
  }

  struct Cost: Decodable {
    let unmet, running, transport, purchases, holding, modules, fixed, hiring: Double?
  }

  private struct Version: Decodable {
    let formatVersion: Double
  }

  private struct Kind: Decodable {
    let sense: String?
    let status: String?
  }

  private let chainPart: Chain
  let sense: String
  let status: String
  let objective: Double?
  let periods: Int
  let periodDays: Double
  let modules: [Module]?
  let delivered: [Delivery]?
  /// Only plans that may deliver late say what is owed.
  let owed: [Delivery]?
  let workers: [Workers]?
  let cost: Cost?

  var chain: String { chainPart.name }

  private enum CodingKeys: String, CodingKey {
    case chainPart = "chain"
    case sense, status, objective, periods, periodDays, modules, delivered
    case owed, workers, cost
  }

  /// Periods beyond these are a mistake in the file, not a plan.
  private static let mostPeriods = 100_000

  static func read(_ data: Data, _ name: String) throws(PlatformError) -> EarlierPlanDocument {
    let decoder = JSONDecoder()
    let version: Version
    do { version = try decoder.decode(Version.self, from: data) } catch {
      throw EarlierPlan.unfit(name, reason(error, isWhole: false))
    }
    guard version.formatVersion == AssessmentDocument.formatVersion else {
      let stated = LocalizedText(number: version.formatVersion, fractionDigits: 3)
      throw EarlierPlan.unfit(
        name,
        LocalizedText(
          de: "Format \(stated.german) ist unbekannt; gelesen wird Format 1.",
          en: "Format \(stated.english) is unknown; format 1 is read."))
    }
    let kind = try? decoder.decode(Kind.self, from: data)
    guard kind?.sense != nil || kind?.status != nil else {
      throw EarlierPlan.unfit(
        name,
        LocalizedText(
          de: "Das ist kein Plan, wie „tragwerk plan --json“ ihn schreibt.",
          en: "This is no plan as “tragwerk plan --json” writes it."))
    }
    do {
      let document = try decoder.decode(EarlierPlanDocument.self, from: data)
      try document.check(name)
      return document
    } catch let error as PlatformError {
      throw error
    } catch {
      throw EarlierPlan.unfit(name, reason(error, isWhole: true))
    }
  }

  private func check(_ name: String) throws(PlatformError) {
    guard (1...Self.mostPeriods).contains(periods), periodDays > 0, periodDays.isFinite else {
      throw EarlierPlan.unfit(
        name,
        LocalizedText(
          de: "„periods“ und „periodDays“ müssen positiv sein.",
          en: "“periods” and “periodDays” must be positive."))
    }
    let stated = (delivered ?? []).map(\.period) + (workers ?? []).map(\.period)
    if let wrong = stated.first(where: { !(1...periods).contains($0) }) {
      throw EarlierPlan.unfit(
        name,
        LocalizedText(
          de: "Zeitabschnitt \(wrong) liegt nicht in 1 bis \(periods).",
          en: "Period \(wrong) is not within 1 to \(periods)."))
    }
  }

  /// Where reading ended, in words.
  private static func reason(_ error: any Error, isWhole: Bool) -> LocalizedText {
    func path(_ keys: [any CodingKey]) -> String {
      keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        .replacing(".[", with: "[")
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context)?:
      let place = path(context.codingPath + [key])
      return LocalizedText(de: "Das Feld „\(place)“ fehlt.", en: "The field “\(place)” is missing.")
    case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
      let place = path(context.codingPath)
      return place.isEmpty
        ? LocalizedText(
          de: "Das ist kein Plan, wie „tragwerk plan --json“ ihn schreibt.",
          en: "This is no plan as “tragwerk plan --json” writes it.")
        : LocalizedText(
          de: "Das Feld „\(place)“ hat nicht die erwartete Art.",
          en: "The field “\(place)” is not of the kind expected.")
    default:
      return LocalizedText(
        de: "Das ist kein JSON, oder die Datei ist unvollständig.",
        en: "This is no JSON, or the file is incomplete.")
    }
  }

  // MARK: Figures

  func figures() -> PlanFigures {
    PlanFigures(
      chain: chain, isMaximised: sense == "maximise", isOwed: owed != nil, status: status,
      objective: objective,
      periods: periods, periodDays: periodDays, cost: cost.map(planCost),
      modules: Dictionary(
        (modules ?? []).map { ($0.option, $0.total) }, uniquingKeysWith: +),
      delivered: courses((delivered ?? []).map { ($0.demand, $0.period, $0.quantity) }),
      workers: courses((workers ?? []).map { ($0.site, $0.period, $0.workers) }))
  }

  private func courses(_ entries: [(key: String, period: Int, value: Double)]) -> [String: [Double]]
  {
    var courses: [String: [Double]] = [:]
    for entry in entries {
      courses[entry.key, default: Array(repeating: 0, count: periods)][entry.period - 1] +=
        entry.value
    }
    return courses
  }

  private func planCost(_ stated: Cost) -> PlanCost {
    var cost = PlanCost()
    cost.unmet = stated.unmet ?? 0
    cost.running = stated.running ?? 0
    cost.transport = stated.transport ?? 0
    cost.purchases = stated.purchases ?? 0
    cost.holding = stated.holding ?? 0
    cost.modules = stated.modules ?? 0
    cost.fixed = stated.fixed ?? 0
    cost.hiring = stated.hiring ?? 0
    return cost
  }
}
