// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import ValueChains

/// A second shift for each line with a stated capacity that nobody has said how to extend.
struct SecondShifts {
  private let network: FlowNetwork
  private let needed: NeededElements
  private let assumptions: ProposalAssumptions

  init(_ network: FlowNetwork, _ needed: NeededElements, _ assumptions: ProposalAssumptions) {
    self.network = network
    self.needed = needed
    self.assumptions = assumptions
  }

  func add(to additions: inout ChainAdditions) {
    let extended = network.chain.targets(ofOptions: "line")
    let held = heldByGroup()
    for line in 0..<network.lines.count where needed.lines[line] && !held[line] {
      let capacity = network.lines.runsPerDay[line]
      guard capacity > 0, capacity.isFinite, !extended.contains(network.chain[.lines].key(line))
      else { continue }
      add(line, capacity, to: &additions)
    }
  }

  /// Lines that could use up the capacity of a group of theirs alone: people working longer there
  /// would wait for what the group shares.
  private func heldByGroup() -> [Bool] {
    var held = Array(repeating: false, count: network.lines.count)
    for group in 0..<network.groups.count where network.groups.perDay[group].isFinite {
      for member in network.groups.members[group] where network.groups.memberLine[member] >= 0 {
        let line = Int(network.groups.memberLine[member])
        let most = network.groups.memberUse[member] * network.lines.runsPerDay[line]
        if most >= network.groups.perDay[group] { held[line] = true }
      }
    }
    return held
  }

  private func add(_ line: Int, _ capacity: Double, to additions: inout ChainAdditions) {
    let lines = network.chain[.lines]
    let key = lines.key(line)
    let name = additions.name(.lines, line)
    let module = assumptions.shiftShare * capacity
    let option = additions.newKey(.options, ["proposed", "second-shift", key])
    additions.add(
      .options,
      [
        .option: option,
        .name: LocalizedText(de: "Zweite Schicht: \(name)", en: "Second shift: \(name)")[
          assumptions.language],
        .kind: "line", .target: key,
      ],
      [
        .modulePerDay: .assumption(module, moduleNote(capacity)),
        .maxModules: .assumption(
          1,
          LocalizedText(
            de: "ein Modul ist die ganze zweite Schicht", en: "one module is the whole shift")),
        .costPerModule: premium(line, module.likely),
        .buildDays: .assumption(assumptions.shiftDays, daysNote(line)),
      ])
    additions.ask(
      .maker, .options, option, .modulePerDay,
      LocalizedText(
        de:
          "Arbeitet „\(name)“ heute schon in mehr als einer Schicht? Wie viele Läufe je Tag brächte eine weitere, ab wann, mit wie vielen Personen und zu welchen Mehrkosten?",
        en:
          "Does “\(name)” already work more than one shift today? How many runs a day would another bring, from when, with how many people and at what extra cost?"
      ))
  }

  /// The premium for late work over the days of the plan, paid at the start; nil where a run's cost
  /// is not stated.
  private func premium(_ line: Int, _ module: Double) -> ChainAdditions.Figure? {
    guard let cost = network.chain[.lines].number(.costPerRun, line) else { return nil }
    let runs = module * assumptions.days
    let share = assumptions.shiftPremium
    func text(_ language: Language) -> (cost: String, runs: String, days: String) {
      (
        language.number(cost, fractionDigits: 2), language.number(runs, fractionDigits: 2),
        language.number(assumptions.days)
      )
    }
    let (de, en) = (text(.german), text(.english))
    return .assumption(
      share * (cost * runs),
      LocalizedText(
        de:
          "Schichtzuschlag für \(de.days) Tage: \(share.german("%")) der Kosten je Lauf von \(de.cost) × \(de.runs) Läufe; keine neue Anlage, Einstellungen zählen beim Personal des Standorts",
        en:
          "shift premium for \(en.days) days: \(share.english("%")) of the cost of a run of \(en.cost) × \(en.runs) runs; no new plant, hires count in the site's workforce"
      ))
  }

  private func moduleNote(_ capacity: Double) -> LocalizedText {
    let share = assumptions.shiftShare
    let runs = LocalizedText(number: capacity, fractionDigits: 3)
    return LocalizedText(
      de:
        "\(share.german("%")) der angegebenen Kapazität von \(runs.german) Läufen je Tag; den Rest kosten Übergaben, Wartung und Einarbeitung",
      en:
        "\(share.english("%")) of the stated capacity of \(runs.english) runs a day; handovers, upkeep and new people take the rest"
    )
  }

  private func daysNote(_ line: Int) -> LocalizedText {
    let site = Int(network.lines.site[line])
    let isStated = site >= 0 && network.chain[.sites].number(.workers, site) != nil
    let note = LocalizedText(
      de: "Tage, um Personen zu finden und anzulernen",
      en: "days to recruit and train people")
    return isStated
      ? note
      : note
        + LocalizedText(
          de: "; der Standort nennt kein Personal, daher begrenzt es den Plan nicht",
          en: "; the site states no workers, so they do not limit the plan")
  }
}
