// SPDX-License-Identifier: Apache-2.0
import ReferenceLibrary
import Resilience
import ValueChains

/// Supply risk of a chain's materials from what the reference library knows of them.
enum RawMaterialRisk {
  /// One entry for each material of the chain that the library knows by its key or name and has
  /// shares for; a range wherever a figure is missing.
  static func all(_ chain: ValueChain, _ library: ReferenceLibrary) -> [SupplyRisk] {
    let materials = chain[.materials]
    return (0..<materials.count).compactMap { row in
      let key = materials.key(row)
      let known =
        library.material(key) ?? library.material(named: key)
        ?? library.material(named: materials.text(.name, row))
      guard let known, let risk = risk(of: known, library) else { return nil }
      return SupplyRisk(material: key, low: risk.lowerBound, high: risk.upperBound)
    }
  }

  static func risk(of material: Material, _ library: ReferenceLibrary) -> ClosedRange<Double>? {
    guard let world = concentration(material, .world, library) else { return nil }
    return SupplyRiskFormula.risk(
      world: world, eu: concentration(material, .eu, library),
      importReliance: material.importReliance, recycling: material.recyclingRate,
      substitution: material.substitutionIndex)
  }

  private static func concentration(
    _ material: Material, _ view: SupplyView, _ library: ReferenceLibrary
  ) -> ClosedRange<Double>? {
    guard let shares = library.shares(of: material.id, view: view), !shares.shares.isEmpty else {
      return nil
    }
    return SupplyRiskFormula.concentration(
      shares.shares.filter { !$0.isUpperBound }.map { share in
        SupplyRiskFormula.Share(
          share: share.share,
          risk: library.governance(of: share.country).map { 10 * (1 - $0.value) },
          trade: share.tradeParameter ?? 1)
      })
  }
}
