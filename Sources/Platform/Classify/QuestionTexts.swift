// SPDX-License-Identifier: Apache-2.0
import Classification
import Localization
import TextAnalysis
import ValueChains

/// Texts to be classified: `id` or `qid`, headings and what is said beyond them.
struct QuestionTexts {
  private(set) var ids: [String] = []
  private(set) var texts: [TextToClassify] = []
  private(set) var findings: [Finding] = []

  init(_ path: String) throws(PlatformError) {
    var table = try CheckedTable(path: path)
    let columns = TextColumns(table.header)
    if columns.isEmpty, !table.header.isEmpty {
      table.addMissing(["title", "text", "description", "phrase"])
    }
    if let id = table.place(of: ["id", "qid"]) {
      while table.next() {
        guard let key = table.key(id) else { continue }
        ids.append(key)
        texts.append(
          TextToClassify(table.cells(columns.titles), rest: table.cells(columns.rests)))
      }
    }
    findings = table.findings
  }

  /// The language of each text by its small words; nil where it has none.
  func languages() -> [Language?] {
    texts.map { text in
      Language(stated: FoldedText(text.title + " " + text.rest, umlauts: .merged).words)
    }
  }
}

/// Texts whose codes are known: `cpv` or `code`, further ones in `cpv_additional` or
/// `code_additional`, separated by blanks or semicolons.
struct ExampleTexts {
  private(set) var examples: [CodedExample] = []
  private(set) var findings: [Finding] = []

  /// - Parameter codes: those of the classification; examples of others are left out, and told.
  init(_ path: String, codes: Set<String>) throws(PlatformError) {
    var table = try CheckedTable(path: path)
    let columns = TextColumns(table.header)
    if columns.isEmpty, !table.header.isEmpty {
      table.addMissing(["title", "text", "description", "phrase"])
    }
    guard let place = table.place(of: ["cpv", "code"]) else {
      findings = table.findings
      return
    }
    let further = table.header.firstIndex { $0 == "cpv_additional" || $0 == "code_additional" }
    var unknown: [Int] = []
    while table.next() {
      let code = Self.code(table.cell(place))
      let others = table.cell(further).split { $0 == " " || $0 == ";" }.map {
        Self.code(String($0))
      }
      guard ([code] + others).contains(where: codes.contains) else {
        unknown.append(table.line)
        continue
      }
      examples.append(
        CodedExample(
          TextToClassify(table.cells(columns.titles), rest: table.cells(columns.rests)),
          code: code, further: others))
    }
    if let first = unknown.first {
      table.add(
        .leftOut, first, table.header[place],
        LocalizedText(
          de:
            "Beispiele ohne einen Code der Klassifikation bleiben weg: \(unknown.count), das erste hier.",
          en:
            "Examples without a code of the classification are left out: \(unknown.count), the first here."
        ), .warning)
    }
    findings = table.findings
  }

  /// Without the check digit of CPV: `44162000-3` is `44162000`.
  private static func code(_ cell: String) -> String {
    guard cell.utf8.count == 10, cell.utf8.dropLast().last == UInt8(ascii: "-") else { return cell }
    return String(cell.dropLast(2))
  }
}
