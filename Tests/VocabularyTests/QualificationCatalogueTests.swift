// SPDX-License-Identifier: Apache-2.0
import Testing
import Vocabulary

struct QualificationCatalogueTests {
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
