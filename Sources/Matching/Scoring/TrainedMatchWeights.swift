// SPDX-License-Identifier: Apache-2.0

extension MatchParameters {
  /// Learned from the development needs by `training matching`; do not edit.
  static let trained: [MatchFeatures.Name: Double] = [
    .process: 2.37,
    .material: 1.89,
    .making: 4.29,
    .product: 1.45,
    .relatedness: 2.08,
    .text: 0.9,
    .branch: 1.45,
    .maker: 2.4,
    .qualification: 1.57,
    .capacity: 0.48,
    .scale: 1.16,
    .distance: 0.75,
  ]
}
