// SPDX-License-Identifier: Apache-2.0
import Registry
import Testing
import TragwerkTesting

struct FieldCheckTests {
  static func outcome(
    _ field: String, _ text: String, country: String? = nil, decimal: DecimalMark? = nil
  ) throws -> Result<String, FieldFault> {
    let field = try #require(RegisterField(field))
    return field.definition.checked(text, country: country, decimal: decimal)
  }

  @Test(arguments: [
    ("organisation.legal_name", "  Muster\u{A0} GmbH\n", "Muster GmbH"),
    ("organisation.legal_name", "Mu\u{308}ller\u{200B} AG", "Müller AG"),
    ("organisation.legal_name", "=1+1 GmbH", "=1+1 GmbH"),
    ("organisation.country", "Deutschland", "DE"), ("organisation.country", "DEU", "DE"),
    ("organisation.country", "ÖSTERREICH", "AT"), ("organisation.country", "Schweiz", "CH"),
    ("organisation.country", "Czechia", "CZ"), ("organisation.country", "fr", "FR"),
    ("qualification.valid_until", "2027-03-31", "2027-03-31"),
    ("qualification.valid_until", "31.03.2027", "2027-03-31"),
    ("qualification.valid_until", "31.3.27", "2027-03-31"),
    ("qualification.valid_until", "31/03/2027", "2027-03-31"),
    ("qualification.valid_until", "31. März 2027", "2027-03-31"),
    ("qualification.valid_until", "March 31st, 2027", "2027-03-31"),
    ("qualification.valid_until", "2027-03-31T00:00:00", "2027-03-31"),
    ("qualification.valid_until", "20270331", "2027-03-31"),
    ("site.latitude", "49.473", "49.473"), ("site.latitude", "49,473", "49.473"),
    ("organisation.employees", "1 250", "1250"), ("organisation.employees", "1'250", "1250"),
    ("organisation.employees", "ca. 35", "35"), ("organisation.employees", "35 Mitarbeiter", "35"),
    ("capability.length_max", "2,5 m", "2500"), ("capability.length_max", "250 mm", "250"),
    ("capability.mass_max", "1.5 t", "1500"), ("capability.tolerance_min", "0,01", "0.01"),
    ("capability.tolerance_min", "5 µm", "0.005"),
    ("organisation.employees", "1.5E3", "1500"),
    ("organisation.branch", "C25.50", "25.50"), ("organisation.branch", "2550", "25.50"),
    ("organisation.branch", "WZ 2008 25.50.1 Schmieden", "25.50.1"),
    ("organisation.branch", "C", "C"), ("organisation.branch", "1.11", "01.11"),
    ("organisation.legal_form", "GmbH", "2HBR"), ("organisation.legal_form", "2hbr", "2HBR"),
    ("site.nuts", "de21h", "DE21H"), ("site.unlocode", "DE HAM", "DEHAM"),
    ("site.status", "in Betrieb", "open"), ("site.status", "closed", "closed"),
    ("organisation.kind", "Universität", "research"), ("contact.consent", "ja", "register"),
    ("contact.email", "Max <max@Firma.example>", "max@firma.example"),
    ("contact.email", "mailto:a.b@firma.example", "a.b@firma.example"),
    ("contact.phone", "+49 (0) 2102 / 123-45", "+49210212345"),
    ("contact.phone", "0049 2102 12345", "+49210212345"),
    ("contact.phone", "Tel.: 02102 12345 ext. 12", "0210212345;ext=12"),
    ("organisation.web", "www.Firma.example/", "https://www.firma.example"),
    ("organisation.web", "http://firma.example/Werk?a=1", "http://firma.example/Werk?a=1"),
  ])
  func accepted(_ field: String, _ text: String, _ expected: String) throws {
    #expect(try Self.outcome(field, text) == .success(expected))
  }

  @Test(arguments: [
    ("organisation.legal_name", " \u{200B}\t", FieldFault.Code.empty),
    ("organisation.legal_name", "#BEZUG!", .brokenCell),
    ("organisation.country", "Absurdistan", .countryUnknown),
    ("qualification.valid_until", "30.02.2027", .notADay),
    ("qualification.valid_until", "03/04/2027", .dayAmbiguous),
    ("qualification.valid_until", "bald", .notADay),
    ("organisation.employees", "1.250", .numberAmbiguous),
    ("organisation.employees", "10-49", .notANumber),
    ("organisation.employees", "nan", .unitUnknown),
    ("site.latitude", "91", .outOfRange), ("capability.length_max", "3 kg", .unitUnknown),
    ("organisation.branch", "Maschinenbau", .codeForm),
    ("site.status", "vielleicht", .choiceUnknown),
    ("contact.email", "a@b", .email), ("contact.email", "a@b.de; c@d.de", .email),
    ("contact.phone", "anrufen", .phone), ("contact.phone", "0000000", .phone),
    ("organisation.web", "javascript:alert(1)", .webAddress),
    ("organisation.web", "https://a@b.example", .webAddress),
    ("organisation.vat", "DE123456789", .identifier),
  ])
  func refused(_ field: String, _ text: String, _ code: FieldFault.Code) throws {
    guard case .failure(let fault) = try Self.outcome(field, text) else {
      Issue.record("\(text) was accepted")
      return
    }
    #expect(fault.code == code)
    #expect(!fault.message.german.isEmpty && !fault.message.english.isEmpty)
  }

  @Test func theListsStyleDecides() throws {
    #expect(
      try Self.outcome("organisation.employees", "1.250", decimal: .comma) == .success("1250"))
    #expect(
      try Self.outcome("organisation.employees", "1,250", decimal: .point) == .success("1250"))
    #expect(try Self.outcome("organisation.employees", "12.5", decimal: .comma) == .success("12.5"))
    #expect(
      try Self.outcome("contact.phone", "02102 12345", country: "DE") == .success("+49210212345"))
  }

  @Test func longTextsAreRefused() throws {
    let long = String(repeating: "ä", count: 501)
    guard case .failure(let fault) = try Self.outcome("organisation.legal_name", long) else {
      Issue.record("a long name was accepted")
      return
    }
    #expect(fault.code == .tooLong)
    #expect(try Self.outcome("organisation.legal_name", String(long.dropLast())) != .failure(fault))
  }

  /// Whatever is accepted is accepted again as itself.
  @Test func normalFormsAreStable() throws {
    var random = SeededGenerator(seed: 3)
    let pieces = [
      "1", "12", ".", ",", "-", " ", "GmbH", "@", "a", "de", "2027", "März", "/", "+49", "(0)",
      "DE",
      "25.50", "é", "\u{308}", "\u{0}", "=", "http://", ".de", "x", "ja", "%",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 1...8, using: &random)).map { _ in random.pick(pieces) }
        .joined()
      for definition in FieldDefinition.all {
        guard case .success(let once) = definition.checked(text, country: "DE") else { continue }
        #expect(
          definition.checked(once, country: "DE") == .success(once), "\(text.debugDescription)")
      }
    }
  }
}
