// SPDX-License-Identifier: Apache-2.0
import Localization

/// A raw or basic material.
public struct Material: Sendable, Hashable {
  /// Its place on the lists of Regulation (EU) 2024/1252.
  public enum EUList: String, Sendable, CaseIterable {
    case strategic, critical
    case notListed = "not_listed"
  }

  public let id: String
  public internal(set) var name: LocalizedText
  public internal(set) var aliases: [String]
  /// Nil where it is not known.
  public internal(set) var euList: EUList?
  /// NACE Rev. 2 class of the branch that processes it, e.g. `24.42`.
  public internal(set) var nace: String?
  /// Import reliance of the EU, as a fraction of 1.
  public internal(set) var importReliance: Double?
  /// End-of-life recycling input rate, as a fraction of 1.
  public internal(set) var recyclingRate: Double?
  /// Substitution index for supply risk, from 0 to 1.
  public internal(set) var substitutionIndex: Double?
  /// Concentration weighted by governance and trade, 0…10, world production.
  public internal(set) var globalConcentration: Double?
  /// The same for where the EU gets it from.
  public internal(set) var euConcentration: Double?
  public internal(set) var publishedSupplyRisk: Double?
  public internal(set) var publishedSupplyRiskYear: Int?
  public internal(set) var provenance: Provenance
}

/// A common alloy and the materials it consists of.
public struct Alloy: Sendable, Hashable {
  public struct Constituent: Sendable, Hashable {
    public let material: String
    /// Mass shares as fractions of 1.
    public let low: Double
    public let likely: Double
    public let high: Double

    public init(material: String, low: Double, likely: Double, high: Double) {
      self.material = material
      self.low = low
      self.likely = likely
      self.high = high
    }
  }

  public let id: String
  public let name: LocalizedText
  public let aliases: [String]
  public internal(set) var constituents: [Constituent]
  /// The standard whose limits these are.
  public let provenance: Provenance
}

/// A material that a class of components may hold: a candidate for a question, never a mass.
public struct Bridge: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// The class is the material itself.
    case direct
    /// An alloying element of it.
    case alloying
    /// Typical of the class.
    case typical = "class"
    /// Only some kinds of the class.
    case partly
  }

  public let componentClass: String
  public let material: String
  public let kind: Kind
  public let note: LocalizedText
  public let provenance: Provenance
}

/// A word by which a line of a parts list is recognised.
public struct RecognitionWord: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case material
    case componentClass = "class"
    /// The letters of a reference designator.
    case designator = "refdes"
  }

  public enum Mode: String, Sendable {
    /// These words only.
    case exact
    /// Also with an ending.
    case word
    /// Also at the end of a compound, a material also at its beginning.
    case part
    /// Only in a column for the material, or on a line that states a mass.
    case field
  }

  public let word: String
  /// `de`, `en` or `any`.
  public let language: String
  public let kind: Kind
  /// A material, an alloy, a class of the bridges, or a component class.
  public let value: String
  public let mode: Mode

  public init(word: String, language: String, kind: Kind, value: String, mode: Mode) {
    self.word = word
    self.language = language
    self.kind = kind
    self.value = value
    self.mode = mode
  }
}
