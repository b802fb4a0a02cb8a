// SPDX-License-Identifier: Apache-2.0
import RegisterLists
import Registry
import Spreadsheets
import Testing
import TragwerkTesting

struct MappingTests {
  static func guess(_ rows: [[String]]) -> MappingGuess {
    MappingGuess(rows.enumerated().map { TableRow(line: $0.offset + 1, cells: $0.element) })
  }

  @Test(arguments: [
    ("Firmenname", "organisation.legal_name"), ("Unternehmen", "organisation.legal_name"),
    ("Company Name", "organisation.legal_name"), ("companyName", "organisation.legal_name"),
    ("Straße/Hausnr.", "organisation.street"), ("STRASSE", "organisation.street"),
    ("PLZ", "organisation.postcode"), ("zip code", "organisation.postcode"),
    ("Stadt", "organisation.city"), ("Land", "organisation.country"),
    ("USt-IdNr.", "organisation.vat"), ("HRB-Nr.", "organisation.register"),
    ("LEI", "organisation.lei"), ("WZ 2008", "organisation.branch"),
    ("Mitglieds-Nr.", "key"), ("Telefon (Zentrale)", "contact.phone"),
    ("E-Mail*", "contact.email"), ("Homepage", "organisation.web"),
    ("Anzahl Mitarbeiter", "organisation.employees"), ("Zertifizierungen", "qualifications"),
    ("Produkte & Leistungen", "capabilities"), ("Werk PLZ", "site.postcode"),
    ("Bemerkung", "ignore"), ("Wetter", "ignore"),
  ])
  func headings(_ heading: String, _ expected: String) {
    let firm = expected == "organisation.legal_name" ? "Zusatz" : "Firma"
    let guess = Self.guess([[firm, heading], ["", ""]])
    #expect(guess.columns[1].targets.map(\.text) == [expected])
    #expect(!guess.columns[1].reason.german.isEmpty && !guess.columns[1].reason.english.isEmpty)
  }

  @Test func valuesTellWhereHeadingsDoNot() {
    let guess = Self.guess([
      ["Firma", "Feld 1", "Feld 2", "Feld 3", "Ort"],
      ["A GmbH", "info@a.example", "DE123456788", "12345", "12345 Ort"],
      ["B GmbH", "info@b.example", "DE136695976", "54321", "54321 Dorf"],
    ])
    #expect(
      guess.columns.map { $0.targets[0].text } == [
        "organisation.legal_name", "contact.email", "organisation.vat", "organisation.postcode",
        "organisation.city",
      ])
    let split = Self.guess([["Firma", "Ort"], ["A", "12345 Ort"], ["B", "54321 Dorf"]])
    #expect(split.columns[1].targets.map(\.text) == ["organisation.postcode_city"])
    let address = Self.guess([
      ["Firma", "Adresse"], ["A", "Weg 1, 12345 Ort"], ["B", "Ring 2, 54321 Dorf"],
    ])
    #expect(address.columns[1].targets.map(\.text) == ["organisation.address"])
  }

  @Test func mappingsAreReadAsTheyAreWritten() throws {
    let guess = Self.guess([["Firma", "PLZ Ort", "Zertifikate"], ["A", "1", "2"]])
    var mapping = guess.mapping
    mapping.sheet = "Liste \"1\""
    mapping.decimal = .comma
    mapping.constants = [.init(try #require(RegisterField("organisation.country")), "DE")]
    #expect(try ColumnMapping(json: mapping.json) == mapping)
  }

  @Test(arguments: [
    (
      #"{"columns": [{"column": "Firma", "field": "organisation.legal_nam"}]}"#,
      MappingFault.Code.fieldUnknown
    ),
    (#"{"columns": [{"column": "Firma"}]}"#, .notReadable), ("[", .notReadable), ("", .notReadable),
    (#"{"formatVersion": 2, "columns": []}"#, .versionUnknown),
    (#"{"columns": [], "decimal": "dot"}"#, .notReadable),
    (#"{"columns": [], "constants": {"key": "1"}}"#, .constantInvalid),
  ])
  func brokenMappings(_ json: String, _ code: MappingFault.Code) {
    do {
      _ = try ColumnMapping(json: json)
      Issue.record("\(json) was read")
    } catch {
      #expect(error.all.map(\.code).contains(code))
    }
  }

  @Test(arguments: [
    (
      #"{"columns": [{"column": "Firma", "field": "organisation.legal_name"}, {"column": "Fehlt", "field": "key"}]}"#,
      MappingFault.Code.columnMissing
    ),
    (
      #"{"columns": [{"column": "Firma", "field": "organisation.legal_name"}, {"column": "firma", "field": "key"}]}"#,
      .columnTwice
    ),
    (
      #"{"columns": [{"column": "Firma", "field": "organisation.legal_name"}, {"column": "Ort", "field": "organisation.legal_name"}]}"#,
      .fieldTwice
    ),
    (#"{"columns": [{"column": "Firma", "field": "key"}]}"#, .noName),
    (
      #"{"columns": [{"column": "Firma", "field": "organisation.legal_name"}], "constants": {"organisation.country": "Nirgendwo"}}"#,
      .constantInvalid
    ),
  ])
  func mappingsThatDoNotFit(_ json: String, _ code: MappingFault.Code) throws {
    let faults = try ColumnMapping(json: json).faults(columns: ["Firma", "Ort"])
    #expect(faults.map(\.code) == [code])
  }

  @Test(arguments: [
    ("Musterstr. 5, 12345 Ort", "Musterstr. 5", "12345", "Ort", "", ""),
    ("Postfach 12 34, 12345 Ort am See", "", "12345", "Ort am See", "12 34", ""),
    ("Werk 2\nRing 1\nD-12345 Ort", "Werk 2, Ring 1", "12345", "Ort", "", "DE"),
    ("Gasse 3, A-1010 Wien", "Gasse 3", "1010", "Wien", "", "AT"),
    ("Weg 1, 8001 Zürich, Schweiz", "Weg 1", "8001", "Zürich", "", "CH"),
    ("Musterstr. 5 12345 Ort", "Musterstr. 5", "12345", "Ort", "", ""),
  ])
  func addresses(
    _ text: String, _ street: String, _ postcode: String, _ city: String, _ box: String,
    _ country: String
  ) throws {
    let address = try #require(AddressText(text))
    #expect(
      [address.street, address.postcode, address.city, address.poBox, address.country]
        == [street, postcode, city, box, country])
  }

  @Test(arguments: ["", "Musterstr. 5", "irgendwo", "12345", "(0 21) 5 67"])
  func noAddresses(_ text: String) { #expect(AddressText(text) == nil) }
}
