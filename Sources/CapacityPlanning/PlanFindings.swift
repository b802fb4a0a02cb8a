// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import Resilience
import ValueChains

/// What a plan's reader should know about the figures it rests on, beyond the chain's own findings.
struct PlanFindings {
  private let program: CapacityProgram
  private var model: PlanningModel { program.model }
  private var chain: ValueChain { program.model.network.chain }

  init(_ program: CapacityProgram) { self.program = program }

  func all() -> [Finding] {
    let hits = model.request.disruption.map {
      DisruptionResolver(model.network).resolve($0).findings
    }
    return (hits ?? []) + demands() + options() + scaling()
  }

  private func finding(
    _ code: Finding.Code, _ table: TableName, _ column: ColumnName, _ row: Int,
    _ message: LocalizedText
  ) -> Finding {
    Finding(
      code, .warning, table: table.rawValue, row: Int(chain[table].lines[row]),
      column: column.rawValue, key: chain[table].key(row), message)
  }

  private func demands() -> [Finding] {
    guard model.request.goal == .leastCost else { return [] }
    let demands = model.network.demands
    return (0..<demands.count).filter {
      demands.pair[$0] >= 0 && demands.perDay[$0] == .infinity
    }.map { demand in
      finding(
        .demandTakesAll, .demands, .perDay, demand,
        LocalizedText(
          de:
            "Ohne Rate kann hier nichts fehlen: Ein Plan mit geringsten Kosten liefert dafür von sich aus nichts. Eine Rate angeben, oder --goal most-output.",
          en:
            "Without a rate nothing can be missing here: a least-cost plan delivers nothing for it of its own accord. State a rate, or use --goal most-output."
        ))
    }
  }

  private func options() -> [Finding] {
    let options = model.options
    return (0..<options.count).compactMap { option in
      guard let target = options.target[option] else { return nil }
      let isLimited =
        switch target {
        case .line(let line): model.network.lines.runsPerDay[line].isFinite
        case .link(let link): model.network.links.perDay[link].isFinite
        case .supply(let supply): model.network.supplies.perDay[supply].isFinite
        }
      if !isLimited {
        return finding(
          .optionWithoutEffect, .options, .target, option,
          LocalizedText(
            de: "Das Ziel hat keine Kapazitätsgrenze; die Option bringt nichts.",
            en: "The target has no limit of capacity; the option brings nothing."))
      }
      guard options.last[option] < options.first[option] else { return nil }
      return finding(
        .optionWithoutEffect, .options, .buildDays, option,
        LocalizedText(
          de: "Was hier begonnen wird, ist erst nach dem Ende des Zeitraums bereit.",
          en: "What is started here is ready only after the end of the horizon."))
    }
  }

  // MARK: Sizes

  /// Beyond this a double's digits and the solver's tolerances no longer tell small from nothing.
  private static let widest = 1e9

  /// The smallest and the largest coefficient of all recipes, where they lie too far apart.
  private func scaling() -> [Finding] {
    let lines = model.network.lines
    var smallest: (size: Double, line: Int) = (.infinity, -1)
    var largest: (size: Double, line: Int) = (0, -1)
    for line in 0..<lines.count {
      for entry in lines.recipe[line] {
        let pair = Int(lines.recipePair[entry])
        let size = abs(
          lines.recipeQuantity[entry] * program.scale.line[line] / program.scale.pair[pair])
        guard size > 0 else { continue }
        if size < smallest.size { smallest = (size, line) }
        if size > largest.size { largest = (size, line) }
      }
    }
    guard smallest.line >= 0, largest.size > smallest.size * Self.widest else { return [] }
    let ratio = LocalizedText(number: largest.size / smallest.size, fractionDigits: 0)
    let (small, large) = (chain[.lines].key(smallest.line), chain[.lines].key(largest.line))
    return [
      finding(
        .badlyScaled, .lines, .line, smallest.line,
        LocalizedText(
          de:
            "Die Mengen liegen sehr weit auseinander (Verhältnis \(ratio.german)), am weitesten in den Rezepturen von „\(small)“ und „\(large)“; kleine Mengen gehen im Runden unter. Die Einheiten prüfen.",
          en:
            "Quantities lie very far apart (ratio \(ratio.english)), farthest in the recipes of “\(small)” and “\(large)”; small ones are lost in rounding. Check the units."
        ))
    ]
  }
}
