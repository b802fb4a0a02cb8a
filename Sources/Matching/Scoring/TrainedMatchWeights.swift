// SPDX-License-Identifier: Apache-2.0

extension MatchParameters {
  /// Learned from the development needs by `training matching`; do not edit.
  static let trained: [MatchFeatures.Name: Double] = [
    .process: 3.02,
    .material: 2.2,
    .making: 4.89,
    .product: 1.32,
    .text: 0.93,
    .branch: 1.45,
    .maker: 2.43,
    .qualification: 1.62,
    .capacity: 0.55,
    .scale: 1.16,
    .distance: 0.74,
  ]
}
