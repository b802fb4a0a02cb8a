// SPDX-License-Identifier: Apache-2.0

/// What two subjects say beside their names.
struct Evidence {
  private(set) var logOdds = 0.0
  private(set) var hasSameIdentifier = false
  /// Both say what they are, and not the same.
  private(set) var hasOtherKind = false
  private(set) var identifierReasons: [ScreeningReason] = []
  private(set) var otherReasons: [ScreeningReason] = []

  init(_ query: PreparedSubject, _ entry: PreparedSubject) {
    let (a, b) = (query.subject, entry.subject)
    compareIdentifiers(a.identifiers, b.identifiers)
    if !a.kind.mayBe(b.kind) {
      hasOtherKind = true
      logOdds += EvidenceWeights.otherKind
      otherReasons.append(.otherKind(a.kind, b.kind))
    }
    compareCountries(a.countries, b.countries)
    compareBirthDates(a.birthDates, b.birthDates)
    if Self.haveAlikeAddress(query.addresses, entry.addresses) {
      logOdds += EvidenceWeights.sameAddress
      otherReasons.append(.sameAddress)
    }
  }

  private mutating func compareIdentifiers(_ a: [SubjectIdentifier], _ b: [SubjectIdentifier]) {
    for number in a {
      if let same = b.first(where: number.isSame) {
        hasSameIdentifier = true
        identifierReasons.append(.sameIdentifier(number.kind == .other ? same : number))
      }
    }
    guard !hasSameIdentifier else { return }
    for number in a {
      if let other = b.first(where: number.contradicts) {
        logOdds += EvidenceWeights.otherIdentifier
        identifierReasons.append(.otherIdentifier(number, other))
        return
      }
    }
  }

  private mutating func compareCountries(_ a: [String], _ b: [String]) {
    guard !a.isEmpty, !b.isEmpty else { return }
    if let same = a.first(where: b.contains) {
      logOdds += EvidenceWeights.sameCountry
      otherReasons.append(.sameCountry(same))
    } else {
      logOdds += EvidenceWeights.otherCountry
      otherReasons.append(.otherCountry(a, b))
    }
  }

  private mutating func compareBirthDates(_ a: [BirthDate], _ b: [BirthDate]) {
    guard let first = a.first, let second = b.first else { return }
    if let same = a.first(where: { date in b.contains { $0.isSameDay(as: date) } }) {
      logOdds += EvidenceWeights.sameBirthDate
      otherReasons.append(.sameBirthDate(same))
    } else if !a.contains(where: { date in b.contains { $0.mayBe(date) } }) {
      logOdds += EvidenceWeights.otherBirthDate
      otherReasons.append(.otherBirthDate(first, second))
    }
  }

  /// Two addresses of which the shorter one's words stand in the other by more than half.
  private static func haveAlikeAddress(_ a: [Set<[UInt8]>], _ b: [Set<[UInt8]>]) -> Bool {
    a.contains { first in
      b.contains { second in
        let shorter = min(first.count, second.count)
        return shorter >= 2 && 2 * first.intersection(second).count > shorter
      }
    }
  }
}
