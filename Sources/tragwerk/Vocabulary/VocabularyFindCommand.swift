// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform
import Vocabulary

struct VocabularyFindCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: say(
      "Was der Wortschatz in einem Text erkennt.", "What the vocabulary recognises in a text."),
    discussion: say(
      "Beispiel: tragwerk vocabulary find \"Kreiselpumpen aus Edelstahl\"",
      "Example: tragwerk vocabulary find \"centrifugal pumps of stainless steel\""))

  @Argument(help: ArgumentHelp(say("Der Text.", "The text.")))
  var text: String

  @Option(
    name: .customLong("vocabulary"),
    help: ArgumentHelp(
      say(
        "Eigene Begriffe, die zu den eingebauten hinzukommen; mehrmals möglich.",
        "Concepts of one's own, added to the built-in ones; may be given several times."),
      valueName: "file.ttl"))
  var files: [String] = []

  @OptionGroup var result: JSONOption
  @OptionGroup var chosen: SchemeOption
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      let found = try FindConcepts(text: text, scheme: chosen.scheme, files: files).run()
      try result.write(text: ConceptSummary(language).text(found), json: found.json.rendered())
    }
  }
}

/// Concepts of a text in words for a terminal.
struct ConceptSummary {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)[language]
  }

  func text(_ found: FoundConcepts) -> String {
    guard !found.found.isEmpty else {
      return say("Nichts davon steht im Wortschatz.\n", "The vocabulary knows nothing of it.\n")
    }
    let width = found.found.map(\.words.count).max() ?? 0
    return found.found.map { entry in
      let words = entry.words + String(repeating: " ", count: width - entry.words.count)
      let path = ([entry.concept] + entry.wider).map { $0.label[language] }
      let head =
        "\(words)  \(path.joined(separator: " < "))  [\(entry.concept.id), \(kind(entry.concept.kind))\(form(entry.form))]\n"
      let indent = String(repeating: " ", count: width + 2)
      return head + details(entry).map { indent + $0 + "\n" }.joined()
    }.joined()
  }

  private func details(_ entry: FoundConcepts.Found) -> [String] {
    var lines: [String] = []
    if !entry.makings.isEmpty {
      let ways = entry.makings.map { making in
        [making.process, making.material].compactMap { $0?[language] }.joined(separator: ", ")
      }
      lines.append(say("braucht: ", "takes: ") + ways.joined(separator: "; "))
    }
    let codes = Concept.Scheme.allCases.compactMap { scheme in
      entry.concept.codes[scheme].map {
        scheme.rawValue.uppercased() + " " + $0.joined(separator: ", ")
      }
    }
    if !codes.isEmpty { lines.append(codes.joined(separator: "; ")) }
    return lines
  }

  private func form(_ form: ConceptMention.Form) -> String {
    switch form {
    case .whole: ""
    case .head: say(", Ende einer Zusammensetzung", ", end of a compound")
    case .modifier: say(", Teil einer Zusammensetzung", ", part of a compound")
    }
  }

  private func kind(_ kind: Concept.Kind) -> String {
    switch kind {
    case .process: say("Verfahren", "process")
    case .material: say("Werkstoff", "material")
    case .product: say("Erzeugnis", "product")
    case .component: say("Bauteil", "component")
    case .service: say("Dienstleistung", "service")
    case .test: say("Prüfung", "test")
    case .property: say("Eigenschaft", "property")
    }
  }
}
