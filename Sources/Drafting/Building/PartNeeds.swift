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
    let recognition: PartRecognition
    /// Per unit of product, in `unit`.
    let amount: Estimate
    let unit: String
    let isAssumed: Bool
    /// Kilograms of one `unit`, where known.
    let kilogramsPerUnit: Double?
  }

  private(set) var resolved: [Resolved] = []
  private(set) var unresolved: [Unresolved] = []
  /// Lines that name a feature of a circuit board, such as a test point: nothing to be bought.
  private(set) var boardFeatures: [Int] = []

  init(_ reading: PartsListReading, _ library: ReferenceLibrary, _ recogniser: PartRecogniser) {
    for (at, line) in reading.lines.enumerated() where line.disposition == .counted {
      let recognition = recogniser.recognise(line)
      if recognition.isBoardFeature {
        boardFeatures.append(at)
        continue
      }
      if recognition.isResolvedByMass, !isComposite(line, recognition), let mass = line.mass,
        add(line, at, mass, recognition, library)
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

  /// Classes of parts whose mass is never that of the one material their line names: the mass of a
  /// lamp is not mercury, that of a circuit board not the metal it is plated with.
  private static let compositeClasses: Set<String> = [
    "capacitor", "resistor", "inductor_transformer", "semiconductor_ic", "semiconductor_diode",
    "semiconductor_transistor", "pcb", "display", "motor_pump_fan", "sensor",
    "power_supply_battery", "photovoltaic", "lamp", "crystal_resonator", "relay_switch", "fuse",
    "compute_module", "filter_membrane",
  ]

  /// A line that counts pieces of such a class; one that counts kilograms counts its material.
  private func isComposite(_ line: PartsListLine, _ recognition: PartRecognition) -> Bool {
    line.quantity.unit != .kilogram
      && Self.compositeClasses.contains(recognition.componentClass?.value ?? "")
  }

  /// Puts a line's mass to its material, or to the constituents of its alloy.
  private mutating func add(
    _ line: PartsListLine, _ at: Int, _ mass: Estimate, _ recognition: PartRecognition,
    _ library: ReferenceLibrary
  ) -> Bool {
    let name = recognition.material?.value.id ?? ""
    let alloy = library.alloy(name).map { " as \($0.name.english)" } ?? ""
    let parts = recognition.constituents.compactMap { constituent in
      library.material(constituent.material).map {
        (
          material: $0,
          share: Estimate(
            low: constituent.low, likely: constituent.likely, high: constituent.high)
        )
      }
    }
    guard !parts.isEmpty else { return false }
    for part in parts {
      let evidence = "row \(line.row) \(line.name)\(alloy)"
      let kilograms = mass * part.share
      let isByHint = recognition.material?.how == .hint
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
}
