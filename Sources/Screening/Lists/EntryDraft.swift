// SPDX-License-Identifier: Apache-2.0
import Localization

/// An entry while it is read: values are checked as they come, and what is refused is told.
struct EntryDraft {
  let id: String
  let line: Int
  var kind = SubjectKind.unknown
  private(set) var names: [String] = []
  private(set) var weakNames: [String] = []
  private(set) var identifiers: [SubjectIdentifier] = []
  private(set) var countries: [String] = []
  private(set) var addresses: [String] = []
  private(set) var birthDates: [BirthDate] = []
  private(set) var programmes: [String] = []
  private(set) var faults: [ListFault] = []

  init(id: String, line: Int) {
    self.id = id
    self.line = line
  }

  mutating func addName(_ text: String, isWeak: Bool = false, line: Int? = nil, column: String) {
    let name = Self.tidied(text)
    guard !name.isEmpty else { return }
    guard name.utf8.count <= ListLimits.nameBytes else {
      refuse(ListLimits.nameTooLong(name), line: line, column: column)
      return
    }
    guard names.count + weakNames.count < ListLimits.namesAnEntry else {
      refuse(
        LocalizedText(
          de: "Der Eintrag hat mehr als \(ListLimits.namesAnEntry) Namen.",
          en: "The entry has more than \(ListLimits.namesAnEntry) names."),
        line: line, column: column)
      return
    }
    if names.contains(name) || isWeak && weakNames.contains(name) { return }
    if isWeak { weakNames.append(name) } else { names.append(name) }
  }

  mutating func addCountry(_ text: String, line: Int? = nil, column: String) {
    let code = Self.tidied(text).uppercased()
    // The European list writes 00 for a country it does not know.
    guard !code.isEmpty, code != "00", code != "UNKNOWN" else { return }
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      refuse(
        LocalizedText(
          de: "„\(Self.shown(text))“ ist kein Ländercode aus zwei Buchstaben (ISO 3166-1).",
          en: "“\(Self.shown(text))” is not a country code of two letters (ISO 3166-1)."),
        line: line, column: column)
      return
    }
    if !countries.contains(code) { countries.append(code) }
  }

  mutating func addIdentifier(
    _ text: String, _ kind: SubjectIdentifier.Kind, line: Int? = nil, column: String
  ) {
    guard !Self.tidied(text).isEmpty else { return }
    guard let identifier = SubjectIdentifier(text, kind: kind) else {
      refuse(
        LocalizedText(
          de: "„\(Self.shown(text))“ lässt sich nicht als Nummer vergleichen.",
          en: "“\(Self.shown(text))” cannot be compared as a number."), line: line, column: column)
      return
    }
    if !identifiers.contains(identifier) { identifiers.append(identifier) }
  }

  mutating func addBirthDate(_ date: BirthDate?, from text: String, line: Int?, column: String) {
    guard let date else {
      refuse(
        LocalizedText(
          de: "„\(Self.shown(text))“ ist kein Geburtsdatum.",
          en: "“\(Self.shown(text))” is not a date of birth."), line: line, column: column)
      return
    }
    if !birthDates.contains(date) { birthDates.append(date) }
  }

  mutating func addAddress(_ text: String) {
    let address = Self.tidied(text)
    if !address.isEmpty, !addresses.contains(address) { addresses.append(address) }
  }

  mutating func addProgramme(_ text: String) {
    let programme = Self.tidied(text)
    if !programme.isEmpty, !programmes.contains(programme) { programmes.append(programme) }
  }

  /// The entry; nil where it has no name to be found by, which is told.
  mutating func finish() -> ListEntry? {
    // An entry known by nicknames alone must be found by them.
    if names.isEmpty { (names, weakNames) = (weakNames, []) }
    guard let first = names.first else {
      faults.append(
        ListFault(
          .entryRefused, line: line, entry: id,
          LocalizedText(
            de: "Der Eintrag hat keinen Namen, unter dem er zu finden wäre.",
            en: "The entry has no name it could be found by.")))
      return nil
    }
    let subject = ScreeningSubject(
      first, kind: kind, otherNames: Array(names.dropFirst()), weakNames: weakNames,
      identifiers: identifiers, countries: countries, addresses: addresses, birthDates: birthDates)
    return ListEntry(id: id, subject: subject, programmes: programmes, line: line)
  }

  private mutating func refuse(_ message: LocalizedText, line: Int?, column: String) {
    faults.append(
      ListFault(.partRefused, line: line ?? self.line, column: column, entry: id, message))
  }

  /// Without blanks around it, line ends and runs of blanks as one blank.
  static func tidied(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// As much of a text as fits into a message.
  private static func shown(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }
}
