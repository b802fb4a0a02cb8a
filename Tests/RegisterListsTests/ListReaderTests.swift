// SPDX-License-Identifier: Apache-2.0
import Foundation
import RegisterLists
import Registry
import Spreadsheets
import Testing
import TragwerkTesting

struct ListReaderTests {
  struct Reading {
    var rows: [ListRow] = []
    var notes: [ValueNote] = []
    var refused: [RefusedRow] = []
  }

  static func read(_ text: String, mapping: ColumnMapping? = nil) throws -> Reading {
    let folder = TemporaryFolder()
    try folder.write(text, to: "list.csv")
    let reader = try ListReader(path: folder.path("list.csv"), mapping: mapping)
    var reading = Reading()
    while let outcome = try reader.next() {
      switch outcome {
      case .row(let row, let notes):
        reading.rows.append(row)
        reading.notes += notes
      case .refused(let row): reading.refused.append(row)
      }
    }
    return reading
  }

  static let memberList = """
    Mitgliederliste;;;;;;;;;
    Mitgl.-Nr.;Firma;Straße;Nr.;PLZ Ort;HRB;Amtsgericht;E-Mail;Leistungen;Zertifikate
    17;Muster Metallbau GmbH;Hauptstr.;5;12345 Musterstadt;47;Köln;a@muster.example;CNC-Fräsen, Sonderbau;ISO 9001 (gültig bis 31.03.2027)|EN9100:2027-05-01
    18;Beispiel AG;Ring;7 a;54321 Beispielort;0000;;kaputt@;;
    19;;Weg;3;11111 Ort;;;;;
    20;Zu viele Zellen;a;b;c;d;e;f;g;h;i

    """

  @Test func aMemberList() throws {
    let reading = try Self.read(Self.memberList)
    let first = try #require(reading.rows.first)
    #expect(first.line == 3 && first.key == "17")
    #expect(first.organisation["legal_name"] == "Muster Metallbau GmbH")
    #expect(first.organisation["street"] == "Hauptstr. 5")
    #expect(first.organisation["postcode"] == "12345")
    #expect(first.organisation["city"] == "Musterstadt")
    #expect(first.organisation["register"] == "de/köln/hrb 47")
    let abilities = first.parts.filter { $0.kind == .capability }
    #expect(abilities.map { $0["term"] } == ["milling", nil])
    #expect(abilities.map { $0["text"] } == ["CNC-Fräsen", "Sonderbau"])
    let proofs = first.parts.filter { $0.kind == .qualification }
    #expect(proofs.map { $0["standard"] } == ["ISO9001", "EN9100"])
    #expect(proofs.map { $0["valid_until"] } == ["2027-03-31", "2027-05-01"])
    #expect(first.parts.first { $0.kind == .contact }?["email"] == "a@muster.example")
    // The second row stays; its bad values are named.
    #expect(reading.rows.count == 2)
    #expect(reading.notes.map(\.line) == [4, 4])
    #expect(Set(reading.notes.map(\.column)) == ["HRB", "E-Mail"])
    #expect(reading.refused.map(\.line) == [5, 6])
    #expect(reading.refused.first?.cells[2] == "Weg")
  }

