// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Localization
import ValueChains

/// An option that the plan uses, with what it builds, when, and what its donor gives up.
struct PlannedOption {
  enum Kind: String, CaseIterable {
    case line, conversion, supplier, link

    var label: LocalizedText {
      switch self {
      case .line: LocalizedText(de: "neue oder größere Linie", en: "new or larger line")
      case .conversion:
        LocalizedText(de: "Umstellung einer zivilen Linie", en: "conversion of a civil line")
      case .supplier: LocalizedText(de: "neuer oder größerer Bezug", en: "new or larger supply")
      case .link: LocalizedText(de: "mehr Transport", en: "more transport")
      }
    }
  }

  /// What a conversion takes from the line it converts, in all.
  struct Donation {
    let line: Int
    let lossPerDay: Double
    /// People who then work for the converted line.
    let workers: Double
  }

  let build: ModuleBuild
  let kind: Kind
  let gainPerDay: Double
  let cost: Double
  let donation: Donation?

  init(_ build: ModuleBuild, _ chain: ValueChain, _ names: ChainNames) {
    self.build = build
    let options = chain[.options]
    kind = Kind(rawValue: options.text(.kind, build.row)) ?? .line
    gainPerDay = build.total * (options.number(.modulePerDay, build.row) ?? 0)
    cost =
      build.total * (options.number(.costPerModule, build.row) ?? 0)
      + (build.total > 0 ? options.number(.fixedCost, build.row) ?? 0 : 0)
    let loss = build.total * (options.number(.donorLossPerDay, build.row) ?? 0)
    donation = names.row(.lines, options.text(.donor, build.row)).flatMap { line in
      guard loss > 0 else { return nil }
      let perRun = chain[.lines].number(.workersPerDailyRun, line) ?? 0
      return Donation(line: line, lossPerDay: loss, workers: loss * perRun)
    }
  }

  /// Modules being built and modules ready in each period.
  func course(_ periods: Int) -> (building: [Double], ready: [Double]) {
    var building = Array(repeating: 0.0, count: periods)
    var ready = building
    for start in build.started {
      for period in max(0, start.period - 1)..<max(periods, start.period - 1)
      where period < periods {
        if period < start.period - 1 + build.buildPeriods {
          building[period] += start.count
        } else {
          ready[period] += start.count
        }
      }
    }
    return (building, ready)
  }

  var firstStart: Int { build.started.first?.period ?? 1 }
  /// Period, from 1, in which the first module can be used; it may lie beyond the horizon.
  var firstReady: Int { firstStart + build.buildPeriods }
}
