// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import Testing

@Suite struct StatementTests {
  private static func statement(
    _ name: String, _ value: String, _ kind: Source.Kind, _ day: String, act: String = "a1"
  ) throws -> Statement {
    Statement(
      subject: EntityID(.organisation, 1),
      field: try #require(RegisterField(.organisation, name)), value: value,
      source: Source(name: kind.rawValue, kind: kind, title: ""), record: "r1",
      statedOn: try #require(CalendarDay(day)), begunBy: act)
  }

  @Test("The company's own word outranks a list, also an older one")
  func ownWord() throws {
    let profile = EntityProfile(
      id: EntityID(.organisation, 1),
      statements: [
        try Self.statement("city", "Bonn", .list, "2026-11-01"),
        try Self.statement("city", "Köln", .company, "2020-01-01"),
        try Self.statement("city", "Ulm", .publicRegister, "2026-11-01"),
      ])
    #expect(profile.all("city") == ["Köln", "Ulm", "Bonn"])
    #expect(profile.contradictions.map(\.name) == ["city"])
  }

  @Test("Of identifiers a public register knows best")
  func identifiers() throws {
    let profile = EntityProfile(
      id: EntityID(.organisation, 1),
      statements: [
        try Self.statement("lei", "COMPANY", .company, "2026-11-01"),
        try Self.statement("lei", "REGISTER", .publicRegister, "2020-01-01"),
        try Self.statement("lei", "LIST", .list, "2026-11-01"),
      ])
    #expect(profile.all("lei") == ["REGISTER", "COMPANY", "LIST"])
  }

  @Test("Among equals the younger word, then the earlier act; what ended does not count")
  func ties() throws {
    var ended = try Self.statement("city", "Alt", .company, "2026-11-01")
    ended.endedBy = "a9"
    let profile = EntityProfile(
      id: EntityID(.organisation, 1),
      statements: [
        ended, try Self.statement("city", "A", .list, "2026-01-01", act: "a2"),
        try Self.statement("city", "B", .list, "2026-01-02", act: "a3"),
        try Self.statement("city", "C", .list, "2026-01-02", act: "a2"),
      ])
    #expect(profile.all("city") == ["C", "B", "A"])
  }

  @Test(
    "Capacity counts half after each half-life",
    arguments: [("2026-11-22", 1.0), ("2026-05-26", 0.5), ("2025-11-27", 0.25), ("2027-01-01", 1)])
  func confidence(_ stated: String, _ expected: Double) throws {
    let field = try #require(RegisterField(.capacity, "stated_on"))
    let profile = EntityProfile(
      id: EntityID(.capacity, 1),
      statements: [
        Statement(
          subject: EntityID(.capacity, 1), field: field, value: stated,
          source: Source(name: "x", kind: .company, title: ""), record: "r",
          statedOn: try #require(CalendarDay("2026-11-22")), begunBy: "a")
      ])
    let today = try #require(CalendarDay("2026-11-22"))
    #expect(abs(Capacity(profile).confidence(on: today) - expected) < 1e-12)
  }

  @Test("Ids sort by number and are told from other words")
  func ids() {
    #expect(EntityID(.organisation, 1).text == "o00000001")
    #expect(EntityID(.site, 32 * 32).text == "s00000100")
    #expect(EntityID(.organisation, 31) < EntityID(.organisation, 32))
    #expect(EntityID("O0000002K")?.text == "o0000002k")
    for wrong in ["", "o", "x00000001", "o0000000", "o000000001", "o0000000u", "o0000000ü"] {
      #expect(EntityID(wrong) == nil, "\(wrong)")
    }
  }

  @Test("A row survives being stored")
  func encoding() throws {
    let name = try #require(RegisterField(.organisation, "legal_name"))
    let alias = try #require(RegisterField(.organisation, "alias"))
    let city = try #require(RegisterField(.site, "city"))
    let row = ListRow(
      line: 7, key: "k",
      organisation: ListRow.Part(
        .organisation,
        [ListRow.Value(name, "Ä & Ö \"GmbH\""), .init(alias, ""), .init(alias, "é,;|\t")]),
      parts: [ListRow.Part(.site, [.init(city, "Köln")]), ListRow.Part(.capability)])
    #expect(ListRow(encoded: row.encoded, line: 7, key: "k") == row)
    #expect(row.contentSum.count == 16)
    for broken in [
      "", "organisation", "site\u{1F}\u{1E}", row.encoded + "x",
      "organisation\u{1F}no\u{1F}x\u{1F}\u{1E}",
    ] {
      #expect(ListRow(encoded: broken, line: 1, key: nil) == nil, "\(broken)")
    }
  }

  @Test("Parts of a row have names of their own")
  func partKeys() throws {
    let term = try #require(RegisterField(.capability, "term"))
    let row = ListRow(
      line: 1, key: nil, organisation: ListRow.Part(.organisation),
      parts: [
        ListRow.Part(.site), ListRow.Part(.site),
        ListRow.Part(.capability, [.init(term, "milling")]),
        ListRow.Part(.capability, [.init(term, "milling")]),
      ])
    #expect(row.partKeys == ["site", "site#2", "capability:milling", "capability:milling#2"])
  }
}
