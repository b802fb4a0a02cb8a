// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import Matching
import Testing
import TragwerkTesting
import ValueChains

@testable import NeedLists

@Suite struct NeedListTests {
  private func read(_ text: String) -> NeedList { NeedList(Array(text.utf8), file: "needs.csv") }

  /// `line:column code` of every finding.
  private func told(_ list: NeedList) -> [String] {
    list.findings.map { "\($0.row):\($0.column) \($0.code.rawValue)" }
  }

  @Test("Every field is read, English or German")
  func everyField() throws {
    let english = read(
      """
      need,title,description,concepts,required,desired,quantity,unit,per_year,length_mm,width_mm,height_mm,mass_kg,tolerance_mm,material,latitude,longitude,radius_km,from,until,expires,visibility,buyer,buyer_branches
      N1,Blasen,"Kissen, rollbar",c1;c2,KTW;ISO9001,ISO14001,500,pieces,2,4000,3 m,12.5,0.06 t,0.5,PES,54.092,12.099,600,2027-01-01,2027-12-31,2027-06-30,register,o0000000a,22;30.1

      """)
    #expect(english.findings.isEmpty, "\(told(english))")
    let german = read(
      """
      Bedarf;Titel;Beschreibung;Begriffe;Erforderlich;Erwünscht;Menge;Einheit;Lieferungen im Jahr;Länge (mm);Breite (mm);Höhe (mm);Gewicht (kg);Toleranz (mm);Werkstoff;Breitengrad;Längengrad;Umkreis (km);Gebraucht ab;Gebraucht bis;Gilt bis;Sichtbar für;Bedarfsträger;Branchen
      N1;Blasen;Kissen, rollbar;"c1;c2";"KTW;ISO9001";ISO14001;500;pieces;2;4000;3 m;12,5;60;0,5;PES;54,092;12,099;600;01.01.2027;31.12.2027;30.6.2027;alle im Register;O0000000A;"22;30.1"

      """)
    #expect(german.findings.isEmpty, "\(told(german))")
    let one = try #require(english.rows.first)
    let other = try #require(german.rows.first)
    #expect(one.key == "N1" && one.line == 2)
    let (need, faults) = Need.make(one.values)
    #expect(faults.isEmpty)
    #expect(need.says(theSameAs: Need.make(other.values).need))
    #expect(need.envelope.width == 3000 && need.envelope.mass == 60)
    #expect(need.amount == Need.Amount(quantity: 500, unit: "pieces", perYear: 2))
    #expect(need.required == ["KTW", "ISO9001"] && need.visibility == .register)
    #expect(need.place == GeoPoint(latitude: 54.092, longitude: 12.099) && need.radius == 600)
    #expect(need.buyer?.text == "o0000000a" && need.buyerBranches == ["22", "30.1"])
    #expect(NeedField.allCases.allSatisfy { one.values[$0]?.isEmpty == false })
  }

