// SPDX-License-Identifier: Apache-2.0
import ReferenceLibrary

/// What a part is made of, as far as its line tells.
public enum PartMaterial: Sendable, Hashable {
  /// A material of the library.
  case material(String)
  /// An alloy of the library.
  case alloy(String)
  /// A kind of material that the library knows bridges for, such as `nylon` or `rubber`.
  case hint(String)

  public var id: String {
    switch self {
    case .material(let id), .alloy(let id), .hint(let id): id
    }
  }
}

/// What a line of a parts list was recognised as.
public struct PartRecognition: Sendable, Hashable {
  /// How it was recognised.
  public enum How: String, Sendable {
    /// By words of the line.
    case named
    /// By its reference designator (`C12` is a capacitor).
    case reference
    /// By a column of hints somebody's rules filled: a help, not truth.
    case hint
  }

  public struct Match<Value: Sendable & Hashable>: Sendable, Hashable {
    public let value: Value
    public let how: How
    /// The words that spoke for it.
    public let words: [String]
  }

  /// A component class such as `capacitor`.
  public internal(set) var componentClass: Match<String>?
  public internal(set) var material: Match<PartMaterial>?
  /// Whether it is only a feature of a circuit board: a mounting hole, a test point.
  public internal(set) var isBoardFeature = false
  /// The materials it consists of with their mass shares; empty where the material is not known, or
  /// may be one of several.
  public internal(set) var constituents: [Alloy.Constituent] = []
  /// Whether the line is counted and states a mass of a known material or alloy.
  public internal(set) var isResolvedByMass = false

  public var isRecognised: Bool { componentClass != nil || material != nil || isBoardFeature }
}
