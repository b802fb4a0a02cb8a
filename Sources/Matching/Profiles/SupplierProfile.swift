// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import Vocabulary

/// A supplier prepared for matching.
public struct SupplierProfile: Sendable {
  public let supplier: Supplier
  public let vector: ConceptVector
  /// What its texts and declarations name, the declared first.
  let named: [TextProfile.Named]
  /// Sizes, masses and quantities its texts state.
  let quantities: [Quantity]
  /// WZ or NACE divisions, in ascending order.
  let divisions: [Int]
  let capacity: CapacityEstimate
  /// Its qualifications as the catalogue calls them.
  let held: [(standard: Standard, held: Supplier.Held)]

  /// What the texts say, for the text index: name, declarations, prose.
  var indexTexts: [String] {
    let declared = supplier.declared.compactMap(\.text).joined(separator: " · ")
    return [supplier.name, declared, supplier.texts.joined(separator: "\n")]
  }
}

extension ProfileReader {
  /// How much more a declaration counts than prose.
  static let declaredWeight = 1.2
  /// In a firm's own prose a property says little of how it works: everybody is exact.
  static let cueWeight = 0.4
  /// Supplementary capabilities count less than core ones.
  static let supplementaryWeight = 0.8

  public mutating func profile(of supplier: Supplier) -> SupplierProfile {
    var builder = ConceptVectorBuilder(thesaurus)
    var named: [TextProfile.Named] = []
    var quantities: [Quantity] = []
    for declared in supplier.declared {
      var weight = Self.declaredWeight
      if declared.standing == .supplementary { weight *= Self.supplementaryWeight }
      let profile = profile(of: declared)
      builder.add(profile, weight: weight)
      named += profile.named
      quantities += profile.quantities
    }
    for text in [supplier.name] + supplier.texts {
      let profile = profile(of: text)
      builder.add(profile, cues: Self.cueWeight)
      named += profile.named
      quantities += profile.quantities
    }
    return SupplierProfile(
      supplier: supplier, vector: builder.vector(), named: named, quantities: quantities,
      divisions: Set(supplier.branches.compactMap(Division.number)).sorted(),
      capacity: CapacityEstimate(supplier.capacity),
      held: supplier.qualifications.map { (Standard($0.standard), $0) })
  }

  private mutating func profile(of declared: Supplier.Declared) -> TextProfile {
    let isBoughtIn = declared.origin == .boughtIn
    if let id = declared.concept, let index = thesaurus.index(of: id) {
      let named = TextProfile.Named(
        concept: index, strength: 1,
        surface: declared.text ?? thesaurus.concepts[index].label.german,
        sentence: 0, isBoughtIn: isBoughtIn)
      return TextProfile(named: [named], quantities: [], language: .german)
    }
    let profile = profile(of: declared.text ?? "")
    guard isBoughtIn else { return profile }
    return TextProfile(
      named: profile.named.map {
        TextProfile.Named(
          concept: $0.concept, strength: $0.strength, surface: $0.surface, sentence: $0.sentence,
          isBoughtIn: true)
      }, quantities: profile.quantities, language: profile.language)
  }
}

/// WZ and NACE codes by their division.
enum Division {
  /// The division of a code, as in 25 of `25.62.0`; nil for section letters and other texts.
  static func number(_ code: String) -> Int? {
    let digits = code.prefix { $0.isASCII && $0.isNumber }
    return digits.count == 2 || digits.count == 1 ? Int(digits) : Int(digits.prefix(2))
  }

  /// Whether firms of the division make, process or build things: manufacturing, waste recovery,
  /// construction, repair of machines, engineering.
  static func makesThings(_ division: Int) -> Bool {
    (10...33).contains(division) || (38...39).contains(division) || (41...43).contains(division)
  }
}
