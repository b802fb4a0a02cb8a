// SPDX-License-Identifier: Apache-2.0

extension ClassifierWeights {
  package static let start = ClassifierWeights(
    words: 0.3, rest: 1, levels: [0.1, 0.4, 0.3], examples: 1, examplesAbove: 0.4, divisions: 0.4)
  public static let trained = start
}
