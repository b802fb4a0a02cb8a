// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting
import Vocabulary

@Suite struct ClassificationTests {
  private func read(
    _ text: String, _ standard: ClassificationScheme.Standard
  ) throws -> ClassificationScheme {
    try ClassificationReader(standard).read(Array(text.utf8))
  }

  private func faults(
    _ text: String, _ standard: ClassificationScheme.Standard
  ) -> [ClassificationFault] {
    do {
      _ = try read(text, standard)
      return []
    } catch {
      return (error as? ClassificationError)?.faults ?? []
    }
  }

  @Test func aSpreadsheetOfTheCPV() throws {
    let scheme = try read(
      """
      CODE;BG;DE;EN
      03000000-1;x;Erzeugnisse;Products
      03100000-2;x;Gartenbau;Horticulture
      3110000-5;x;Feldfrüchte;Crops
      03111000-2;x;Saatgut;Seeds
      03111900-1;x;"Anderes ""Saatgut"" hier";Other
      """, .cpv)
    #expect(
      scheme.entries.map(\.code) == [
        "03000000", "03100000", "03110000", "03111000", "03111900",
      ])
    #expect(scheme.entries.map(\.level) == [0, 1, 2, 3, 4])
    #expect(
      scheme.path(of: "03111900-1").map(\.english) == [
        "Other", "Seeds", "Crops", "Horticulture", "Products",
      ])
    #expect(scheme["03111900"]?.german == "Anderes \"Saatgut\" hier")
    #expect(scheme.entries(below: nil).map(\.code) == ["03000000"])
    #expect(scheme["12"] == nil)
  }

  @Test func theXMLOfTheCPV() throws {
    let scheme = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- <CPV CODE="99"> -->
      <CPV_CODE>
        <CPV CODE="03000000-1">
          <TEXT LANG="DE">Fischerei &amp; Forst</TEXT><TEXT LANG="EN">Fishing &#38; forestry</TEXT>
        </CPV>
        <CPV CODE='03100000-2'><TEXT LANG="FR">autre</TEXT><TEXT LANG="EN">Other</TEXT></CPV>
      </CPV_CODE>
      """, .cpv)
    #expect(scheme.entries.map(\.code) == ["03000000", "03100000"])
    #expect(scheme["03000000"]?.german == "Fischerei & Forst")
    #expect(scheme["03000000"]?.english == "Fishing & forestry")
    #expect(scheme["03100000"]?.parent == "03000000" && scheme["03100000"]?.line == 7)
    #expect(faults("<CPV_CODE><CPV CODE=\"1", .cpv).map(\.kind) == [.brokenXML])
  }

  @Test func activities() throws {
    let scheme = try read(
      """
      Code,Title
      A,Agriculture
      1,Crops
      1.1,Non-perennial
      01.11,Cereals
      01.11.0,Cereals
      C,Manufacturing
      25,Metal products
      2562,Machining
      """, .wz)
    #expect(
      scheme.entries.map(\.code)
        == ["A", "01", "01.1", "01.11", "01.11.0", "C", "25", "25.62"])
    #expect(scheme.path(of: "25.62").map(\.code) == ["25.62", "25", "C"])
    #expect(scheme.path(of: "1.11").map(\.code) == ["01.11", "01.1", "01", "A"])
  }

  @Test func goodsAndSupplyGroups() throws {
    let goods = try read(
      "hscode,description,parent,level\nTOTAL,All,TOTAL,5\n01,Animals,TOTAL,2\n0101,Horses,01,4\n10121,Pure-bred,,6\n",
      .hs)
    #expect(goods.entries.map(\.code) == ["01", "0101", "010121"])
    #expect(goods.entries.map(\.level) == [0, 1, 2])
    let groups = try read(
      "code,level,name_en,includes\n10,group,WEAPONS,\n1005,class,Guns,Machine guns\n", .nsg)
    #expect(groups["1005"]?.parent == "10" && groups["1005"]?.includes == "Machine guns")
  }

  @Test func everyFaultIsTold() {
    let found = faults(
      "code,parent,label_de\n03000000,,A\n0310000x,,B\n03100000,03000000,\n03000000,,C\n03200000,09000000,D\n",
      .cpv)
    #expect(
      found.map(\.kind) == [
        .badCode("0310000x", .cpv), .noTitle("03100000"), .repeated("03000000", earlier: 2),
        .unknownParent("09000000"),
      ])
    #expect(found.map(\.line) == [3, 4, 5, 6])
    for fault in found { #expect(fault.message.german != fault.message.english) }
    #expect(faults("name\nx\n", .hs).map(\.kind) == [.noColumn(.code)])
    #expect(faults("code\n01\n", .hs).map(\.kind) == [.noColumn(.title)])
    #expect(faults("code,title\n", .hs).map(\.kind) == [.empty])
    #expect(faults("", .hs).map(\.kind) == [.noColumn(.code)])
    #expect(
      faults("code,parent,title\n01,0101,A\n0101,01,B\n", .hs).map(\.kind)
        == [.circle("01"), .circle("0101")])
  }

  @Test func randomTablesDoNoHarm() {
    var random = SeededGenerator(seed: 3)
    let pieces = [
      "code", "parent", "title", ",", "\n", "01", "0101", "A", "\"", "<", ">", "CPV", "=", " ", ";",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0..<30, using: &random)).map { _ in random.pick(pieces) }
      for standard in ClassificationScheme.Standard.allCases {
        _ = faults(text.joined(), standard)
        _ = faults("<" + text.joined(), standard)
      }
    }
  }

  // MARK: The files themselves

  private static func shared(
    _ name: String, _ standard: ClassificationScheme.Standard
  ) throws -> ClassificationScheme {
    let url = URL(filePath: SharedFolder.file("data/classifications/" + name))
    return try ClassificationReader(standard).read([UInt8](try Data(contentsOf: url)))
  }

  private static let hasFiles = SharedFolder.path("data/classifications") != nil

  @Test(
    .enabled(if: hasFiles),
    arguments: [
      ("cpv_2008.csv", .cpv, 9454), ("wz_2008.csv", .wz, 1835), ("wz_2025.csv", .wz, 2030),
      ("hs_codes_en.csv", .hs, 6939), ("nsc_fsc_2011_en.csv", .nsg, 725),
    ] as [(String, ClassificationScheme.Standard, Int)])
  func officialFiles(_ name: String, _ standard: ClassificationScheme.Standard, _ count: Int) throws
  {
    let scheme = try Self.shared(name, standard)
    #expect(scheme.entries.count == count)
    let levels = Set(scheme.entries.map(\.level))
    #expect(levels == Set(0...(levels.max() ?? 0)))
  }

  /// A code written in the thesaurus is one of its standard.
  @Test(.enabled(if: hasFiles), arguments: ThesaurusScheme.allCases)
  func codesOfTheThesaurusExist(_ thesaurus: ThesaurusScheme) throws {
    let schemes = [
      Concept.Scheme.cpv: try Self.shared("cpv_2008.csv", .cpv),
      .wz: try Self.shared("wz_2008.csv", .wz), .nsg: try Self.shared("nsc_fsc_2011_en.csv", .nsg),
    ]
    for concept in Thesaurus.builtIn(thesaurus).concepts {
      for (scheme, codes) in concept.codes {
        for code in codes {
          #expect(schemes[scheme]?[code]?.code == code, "\(concept.id): \(scheme) \(code)")
        }
      }
    }
  }
}
