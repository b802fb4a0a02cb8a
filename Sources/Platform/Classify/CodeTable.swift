// SPDX-License-Identifier: Apache-2.0
import Classification
import Localization
import TextAnalysis
import ValueChains

/// The codes of a classification as a file states them: `code`, text columns (`label…`, `title…`,
/// `phrases…`), and the tree where `parent` and `level` are there.
struct CodeTable {
  private(set) var findings: [Finding] = []
  private var rows: [Row] = []

  private struct Row {
    var code: String
    var parent: String?
    var level: String
    /// Texts with the language their column states.
    var labels: [(Language?, String)]
    var phrases: [(Language?, String)]
  }

  init(_ path: String) throws(PlatformError) {
    var table = try CheckedTable(path: path)
    let labels = Self.columns(table, ["label", "title", "name"])
    let phrases = Self.columns(table, ["phrase"])
    if labels.isEmpty, phrases.isEmpty, !table.header.isEmpty {
      table.addMissing(["label", "title", "phrases"])
    }
    if let code = table.place(of: ["code"]) {
      let parent = table.header.firstIndex(of: "parent")
      let level = table.header.firstIndex(of: "level")
      while table.next() {
        guard let key = table.key(code) else { continue }
        let above = table.cell(parent)
        rows.append(
          Row(
            code: key, parent: above.isEmpty ? nil : above, level: table.cell(level),
            labels: labels.map { ($0.language, table.cell($0.place)) },
            phrases: phrases.map { ($0.language, table.cell($0.place)) }))
      }
      checkTree(&table)
    }
    findings = table.findings
  }

  private static func columns(_ table: CheckedTable, _ names: [String])
    -> [(place: Int, language: Language?)]
  {
    table.header.enumerated().filter { TextColumns.begins($0.element, names) }.map {
      ($0.offset, TextColumns.language($0.element))
    }
  }

  private mutating func checkTree(_ table: inout CheckedTable) {
    if rows.isEmpty, table.findings.isEmpty {
      table.add(
        .tableEmpty, 0, "",
        LocalizedText(
          de: "Unter der Kopfzeile steht kein Code.", en: "There is no code below the header."))
    }
    let codes = Set(rows.map(\.code))
    for at in rows.indices {
      guard let parent = rows[at].parent, !codes.contains(parent) else { continue }
      table.add(
        .referenceUnknown, table.line(of: rows[at].code), "parent",
        LocalizedText(
          de: "„\(parent)“ steht nicht in der Datei; der Code steht ohne Obergruppe.",
          en: "“\(parent)” is not in the file; the code stands without a wider one."), .warning)
    }
    for at in CodeClassifier.cycles(entries(.german)) {
      table.add(
        .valueInvalid, table.line(of: rows[at].code), "parent",
        LocalizedText(
          de: "„\(rows[at].code)“ steht über sich selbst. Einen parent im Kreis berichtigen.",
          en: "“\(rows[at].code)” is above itself. Correct a parent in the circle."))
    }
  }

  /// The codes with their texts in one language, those of columns that state none included; all
  /// texts where the file has none in it.
  func entries(_ language: Language) -> [CodeEntry] {
    let hasOwn = rows.contains { row in
      (row.labels + row.phrases).contains { !$0.1.isEmpty && ($0.0 ?? language) == language }
    }
    func texts(_ all: [(Language?, String)]) -> [String] {
      all.filter { !$0.1.isEmpty && (!hasOwn || ($0.0 ?? language) == language) }.map(\.1)
    }
    return rows.map {
      CodeEntry(
        $0.code, parent: $0.parent, level: $0.level, labels: texts($0.labels),
        phrases: texts($0.phrases))
    }
  }

  /// Whether there are texts of one language and texts of the other.
  var isBilingual: Bool {
    let languages = rows.lazy.flatMap { $0.labels + $0.phrases }.filter { !$0.1.isEmpty }.map(\.0)
    return Language.allCases.allSatisfy { languages.contains($0) }
  }

  var codes: Set<String> { Set(rows.map(\.code)) }
}
