// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import Vocabulary

/// A subject whose names are read once for many comparisons.
struct PreparedSubject: Sendable {
  struct Name: Sendable {
    let name: ScreeningName
    let isWeak: Bool

    /// Whether there is a letter or digit in it.
    var isComparable: Bool { !name.shapes.isEmpty }
  }

  let subject: ScreeningSubject
  /// Names as those of an organisation or ship; empty for people.
  let asOrganisation: [Name]
  /// Names as those of a person; empty for organisations and ships.
  let asPerson: [Name]
  /// Folded words of each address.
  let addresses: [Set<[UInt8]>]

  init(_ subject: ScreeningSubject) {
    self.subject = subject
    func names(_ style: ScreeningName.Style) -> [Name] {
      subject.names.map { Name(name: ScreeningName($0, style), isWeak: false) }
        + subject.weakNames.map { Name(name: ScreeningName($0, style), isWeak: true) }
    }
    asOrganisation = subject.kind == .person ? [] : names(.organisation)
    asPerson = subject.kind == .person || subject.kind == .unknown ? names(.person) : []
    addresses = subject.addresses.map { Set(FoldedText($0, umlauts: .merged).words) }
  }

  /// The names as one style reads them; made anew where the subject's kind is another.
  func names(_ style: ScreeningName.Style) -> [Name] {
    let known = style == .person ? asPerson : asOrganisation
    guard known.isEmpty else { return known }
    return (style == .person ? asOrganisation : asPerson).map {
      Name(name: ScreeningName($0.name.text, style), isWeak: $0.isWeak)
    }
  }

  /// How the names of a pair are to be read: as a person's if one is a person and the other may be.
  static func style(_ a: SubjectKind, _ b: SubjectKind) -> ScreeningName.Style {
    switch (a, b) {
    case (.person, .person), (.person, .unknown), (.unknown, .person): .person
    default: .organisation
    }
  }
}
