// SPDX-License-Identifier: Apache-2.0
import LinearPrograms
import Testing
import ValueChains

/// A plant that makes systems from parts: as much of it as a case solved by hand needs.
enum TinyChain {
  typealias Row = KeyValuePairs<ColumnName, Cell>

  /// Parts without limit, the line `asm` makes one `sys` of one, the demand `d` takes it.
  static func make(line: Row, demand: Row, plant: Row = [:], options: [Row] = []) -> ValueChain {
    var chain = ValueChain(name: "tiny", currency: "EUR")
    chain[.sites].append([(.site, "plant")] + plant.map { ($0.key, $0.value) })
    for material in ["part", "sys"] { chain[.materials].append([.material: Cell(material)]) }
    chain[.supplies].append([.supply: "parts", .site: "plant", .material: "part"])
    chain.addLine("asm", takes: "part", makes: "sys", line)
    chain.addDemand("d", of: "sys", demand)
    for option in options { chain.addOption("o\(chain[.options].count)", option) }
    return chain
  }
}

extension ValueChain {
  mutating func addLine(
    _ name: String, takes input: String, makes output: String, _ row: TinyChain.Row
  ) {
    self[.lines].append(
      [(.line, Cell(name)), (.site, "plant")] + row.map { ($0.key, $0.value) })
    self[.recipes].append([.line: Cell(name), .material: Cell(input), .quantity: -1])
    self[.recipes].append([.line: Cell(name), .material: Cell(output), .quantity: 1])
  }

  mutating func addDemand(_ name: String, of material: String, _ row: TinyChain.Row) {
    self[.demands].append(
      [(.demand, Cell(name)), (.site, "plant"), (.material, Cell(material))]
        + row.map { ($0.key, $0.value) })
  }

  /// An option on the line `asm` unless the row says otherwise.
  mutating func addOption(_ name: String, _ row: TinyChain.Row) {
    self[.options].append(
      [(.option, Cell(name)), (.kind, "line"), (.target, "asm")] + row.map { ($0.key, $0.value) })
  }
}

/// Expects a plan with this objective and returns it.
@discardableResult
func expectPlan(
  _ objective: Double, _ chain: ValueChain, periods: Int, days: Double = 1,
  location: SourceLocation = #_sourceLocation,
  _ change: (inout ObviousPlan.Settings) -> Void = { _ in }
) throws -> ObviousPlan.Result {
  var settings = ObviousPlan.Settings(periods: periods, periodDays: days)
  change(&settings)
  let result = try ObviousPlan(chain, settings).solve()
  #expect(result.status == .optimal, sourceLocation: location)
  #expect(
    abs(result.objective - objective) < 1e-6, "\(result.objective) instead of \(objective)",
    sourceLocation: location)
  return result
}

/// Expects that there is no plan, for this reason.
func expectNoPlan(
  _ chain: ValueChain, periods: Int, because status: SolveStatus = .infeasible,
  location: SourceLocation = #_sourceLocation,
  _ change: (inout ObviousPlan.Settings) -> Void = { _ in }
) throws {
  var settings = ObviousPlan.Settings(periods: periods)
  change(&settings)
  let result = try ObviousPlan(chain, settings).solve()
  #expect(result.status == status, sourceLocation: location)
}