  @Test("All that is wrong is told in one reading, and nothing of such rows is taken")
  func allAtOnce() {
    let list = read(
      """
      need,title,description,latitude,longitude,radius_km,from,until,quantity,unit,visibility,colour,buyer
      A,Haube,Aus Blech,50.1,,,,,,,,rot,
      A,Haube,Aus Blech,,,,2027-05-01,2027-04-30,,,,,
      B,,,,,-5,,,NaN,,nobody,,
      ,Haube,Aus Blech,,,10,,,0,,,,c0000000a
      C,Haube,Aus Blech,91,181,,31.02.2027,,,kg,,,

      """)
    #expect(list.rows.isEmpty)
    #expect(
      told(list) == [
        "1:colour columnUnknown", "2:longitude incomplete", "3:need keyRepeated",
        "3:until incomplete", "4:radius_km valueInvalid", "4:quantity valueInvalid",
        "4:visibility valueInvalid", "4:title incomplete", "4:description incomplete",
        "5:need keyMissing", "5:quantity valueInvalid", "5:buyer valueInvalid",
        "5:radius_km incomplete", "6:latitude valueInvalid", "6:longitude valueInvalid",
        "6:from valueInvalid", "6:unit incomplete",
      ])
    for finding in list.findings {
      #expect(finding.severity == (finding.code == .columnUnknown ? .warning : .error))
      #expect(!finding.message.german.isEmpty && finding.message.german != finding.message.english)
      #expect(finding.table == "needs.csv")
    }
  }

  @Test(
    "Files that cannot be read as a list",
    arguments: [
      ("", "0: tableEmpty"),
      ("\n\n  \n", "0: tableEmpty"),
      ("need,title,description\n", "0: tableEmpty"),
      ("title,description\nHaube,Aus Blech\n", "1:need columnMissing"),
      ("need;title;titel;description\nA;b;c;d\n", "1:titel columnRepeated"),
      ("need,title,description\nA,b,c,d\n", "2: cellCount"),
      ("need,title,description\nA,b,\"c\n", "2: quoteOpen"),
      (
        "need,title,description\nA,\(String(repeating: "x", count: 301)),c\n",
        "2:title valueInvalid"
      ),
      (
        "need,title,description\nA,b,\(String(repeating: "ä", count: 3_000_000))\n",
        "2:description valueInvalid"
      ),
      ("need,title,description\n\(String(repeating: "x", count: 201)),b,c\n", "2:need keyTooLong"),
    ])
  func broken(_ text: String, _ says: String) {
    let list = read(text)
    #expect(told(list).contains(says), "\(told(list))")
    #expect(list.findings.contains { $0.severity == .error })
  }

  @Test("A column the list lacks says nothing; an empty cell clears")
  func absentAndEmpty() throws {
    let row = try #require(
      read("need,title,description,radius_km\nA,Haube,Aus Blech,\n").rows.first)
    #expect(row.values[.radius] == [] && row.values[.latitude] == nil)
    var earlier = Need(id: "n00000001", title: "alt", description: "alt")
    earlier.radius = 20
    earlier.place = GeoPoint(latitude: 50, longitude: 7)
    earlier.material = "Stahl"
    let now = Need.make(row.values, over: earlier).need
    #expect(now.title == "Haube" && now.radius == nil && now.place != nil)
    #expect(now.material == "Stahl" && now.id == "n00000001")
    #expect(now.fields(differingFrom: earlier) == [.title, .description, .radius])
  }

  @Test("Encodings, separators and paragraphs")
  func encodings() throws {
    let windows: [UInt8] =
      Array("need;title;description\nA;Kofferger".utf8) + [0xFC] + Array("st;Blech\n".utf8)
    #expect(NeedList(windows, file: "f").rows.first?.values[.title] == ["Koffergerüst"])
    let text = "need\ttitle\tdescription\nA\tGerüst\tBlech\n"
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(NeedList(wide, file: "f").rows.first?.values[.title] == ["Gerüst"])
    // One broken sign in a UTF-8 file is told where it stands, not read as another encoding.
    let mixed = Array("need,title,description\nA,Gerüst,Bl".utf8) + [0xE4] + Array("ch\n".utf8)
    let list = NeedList(mixed, file: "f")
    #expect(told(list) == ["2:description notText"] && list.rows.isEmpty)
    #expect(read("sep=;\r\nneed;title;description\r\nA;b;c\r\n").rows.first?.line == 3)
    let paragraphs = read("need,title,description\nA,b,\"Eins  zwei\n\n\n drei\"\n").rows.first
    #expect(paragraphs?.values[.description] == ["Eins zwei\n\ndrei"])
  }

  @Test("Numbers with two readings are asked about, unless the list says")
  func numbers() {
    let semicolon = read("need;title;description;mass_kg\nA;b;c;1.250\n")
    #expect(told(semicolon) == ["2:mass_kg valueInvalid"])
    let comma = read("need,title,description,mass_kg\nA,b,c,1.250\n")
    #expect(comma.rows.first?.values[.mass] == ["1.25"])
  }

  @Test("The catalogue: every field once, names that lead to one field")
  func catalogue() {
    #expect(NeedFieldDefinition.all.map(\.field) == NeedField.allCases)
    for definition in NeedFieldDefinition.all {
      #expect(NeedFieldDefinition.field(ofColumn: definition.field.rawValue) == definition.field)
      #expect(!NeedFieldDefinition.isKey(column: definition.field.rawValue))
      #expect(definition.label.german != "" && definition.label.english != "")
    }
    #expect(NeedFieldDefinition.field(ofColumn: "Breite") == nil)
    #expect(NeedFieldDefinition.field(ofColumn: "Umkreis (km)") == .radius)
  }

  @Test("The published development needs are read whole", .enabled(if: SharedFolder.isThere))
  func published() throws {
    let path = SharedFolder.file("data/needs/needs.csv")
    let list = NeedList(try Files.bytes(path), file: "needs.csv")
    #expect(list.findings.isEmpty && list.rows.count == 24)
    #expect(list.rows.count { $0.values[.radius] != [] } == 8)
    #expect(list.rows.count { $0.values[.desired] != [] } == 12)
  }
}
