// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting

@testable import Screening

@Suite struct ListReadingTests {
  private func fixture(_ name: String) throws -> [UInt8] {
    let path = Checkout.path("Tests/ScreeningTests/Fixtures/" + name)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test func theEuropeanListIsRead() throws {
    let reading = ListReading(try fixture("eu-list.xml"))
    #expect(reading.format == .europeanUnion)
    #expect(reading.version == "2026-10-01T09:00:00.000+02:00")
    #expect(reading.entries.map(\.id) == ["EU.9001.10", "EU-logical-2"])
    let person = try #require(reading.entries.first)
    #expect(person.line == 3)
    #expect(person.subject.kind == .person)
    #expect(person.subject.names == ["Mikhail Ivanovich Sokolow", "Михаил Соколов"])
    #expect(person.subject.weakNames == ["Mischa Nord"])
    #expect(person.subject.countries == ["FR", "BE"])
    #expect(person.subject.birthDates.map(\.text) == ["1961-04-12", "~1960"])
    #expect(person.subject.identifiers.map(\.value) == ["FX1234567"])
    #expect(person.subject.addresses == ["Hafenstr. 5, 12345 Neuburg"])
    #expect(person.programmes == ["FREE"])
    #expect(reading.entries[1].subject.names == ["Severny Metall OOO & Söhne"])
    #expect(
      reading.faults.map { [$0.line, $0.severity == .entryRefused ? 1 : 0] } == [
        [23, 0], [25, 1], [28, 1],
      ])
  }

  @Test func openSanctionsIsRead() throws {
    let reading = ListReading(try fixture("targets.simple.csv"))
    #expect(reading.format == .openSanctions)
    #expect(reading.version == "2026-09-01T00:00:00")
    #expect(reading.entries.map(\.id) == ["FX-1", "FX-2", "FX-3"])
    #expect(
      reading.entries[0].subject.names == [
        "Severny Metall OOO", "Северный металл", "Severny Metal; Trading",
      ])
    #expect(reading.entries[0].subject.countries == ["RU"])
    #expect(reading.entries[1].subject.kind == .vessel)
    #expect(
      reading.entries[1].subject.identifiers.first == SubjectIdentifier("9074729", kind: .imo))
    let refused = reading.faults.filter { $0.severity == .entryRefused }
    #expect(refused.map(\.line) == [5, 6, 7])
    #expect(refused.map(\.entry) == ["", "FX-3", "FX-5"])
    #expect(reading.faults.contains { $0.column == "birth_date" && $0.line == 4 })
    #expect(reading.faults.contains { $0.column == "countries" && $0.line == 0 })
    #expect(reading.faults.contains { $0.column == "identifiers" && $0.line == 0 })
  }

  @Test func plainListsAreReadWithGermanHeadingsToo() throws {
    let reading = ListReading(
      Array(
        "Name;Land;Adresse;identifier\nNordwerk AG;DE;Hafenstr. 5;DE136695976\nNordwerk AG;Deutschland;;\n;;;x\n"
          .utf8))
    #expect(reading.format == .plain)
    #expect(reading.entries.map(\.id) == ["Nordwerk AG", "Nordwerk AG (2)"])
    #expect(reading.entries[0].subject.countries == ["DE"])
    #expect(reading.entries[0].subject.identifiers.map(\.value) == ["DE136695976"])
    #expect(reading.faults.map(\.line) == [3, 4, 4])
  }

  static let unusable: [(String, [UInt8])] = [
    ("empty", []),
    ("no names", Array("a,b\n1,2\n".utf8)),
    ("a picture", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2]),
    ("open quote", Array("name\n\"Nordwerk\nSüdstern\n".utf8)),
    ("other XML", Array("<?xml version=\"1.0\"?><people><p/></people>".utf8)),
    ("no XML", Array("<".utf8)),
    (
      "truncated",
      Array("<export generationDate=\"x\"><sanctionEntity euReferenceNumber=\"1\">".utf8)
    ),
    (
      "entity bomb",
      Array(
        "<!DOCTYPE export [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><export>&b;</export>".utf8)
    ),
    (
      "external entity",
      Array(
        "<!DOCTYPE export [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><export><sanctionEntity logicalId=\"1\"><nameAlias wholeName=\"&a;\"/></sanctionEntity></export>"
          .utf8)
    ),
    ("odd encoding", Array("<?xml version=\"1.0\" encoding=\"UTF-7\"?><export/>".utf8)),
    ("broken bytes", Array("<export a=\"".utf8) + [0xFF, 0xC0] + Array("\"/>".utf8)),
    ("deep", Array(String(repeating: "<export>", count: 100_000).utf8)),
  ]

  @Test(arguments: unusable) func unusableFilesAreRefusedAsAWhole(_ name: String, _ bytes: [UInt8])
  {
    let reading = ListReading(bytes)
    #expect(reading.isUnusable)
    #expect(reading.entries.isEmpty || reading.format != .europeanUnion)
    #expect(reading.faults.allSatisfy { !$0.message.german.isEmpty && !$0.message.english.isEmpty })
  }

  @Test func truncatingTheListAnywhereIsSeen() throws {
    let whole = try fixture("eu-list.xml")
    let end = try #require(whole.lastIndex(of: UInt8(ascii: "<")))
    for length in stride(from: 1, through: end, by: 97) {
      let reading = ListReading(Array(whole[..<length]))
      #expect(reading.isUnusable, "cut at \(length)")
      #expect(reading.entries.isEmpty)
    }
  }

  @Test func otherEncodingsOfTheListAreRead() throws {
    let text = String(decoding: try fixture("eu-list.xml"), as: UTF8.self)
      .replacingOccurrences(of: "UTF-8", with: "UTF-16")
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(ListReading(bytes).entries.map(\.subject.name).first == "Mikhail Ivanovich Sokolow")
  }

  @Test func hugeNamesAreRefusedWithTheirPlace() {
    let reading = ListReading(
      Array("name\nNordwerk\n\(String(repeating: "x", count: 100_000))\nSüdstern\n".utf8))
    #expect(reading.entries.map(\.subject.name) == ["Nordwerk", "Südstern"])
    #expect(reading.faults.allSatisfy { $0.line == 3 })
    #expect(!reading.isUnusable)
  }

  @Test func rowsWithTooManyCellsAndBrokenBytesAreListed() {
    let reading = ListReading(
      Array("name,country\nNordwerk,DE,more\nSüdstern,DE\n".utf8) + [0x57, 0x00, 0x0A])
    #expect(reading.entries.map(\.subject.name) == ["Südstern"])
    #expect(reading.faults.map(\.line) == [2, 4])
  }

  @Test func spreadsheetsInWindowsEncodingAreRead() {
    let reading = ListReading(Array("name\nS".utf8) + [0xFC] + Array("dstern\n".utf8))
    #expect(reading.entries.map(\.subject.name) == ["Südstern"])
  }
}
