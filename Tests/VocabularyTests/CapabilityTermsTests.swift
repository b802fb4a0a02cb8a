// SPDX-License-Identifier: Apache-2.0
import Testing
import Vocabulary

struct CapabilityTermsTests {
  @Test(arguments: [
    ("CNC-Fräsen, Laserschneiden", ["milling", "laser_cutting"]),
    ("Fraesen und Drehen", ["milling", "turning"]), ("Aluminiumdruckguss", ["die_casting"]),
    ("Laserschweißen", ["laser_welding"]),
    ("WIG-Schweissen von Edelstahl", ["arc_welding", "stainless_steel"]),
    ("SMD-Bestückung", ["smt_assembly"]), ("Kabelkonfektionierung", ["cable_assembly"]),
    ("3D-Druck", ["additive_manufacturing"]), ("wire EDM", ["edm"]),
    ("Kreiselpumpen", ["pumps"]),
    ("sterilization and packaging", ["sterilisation", "packaging_material"]),
    ("ganz etwas anderes", []), ("", []),
  ])
  func recognised(_ text: String, _ expected: [String]) {
    #expect(CapabilityTerms.builtIn.recognise(text).map(\.id) == expected)
  }

  @Test func everyTermIsRecognisedByItsLabels() {
    let terms = CapabilityTerms.builtIn
    #expect(terms.all.count >= 200)
    #expect(Set(terms.all.map(\.id)).count == terms.all.count)
    for term in terms.all {
      for label in [term.label.german, term.label.english] {
        #expect(terms.recognise(label).contains { $0.id == term.id }, "\(label)")
      }
      if let parent = term.parent { #expect(terms[parent] != nil, "\(parent)") }
      #expect(terms.path(of: term.id).last?.parent == nil)
      #expect(!term.source.isEmpty)
    }
  }

  @Test(arguments: [
    ("DIN EN ISO 9001:2015", ["ISO9001"]), ("ISO9001", ["ISO9001"]),
    ("9001, 14001", ["ISO9001", "ISO14001"]),
    ("zertifiziert nach EN 9100:2018", ["EN9100"]), ("AS9100 D", ["EN9100"]),
    ("IATF 16949", ["IATF16949"]), ("DIN EN 15085-2 CL1", ["EN15085"]),
    ("EN ISO 3834-2", ["ISO3834-2"]), ("EASA Part 21 G", ["EASA21G"]), ("TISAX AL3", ["TISAX"]),
    ("ISO/IEC 27001:2022", ["ISO27001"]), ("Schwimmabzeichen", []),
  ])
  func qualifications(_ text: String, _ expected: [String]) {
    #expect(QualificationCatalogue.builtIn.all(in: text).map(\.id) == expected)
  }

  @Test func everyQualificationIsRecognisedByItsName() {
    let catalogue = QualificationCatalogue.builtIn
    for entry in catalogue.entries {
      #expect(catalogue.all(in: entry.name).first?.id == entry.id, "\(entry.name)")
      #expect(catalogue.all(in: entry.id).first?.id == entry.id, "\(entry.id)")
      #expect(catalogue[entry.id] == entry)
    }
  }
}
