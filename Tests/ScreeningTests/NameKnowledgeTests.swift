// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Screening

/// Each piece of knowledge about names, by a pair that it decides.
@Suite struct NameKnowledgeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let a: String
    let b: String
    let kind: SubjectKind
    let decision: ScreeningDecision

    init(_ a: String, _ b: String, _ kind: SubjectKind, _ decision: ScreeningDecision) {
      (self.a, self.b, self.kind, self.decision) = (a, b, kind, decision)
    }

    init(_ a: String, _ b: String, _ decision: ScreeningDecision) {
      self.init(a, b, .organisation, decision)
    }

    var testDescription: String { "\(a) | \(b)" }
  }

  static let cases: [Case] = [
    // Legal forms, short and spelled out, in front and behind, of other countries.
    Case("Nordwerk GmbH", "Nordwerk", .hit),
    Case("OOO Severny Metall", "Severny Metall LLC", .hit),
    Case("Severny Metall", "Limited Liability Company Severny Metall", .hit),
    Case("Nordwerk Aktiengesellschaft", "NORDWERK AG", .hit),
    Case("Nordwerk Coporation", "Nordwerk Corp.", .hit),
    Case("Nordwerk Stiftung", "Nordwerk GmbH", .review),
    // Case, marks, joining words, hyphens, initials with points.
    Case("The Société d’Énergie du Nord", "societe energie nord", .hit),
    Case("J.K. Meier & Söhne", "JK Meier und Soehne", .hit),
    Case("Hafen-Kontor", "Hafen Kontor", .hit),
    // Order of words.
    Case("Metall Severny", "Severny Metall", .hit),
    // Scripts.
    Case("ООО \"Северный металл\"", "Severnyy Metall OOO", .review),
    // British and American, short and long.
    Case("Nordic Labour Organisation", "Nordic Labor Organization", .hit),
    Case("Nordwerk Intl Mfg", "Nordwerk International Manufacturing", .hit),
    // Words joined and split.
    Case("NordOel", "Nord Oel", .review),
    Case("Siegwerk AG", "SiegwerkAG", .review),
    // Typing errors, weighed by the length of the word.
    Case("Nordwerck Maschinenbau", "Nordwerk Maschinenbau", .review),
    Case("Abx Logistik", "Aqz Logistik", .clear),
    Case("Kortman", "Horlmak", .clear),
    // One distinctive word differs.
    Case("Nordwerk Personalberatung", "Nordwerk Maschinenbau", .clear),
    Case("Bank of Freedonia (Kronstadt)", "Bank of Freedonia (Neuburg)", .clear),
    // A word more: distinctive, or one that many have.
    Case("Nordwerk Systems", "Nordwerk", .clear),
    Case("Nordwerk Holding GmbH", "Nordwerk GmbH", .review),
    // Names of common words alone.
    Case("Trading Company", "Holding Company", .clear),
    // Numbers in words and digits, and of a series.
    Case("Brigade Forty-Four", "Brigade 44", .hit),
    Case("Baltic Fund", "Baltic Fund I", .hit),
    Case("Baltic Fund 7", "Baltic Fund VII", .hit),
    Case("Baltic Fund VII", "Baltic Fund VIII", .review),
    Case("Baltic Fund", "Baltic Fund II", .clear),
    // Acronyms of at least four words.
    Case("NGBF", "National Grain Bank of Freedonia", .review),
    Case("NGBX", "National Grain Bank of Freedonia", .clear),
    // People: order, initials, titles, middle names, transliteration, particles.
    Case("Sokolow, Mikhail", "Mikhail Sokolow", .person, .hit),
    Case("M. Sokolow", "Mikhail Sokolow", .person, .hit),
    Case("A. Sokolow", "Mikhail Sokolow", .person, .clear),
    Case("Dr. Mikhail Sokolow", "Mikhail Sokolow", .person, .hit),
    Case("Mikhail Ivanovich Sokolow", "Mikhail Sokolow", .person, .hit),
    Case("Muhammad bin Karim", "Mohammad ibn Karim", .person, .review),
    Case("Wiktor Sokolow", "Viktor Sokolov", .person, .review),
    Case("Михаил Соколов", "Mikhail Sokolov", .person, .hit),
    Case("محمد كريم", "Mohammed Karim", .person, .review),
    Case("Mikhail Sokolow", "Mikhail Orlow", .person, .clear),
    Case("Karim", "Mohammed Karim", .person, .review),
    // Ships.
    Case("MS Nordstern", "MS NORDSTERN", .vessel, .hit),
  ]

  @Test(arguments: cases) func decides(_ pair: Case) {
    var scorer = SubjectScorer()
    let score = scorer.score(
      ScreeningSubject(pair.a, kind: pair.kind), ScreeningSubject(pair.b, kind: pair.kind))
    #expect(score.decision == pair.decision, "\(score.score) \(score.reasons.map(\.text.english))")
    #expect(!score.reasons.isEmpty)
  }

  @Test func signsAloneAreToBeLookedAt() {
    var scorer = SubjectScorer()
    for name in ["", "—", "???", "💣"] {
      let score = scorer.score(ScreeningSubject(name), ScreeningSubject("Nordwerk"))
      #expect(score.decision == .review)
      #expect(score.reasons == [.notComparable])
    }
  }
}
