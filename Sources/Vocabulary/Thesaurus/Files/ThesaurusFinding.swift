// SPDX-License-Identifier: Apache-2.0
import Localization

/// Something to mend, or to know, about a file of concepts.
public struct ThesaurusFinding: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case duplicateID
    case unknownReference(String)
    case cycle
    case noKind
    case noLabel
    /// There is a label in the other language alone.
    case labelMissing(Language)
    /// A second preferred label in one language.
    case secondLabel(String)
    case labelWithoutLanguage
    /// The label belongs to other concepts of the same kind too.
    case labelUsedTwice(String, by: String)
    case makingWithoutProcess
    case noReference
    case unknownProperty(String)
  }

  public let kind: Kind
  /// The id of the concept.
  public let concept: String
  /// From 1; 0 where it is not known.
  public let line: Int

  public init(_ kind: Kind, _ concept: String, line: Int = 0) {
    self.kind = kind
    self.concept = concept
    self.line = line
  }

  /// Whether no thesaurus can be made of the file before it is mended.
  public var isError: Bool {
    switch kind {
    case .duplicateID, .unknownReference, .cycle, .noKind, .noLabel, .makingWithoutProcess,
      .noReference:
      true
    case .labelMissing, .secondLabel, .labelWithoutLanguage, .labelUsedTwice, .unknownProperty:
      false
    }
  }

  public var message: LocalizedText {
    switch kind {
    case .duplicateID:
      LocalizedText(
        de: "Die Kennung gibt es schon. Eine andere wählen.",
        en: "The id is taken. Choose another one.")
    case .unknownReference(let id):
      LocalizedText(
        de: "„\(id)“ gibt es nicht. Den Namen berichtigen oder den Begriff beschreiben.",
        en: "There is no “\(id)”. Mend the name, or describe the concept.")
    case .cycle:
      LocalizedText(
        de: "Der Begriff steht über sich selbst. Ein skos:broader im Kreis streichen.",
        en: "The concept is wider than itself. Take one skos:broader out of the circle.")
    case .noKind:
      LocalizedText(
        de:
          "Die Art fehlt: tw:Process, tw:Material, tw:Product, tw:Component, tw:Service, tw:Test oder tw:Property.",
        en:
          "The kind is missing: tw:Process, tw:Material, tw:Product, tw:Component, tw:Service, tw:Test or tw:Property."
      )
    case .noLabel:
      LocalizedText(
        de: "Es fehlt ein Name: skos:prefLabel \"…\"@de, \"…\"@en.",
        en: "A name is missing: skos:prefLabel \"…\"@de, \"…\"@en.")
    case .labelMissing(let language):
      LocalizedText(
        de:
          "Der \(language == .german ? "deutsche" : "englische") Name fehlt; der andere steht für beide.",
        en:
          "The \(language == .german ? "German" : "English") name is missing; the other stands for both."
      )
    case .secondLabel(let label):
      LocalizedText(
        de: "„\(label)“ ist ein zweiter Hauptname in dieser Sprache. Als skos:altLabel schreiben.",
        en: "“\(label)” is a second preferred name in this language. Write it as skos:altLabel.")
    case .labelWithoutLanguage:
      LocalizedText(
        de: "Der Name hat keine Sprache und zählt nicht. @de oder @en anhängen.",
        en: "The name has no language and does not count. Add @de or @en.")
    case .labelUsedTwice(let label, let other):
      LocalizedText(
        de: "„\(label)“ heißt auch „\(other)“; ein Text, der das Wort nennt, meint dann beide.",
        en: "“\(label)” is a name of “\(other)” too; a text with that word then means both.")
    case .makingWithoutProcess:
      LocalizedText(
        de: "Ein tw:making nennt kein Verfahren. tw:process ergänzen.",
        en: "A tw:making names no process. Add tw:process.")
    case .noReference:
      LocalizedText(
        de: "Hier muss ein Begriff stehen (:name), kein Text.",
        en: "Here a concept must stand (:name), no text.")
    case .unknownProperty(let iri):
      LocalizedText(
        de: "Die Eigenschaft <\(iri)> ist unbekannt und zählt nicht; vermutlich ein Schreibfehler.",
        en: "The property <\(iri)> is unknown and does not count; probably a slip.")
    }
  }
}
