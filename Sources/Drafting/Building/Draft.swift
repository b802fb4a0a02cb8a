// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization
import ValueChains

/// A first chain drafted from a parts list, and what became of every line.
public struct Draft: Sendable {
  public let chain: ValueChain
  public let reading: PartsListReading
  /// The material each counted line went into, by position in `reading.lines`.
  public let materialOfLine: [Int: String]
  public let summary: Summary

  /// The short of a draft, for the person who asked for it.
  public struct Summary: Sendable {
    /// One line of the mass balance: a material, its kilograms per unit of product.
    public struct Mass: Sendable {
      public let material: String
      public let name: LocalizedText
      public let kilograms: Double
    }

    public enum Sourcing: Sendable {
      /// Plants of the processing branch in the register.
      case plants(Int)
      /// Countries by a named view.
      case imports(countries: Int, view: String)
      case unknown
    }

    public var masses: [Mass] = []
    /// Kilograms per unit of product in lines whose material is not known.
    public var unresolvedKilograms = 0.0
    public var sourcing: [(material: String, name: LocalizedText, how: Sourcing)] = []
    /// Lines of the list whose material is not known.
    public var unresolved: [String] = []
    public var questions = 0
  }

  /// `parts.csv`: every line of the list with its disposition and the material it went into.
  public func trace() -> String {
    let header = [
      "row", "disposition", "name", "quantity", "unit", "needed", "kg", "material", "reason_de",
      "reason_en",
    ]
    let rows = reading.lines.enumerated().map { at, line in
      [
        String(line.row), line.disposition.rawValue, line.name, line.quantity.stated,
        line.quantity.statedUnit, line.needed.map { "\($0.likely)" } ?? "",
        line.mass.map { "\($0.likely)" } ?? "", materialOfLine[at] ?? "", line.reason.german,
        line.reason.english,
      ]
    }
    return ([header] + rows).map { $0.map(CSVCell.quoted).joined(separator: ",") + "\n" }.joined()
  }
}
