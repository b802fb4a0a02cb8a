// SPDX-License-Identifier: Apache-2.0
import Drafting
import Testing

/// Small lists, one rule each.
@Suite struct ListRulesTests {
  @Test(arguments: [
    "Item,Qty", "Value,Qnty", "Bezeichnung;Stück", "Benennung;Anzahl", "Part Name\tQuantity",
    "Designation,Quantity Per PCB", "Artikelbezeichnung;Menge (Stk)", "name|qty",
    "Teil;Stückzahl", "Comment,Quantity",
  ])
  func headingsAreUnderstood(header: String) {
    let delimiter = header.first { ",;\t|".contains($0) } ?? ","
    let list = PartsListReading("\(header)\nPump unit\(delimiter)3\nHose red\(delimiter)2\n")
    #expect(list.counted.map(\.name) == ["Pump unit", "Hose red"], "\(header)")
    #expect(list.counted.map { $0.needed?.likely } == [3, 2], "\(header)")
  }

  @Test func anItemColumnOfNumbersIsThePosition() {
    let list = PartsListReading("Item,Name,Qty\n1,Pump,2\n2,Hose,1\n")
    #expect(list.counted.map(\.position) == ["1", "2"])
    #expect(list.columns.map(\.role) == [.position, .name, .quantity])
  }

  @Test func aMaterialColumnOfNumbersIsTheArticle() {
    let list = PartsListReading("Material;Materialkurztext;Menge\n100023;Pumpe;1\n100024;Rohr;2\n")
    #expect(list.counted.map(\.partNumber) == ["100023", "100024"])
    #expect(list.counted.allSatisfy { $0.material.isEmpty })
  }

  @Test func theSeparatorLineIsObeyed() {
    let list = PartsListReading("sep=;\nName;Menge\nRohr, gebogen;3\n")
    #expect(list.isSound && list.lines.count == 3)
    #expect(list.counted.map(\.name) == ["Rohr, gebogen"])
    #expect(list.line(1)?.reason.english == "Only names the delimiter.")
  }

  @Test func linesWithHeadingWordsAboveAreNoHeader() {
    let list = PartsListReading(
      "Bezeichnung;Pumpenstand;Revision;C\nPos;Name;Menge\n1;Pumpe;2\n")
    #expect(list.rows(.blankOrNote) == [1, 2])
    #expect(list.counted.map(\.name) == ["Pumpe"])
  }

  @Test func letteredHeadingsAreSections() {
    let list = PartsListReading(
      "No.,Item,Qty,Unit\nA,Structure,,\n1,Frame tube,48,m\nB,Electrical,,\n2,Lamp,24,pcs\n")
    #expect(list.rows(.section) == [2, 4])
    #expect(list.counted.map(\.section) == ["Structure", "Electrical"])
  }

  @Test func aHeadingMayBeAUnit() {
    let list = PartsListReading("material,kg\nsteel,1200\ncopper,35.5\n")
    #expect(list.counted.map { $0.mass?.likely } == [1200, 35.5])
    let german = PartsListReading("Bezeichnung;Menge kg\nSand;2,5\n")
    #expect(german.counted[0].mass == Estimate(2.5))
  }

  @Test func packsInRemarksAreAskedAbout() {
    let list = PartsListReading("Teil;Stück;Bemerkung\nHering;24;Packung à 12\n")
    #expect(list.counted[0].needed == Estimate(low: 24, likely: 24, high: 288))
    #expect(list.counted[0].questions.count == 1)
  }

  @Test func unknownColumnsAreReportedAndUnused() {
    let list = PartsListReading("Name;Menge;Farbton\nRohr;3;RAL 7035\n")
    #expect(list.findings.map(\.column) == ["Farbton"])
    #expect(list.columns.last?.role == nil)
  }

  @Test func alternatesAreListedNotCounted() {
    let list = PartsListReading(
      """
      Pos;Bezeichnung;Menge;Alternative
      10;Pumpe A;1;
      20;Pumpe B;1;x
      30;Ventil;2;Fa. Muster V12
      40;Alternativ: Ventil N;2;
      50;Filter;1;G1
      60;Filter N;1;G1
      70;Filter M;1;nein

      """)
    #expect(list.rows(.alternate) == [3, 5, 7])
    #expect(list.line(4)?.alternatives == "Fa. Muster V12")
    #expect(list.line(4)?.disposition == .counted)
    #expect(list.line(8)?.disposition == .counted)
  }

