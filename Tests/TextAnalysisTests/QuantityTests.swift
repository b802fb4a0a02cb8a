// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TextAnalysis
import TragwerkTesting

@Suite("Quantities in prose")
struct QuantityTests {
  private func read(_ text: String, _ language: Language) -> String {
    QuantityReader.quantities(in: text, language: language).map { quantity in
      let values = quantity.values.map { ($0 * 1e6).rounded() / 1e6 }
        .map { $0 == $0.rounded() ? String(Int($0)) : String($0) }
        .joined(separator: quantity.isRange ? "-" : "x")
      let period = quantity.perYear.map { "*\(Int($0))" } ?? ""
      return "\(quantity.kind.rawValue) \(quantity.bound.rawValue) \(values)\(period)"
    }.joined(separator: "; ")
  }

  @Test(
    "are read from German",
    arguments: [
      ("≤ 3 t", "mass atMost 3000"), ("Gewinde M12", "thread exactly 12"),
      ("Ebenheit 0,01 mm", "length exactly 0.01"), ("±0,5 mm", "length plusMinus 0.5"),
      ("Abmessung 3.800 x 2.100 x 1.900 mm", "length exactly 3800x2100x1900"),
      ("300 Einheiten pro Jahr", "count exactly 300*1"),
      ("2.500 Sätze pro Jahr", "count exactly 2500*1"),
      ("Jährlich 500 Stück", "count exactly 500*1"),
      ("Jahresmenge 1.200", "count exactly 1200*1"), ("Länge 6,0 m", "length exactly 6000"),
      ("wiegen höchstens sechseinhalb Tonnen", "mass atMost 6500"),
      ("bis zwei Meter und sechzig Kilo", "length atMost 2000; mass exactly 60"),
      ("fünftausend bis vierhunderttausend Stück im Jahr", "count exactly 5000-400000*1"),
      ("elf Zentner", "mass exactly 550"), ("siebenundsechzig Leute", ""),
      ("Maschinen schließen mit 5 bis 150 Tonnen", "mass exactly 5000-150000"),
      ("Bohrungen IT6", "toleranceGrade exactly 6"), ("5 m³ Inhalt", "volume exactly 5000"),
      ("50 m² Fläche", "area exactly 50"), ("500 Sätze monatlich", "count exactly 500*12"),
      ("seit 1934 in der Halle", ""), ("20 kVA", "power exactly 20"),
      ("bis 45 Grad", "temperature atMost 45"), ("nicht unter 10 bar", "pressure atLeast 10"),
      ("zwei Mikrometer", "length exactly 0.002"), ("anderthalb Millimeter", "length exactly 1.5"),
      ("Laufzeit fünf Jahre", "time exactly 60"), ("EN 61439-4", ""),
    ])
  func german(_ text: String, _ expected: String) { #expect(read(text, .german) == expected) }

  @Test(
    "are read from English",
    arguments: [
      ("40,000 sets a year", "count exactly 40000*1"),
      ("Annual demand 40,000 sets", "count exactly 40000*1"), ("wall 2.2 mm", "length exactly 2.2"),
      ("about 1,750 x 900 x 600 mm", "length about 1750x900x600"),
      ("below 55 kg", "mass atMost 55"), ("one hundred and ten people", ""),
      ("twenty-five kilograms", "mass exactly 25"),
      ("four billion parts a year", "count exactly 4000000000*1"),
      ("1,200 rugged splitters a year", "count exactly 1200*1"),
      ("no more than six inches", "length atMost 152.4"), ("6 m x 4 m", "length exactly 6000x4000"),
      ("150 kg maximum", "mass atMost 150"), ("two and a half", ""),
    ])
  func english(_ text: String, _ expected: String) { #expect(read(text, .english) == expected) }

  @Test("of any bytes are finite and stand in the text")
  func anything() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "3", ".", ",", " ", "mm", "x", "bis", "–", "tausend", "ein", "≤", "1e9", "²", "\u{308}", "kg",
      "999999999999999999", "und", "hundert", "pro", "Jahr", "-", "\n",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0..<14, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      for language in Language.allCases {
        for quantity in QuantityReader.quantities(in: text, language: language) {
          #expect(!quantity.values.isEmpty && quantity.values.allSatisfy(\.isFinite))
          #expect(text.contains(quantity.surface))
        }
      }
    }
  }
}
