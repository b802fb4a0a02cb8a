// SPDX-License-Identifier: Apache-2.0

/// What the uncertain figures do to a plan's objective.
public struct PlanSensitivity: Sendable {
  public let samples: Int
  public let seed: UInt64
  /// Samples for which there was no plan.
  public let infeasible: Int
  /// Of the objective over the samples, the values that 5, 25, 50, 75 and 95 in 100 do not exceed.
  public let quantiles: [(share: Double, value: Double)]
  public let mean: Double
  /// Objective of each sample with a plan, in the order drawn.
  public let objectives: [Double]
  /// How many figures have a range.
  public let uncertainFigures: Int
  /// The figures that move the result most, the largest swing first.
  public let drivers: [Driver]

  public struct Driver: Sendable {
    public let table: String
    public let key: String
    public let column: String
    public let low: Double
    public let likely: Double
    public let high: Double
    /// Objective with this figure alone at its low and at its high end, re-solved; nil where
    /// infeasible.
    public let atLow: Double?
    public let atHigh: Double?
    /// Rank correlation with the objective over the samples, -1…1.
    public let correlation: Double
  }
}
