// SPDX-License-Identifier: Apache-2.0

/// What a supplier and a need have to do with each other, each 0…1.
public struct MatchFeatures: Sendable, Hashable {
  public enum Name: String, Sendable, CaseIterable {
    /// Processes both name or imply.
    case process
    case material
    /// Processes on materials.
    case making
    /// Products and components.
    case product
    /// How near to what is wanted the nearest is that the supplier can do, by what suppliers can do
    /// together (`CapabilitySpace`).
    case relatedness
    /// Runs of letters their texts share.
    case text
    /// Whether firms of the supplier's branch do such things, and whether it makes things at all.
    case branch, maker
    /// The share of required qualifications that are valid; lapsed ones count in part.
    case qualification
    case capacity
    /// Whether size, mass and quantity fit.
    case scale
    case distance
    /// 1 where nobody asked the supplier lately.
    case attention
  }

  private var values: [Double]

  init() { values = [Double](repeating: 0, count: Name.allCases.count) }

  public subscript(name: Name) -> Double {
    get { values[Self.position[name] ?? 0] }
    set { values[Self.position[name] ?? 0] = min(1, max(0, newValue)) }
  }

  private static let position = Dictionary(
    uniqueKeysWithValues: Name.allCases.enumerated().map { ($0.element, $0.offset) })
}
