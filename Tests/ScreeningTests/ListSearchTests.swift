// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import Screening

@Suite struct ListSearchTests {
  /// What comparing all finds, the index finds: every hit, everything well above the cut, and nine in
  /// ten of the rest.
  @Test func theIndexFindsWhatComparingAllFinds() {
    var random = SeededGenerator(seed: 7)
    let names = (0..<500).map { at -> (String, SubjectKind) in
      let kind: SubjectKind =
        at.isMultiple(of: 3) ? .person : at.isMultiple(of: 11) ? .unknown : .organisation
      return (RandomNames.name(&random, kind), kind)
    }
    let list = ScreeningList(
      name: "random", version: "1",
      entries: names.enumerated().map { at, name in
        ListEntry(
          id: "\(at)",
          subject: ScreeningSubject(
            name.0, kind: name.1,
            otherNames: at.isMultiple(of: 5) ? [RandomNames.name(&random, name.1)] : []))
      })
    var search = ScreeningList.Search()
    var all = 0
    var missed: [String] = []
    var missedSerious = 0
    for at in 0..<250 {
      let source = names[Int.random(in: names.indices, using: &random)]
      let query = ScreeningSubject(
        RandomNames.noisy(source.0, &random), kind: at.isMultiple(of: 4) ? .unknown : source.1)
      let found = Set(list.matches(for: query, &search))
      for match in list.matchesByComparingAll(for: query, &search) {
        all += 1
        if !found.contains(match) {
          missed.append("\(query.name) | \(match.score.entryName) \(match.score.score)")
          if match.score.score >= 0.65 { missedSerious += 1 }
        }
      }
    }
    #expect(all > 40)
    #expect(missed.count * 10 <= all, "\(missed)")
    #expect(missedSerious == 0, "\(missed)")
  }

  @Test func theBestComesFirstAndNumbersAreFound() throws {
    let imo = try #require(SubjectIdentifier("IMO 9074729", kind: .imo))
    let list = ScreeningList(
      name: "list", version: "1",
      entries: [
        ListEntry(id: "a", subject: ScreeningSubject("Nordwerck GmbH", kind: .organisation)),
        ListEntry(id: "b", subject: ScreeningSubject("Nordwerk AG", kind: .organisation)),
        ListEntry(
          id: "c", subject: ScreeningSubject("Südstern", kind: .vessel, identifiers: [imo])),
      ])
    var search = ScreeningList.Search()
    let names = list.matches(for: ScreeningSubject("Nordwerk"), &search)
    #expect(names.map(\.entry.id) == ["b", "a"])
    let number = list.matches(
      for: ScreeningSubject("Abendrot", kind: .vessel, identifiers: [imo]), &search)
    #expect(number.map(\.entry.id) == ["c"])
    #expect(number.first?.score.decision == .hit)
    #expect(list.matches(for: ScreeningSubject("Abendrot"), &search).isEmpty)
    #expect(list.matches(for: ScreeningSubject(""), &search).isEmpty)
  }

  @Test func namesWithoutVowelsAreFound() {
    let list = ScreeningList(
      name: "list", version: "1",
      entries: [ListEntry(id: "a", subject: ScreeningSubject("Mohammed Karim", kind: .person))])
    var search = ScreeningList.Search()
    let found = list.matches(for: ScreeningSubject("محمد كريم", kind: .person), &search)
    #expect(found.map(\.entry.id) == ["a"])
  }

  @Test func anEmptyListHasNoMatches() {
    var search = ScreeningList.Search()
    let list = ScreeningList(name: "", version: "", entries: [])
    #expect(list.matches(for: ScreeningSubject("Nordwerk"), &search).isEmpty)
  }
}
