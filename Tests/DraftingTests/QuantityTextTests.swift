// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Drafting

@Suite struct QuantityTextTests {
  private static func amount(_ text: String, comma: Bool = true, isCount: Bool = true)
    -> QuantityText.Amount?
  {
    let quantity = QuantityText(text, style: NumberStyle(isContinental: comma), isCount: isCount)
    if case .amount(let amount) = quantity { return amount }
    return nil
  }

  @Test(arguments: [
    ("3", 3), ("2,5", 2.5), ("2.5", 2.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5),
    ("1 234", 1234), ("1'234", 1234), ("1.234.567", 1_234_567), ("ca. 3", 3), ("~1", 1),
    ("1/2", 0.5), ("1 1/2", 1.5), ("½", 0.5), ("3x", 3), ("x18", 18), ("10 Stk", 10),
    ("2,5 m", 2.5), ("3.", 3), ("007", 7), ("≤ 5", 5),
  ])
  func amountsAreRead(text: String, value: Double) {
    #expect(Self.amount(text)?.estimate == Estimate(value))
  }

  @Test(arguments: ["2-3", "2 – 3", "2 bis 3", "2 to 3", "2..3"])
  func rangesKeepTheirEnds(text: String) {
    #expect(Self.amount(text)?.estimate == Estimate(low: 2, likely: 2.5, high: 3))
  }

  @Test(arguments: ["", "-", "—", "--", "."])
  func blanksAreBlank(text: String) {
    #expect(QuantityText(text, style: NumberStyle(isContinental: true), isCount: true) == .blank)
  }

  @Test(arguments: [
    "as required", "nach Bedarf", "?", "1e400", "3 zebras", "NaN", "∞", "1,2,3.4.5",
  ])
  func wordsAreNoAmount(text: String) {
    #expect(QuantityText(text, style: NumberStyle(isContinental: true), isCount: true) == .text)
  }

  @Test(arguments: ["DNP", "n.b.", "DON'T FIT", "nicht bestückt", "Not fitted"])
  func unfittedIsSaid(text: String) {
    #expect(
      QuantityText(text, style: NumberStyle(isContinental: true), isCount: true) == .notFitted)
  }

  @Test(arguments: ["-2", "−2", "-0,5"])
  func negativeIsNoAmount(text: String) {
    #expect(QuantityText(text, style: NumberStyle(isContinental: true), isCount: true) == .negative)
  }

  @Test func onePointBeforeThreeDigitsIsDecidedByTheFile() {
    var german = NumberStyle(isContinental: true)
    german.learn("0,5")
    #expect(german.read("1.234", isCount: false)?.number == 1234)
    #expect(german.read("1,234", isCount: true)?.number == 1.234)
    var english = NumberStyle(isContinental: false)
    english.learn("0.25")
    #expect(english.read("1.234", isCount: true)?.number == 1.234)
    #expect(english.read("1,234", isCount: false)?.number == 1234)
    // Nothing to go by: nobody needs 1.234 pieces.
    #expect(NumberStyle(isContinental: true).read("1.234", isCount: true)?.number == 1234)
    #expect(NumberStyle(isContinental: true).read("1.234", isCount: false)?.isAmbiguous == true)
  }

  @Test(arguments: [
    ("Stk.", PartUnit.piece, 1.0), ("Stück", .piece, 1), ("PCS", .piece, 1), ("Paar", .piece, 2),
    ("kg", .kilogram, 1), ("g", .kilogram, 0.001), ("mg", .kilogram, 1e-6), ("t", .kilogram, 1000),
    ("mm", .metre, 0.001), ("lfm", .metre, 1), ("m²", .squareMetre, 1), ("m2", .squareMetre, 1),
    ("cm²", .squareMetre, 1e-4), ("m³", .litre, 1000), ("ml", .litre, 0.001), ("Satz", .set, 1),
    ("Rolle", .roll, 1), ("VE", .pack, 1), ("Packung", .pack, 1),
  ])
  func unitsAreKnown(text: String, unit: PartUnit, factor: Double) throws {
    let known = try #require(UnitText(text))
    #expect(known.unit == unit && known.factor == factor)
  }

  @Test func unitsPerSomethingSaySo() throws {
    let perLamp = try #require(UnitText("mg/uv_unit"))
    #expect(perLamp.unit == .kilogram && perLamp.factor == 1e-6 && perLamp.per == "uv unit")
    #expect(UnitText("kg/container")?.per == "container")
    #expect(UnitText("sheet")?.unit == .other("sheet"))
    #expect(UnitText("") == nil)
  }

  @Test(
    arguments: [
      ("Hex nut, pack of 100", 100.0, nil), ("VE 50", 50, nil), ("Packung à 25", 25, nil),
      ("100 Stk/VE", 100, nil), ("Mutter M8 (100 Stück)", 100, nil), ("filters (10x)", nil, 10),
      ("bracket x18", nil, 18),
      ("nuts (packs of 25, x2)", 25, 2), ("rail, Solid - 4x", nil, 4), ("Screw M3 x 6", nil, nil),
      ("header 2x12", nil, nil), ("22mm I.D. X 22mm I.D. (x6)", nil, 6),
      ("pack of cards", nil, nil),
    ] as [(String, Double?, Double?)])
  func packsAreFound(text: String, size: Double?, count: Double?) {
    let phrase = PackPhrase(text)
    #expect(phrase.size == size && phrase.count == count)
  }

  @Test(arguments: [
    ("C1-C5, C7", 6), ("C1 C2 C3", 3), ("R1..R3", 3), ("R1–R4;R9", 5), ("U1A", 1), ("C1-5", 5),
    ("C1,C2, ", 2), ("R1 to R3", 3),
  ])
  func referencesAreSpeltOut(text: String, count: Int) {
    #expect(ReferenceList.expand(text)?.count == count)
  }

  @Test(arguments: ["Pump", "4711-100", "C5-C1", "C1-R5", "-", "", "C1-C99999", "see drawing"])
  func otherTextIsNoReferences(text: String) {
    #expect(ReferenceList.expand(text) == nil)
  }

  @Test func revisionsAreOrdered() {
    let ordered = ["A", "B", "Z", "AA", "AB"].map(Revision.init)
    #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Revision("9") < Revision("10") && Revision("1.9") < Revision("1.10"))
    #expect(Revision("Rev. A") == Revision("a"))
  }
}
