// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Screening

@Suite struct ReasonTests {
  @Test func reasonsAreToldInBothLanguages() throws {
    let imo = try #require(SubjectIdentifier("9074729", kind: .imo))
    let date = try #require(BirthDate("1961"))
    let all: [ScreeningReason] = [
      .sameName, .spelling("a", "b", halfLetters: 0), .spelling("a", "b", halfLetters: 1),
      .spelling("a", "b", halfLetters: 2), .spelling("a", "b", halfLetters: 5),
      .numbers("7", "8"), .initial("m", "mikhail"), .acronym("abcd", "a b c d"),
      .onlyInQuery(["x"]), .onlyInEntry(["y"]), .formsDiffer, .weakName("n"), .otherName("n"),
      .sameIdentifier(imo), .otherIdentifier(imo, imo), .sameCountry("DE"),
      .otherCountry(["DE"], ["FR"]), .sameAddress, .sameBirthDate(date),
      .otherBirthDate(date, date), .otherKind(.person, .vessel), .notComparable,
    ]
    for reason in all {
      #expect(!reason.text.german.isEmpty)
      #expect(reason.text.german != reason.text.english)
    }
  }

  @Test func theReasonsNameWhatDiffers() {
    var scorer = SubjectScorer()
    let score = scorer.score(
      ScreeningSubject("Nordwerck Maschinenbau GmbH", kind: .organisation),
      ScreeningSubject("Nordwerk Maschinenbau Holding", kind: .organisation))
    #expect(
      score.reasons.map(\.text.english) == [
        "“nordwerck” and “nordwerk” differ by one letter", "only in the listed name: holdings",
      ])
  }
}
