// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import DelimitedText

struct NumberTests {
  static func read(_ text: String, _ style: DecimalStyle = .point) -> NumberCell {
    // In the middle of other bytes, as in a file.
    let bytes = Array("9\(text)9".utf8)
    return NumberCell(bytes, 1..<bytes.count - 1, style: style)
  }

  @Test(
    arguments: [
      ("", .empty), ("0", .number(0)), ("12", .number(12)), ("-12.5", .number(-12.5)),
      ("+3", .number(3)), ("+3.25", .number(3.25)), (".5", .number(0.5)), ("5.", .number(5)),
      ("-.5", .number(-0.5)), ("007", .number(7)), ("12.345", .number(12.345)),
      ("1e3", .number(1000)), ("1E+3", .number(1000)), ("-2.5e-3", .number(-0.0025)),
      ("\u{2212}7", .number(-7)), ("1\u{A0}234.5", .number(1234.5)),
      ("12\u{202F}345\u{202F}678", .number(12_345_678)), ("\u{A0}5\u{A0}", .number(5)),
      ("123456789012345678", .number(123_456_789_012_345_680)),
      ("0.1234567890123456789", .number(0.12345678901234568)),
      ("1e308", .number(1e308)), ("4.9e-324", .number(.leastNonzeroMagnitude)),
      ("1e-400", .number(0)),
      ("1e309", .notFinite), ("-1e400", .notFinite),
      ("1" + String(repeating: "0", count: 400), .notFinite),
      ("inf", .notFinite), ("-Infinity", .notFinite), ("NaN", .notFinite), ("nan", .notFinite),
      ("∞", .notFinite), ("unendlich", .notFinite),
      ("0x10", .notANumber), ("0x1p3", .notANumber), ("nan(1)", .notANumber), ("abc", .notANumber),
      ("1,5", .notANumber), ("1,234.5", .notANumber), ("1.2.3", .notANumber), ("--1", .notANumber),
      ("+-1", .notANumber), ("-", .notANumber), ("+", .notANumber), (".", .notANumber),
      ("e5", .notANumber), ("1e", .notANumber), ("1 234", .notANumber), ("12%", .notANumber),
      ("1\u{A0}2", .notANumber), ("1e\u{A0}234", .notANumber), ("1_000", .notANumber),
      ("١٢", .notANumber), ("½", .notANumber), ("5\0", .notANumber),
    ] as [(String, NumberCell)])
  func decimalPoint(text: String, expected: NumberCell) {
    #expect(Self.read(text) == expected)
  }

  @Test(
    arguments: [
      ("", .empty), ("1,5", .commaNumber(1.5)), ("-1,5", .commaNumber(-1.5)),
      ("+1,5", .commaNumber(1.5)), (",5", .commaNumber(0.5)), ("5,", .commaNumber(5)),
      ("0,125", .commaNumber(0.125)), ("12,345", .commaNumber(12.345)),
      ("1.234,5", .commaNumber(1234.5)), ("-1.234.567,25", .commaNumber(-1_234_567.25)),
      ("\u{2212}1.234,5", .commaNumber(-1234.5)), ("1\u{A0}234,5", .commaNumber(1234.5)),
      ("1,5e3", .commaNumber(1500)), ("1.234.567", .commaNumber(1_234_567)),
      ("0,12345678901234567", .commaNumber(0.12345678901234567)),
      ("12", .number(12)), ("12.5", .number(12.5)), ("0.125", .number(0.125)),
      ("1234.567", .number(1234.567)), ("12.34", .number(12.34)), ("1.2345", .number(1.2345)),
      ("12.345", .ambiguous(12.345)), ("1.234", .ambiguous(1.234)),
      ("-123.456", .ambiguous(-123.456)),
      ("+12.345", .ambiguous(12.345)), ("\u{2212}12.345", .ambiguous(-12.345)),
      ("1,234.5", .notANumber), ("1,2,3", .notANumber), (",", .notANumber),
      ("12.34,5", .notANumber),
      (".234,5", .notANumber), ("1234.567,8", .notANumber), ("1..234,5", .notANumber),
      ("1.234.56", .notANumber), ("1.2e3,5", .notANumber), ("1e3,5", .notANumber),
      ("1,5abc", .notANumber), ("1e999", .notFinite), ("1,5e999", .notFinite), ("inf", .notFinite),
    ] as [(String, NumberCell)])
  func decimalComma(text: String, expected: NumberCell) {
    #expect(Self.read(text, .commaOrPoint) == expected)
  }

  /// Exactly the double that `Double(String)` gives, bit for bit.
  @Test func randomDecimalsAreExact() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<50_000 {
      var text = random.pick(["", "-", "+"])
      let length = Int.random(in: 1...20, using: &random)
      let point = Int.random(in: 0...25, using: &random)
      for at in 0..<length {
        if at == point { text += "." }
        text += String(Int.random(in: 0...9, using: &random))
      }
      if random.chance(oneIn: 4) { text += "e\(Int.random(in: -330...310, using: &random))" }
      let expected = Double(text) ?? .nan
      switch Self.read(text) {
      case .number(let value):
        #expect(value.bitPattern == expected.bitPattern, "\(text)")
      case .notFinite: #expect(expected.isInfinite, "\(text)")
      case let other: Issue.record("\(text) is read as \(other)")
      }
    }
  }

  @Test func everyDoubleReadsBack() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<50_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(Self.read("\(value)") == .number(value))
    }
  }

  /// The decimal comma means what the decimal point means.
  @Test func randomCommasAreExact() {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<20_000 {
      let whole = Int.random(in: 0...999_999_999, using: &random)
      let decimals = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }.joined()
      let expected = Double("\(whole).\(decimals)") ?? .nan
      #expect(Self.read("\(whole),\(decimals)", .commaOrPoint) == .commaNumber(expected))
      let grouped = String(
        String(whole).reversed().enumerated().map { $0 > 0 && $0 % 3 == 0 ? ".\($1)" : "\($1)" }
          .joined().reversed())
      #expect(Self.read("\(grouped),\(decimals)", .commaOrPoint) == .commaNumber(expected))
    }
  }
}
