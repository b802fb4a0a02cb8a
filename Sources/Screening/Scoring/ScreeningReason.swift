// SPDX-License-Identifier: Apache-2.0
import Localization

/// One thing that speaks for or against two subjects being one.
public enum ScreeningReason: Sendable, Hashable {
  /// Nothing differs but order, case, marks, joining words and spelling of the legal form.
  case sameName
  /// Words taken for the same though spelled differently; distance in half letters.
  case spelling(String, String, halfLetters: Int)
  /// Two numbers of a series.
  case numbers(String, String)
  case initial(String, String)
  case acronym(String, String)
  /// Words that only the queried name has.
  case onlyInQuery([String])
  case onlyInEntry([String])
  case formsDiffer
  /// The entry's name is one its list calls weak.
  case weakName(String)
  /// Found by another name than the first.
  case otherName(String)
  case sameIdentifier(SubjectIdentifier)
  case otherIdentifier(SubjectIdentifier, SubjectIdentifier)
  case sameCountry(String)
  case otherCountry([String], [String])
  case sameAddress
  case sameBirthDate(BirthDate)
  case otherBirthDate(BirthDate, BirthDate)
  case otherKind(SubjectKind, SubjectKind)
  /// A name without letters and digits: nothing was compared.
  case notComparable

  /// The reason in a sentence without a full stop.
  public var text: LocalizedText {
    switch self {
    case .sameName:
      LocalizedText(
        de: "Namen gleich bis auf Reihenfolge, Schreibweise und Rechtsform",
        en: "names equal but for order, spelling and legal form")
    case .spelling(let a, let b, let halfLetters):
      LocalizedText(
        de: "„\(a)“ und „\(b)“ unterscheiden sich um \(Self.letters(halfLetters, .german))",
        en: "“\(a)” and “\(b)” differ by \(Self.letters(halfLetters, .english))")
    case .numbers(let a, let b):
      LocalizedText(de: "Nummer „\(a)“ statt „\(b)“", en: "number “\(a)” instead of “\(b)”")
    case .initial(let a, let b):
      LocalizedText(
        de: "„\(a)“ und „\(b)“: nur der Anfangsbuchstabe ist bekannt",
        en: "“\(a)” and “\(b)”: only the initial is known")
    case .acronym(let a, let b):
      LocalizedText(de: "„\(a)“ kürzt „\(b)“ ab", en: "“\(a)” abbreviates “\(b)”")
    case .onlyInQuery(let words):
      LocalizedText(
        de: "nur im gesuchten Namen: \(Self.list(words))",
        en: "only in the queried name: \(Self.list(words))")
    case .onlyInEntry(let words):
      LocalizedText(
        de: "nur im Namen der Liste: \(Self.list(words))",
        en: "only in the listed name: \(Self.list(words))")
    case .formsDiffer:
      LocalizedText(
        de: "Rechtsformen passen nicht zusammen", en: "legal forms do not go together")
    case .weakName(let name):
      LocalizedText(
        de: "die Liste nennt „\(name)“ einen schwachen Aliasnamen",
        en: "the list calls “\(name)” a weak alias")
    case .otherName(let name):
      LocalizedText(de: "gefunden über „\(name)“", en: "found by “\(name)”")
    case .sameIdentifier(let number):
      LocalizedText(de: "gleiche Nummer \(number.value)", en: "same number \(number.value)")
    case .otherIdentifier(let a, let b):
      LocalizedText(
        de: "verschiedene Nummern: \(a.value) und \(b.value)",
        en: "different numbers: \(a.value) and \(b.value)")
    case .sameCountry(let country):
      LocalizedText(de: "gleiches Land \(country)", en: "same country \(country)")
    case .otherCountry(let a, let b):
      LocalizedText(
        de: "verschiedene Länder: \(a.joined(separator: "/")) und \(b.joined(separator: "/"))",
        en: "different countries: \(a.joined(separator: "/")) and \(b.joined(separator: "/"))")
    case .sameAddress:
      LocalizedText(de: "ähnliche Anschrift", en: "similar address")
    case .sameBirthDate(let date):
      LocalizedText(de: "gleiches Geburtsdatum \(date.text)", en: "same birth date \(date.text)")
    case .otherBirthDate(let a, let b):
      LocalizedText(
        de: "verschiedene Geburtsdaten: \(a.text) und \(b.text)",
        en: "different birth dates: \(a.text) and \(b.text)")
    case .otherKind(let a, let b):
      LocalizedText(
        de: "\(a.label.german) und \(b.label.german)",
        en: "\(a.label.english) and \(b.label.english)"
      )
    case .notComparable:
      LocalizedText(
        de: "kein vergleichbarer Name; bitte ansehen", en: "no comparable name; please look")
    }
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: " ") }

  private static func letters(_ half: Int, _ language: Language) -> String {
    switch (half, language) {
    case (0, .german): "die Trennung der Wörter"
    case (0, .english): "how the words are separated"
    case (1, .german): "eine verwechselbare Schreibweise"
    case (1, .english): "an interchangeable spelling"
    case (2, .german): "einen Buchstaben"
    case (2, .english): "one letter"
    case (_, .german): "etwa \((half + 1) / 2) Buchstaben"
    case (_, .english): "about \((half + 1) / 2) letters"
    }
  }
}

extension SubjectKind {
  /// The word people read.
  public var label: LocalizedText {
    switch self {
    case .person: LocalizedText(de: "Person", en: "person")
    case .organisation: LocalizedText(de: "Organisation", en: "organisation")
    case .vessel: LocalizedText(de: "Schiff", en: "vessel")
    case .unknown: LocalizedText(de: "unbekannt", en: "unknown")
    }
  }
}
