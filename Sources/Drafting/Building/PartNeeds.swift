// SPDX-License-Identifier: Apache-2.0
import Localization
import ReferenceLibrary

/// What one unit of product takes, gathered from the lines of a parts list: known materials by mass,
/// everything else line by line.
struct PartNeeds {
  /// A material of the library, by mass.
  struct Resolved {
    let material: Material
    /// Kilograms per unit of product.
    var kilograms: Estimate
    /// Rows of the list, with what they said.
    var evidence: [String]
    /// Positions of its lines in the reading.
    var lines: [Int]
    var isByHint: Bool
  }

  /// A line nobody can tell the material of.
  struct Unresolved {
    let line: Int
    let recognition: Recognition
    /// Per unit of product, in `unit`.
    let amount: Estimate
    let unit: String
    let isAssumed: Bool
    /// Kilograms of one `unit`, where known.
    let kilogramsPerUnit: Double?
  }

  private(set) var resolved: [Resolved] = []
  private(set) var unresolved: [Unresolved] = []

  init(_ reading: PartsListReading, _ library: ReferenceLibrary, _ recogniser: PartRecogniser) {
    for (at, line) in reading.lines.enumerated() where line.disposition == .counted {
      let recognition = recogniser.recognise(line)
      if let mass = line.mass, let name = recognition.material,
        add(line, at, mass, name, recognition, library)
      {
        continue
      }
      let amount = line.needed ?? Estimate(low: 0, likely: 1, high: 1)
      unresolved.append(
        Unresolved(
          line: at, recognition: recognition, amount: amount, unit: line.quantity.unit.symbol,
          isAssumed: line.needed == nil || line.quantity.basis == .assumed,
          kilogramsPerUnit: line.mass.flatMap {
            amount.likely > 0 ? $0.likely / amount.likely : nil
          }))
    }
    resolved.sort { $0.material.id < $1.material.id }
  }

  /// Puts a line's mass to its material, or to the constituents of its alloy.
  private mutating func add(
    _ line: PartsListLine, _ at: Int, _ mass: Estimate, _ name: String, _ recognition: Recognition,
    _ library: ReferenceLibrary
  ) -> Bool {
    let parts: [(material: Material, share: Estimate, note: String)]
    if let material = library.material(name) ?? directMaterial(name, library) {
      parts = [(material, Estimate(1), "")]
    } else if let alloy = library.alloy(name) {
      parts = alloy.constituents.compactMap { constituent in
        library.material(constituent.material).map {
          (
            $0, Estimate(low: constituent.low, likely: constituent.likely, high: constituent.high),
            " as \(alloy.name.english)"
          )
        }
      }
    } else {
      return false
    }
    guard !parts.isEmpty else { return false }
    for part in parts {
      let evidence = "row \(line.row) \(line.name)\(part.note)"
      let kilograms = mass * part.share
      let isByHint = recognition.basis == .hint
      if let known = resolved.firstIndex(where: { $0.material.id == part.material.id }) {
        let sum = resolved[known].kilograms
        resolved[known].kilograms = Estimate(
          low: sum.low + kilograms.low, likely: sum.likely + kilograms.likely,
          high: sum.high + kilograms.high)
        resolved[known].evidence.append(evidence)
        resolved[known].lines.append(at)
        resolved[known].isByHint = resolved[known].isByHint || isByHint
      } else {
        resolved.append(
          Resolved(
            material: part.material, kilograms: kilograms, evidence: [evidence], lines: [at],
            isByHint: isByHint))
      }
    }
    return true
  }

  /// The one material a hint such as `nylon` is wholly made of.
  private func directMaterial(_ hint: String, _ library: ReferenceLibrary) -> Material? {
    let direct = library.bridges(of: hint).filter { $0.kind == .direct }
    return direct.count == 1 ? library.material(direct[0].material) : nil
  }
}
