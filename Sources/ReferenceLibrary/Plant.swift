// SPDX-License-Identifier: Apache-2.0
import Geodesy

/// A production site of a public register: one holder in one town in one branch.
public struct Plant: Sendable, Hashable {
  /// The id of its largest installation.
  public let id: String
  /// The ids of all its open installations, in the order of the register.
  public let installations: [String]
  public let holder: String
  public let name: String
  /// NACE Rev. 2, e.g. `24.10`; nil where the register does not say.
  public let nace: String?
  public let town: String
  public let region: String
  /// As the register writes it, usually ISO 3166 alpha-2.
  public let country: String
  /// Often the middle of a postal code, some kilometres off; nil where missing.
  public let coordinates: GeoPoint?
  /// Nil where the register does not say. Closed plants are not listed, only counted.
  public let isOpen: Bool?
  /// The latest verified emissions stated, tonnes of CO₂e a year: a proxy of size, nothing more.
  public let activity: Double?
  public let activityYear: Int?
  /// Number in the register of companies, `""` where it is not stated.
  public let registerNumber: String
  public let provenance: Provenance
}

/// The plants of a register, and what was left out.
///
/// A branch without plants here is "not in the register", never "no such maker".
public struct PlantRegister: Sendable {
  public internal(set) var plants: [Plant] = []
  /// The files it was read from; empty when there is no register at all.
  public internal(set) var files: [String] = []
  /// Closed installations, not among the plants.
  public internal(set) var closedCount = 0
  /// Installations of weapons, explosives or armed forces, not among the plants.
  public internal(set) var defenceCount = 0

  public init() {}

  /// Plants of a branch, the most active first.
  ///
  /// A class (`24.10`) finds that class, a division (`24`) all of it; with `wholeDivision` a class
  /// finds its division too. Linear in the number of plants.
  public func plants(nace: String, wholeDivision: Bool = false) -> [Plant] {
    let wanted = wholeDivision ? String(nace.prefix { $0 != "." }) : nace
    guard !wanted.isEmpty else { return [] }
    return plants.filter { plant in
      guard let code = plant.nace else { return false }
      return code == wanted
        || code.hasPrefix(wanted)
          && (wanted.contains(".") || code.dropFirst(wanted.count).first == ".")
    }
  }
}
