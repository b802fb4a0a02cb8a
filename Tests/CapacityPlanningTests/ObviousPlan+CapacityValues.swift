// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// What one unit less and one unit more of a capacity is worth, by changing it and solving again.
extension ObviousPlan {
  /// One period's capacity, or an opening stock.
  struct Capacity: Hashable, Sendable {
    enum Kind: String, Sendable {
      case line, link, supply, stock, group, budget, workforce
    }

    let kind: Kind
    /// The key of the line, link, supply, group or site; empty for the budget.
    let name: String
    /// From 1; 0 for an opening stock.
    let period: Int

    init(_ kind: Kind, _ name: String, _ period: Int) {
      (self.kind, self.name, self.period) = (kind, name, period)
    }

    static func stock(_ site: String, _ material: String) -> Self {
      Self(.stock, "\(site)|\(material)", 0)
    }
  }

  /// One-sided derivatives of the objective; nil where the changed chain has no plan.
  struct Value: Sendable {
    let oneLess: Double?
    let oneMore: Double?
  }

  /// Values of all capacities that are limited, in no order; empty where there is no plan at all.
  ///
  /// Two solves from scratch for each: only for small chains, and only meant for linear programs.
  ///
  /// - Parameters:
  ///   - kinds: which to ask for; nil asks for all.
  ///   - step: how far each is moved, small beside every kink of the objective.
  func capacityValues(of kinds: Set<Capacity.Kind>? = nil, step: Double = 1e-3) throws
    -> [Capacity: Value]
  {
    let equations = PlanEquations(chain, settings)
    let base = try Self.solve(equations)
    guard base.status == .optimal else { return [:] }
    var values: [Capacity: Value] = [:]
    for (capacity, equation) in equations.equationOf
    where kinds.map({ $0.contains(capacity.kind) }) ?? true {
      values[capacity] = try Self.value([equation], equations, base.objective, step)
    }
    return values
  }

  /// What a budget higher and lower in every period is worth; nil where none limits.
  func totalBudgetValue(step: Double = 1e-3) throws -> Value? {
    let equations = PlanEquations(chain, settings)
    let rows = equations.equationOf.filter { $0.key.kind == .budget }.map(\.value)
    let base = try Self.solve(equations)
    guard base.status == .optimal, !rows.isEmpty else { return nil }
    return try Self.value(rows, equations, base.objective, step)
  }

  private static func value(
    _ rows: [Int], _ equations: PlanEquations, _ base: Double, _ step: Double
  ) throws -> Value {
    func objective(_ change: Double) throws -> Double? {
      var changed = equations
      for row in rows { changed.program.add(change, toRightOf: row) }
      let result = try solve(changed)
      return result.status == .optimal ? result.objective : nil
    }
    return Value(
      oneLess: try objective(-step).map { (base - $0) / step },
      oneMore: try objective(step).map { ($0 - base) / step })
  }
}
