// SPDX-License-Identifier: Apache-2.0

/// How much each kind of evidence counts beside the runs of letters a code's own words share with
/// the title, which count 1. `training classification` chose them.
public struct ClassifierWeights: Sendable, Hashable {
  /// Stems and parts of compounds.
  public var words: Double
  /// What is said beyond the title.
  public var rest: Double
  /// What all codes of the division, of the group, of the class say together.
  public var levels: [Double]
  /// Votes of the nearest examples; the same with votes for the codes above.
  public var examples: Double
  public var examplesAbove: Double
  /// How often examples are of the division.
  public var divisions: Double

  public init(
    words: Double, rest: Double, levels: [Double], examples: Double, examplesAbove: Double,
    divisions: Double
  ) {
    precondition(levels.count == CodeTree.levels, "There is a weight for each level")
    (self.words, self.rest, self.levels) = (words, rest, levels)
    (self.examples, self.examplesAbove) = (examples, examplesAbove)
    self.divisions = divisions
  }

  /// Where training starts: set by hand in first trials.
  package static let start = ClassifierWeights(
    words: 0.3, rest: 1, levels: [0.1, 0.4, 0.3], examples: 1, examplesAbove: 0.4, divisions: 0.4)
}
