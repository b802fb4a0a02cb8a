// SPDX-License-Identifier: Apache-2.0
import Testing
import Vocabulary

/// What cells of lists name.
@Suite struct NamingTests {
  @Test(arguments: [
    ("CNC-Fräsen, Laserschneiden", ["milling", "laser_cutting"]),
    ("Fraesen und Drehen", ["milling", "turning"]), ("Aluminiumdruckguss", ["die_casting"]),
    ("Laserschweißen", ["laser_welding"]),
    ("WIG-Schweissen von Edelstahl", ["tig_welding", "stainless_steel"]),
    ("Kabelkonfektionierung", ["cable_assembly"]), ("3D-Druck", ["additive_manufacturing"]),
    ("wire EDM", ["wire_edm"]), ("Kreiselpumpen", ["centrifugal_pump"]),
    ("sterilization and packaging", ["sterilisation", "packing"]), ("Zerspanung", ["machining"]),
    ("ganz etwas anderes", []), ("", []),
  ])
  func named(_ text: String, _ expected: [String]) {
    #expect(ConceptSpellings.builtIn.named(in: text).map(\.id) == expected)
  }

  @Test func aCellWithSeveralMeaningsNamesWhatIsDone() {
    let concepts = ConceptSpellings.builtIn.named(in: "SMD-Bestückung")
    #expect(concepts.contains { $0.id == "smt_assembly" })
    #expect(concepts.allSatisfy { $0.kind == .process })
  }

  @Test func longCellsAreCut() {
    let text = String(repeating: "x ", count: 3000) + "Fräsen"
    #expect(ConceptSpellings.builtIn.named(in: text).isEmpty)
  }
}
