// SPDX-License-Identifier: Apache-2.0
import Registry
import Testing
import TragwerkTesting

/// Numbers of fictional firms: bodies are made up, check digits follow from them.
struct IdentifierTests {
  static func outcome(_ text: String, _ scheme: IdentifierScheme, _ country: String? = nil)
    -> Result<String, IdentifierFault>
  {
    do {
      return .success(try Identifier(text, of: scheme, country: country).value)
    } catch {
      return .failure(error)
    }
  }

  @Test(arguments: [
    ("HRB 123 Amtsgericht Köln", "de/köln/hrb 123"),
    ("Amtsgericht Köln HRB 123", "de/köln/hrb 123"),
    ("AG München, HRB 55 933", "de/münchen/hrb 55933"),
    ("AG München, HRB 55.933", "de/münchen/hrb 55933"),
    ("HRB 1234 B (Berlin)", "de/charlottenburg/hrb 1234"),
    ("HRB 1234 Amtsgericht Berlin (Charlottenburg)", "de/charlottenburg/hrb 1234"),
    ("HR B 14, Registergericht Gelsenkirchen", "de/gelsenkirchen/hrb 14"),
    ("HRB-00077 AG Kleve", "de/kleve/hrb 77"),
    ("HRB 7 Amtsgericht Koeln", "de/köln/hrb 7"),
    ("HRB 7 Amstgericht Koln", "de/köln/hrb 7"),
    ("HRB Dresden 77", "de/dresden/hrb 77"),
    ("Jena HRA 77", "de/jena/hra 77"),
    ("HRB 12 Amtsgericht Freiburg i. Br.", "de/freiburg im breisgau/hrb 12"),
    ("HRB 12Amtsgericht Freiburg", "de/freiburg im breisgau/hrb 12"),
    ("HRB 12 FF", "de/frankfurt (oder)/hrb 12"),
    ("HRB 12 FF Amtsgericht Frankfurt/Oder", "de/frankfurt (oder)/hrb 12"),
    ("HRB 12 IZ Amtsgericht Pinneberg", "de/pinneberg/hrb 12 iz"),
    ("HRB 12 PI Amtsgericht Pinneberg", "de/pinneberg/hrb 12"),
    ("HRA 12 Amtsgericht Steinfurt, früher Amtsgericht Rheine", "de/steinfurt/hra 12"),
    ("HRB 12 Amtsgericht Suttgart", "de/stuttgart/hrb 12"),
    ("Handelsregister B 12 Amtsgericht Ulm", "de/ulm/hrb 12"),
    ("VR 12 Amtsgericht Bonn", "de/bonn/vr 12"),
    ("HBR 12 Amtsgericht Mannheim", "de/mannheim/hrb 12"),
    ("HRB 12 Amtsgericht Weiden i.d.OPf.", "de/weiden i d opf/hrb 12"),
  ])
  func germanRegister(_ text: String, _ expected: String) {
    #expect(Self.outcome(text, .register) == .success(expected))
  }

  @Test(arguments: ["HRB 123", "HR B 14", "123456"])
  func germanNumberWithoutCourt(_ text: String) {
    #expect(Self.outcome(text, .register, "DE") == .failure(.courtMissing))
  }

  @Test(arguments: [
    "", "-", "n/a", "0000", "n.a. Körperschaft des öffentl. Rechts", "HRB 0000 Amtsgericht Köln",
  ])
  func placeholders(_ text: String) {
    #expect(Self.outcome(text, .register, "DE") == .failure(.placeholder))
  }

  @Test func severalNumbersAndUnknownCourts() {
    #expect(Self.outcome("HRB 1 HRB 2 Amtsgericht Ulm", .register) == .failure(.several))
    #expect(Self.outcome("HRB 12 Xyzzy", .register) == .failure(.courtUnknown("xyzzy")))
    #expect(Self.outcome("12345678", .register) == .failure(.countryMissing))
  }

  @Test(arguments: [
    ("FN 123456d", "AT", "at/fn 123456d"), ("123456 d", "AT", "at/fn 123456d"),
    ("CHE-123.456.788", "CH", "ch/che123456788"),
    ("CHE-123.456.788 MWST", "CH", "ch/che123456788"),
    ("DK 12 34 56 74", "DK", "dk/12345674"), ("0123.456.749", "BE", "be/0123456749"),
    ("123.456.749", "BE", "be/0123456749"), ("99257", "GB", "gb/00099257"),
    ("SC123457", "GB", "gb/sc123457"), ("J40/123/1998", "RO", "ro/j40-123-1998"),
    ("05-09-123457", "HU", "hu/0509123457"),
  ])
  func otherRegisters(_ text: String, _ country: String, _ expected: String) {
    #expect(Self.outcome(text, .register, country) == .success(expected))
  }

