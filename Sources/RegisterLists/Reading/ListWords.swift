// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import Vocabulary

/// Cells that hold several things: identifiers, capabilities, qualifications.
enum ListWords {
  /// Pieces beyond are dropped; no firm says so much in a cell.
  static let mostPieces = 100

  static func hasSeparator(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "|") || $0 == 10 }
  }

  /// Divided by `;`, `|`, line ends and bullets.
  static func pieces(of raw: String) -> [String] {
    raw.split(maxSplits: mostPieces) { ";|\n\r\u{2022}\u{B7}".contains($0) }.prefix(mostPieces)
      .map { CellText.cleaned(String($0)) }.filter { !CellText.isPlaceholder($0) }
  }

  /// Words of a capabilities column; commas divide too. One part a concept of the thesaurus that is
  /// named, and one with the text alone where none is.
  static func capabilities(in raw: String) -> [ListRow.Part] {
    var parts: [ListRow.Part] = []
    for piece in pieces(of: raw).flatMap(dividedByCommas) {
      let concepts = ConceptSpellings.builtIn.named(in: piece).filter { kind(of: $0) != nil }
      let text = fields.text.map { ListRow.Value($0, String(piece.prefix(4000))) }
      if concepts.isEmpty { parts.append(ListRow.Part(.capability, [text].compactMap { $0 })) }
      for concept in concepts {
        let values = [
          fields.kind.flatMap { field in kind(of: concept).map { ListRow.Value(field, $0) } },
          fields.term.map { ListRow.Value($0, concept.id) }, text,
        ]
        let part = ListRow.Part(.capability, values.compactMap { $0 })
        if !parts.contains(where: { $0["term"] == concept.id }) { parts.append(part) }
      }
    }
    return parts
  }

  /// What a register calls the kind; nil for what is no capability.
  private static func kind(of concept: Concept) -> String? {
    switch concept.kind {
    case .process, .material, .product, .service: concept.kind.rawValue
    case .component: Concept.Kind.product.rawValue
    case .test: Concept.Kind.service.rawValue
    case .property: nil
    }
  }

  /// `Drehen, Fräsen` is two; a comma between digits divides nothing.
  private static func dividedByCommas(_ text: String) -> [String] {
    text.split(separator: ", ").map { CellText.cleaned(String($0)) }.filter { !$0.isEmpty }
  }

  /// Words of a qualifications column: `EN9100:2027-03-31`, `ISO 9001 (gültig bis 31.03.2027)`.
  static func qualifications(in raw: String) -> [ListRow.Part] {
    var parts: [ListRow.Part] = []
    for piece in pieces(of: raw).flatMap(dividedByCommas) {
      let (standard, day) = dayApart(piece)
      let known = QualificationCatalogue.builtIn.all(in: standard)
      let names = known.isEmpty ? [String(standard.prefix(200))] : known.map(\.id)
      for name in names where !parts.contains(where: { $0["standard"] == name }) {
        let values = [
          fields.standard.map { ListRow.Value($0, name) },
          day.flatMap { day in fields.validUntil.map { ListRow.Value($0, day) } },
        ]
        parts.append(ListRow.Part(.qualification, values.compactMap { $0 }))
      }
    }
    return parts
  }

  /// Cuts a day off the end, with what introduces it.
  private static func dayApart(_ text: String) -> (standard: String, day: String?) {
    let trailing = text.reversed().prefix { $0.isNumber || $0 == "-" || $0 == "." || $0 == ")" }
    let written = String(trailing.reversed()).filter { $0 != ")" }
    guard written.utf8.count >= 8, let field = fields.validUntil else { return (text, nil) }
    do {
      let day = try field.definition.normalised(written)
      var rest = text.dropLast(trailing.count)
      while let last = rest.last, ":( ".contains(last) { rest = rest.dropLast() }
      for word in ["gültig bis", "valid until", "valid to", "bis", "until"]
      where rest.lowercased().hasSuffix(word) {
        rest = rest.dropLast(word.count)
        break
      }
      while let last = rest.last, ":(, ".contains(last) { rest = rest.dropLast() }
      return (String(rest), day)
    } catch {
      return (text, nil)
    }
  }

  private static let fields = (
    kind: RegisterField(.capability, "kind"), term: RegisterField(.capability, "term"),
    text: RegisterField(.capability, "text"), standard: RegisterField(.qualification, "standard"),
    validUntil: RegisterField(.qualification, "valid_until")
  )
}
