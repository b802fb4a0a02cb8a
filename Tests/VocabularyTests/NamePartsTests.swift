// SPDX-License-Identifier: Apache-2.0
import Testing
import TextAnalysis
import Vocabulary

@Suite("Parts of a firm's name")
struct NamePartsTests {
  private func parts(_ name: String, _ country: String? = nil) -> NameParts {
    NameParts(FoldedText(name), country: country)
  }

  private func stem(_ parts: NameParts) -> String {
    parts.stem.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  @Test(
    "are the stem and the legal forms, however they are written",
    arguments: [
      ("Baerlocher GmbH", "baerlocher", "2HBR"),
      ("Baerlocher G.m.b.H.", "baerlocher", "2HBR"),
      ("Baerlocher Gesellschaft mit beschränkter Haftung", "baerlocher", "2HBR"),
      ("Baerlocher Gesellschaft mit beschraenkter Haftung", "baerlocher", "2HBR"),
      ("Krempel GmbH & Co. Pressspanwerk KG", "krempel pressspanwerk", "2HBR 8Z6G"),
      ("Egger Beschichtungswerk GmbH & Co.KG", "egger beschichtungswerk", "2HBR 8Z6G"),
      ("Verein der Kohlenimporteure e. V.", "verein der kohlenimporteure", "QZ3L"),
      ("Knauf Insulation, S.L.U.", "knauf insulation", "R6UT"),
      ("Cartiera Rossi S. p. A.", "cartiera rossi", "P418"),
      ("Zakłady Azotowe Sp. z o. o.", "zaklady azotowe", "O7XB"),
      ("Teplárna Písek, a. s.", "teplarna pisek", "6CQN"),
      ("UAB \"Vilniaus vandenys\"", "vilniaus vandenys", "BPLS"),
      ("AB Volvo", "volvo", "XJHM"), ("SE Tylose GmbH & Co. KG", "se tylose", "2HBR 8Z6G"),
      ("Vattenfall Aktiengesellschaft", "vattenfall", "6QQB"), ("GmbH", "gmbh", ""),
      ("Stadtwerke Kiel", "stadtwerke kiel", ""), ("ΔΕΗ Α.Ε.", "dei", "W2NK"),
    ])
  func cutting(name: String, stem expected: String, codes: String) {
    let parts = parts(name)
    #expect(stem(parts) == expected)
    #expect(parts.forms.map(\.code).joined(separator: " ") == codes)
  }

  @Test("take the form of the country where many share a spelling")
  func country() {
    #expect(parts("Arcelor SA", "BE").forms.map(\.code) == ["R85P"])
    #expect(parts("Arcelor SA", "PL").forms.map(\.code) == ["FJ0E"])
    #expect(parts("Arcelor SA", "PL").kinds == parts("Arcelor S.A.", "LU").kinds)
    #expect(parts("A GmbH & Co. KG").kinds == [.limitedPartnership])
  }

  @Test(
    "tell insolvency and liquidation",
    arguments: [
      ("CargoLogic Germany GmbH i. I.", NameParts.State.insolvent),
      ("CargoLogic GmbH in Insolvenz", .insolvent), ("Alt GmbH i.L.", .liquidated),
      ("Huta Sp. z o.o. w upadłości likwidacyjnej", .insolvent),
      ("Sklo s.r.o. v likvidaci", .liquidated),
    ])
  func states(name: String, state: NameParts.State) {
    #expect(parts(name).states == [state])
    #expect(parts(name).forms.count == 1)
  }

  @Test("do not see states and short forms inside a name")
  func ordinaryWords() {
    #expect(parts("Peak Gen Power II").states.isEmpty)
    #expect(stem(parts("AS Monaco Football Club")) == "monaco football club")
    #expect(stem(parts("Haus SE Immobilien")) == "haus se immobilien")
    #expect(parts("").stem.isEmpty)
  }
}
