// SPDX-License-Identifier: Apache-2.0
import Foundation
import ValueChains

/// The results for programs, inside the page itself, and what tables the chain has.
struct DataSection {
  let context: ReportContext
  /// The result as `assess --json` writes it.
  let json: String?
  private var wording: Wording { context.wording }

  /// A file larger than this stays outside, so that the page can be sent by mail.
  static let mostBytes = 700_000

  func section() -> Section {
    Section(id: "data", title: wording.say(de: "Daten", en: "Data"), body: links() + tables())
  }

  private func links() -> Markup {
    let name = Self.fileName(context.chain.name)
    let files: [(name: String, type: String, text: String?, meaning: String)] = [
      (
        "\(name)-assessment.json", "application/json", json,
        wording.say(de: "alle Ergebnisse, Format 1", en: "all results, format 1")
      ),
      (
        "\(name)-disruptions.csv", "text/csv;charset=utf-8", DataFiles.disruptions(context),
        wording.say(de: "jede Störung, eine Zeile", en: "every disruption, one row each")
      ),
      (
        "\(name)-materials.csv", "text/csv;charset=utf-8", DataFiles.materials(context),
        wording.say(de: "jedes Material, eine Zeile", en: "every material, one row each")
      ),
    ]
    let items = files.compactMap { file -> Markup? in
      guard let text = file.text else { return nil }
      let size = wording.say(
        de: "\(wording.number(Double(text.utf8.count) / 1000, 0)) kB",
        en: "\(wording.number(Double(text.utf8.count) / 1000, 0)) kB")
      guard text.utf8.count <= Self.mostBytes else {
        return wording.tell(
          de:
            "\(file.name) (\(file.meaning), \(size)) ist für diese Seite zu groß; „tragwerk assess“ schreibt die Datei daneben.",
          en:
            "\(file.name) (\(file.meaning), \(size)) is too large for this page; “tragwerk assess” writes it beside."
        )
      }
      let address = "data:\(file.type);base64,\(Data(text.utf8).base64EncodedString())"
      return Markup.element("a", ["href": address, "download": file.name], .text(file.name))
        + " (\(file.meaning), \(size))"
    }
    return .paragraph(
      wording.tell(
        de: "Die Dateien stecken in dieser Seite und lassen sich ohne Netz speichern.",
        en: "The files are inside this page and can be saved without network.")) + .list(items)
  }

  private func tables() -> Markup {
    let used = TableName.allCases.filter { !context.chain[$0].isEmpty }
    let table = DataTable(
      caption: wording.say(de: "Tabellen des Kettenpakets", en: "Tables of the chain package"),
      columns: [
        .text(wording.say(de: "Tabelle", en: "Table")),
        .number(wording.say(de: "Zeilen", en: "Rows")),
        .text(wording.say(de: "Inhalt", en: "Content")),
      ],
      rows: used.map { name in
        [
          Markup.text(name.definition.label[context.language])
            + ChainNames.key("\(name.rawValue).csv"),
          .text(wording.count(context.chain[name].count)),
          .text(name.definition.explanation[context.language]),
        ]
      })
    return table.markup(wording)
  }

  /// A name that is safe as part of a file's name.
  static func fileName(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar -> Character in
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain ? Character(scalar) : "-"
    }
    let text = String(kept.prefix(60))
    return text.allSatisfy { $0 == "-" } ? "chain" : text
  }
}