  @Test func theHighestRevisionCounts() {
    let list = PartsListReading(
      "Pos,Name,Rev,Qty\n1,Cover,B,1\n1,Cover,C,2\n1,Cover,A,1\n2,Base,A,1\n")
    #expect(list.rows(.superseded) == [2, 4])
    #expect(list.counted.map { $0.needed?.likely } == [2, 1])
  }

  @Test func theSamePositionTwiceWithoutRevisionCountsTwice() {
    let list = PartsListReading("Pos,Name,Rev,Qty\n1,Cover,,1\n1,Lid,,1\n")
    #expect(list.counted.count == 2)
  }

  @Test func childrenOfAnOldRevisionBelongToTheNewOne() {
    let list = PartsListReading(
      "Level,Pos,Name,Rev,Qty\n1,10,Frame,B,2\n1,10,Frame,A,5\n2,1,Beam,,3\n2,2,Foot,,4\n")
    #expect(list.rows(.superseded) == [3])
    #expect(list.rows(.assembly) == [2])
    #expect(list.counted.map { $0.needed?.likely } == [6, 8])
  }

  @Test func partsOfWhatIsNotFittedAreNotFitted() {
    let list = PartsListReading(
      "Level,Name,Qty\n1,Option,0\n2,Lamp,3\n3,Bulb,1\n1,Base,1\n")
    #expect(list.rows(.notFitted) == [2, 3, 4])
    #expect(list.counted.map(\.name) == ["Base"])
  }

  @Test func anUnknownQuantityAboveIsUnknownBelow() {
    let list = PartsListReading("Level,Name,Qty\n1,Rack,as needed\n2,Slot,4\n")
    #expect(list.line(3)?.isUnresolved == true)
    #expect(list.line(3)?.questions.isEmpty == false)
  }

  @Test func leadingDotsAreLevels() {
    let list = PartsListReading("Name,Qty\nRack,2\n.Slot,4\n..Pin,3\n.Fan,1\n")
    #expect(list.rows(.assembly) == [2, 3])
    #expect(list.line(named: "Pin")?.needed == Estimate(24))
    #expect(list.line(named: "Fan")?.needed == Estimate(2))
  }

  @Test func aBlankBeforeEveryNameIsNoLevel() {
    let list = PartsListReading("Qty, Name\n2, Rack\n4, Slot\n3, Pin\n")
    #expect(list.rows(.assembly).isEmpty && list.counted.count == 3)
  }

  @Test func oneIndentedLineIsNoAssembly() {
    let list = PartsListReading("Name,Qty\nRack,2\n Slot,4\nPin,3\n")
    #expect(list.counted.count == 3)
  }

  @Test func decimalsInPositionsWithoutParentsAreFlat() {
    let list = PartsListReading("Pos,Name,Qty\n1.1,Rack,2\n1.2,Slot,4\n2.1,Pin,3\n")
    #expect(list.counted.map { $0.needed?.likely } == [2, 4, 3])
  }

  @Test func massesPerPieceAndInTotal() {
    let list = PartsListReading(
      "Name;Menge;Gewicht je Stück [g];Gesamtgewicht [kg]\nA;4;250;\nB;4;;2,4\nC;4;500;2\n")
    #expect(list.counted.map { $0.mass?.likely } == [1, 2.4, 2])
  }

  @Test func aMassThatMayBeOfTheWholeLineIsAsked() {
    let list = PartsListReading("Name;Menge;Gewicht\nA;4;0,5\n")
    #expect(list.counted[0].mass == Estimate(2))
    #expect(list.counted[0].questions.count == 1)
    #expect(list.findings.map(\.column) == ["Gewicht"])
  }

  @Test func statedRangesAreKept() {
    let list = PartsListReading("Name,Qty,Unit,Qty low,Qty high\nZeolite,800,g,500,1500\n")
    #expect(list.counted[0].mass == Estimate(low: 0.5, likely: 0.8, high: 1.5))
  }

  @Test func totalQuantitiesDoNotMultiply() {
    let list = PartsListReading("Level,Name,Total Qty\n1,Rack,2\n2,Slot,8\n")
    #expect(list.counted.map { $0.needed?.likely } == [8])
  }

  @Test func theSameReferenceTwiceIsAsked() {
    let list = PartsListReading("Ref,Value,Qty\n\"C1,C2\",1u,2\n\"C2,C3\",2u,2\n")
    #expect(list.findings.map(\.code) == [.keyRepeated])
    #expect(list.counted[1].questions.count == 1)
  }

  @Test func partsThatSoundLikeTotalsAreParts() {
    let list = PartsListReading("Name,Qty\nTotal organic carbon sensor,1\nSumpf,2\nTotal,3\n")
    #expect(list.counted.count == 2 && list.rows(.total) == [4])
  }
}
