// SPDX-License-Identifier: Apache-2.0

extension MatchParameters {
  /// Learned from the development needs by `training matching`; do not edit.
  static let trained: [MatchFeatures.Name: Double] = [
    .process: 2.36,
    .material: 2.06,
    .making: 4.25,
    .product: 1.24,
    .relatedness: 2.18,
    .text: 0.9,
    .branch: 1.42,
    .maker: 2.45,
    .qualification: 1.59,
    .capacity: 0.55,
    .scale: 1.16,
    .distance: 0.77,
  ]
}
