// SPDX-License-Identifier: Apache-2.0
import Registry
import Testing

@testable import Screening

@Suite struct EvidenceTests {
  private func score(_ a: ScreeningSubject, _ b: ScreeningSubject) -> ScreeningScore {
    var scorer = SubjectScorer()
    return scorer.score(a, b)
  }

  private func number(_ text: String, _ kind: SubjectIdentifier.Kind = .other) throws
    -> SubjectIdentifier
  {
    try #require(SubjectIdentifier(text, kind: kind))
  }

  @Test func anEqualNumberIsAHitWhateverTheName() throws {
    let found = score(
      ScreeningSubject("Nordwerk", identifiers: [try number("529900T8BM49AURSDO55", .lei)]),
      ScreeningSubject("Südstern", identifiers: [try number("529900T8BM49AURSDO55")]))
    #expect(found.decision == .hit)
    #expect(found.score == EvidenceWeights.sameIdentifierScore)
    guard case .sameIdentifier = found.reasons[0] else {
      Issue.record("the number comes first: \(found.reasons)")
      return
    }
  }

  @Test func numbersThatManyOfficesGiveProveNothing() throws {
    let found = score(
      ScreeningSubject("Nordwerk", identifiers: [try number("HRB 3570", .register)]),
      ScreeningSubject("Südstern", identifiers: [try number("HRB3570", .register)]))
    #expect(found.decision == .clear)
    let short = score(
      ScreeningSubject("Nordwerk", identifiers: [try number("12345")]),
      ScreeningSubject("Südstern", identifiers: [try number("12345")]))
    #expect(short.decision == .clear)
  }

  @Test func otherStatementsLowerButNeverClearAnEqualName() throws {
    let a = ScreeningSubject(
      "Nordwerk AG", kind: .organisation, identifiers: [try number("529900T8BM49AURSDO55", .lei)],
      countries: ["DE"])
    let b = ScreeningSubject(
      "Nordwerk AG", kind: .organisation, identifiers: [try number("5299000J2N45DDNE4Y28", .lei)],
      countries: ["SY"])
    let found = score(a, b)
    #expect(found.decision == .review)
    #expect(
      found.score < score(ScreeningSubject("Nordwerk AG"), ScreeningSubject("Nordwerk AG")).score)
  }

  @Test func birthDatesCountAsFarAsTheyAreKnown() throws {
    func person(_ date: String) throws -> ScreeningSubject {
      ScreeningSubject(
        "Mikhail Sokolow", kind: .person, birthDates: [try #require(BirthDate(date))])
    }
    let plain = score(try person("1961"), ScreeningSubject("Mikhail Sokolow", kind: .person))
    #expect(score(try person("1961-04-12"), try person("1961-04-12")).score > plain.score)
    #expect(score(try person("1961-04-12"), try person("1961")).score == plain.score)
    #expect(score(try person("1961-04-12"), try person("1975-04-12")).score < plain.score)
    #expect(score(try person("1961-04-12"), try person("1975-04-12")).decision == .review)
  }

  @Test func weakNamesRaiseAReviewOnly() {
    let entry = ScreeningSubject("Mikhail Sokolow", kind: .person, weakNames: ["Mischa Nord"])
    let found = score(ScreeningSubject("Mischa Nord", kind: .person), entry)
    #expect(found.decision == .review)
    #expect(found.reasons.contains(.weakName("Mischa Nord")))
  }

  @Test func addressesAndCountriesShiftALittle() {
    let a = ScreeningSubject(
      "Nordwerck", kind: .organisation, countries: ["DE"], addresses: ["Hafenstr. 5, 20457 Hamburg"]
    )
    let b = ScreeningSubject("Nordwerk", kind: .organisation)
    let same = ScreeningSubject(
      "Nordwerk", kind: .organisation, countries: ["DE"], addresses: ["20457 Hamburg, Hafenstr 5"])
    let other = ScreeningSubject("Nordwerk", kind: .organisation, countries: ["CY"])
    #expect(score(a, same).score > score(a, b).score)
    #expect(score(a, other).score < score(a, b).score)
    #expect(score(a, same).reasons.contains(.sameAddress))
  }

  @Test(arguments: ["", "-", "1234", "abcdef", String(repeating: "1", count: 101)])
  func uselessNumbersAreRefused(_ text: String) {
    #expect(SubjectIdentifier(text) == nil)
  }

  @Test func registerNumbersComeOver() throws {
    let number = SubjectIdentifier(
      Identifier(scheme: .register, normalised: "de/ludwigshafen am rhein/hrb 3570"))
    #expect(number?.value == "HRB3570")
    #expect(number?.kind == .register)
  }

  @Test(arguments: [
    ("1961", "1961"), ("1961-04", "1961-04"), ("12.04.1961", "1961-04-12"),
    ("1961-04-12", "1961-04-12"),
  ]) func birthDatesAreRead(_ text: String, _ written: String) {
    #expect(BirthDate(text)?.text == written)
  }

  @Test(arguments: [
    "", "61", "1961-13", "1961-00", "1961-04-32", "x", "1961-04-12-1", "-1961", "99999",
  ])
  func brokenBirthDatesAreNot(_ text: String) {
    #expect(BirthDate(text) == nil)
  }
}
