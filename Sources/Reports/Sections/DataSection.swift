// SPDX-License-Identifier: Apache-2.0

/// The results for programs, inside the page itself, and what tables the chain has.
struct DataSection {
  let context: ReportContext
  /// The result as `assess --json` writes it.
  let json: String?
  private var wording: Wording { context.wording }

  func section() -> Section {
    Section(
      id: "data", title: wording.say(de: "Daten", en: "Data"),
      body: links() + ChainTables(chain: context.chain, wording: wording).markup())
  }

  private func links() -> Markup {
    let name = EmbeddedFiles.name(context.chain.name)
    let files: [EmbeddedFiles.File] = [
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
    return EmbeddedFiles(files: files, command: "tragwerk assess", wording: wording).markup()
  }
}
