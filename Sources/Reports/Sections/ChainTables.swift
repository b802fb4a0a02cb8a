// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// The tables that a chain package has.
struct ChainTables {
  let chain: ValueChain
  let wording: Wording

  func markup() -> Markup {
    let used = TableName.allCases.filter { !chain[$0].isEmpty }
    let table = DataTable(
      caption: wording.say(de: "Tabellen des Kettenpakets", en: "Tables of the chain package"),
      columns: [
        .text(wording.say(de: "Tabelle", en: "Table")),
        .number(wording.say(de: "Zeilen", en: "Rows")),
        .text(wording.say(de: "Inhalt", en: "Content")),
      ],
      rows: used.map { name in
        [
          Markup.text(name.definition.label[wording.language])
            + ChainNames.key("\(name.rawValue).csv"),
          .text(wording.count(chain[name].count)),
          .text(name.definition.explanation[wording.language]),
        ]
      })
    return table.markup(wording)
  }
}