  @Test func aListWithoutHeader() throws {
    let text = """
      Muster Metallbau GmbH;Hauptstr. 5;12345 Musterstadt;info@muster.example
      Beispiel Guss AG;Ring 7;54321 Beispielort;post@beispiel.example

      """
    let reading = try Self.read(text)
    #expect(
      reading.rows.map { $0.organisation["legal_name"] } == [
        "Muster Metallbau GmbH", "Beispiel Guss AG",
      ])
    #expect(reading.rows.map { $0.organisation["city"] } == ["Musterstadt", "Beispielort"])
    #expect(reading.rows.map(\.line) == [1, 2])
  }

  @Test func constantsFillWhatIsMissing() throws {
    let country = try #require(RegisterField("organisation.country"))
    let association = try #require(RegisterField("membership.association"))
    let name = try #require(ColumnTarget("organisation.legal_name"))
    let phone = try #require(ColumnTarget("contact.phone"))
    let mapping = ColumnMapping(
      columns: [.init("Wer", name), .init("Ruf", phone)],
      constants: [.init(country, "Österreich"), .init(association, "Musterverband")])
    let reading = try Self.read("Wer,Ruf\nX GmbH,0664 1234567\nY AG,\n", mapping: mapping)
    #expect(reading.rows.map { $0.organisation["country"] } == ["AT", "AT"])
    #expect(reading.rows[0].parts.first { $0.kind == .contact }?["phone"] == "+436641234567")
    #expect(reading.rows.allSatisfy { $0.parts.first { $0.kind == .membership } != nil })
    #expect(reading.rows[1].parts.allSatisfy { $0.kind != .contact })
  }

  @Test func refusedRowsComeBackWithReasons() throws {
    let folder = TemporaryFolder()
    let file = RefusedRowsFile(columns: ["Name", "Ort"])
    let row = RefusedRow(
      line: 7, cells: ["=cmd|' /C calc'!A0", "x", "zu viel"],
      reasons: [.init(de: "Grund.", en: "Reason.")])
    #expect(
      file.csv([row])
        == "\u{FEFF}Name,Ort,line,reason_de,reason_en\r\n'=cmd|' /C calc'!A0,x | zu viel,7,Grund.,Reason.\r\n"
    )
    try file.write([row], to: folder.path("r.xlsx"), format: .xlsx)
    let source = try TableSource(folder.path("r.xlsx"))
    #expect(try source.next()?.cells == ["Name", "Ort", "line", "reason_de", "reason_en"])
    #expect(
      try source.next()?.cells == ["=cmd|' /C calc'!A0", "x | zu viel", "7", "Grund.", "Reason."])
  }

  /// Damaged lists give rows, refusals or a fault.
  @Test func mutatedLists() throws {
    var random = SeededGenerator(seed: 5)
    let original = Array(Self.memberList.utf8)
    let folder = TemporaryFolder()
    for _ in 0..<300 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        bytes[at] =
          random.chance(oneIn: 2) ? random.pick([59, 34, 10, 13, 0, 255, 9]) : bytes[at] ^ 0x20
      }
      try folder.write(bytes, to: "list.csv")
      do {
        let reader = try ListReader(path: folder.path("list.csv"))
        while try reader.next() != nil {}
      } catch {
        #expect(!error.messages.isEmpty)
      }
    }
  }

  @Test(.enabled(if: SharedFolder.path("data/sites/eu_ets_sites_de.csv") != nil))
  func theEmissionsRegister() throws {
    let path = SharedFolder.file("data/sites/eu_ets_sites_de.csv")
    #expect(try MappingGuess(path: path).knownList != nil)
    let reader = try ListReader(path: path)
    var (rows, registers) = (0, 0)
    while let outcome = try reader.next() {
      guard case .row(let row, _) = outcome else {
        Issue.record("a row was refused")
        continue
      }
      rows += 1
      if row.organisation["register"] != nil { registers += 1 }
      #expect(row.key?.hasPrefix("DE_") == true)
      #expect(row.parts.first { $0.kind == .site }?["name"] != nil)
    }
    #expect(rows == 2040)
    #expect(Double(registers) / Double(rows) > 0.95)
  }

  @Test(.enabled(if: SharedFolder.path("data/sites/eu_ets_sites_europe_without_de.csv.gz") != nil))
  func thePackedEmissionsRegister() throws {
    let path = SharedFolder.file("data/sites/eu_ets_sites_europe_without_de.csv.gz")
    let reader = try ListReader(path: path)
    var rows = 0
    while let outcome = try reader.next() {
      if case .row = outcome { rows += 1 }
    }
    #expect(rows == 10_318)
  }
}
