// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis
import Vocabulary

/// One of a closed list by its code, its label in either language or a word people use for it.
enum ChoiceText {
  /// - Parameter key: the field's key, for the words people use for its choices.
  static func code(
    _ text: String, _ choices: [FieldDefinition.Choice], _ label: LocalizedText, key: String
  ) throws(FieldFault) -> String {
    if let choice = choices.first(where: { $0.code == text }) { return choice.code }
    let word = FoldedText(text, umlauts: .merged).string
    for choice in choices {
      let names = [choice.code, choice.label.german, choice.label.english]
      let known = words["\(key)=\(choice.code)"] ?? []
      if names.contains(where: { FoldedText($0, umlauts: .merged).string == word })
        || known.contains(word)
      {
        return choice.code
      }
    }
    let german = choices.map(\.label.german).joined(separator: ", ")
    let english = choices.map(\.label.english).joined(separator: ", ")
    throw FieldFault(
      .choiceUnknown,
      de:
        "\(label.german): „\(FieldFault.excerpt(text))“ ist keine der Möglichkeiten \(german).",
      en:
        "\(label.english): “\(FieldFault.excerpt(text))” is none of the choices \(english).")
  }

  /// Folded words beyond the labels, by field and code.
  private static let words: [String: Set<String>] = {
    let yes: Set = ["ja", "yes", "j", "y", "x", "1", "true", "wahr", "erteilt", "given"]
    let no: Set = ["nein", "no", "n", "0", "false", "falsch"]
    let all: [String: Set<String>] = [
      "organisation.kind=company": ["firma", "betrieb", "gesellschaft", "hersteller", "konzern"],
      "organisation.kind=association": [
        "verein", "kammer", "bundesverband", "cluster", "netzwerk",
      ],
      "organisation.kind=research": [
        "forschungseinrichtung", "hochschule", "universitat", "university", "institut", "institute",
        "forschungsinstitut",
      ],
      "organisation.kind=authority": ["amt", "ministerium", "kommune", "ministry", "agency"],
      "site.status=open": yes.union(["aktiv", "active", "offen", "laufend", "operating"]),
      "site.status=closed": no.union(["inaktiv", "inactive", "stillgelegt", "zu"]),
      "capability.kind=process": ["prozess", "fertigungsverfahren", "technologie", "technology"],
      "capability.kind=material": ["material", "rohstoff"],
      "capability.kind=product": [
        "produkt", "erzeugnis", "product family", "products", "produkte",
      ],
      "capability.kind=service": ["leistung", "dienst", "services", "dienstleistungen"],
      "capability.source=own": [
        "eigenfertigung", "inhouse", "in house", "intern", "selbst", "eigene",
      ],
      "capability.source=bought_in": [
        "zukauf", "fremd", "extern", "fremdvergabe", "external", "outsourced", "bought",
      ],
      "capability.weight=core": ["kernkompetenz", "haupt", "hauptsachlich", "primary", "main"],
      "capability.weight=supplementary": ["neben", "nebenleistung", "secondary", "zusatzlich"],
      "qualification.assurance=self_declared": no.union(["selbstauskunft", "self declared"]),
      "qualification.assurance=verified": yes.union(["bestatigt", "confirmed", "nachgewiesen"]),
      "contact.consent=none": no, "contact.consent=register": yes,
    ]
    return all.mapValues { words in Set(words.map { FoldedText($0, umlauts: .merged).string }) }
  }()
}
