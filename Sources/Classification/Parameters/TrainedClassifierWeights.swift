// SPDX-License-Identifier: Apache-2.0
// Written by `training classification --data ../shared/data --out FILE`; not to be edited.

extension ClassifierWeights {
  /// Chosen on notices with CPV codes (five folds) and phrases with WZ codes.
  public static let trained = ClassifierWeights(
    words: 0.3, rest: 1.0, levels: [0.4, 0.4, 0.3],
    examples: 1.0, examplesAbove: 0.8,
    divisions: 0.6)
}
