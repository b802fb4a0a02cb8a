// SPDX-License-Identifier: Apache-2.0

/// The plan for programs, inside the page itself, and what tables the chain has.
struct PlanDataSection {
  let context: PlanContext
  /// The result as `plan --json` writes it.
  let json: String?
  private var wording: Wording { context.wording }

  func section() -> Section {
    let name = EmbeddedFiles.name(context.chain.name)
    var files: [EmbeddedFiles.File] = [
      (
        "\(name)-plan.json", "application/json", json,
        wording.say(de: "der ganze Plan, Format 1", en: "the whole plan, format 1")
      )
    ]
    if let schedule = context.schedule {
      files.append(
        (
          "\(name)-delivered.csv", "text/csv;charset=utf-8", PlanDataFiles.delivered(schedule),
          wording.say(
            de: "jede Nachfrage \(context.periods.each)", en: "every demand \(context.periods.each)"
          )
        ))
      files.append(
        (
          "\(name)-modules.csv", "text/csv;charset=utf-8", PlanDataFiles.modules(schedule),
          wording.say(de: "jeder begonnene Ausbau", en: "every build-up started")
        ))
    }
    return Section(
      id: "data", title: wording.say(de: "Daten", en: "Data"),
      body: EmbeddedFiles(files: files, command: "tragwerk plan", wording: wording).markup()
        + ChainTables(chain: context.chain, wording: wording).markup())
  }
}
