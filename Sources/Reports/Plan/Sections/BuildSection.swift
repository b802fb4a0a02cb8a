// SPDX-License-Identifier: Apache-2.0

/// Which options the plan uses, when they are built and what conversions cost the civil side.
struct BuildSection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  static let mostRows = 300

  func section() -> Section? {
    guard context.schedule != nil else { return nil }
    return Section(
      id: "builds", title: wording.say(de: "Was gebaut wird", en: "What is built"), body: body())
  }

  private func body() -> Markup {
    let options = context.options
    guard !options.isEmpty else {
      return .paragraph(
        context.chain[.options].isEmpty
          ? wording.tell(
            de: "Das Paket nennt keine Optionen, also baut der Plan nichts.",
            en: "The package names no options, so the plan builds nothing.")
          : wording.tell(
            de: "Der Plan baut nichts: Keine der Optionen lohnt sich oder wird gebraucht.",
            en: "The plan builds nothing: none of the options pays or is needed."))
    }
    let rest = options.count - BuildPicture.shown
    let more =
      rest > 0
      ? Markup.note(
        wording.tell(
          de: "Und \(wording.count(rest)) weitere; sie stehen in der Tabelle.",
          en: "And \(wording.count(rest)) more; they are in the table.")) : .empty
    return .paragraph(intro()) + late()
      + BuildPicture(context: context, options: options).picture(table: table()).markup(wording)
      + more + donors()
  }

  private func intro() -> Markup {
    let used = wording.count(context.options.count)
    let all = wording.count(context.chain[.options].count)
    let cost = wording.money(context.options.reduce(0) { $0 + $1.cost })
    let movable =
      context.options.contains { $0.build.isMovable }
      ? wording.tell(
        de:
          " Wo „spätestens“ steht, darf der Bau auch früher beginnen, ohne dass sich am Ergebnis etwas ändert.",
        en:
          " Where it says “at the latest”, building may start earlier without changing the result."
      ) : .empty
    return wording.tell(
      de: "Der Plan nutzt \(used) von \(all) Optionen für zusammen \(cost).",
      en: "The plan uses \(used) of \(all) options for \(cost) in all.") + movable
  }

  /// Modules that are paid for and come too late.
  private func late() -> Markup {
    let late = context.options.filter { $0.firstReady > context.periods.periods }
    guard !late.isEmpty else { return .empty }
    let names = late.prefix(3).map {
      wording.quoted(ChainNames.isolated(context.optionName($0.build.option)))
    }
    return .note(
      wording.tell(
        de: "Erst nach dem betrachteten Zeitraum fertig: \(wording.list(names)).",
        en: "Ready only after the horizon: \(wording.list(names))."))
  }

  private func table() -> DataTable {
    DataTable(
      caption: wording.say(de: "Ausbauten des Plans", en: "Build-ups of the plan"),
      columns: [
        .text(wording.say(de: "Option", en: "Option")), .text(wording.say(de: "Art", en: "Kind")),
        .number(wording.say(de: "Module", en: "Modules")),
        .text(wording.say(de: "Beginn", en: "Start")),
        .text(wording.say(de: "Nutzbar ab", en: "Usable from")),
        .number(wording.say(de: "Gewinn je Tag", en: "Gain per day")),
        .number(wording.say(de: "Kosten", en: "Cost")),
      ],
      rows: context.options.prefix(Self.mostRows).map { option in
        [
          ChainNames.isolated(context.optionName(option.build.option))
            + ChainNames.key(option.build.option),
          .text(option.kind.label[wording.language]),
          .text(wording.number(option.build.total, 2)), starts(option),
          .text(
            option.firstReady > context.periods.periods
              ? wording.say(de: "nach dem Zeitraum", en: "after the horizon")
              : context.periods.name(option.firstReady)),
          .text(wording.number(option.gainPerDay, 2)), .text(wording.money(option.cost)),
        ]
      }, total: context.options.count)
  }

  private func starts(_ option: PlannedOption) -> Markup {
    let shown = option.build.started.prefix(3).map { start in
      let count =
        option.build.started.count > 1 ? " (\(wording.number(start.count, 2)))" : ""
      return "\(context.periods.short(start.period))\(count)"
    }
    let rest = option.build.started.count - shown.count
    var text = shown.joined(separator: ", ")
    if rest > 0 { text += wording.say(de: " und \(rest) weitere", en: " and \(rest) more") }
    if option.build.isMovable {
      text = wording.say(de: "spätestens \(text)", en: "\(text) at the latest")
    }
    return .text(text)
  }

  // MARK: The civil side

  private func donors() -> Markup {
    let conversions = context.options.filter { $0.donation != nil }
    guard !conversions.isEmpty else { return .empty }
    let table = DataTable(
      caption: wording.say(
        de: "Was Umstellungen von zivilen Linien nehmen",
        en: "What conversions take from civil lines"),
      columns: [
        .text(wording.say(de: "Zivile Linie", en: "Civil line")),
        .text(wording.say(de: "Umgestellt für", en: "Converted for")),
        .number(wording.say(de: "Verlust in Läufen je Tag", en: "Loss in runs per day")),
        .number(wording.say(de: "Anteil der Linie", en: "Share of the line")),
        .number(wording.say(de: "Personen", en: "People")),
      ],
      rows: conversions.compactMap { option -> [Markup]? in
        guard let donation = option.donation else { return nil }
        let capacity = context.chain[.lines].number(.runsPerDay, donation.line)
        return [
          context.names.cell(.lines, donation.line),
          ChainNames.isolated(context.optionName(option.build.option)),
          .text(wording.number(donation.lossPerDay, 2)),
          .text(
            capacity.map { wording.percent($0 > 0 ? donation.lossPerDay / $0 : 0) } ?? "–"),
          .text(donation.workers > 0 ? wording.number(donation.workers, 1) : "–"),
        ]
      })
    return .heading(
      wording.say(de: "Was die zivile Seite abgibt", en: "What the civil side gives up"))
      + .paragraph(
        wording.tell(
          de:
            "Eine Umstellung nimmt der zivilen Linie Kapazität vom ersten Tag des Umbaus an; der Gewinn kommt erst nach der Bauzeit.",
          en:
            "A conversion takes capacity from the civil line from the first day of rebuilding on; the gain comes only after the build time."
        )) + table.markup(wording)
  }
}
