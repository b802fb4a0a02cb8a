// SPDX-License-Identifier: Apache-2.0
import Localization

/// Why a text is no Turtle: every fault found.
public struct TurtleError: Error, Sendable, Hashable, CustomStringConvertible {
  public let faults: [TurtleFault]

  init(_ faults: [TurtleFault]) { self.faults = faults }

  public var description: String {
    faults.map { "\($0.line):\($0.column): \($0.message.english)" }.joined(separator: "\n")
  }
}

/// A place in a Turtle file where it breaks the grammar.
public struct TurtleFault: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case tooManyPrefixes(limit: Int)
    case notText
    /// Something else was expected; what stands there, cut short.
    case expected(Expectation, found: String)
    case unknownPrefix(String)
    case relativeWithoutBase(String)
    case openText
    case openIRI
    case badEscape(String)
    case badIRICharacter(String)
    case badNumber(String)
  }

  public enum Expectation: Sendable, Hashable {
    case subject, predicate, object, dot, closingBracket, prefixName, iri, languageTag
  }

  /// From 1; columns count characters.
  public let line: Int
  public let column: Int
  public let kind: Kind

  init(line: Int, column: Int, _ kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }
}

/// A fault as the parser meets it.
struct TurtleProblem: Error {
  let offset: Int
  let kind: TurtleFault.Kind

  init(_ offset: Int, _ kind: TurtleFault.Kind) {
    self.offset = offset
    self.kind = kind
  }
}

extension TurtleFault {
  /// What is wrong, why, and what to do.
  public var message: LocalizedText {
    switch kind {
    case .tooLarge(let limit):
      LocalizedText(
        de: "Die Datei hat mehr als \(limit) Bytes. Auf mehrere Dateien verteilen.",
        en: "The file has more than \(limit) bytes. Divide it into several files.")
    case .tooDeep(let limit):
      LocalizedText(
        de:
          "Klammern sind tiefer als \(limit)-mal geschachtelt. Die inneren Knoten benennen (_:name).",
        en: "Brackets nest deeper than \(limit) times. Name the inner nodes (_:name).")
    case .tooManyPrefixes(let limit):
      LocalizedText(
        de: "Mehr als \(limit) Präfixe. Seltene IRIs in spitzen Klammern ausschreiben.",
        en: "More than \(limit) prefixes. Write rare IRIs out in angle brackets.")
    case .notText:
      LocalizedText(
        de: "Hier steht kein UTF-8. Die Datei als UTF-8 speichern.",
        en: "This is no UTF-8. Save the file as UTF-8.")
    case .expected(let expectation, let found): Self.expected(expectation, found)
    case .unknownPrefix(let name):
      LocalizedText(
        de:
          "Das Präfix „\(name):“ ist nicht vereinbart. Am Anfang ergänzen: @prefix \(name): <…> .",
        en: "The prefix “\(name):” is not declared. Add at the top: @prefix \(name): <…> .")
    case .relativeWithoutBase(let iri):
      LocalizedText(
        de:
          "Die IRI <\(iri)> ist unvollständig und die Datei nennt kein @base. Die IRI ausschreiben oder @base <…> . voranstellen.",
        en:
          "The IRI <\(iri)> is relative and the file has no @base. Write it out, or put @base <…> . before it."
      )
    case .openText:
      LocalizedText(
        de:
          "Ein Text beginnt hier und endet nicht: das schließende Anführungszeichen fehlt (Texte über mehrere Zeilen stehen in \"\"\").",
        en:
          "A text begins here and never ends: its closing quote is missing (texts of several lines stand in \"\"\")."
      )
    case .openIRI:
      LocalizedText(
        de: "Eine IRI beginnt hier und endet nicht: „>“ fehlt.",
        en: "An IRI begins here and never ends: “>” is missing.")
    case .badEscape(let text):
      LocalizedText(
        de:
          "„\(text)“ steht für kein Zeichen. Möglich sind \\t \\b \\n \\r \\f \\\" \\' \\\\ \\uXXXX \\UXXXXXXXX, in Namen \\ vor einem Satzzeichen.",
        en:
          "“\(text)” stands for no character. There are \\t \\b \\n \\r \\f \\\" \\' \\\\ \\uXXXX \\UXXXXXXXX, and in names \\ before punctuation."
      )
    case .badIRICharacter(let text):
      LocalizedText(
        de: "„\(text)“ darf in einer IRI nicht stehen. Mit %XX verschlüsseln.",
        en: "“\(text)” must not stand in an IRI. Encode it as %XX.")
    case .badNumber(let text):
      LocalizedText(
        de: "„\(text)“ ist keine Zahl. Als Text in Anführungszeichen setzen oder berichtigen.",
        en: "“\(text)” is no number. Put it in quotes as a text, or mend it.")
    }
  }

  private static func expected(_ expectation: Expectation, _ found: String) -> LocalizedText {
    let what =
      switch expectation {
      case .subject:
        LocalizedText(
          de: "der Anfang einer Aussage (IRI, prefix:name, _:knoten, [ oder ()",
          en: "the beginning of a statement (an IRI, prefix:name, _:node, [ or ()")
      case .predicate:
        LocalizedText(
          de: "eine Eigenschaft (IRI, prefix:name oder a)",
          en: "a property (an IRI, prefix:name or a)")
      case .object:
        LocalizedText(
          de: "ein Wert (IRI, prefix:name, \"Text\", Zahl, [ oder ()",
          en: "a value (an IRI, prefix:name, \"text\", a number, [ or ()")
      case .dot:
        LocalizedText(
          de:
            "der Punkt am Ende der Aussage (oder ; vor der nächsten Eigenschaft, , vor dem nächsten Wert)",
          en:
            "the dot at the statement's end (or ; before the next property, , before the next value)"
        )
      case .closingBracket:
        LocalizedText(de: "die schließende Klammer", en: "the closing bracket")
      case .prefixName:
        LocalizedText(de: "ein Präfix wie „skos:“", en: "a prefix such as “skos:”")
      case .iri:
        LocalizedText(
          de: "eine IRI in spitzen Klammern oder prefix:name",
          en: "an IRI in angle brackets, or prefix:name")
      case .languageTag:
        LocalizedText(de: "eine Sprache wie @de", en: "a language such as @de")
      }
    let there =
      found.isEmpty
      ? LocalizedText(de: "das Ende der Datei", en: "the end of the file")
      : LocalizedText(de: "„\(found)“", en: "“\(found)”")
    return LocalizedText(
      de: "Hier steht \(there.german); erwartet wird \(what.german).",
      en: "Here stands \(there.english); expected is \(what.english).")
  }
}
