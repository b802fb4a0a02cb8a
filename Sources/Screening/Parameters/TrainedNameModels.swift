// SPDX-License-Identifier: Apache-2.0
// Written by `training screening --data ../shared/data/er`; not to be edited.
// Learned from screening_pairs_dev.csv (MIT, opensanctions/nomenklatura, 2026).

extension NameModel {
  /// Weights in the order of ``NameFeatures/names``: spelling, conflict, surplus, forms.
  package static let organisation = NameModel(
    start: 1.9651, weights: [-0.763, -3.9284, -3.0301, -0.9746])

  package static let person = NameModel(
    start: 2.4915, weights: [-1.0278, -4.0168, -0.3246, 0.0])
}