  @Test func austrianLetterIsChecked() {
    let rights = "abdfghikmpstvwxyz".filter {
      Self.outcome("FN 123456\($0)", .register) != .failure(.checkDigits(.register))
    }
    #expect(rights.count == 1)
  }

  @Test(arguments: [
    ("DE123456788", "DE123456788"), ("de 123 456 788", "DE123456788"),
    ("USt-IdNr.: DE123456788", "DE123456788"), ("ATU12345675", "ATU12345675"),
    ("BE123456749", "BE0123456749"), ("NL123456782B12", "NL123456782B12"),
    ("CHE-123.456.788 MWST", "CHE123456788"), ("GR123456783", "EL123456783"),
    ("SE123456789701", "SE123456789701"), ("PL1234567883", "PL1234567883"),
    ("FI12345671", "FI12345671"), ("LU12345613", "LU12345613"),
    ("IT12345678903", "IT12345678903"), ("NO 123 456 785 MVA", "NO123456785MVA"),
  ])
  func vat(_ text: String, _ expected: String) {
    #expect(Self.outcome(text, .vat) == .success(expected))
  }

  @Test(arguments: [
    "DE123456789", "ATU12345674", "BE0123456748", "CHE-123.456.789", "IT12345678904",
    "PL1234567884", "SE123456789801",
  ])
  func wrongCheckDigits(_ text: String) {
    #expect(Self.outcome(text, .vat) == .failure(.checkDigits(.vat)))
  }

  /// A single wrong digit never passes in the schemes that promise so.
  @Test func everySingleSlipIsFound() {
    for right in ["DE123456788", "LU12345613", "BE0123456749", "CHE123456788"] {
      let digits = Array(right)
      for place in digits.indices where digits[place].isNumber {
        for digit in "0123456789" where digit != digits[place] {
          var wrong = digits
          wrong[place] = digit
          let outcome = Self.outcome(String(wrong), .vat)
          #expect(throws: IdentifierFault.self) { try outcome.get() }
        }
      }
    }
  }

  @Test func lei() {
    let body = "529900TRAGWERK0000"
    // Brute force as the slow twin: exactly one pair of check digits in 02…98 is right.
    let rights = (2...98).filter { check in
      let text = body + (check < 10 ? "0\(check)" : "\(check)")
      if case .success = Self.outcome(text, .lei) { return true }
      return false
    }
    #expect(rights.count == 1)
    #expect(Self.outcome("529900", .lei) != .success("529900"))
    #expect(Self.outcome("00000000000000000000", .lei) == .failure(.placeholder))
  }

  @Test func otherSchemes() {
    #expect(Self.outcome(" c12-34 ", .ncage) == .success("C1234"))
    #expect(Self.outcome("CI234", .ncage) != .success("CI234"))
    #expect(Self.outcome("12-345-6789", .duns) == .success("123456789"))
    #expect(Self.outcome("1234", .duns) != .success("1234"))
    #expect(Self.outcome("BPNL000000000001", .bpnl) == .success("BPNL000000000001"))
    #expect(Self.outcome("BPNL000000000012", .bpnl) == .failure(.checkDigits(.bpnl)))
  }

  /// What was normalised is read again as itself.
  @Test func normalFormsAreStable() throws {
    for text in ["DE123456788", "CHE123456788"] {
      let once = try Identifier(text, of: .vat).value
      #expect(try Identifier(once, of: .vat).value == once)
    }
  }

  /// Hostile text gives a fault or a value, never more.
  @Test func uglyInput() {
    var random = SeededGenerator(seed: 7)
    let pieces = [
      "HRB", "HRA", " ", "12", "Amtsgericht", "Köln", "\u{0}", "é", "ß", "𝟙", "٣", "/", "-",
      "früher",
      "FN", "CHE", "DE", "\u{202E}", "9999999999", "B",
    ]
    for _ in 0..<1000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in random.pick(pieces) }
        .joined(separator: random.chance(oneIn: 2) ? " " : "")
      for scheme in IdentifierScheme.allCases {
        if case .success(let value) = Self.outcome(text, scheme, "DE") { #expect(!value.isEmpty) }
      }
    }
    for scheme in IdentifierScheme.allCases {
      let huge = String(repeating: "HRB 1 Amtsgericht ", count: 10_000)
      #expect(throws: IdentifierFault.self) { try Self.outcome(huge, scheme).get() }
    }
  }
}
