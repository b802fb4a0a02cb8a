// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import ValueChains

/// Says a conflict in words.
struct ConflictText {
  private let model: PlanningModel
  private let words: PlanWords
  private let conflict: ConflictFinder.Conflict

  init(_ program: CapacityProgram, _ conflict: ConflictFinder.Conflict) {
    model = program.model
    words = PlanWords(program.model)
    self.conflict = conflict
  }

  func cause() -> PlanCause {
    PlanCause(
      parts: conflict.demands.prefix(20).map(demand) + conflict.limits.map(limit) + whole(),
      text: sentence())
  }

  private func whole() -> [PlanCause.Part] {
    guard conflict.isByWholeModules else { return [] }
    return [
      PlanCause.Part(
        kind: "whole", name: "", periods: nil,
        text: LocalizedText(
          de: "ganze Module, oder die Mindestzahl von Modulen",
          en: "whole modules, or the fewest number of modules"))
    ]
  }

  private func sentence() -> LocalizedText {
    if conflict.isByWholeModules {
      return LocalizedText(
        de:
          "Mit Teilen von Modulen ließe sich alle Nachfrage decken, mit ganzen Modulen (oder der Mindestzahl von Modulen) innerhalb von Budget und Höchstzahlen nicht.",
        en:
          "With parts of modules all demand could be met; with whole modules (or the fewest number of modules) within budget and maxima it cannot."
      )
    }
    if conflict.demands.isEmpty { return withoutDemand() }
    let reach = reachSentence()
    guard !conflict.limits.isEmpty else {
      return reach
        + LocalizedText(
          de:
            " Keine Kapazität steht im Weg: Bis dahin führt kein Weg vom Rohstoff dorthin – zu wenig Bestand oder Ware unterwegs für die Durchlaufzeiten, oder keine Quelle.",
          en:
            " No capacity is in the way: until then no way leads there from raw material – too little stock or goods on the way for the lead times, or no source."
        )
    }
    let limits = LocalizedText.list(conflict.limits.map { limit($0).text })
    if conflict.limits.count == 1 {
      return reach
        + LocalizedText(
          de: " Im Weg steht: \(limits.german).", en: " In the way is: \(limits.english).")
    }
    return reach
      + LocalizedText(
        de:
          " Im Weg stehen zusammen: \(limits.german). Fällt eine dieser Grenzen, so löst sich dieser Widerspruch.",
        en:
          " In the way together are: \(limits.english). If any one of these limits falls, this contradiction ends."
      )
  }

  private func withoutDemand() -> LocalizedText {
    let limits = LocalizedText.list(conflict.limits.map { limit($0).text })
    return LocalizedText(
      de:
        "Die Kette lässt sich gar nicht betreiben, auch ohne etwas zu liefern: Was da ist oder ankommt, darf nicht bleiben und kann nicht fort. Beteiligt: \(limits.german).",
      en:
        "The chain cannot be run at all, even without delivering anything: what is there or arrives must not stay and cannot go. Involved: \(limits.english)."
    )
  }

  private func reachSentence() -> LocalizedText {
    let reachable = words.amount(conflict.reachable)
    let missing = words.amount(conflict.asked - conflict.reachable)
    guard conflict.demands.count == 1, let one = conflict.demands.first else {
      let asked = words.amount(conflict.asked)
      let what = LocalizedText.list(materials())
      return LocalizedText(
        de:
          "\(conflict.demands.count) Nachfragen nach \(what.german) widersprechen einander: Zusammen verlangen sie \(asked.german), davon fehlen mindestens \(missing.german).",
        en:
          "\(conflict.demands.count) demands for \(what.english) contradict one another: together they ask for \(asked.english), of which at least \(missing.english) are missing."
      )
    }
    let what = demand(one).text
    return LocalizedText(
      de:
        "\(what.german) ist nicht zu decken: höchstens \(reachable.german) sind lieferbar, \(missing.german) fehlen.",
      en:
        "\(what.english) cannot be met: at most \(reachable.english) can be delivered, \(missing.english) are missing."
    )
  }

  /// What the demands ask for, each material once, the first few by name.
  private func materials() -> [LocalizedText] {
    var seen: Set<Int32> = []
    let pairs = conflict.demands.map { Int(model.network.demands.pair[$0.demand]) }
    let first = pairs.filter { seen.insert(model.network.pairs.material[$0]).inserted }
    let named = first.prefix(4).map(words.material(ofPair:))
    return first.count > 4
      ? named + [LocalizedText(de: "weiteren", en: "others")] : named
  }

  private func demand(_ one: (demand: Int, period: Int)) -> PlanCause.Part {
    let demands = model.network.demands
    let pair = Int(demands.pair[one.demand])
    let days = model.grid.days(
      from: demands.fromDay[one.demand], to: demands.toDay[one.demand], in: one.period)
    let asked =
      conflict.demands.count == 1 && model.request.backlog
      ? conflict.asked : demands.perDay[one.demand] * days
    let unit = words.unit(ofMaterial: Int(model.network.pairs.material[pair]))
    let (amount, material) = (words.amount(asked), words.material(ofPair: pair))
    let when = words.periods(one.period...one.period)
    return PlanCause.Part(
      kind: "demand", name: model.network.chain[.demands].key(one.demand),
      periods: one.period + 1...one.period + 1,
      text: model.request.backlog
        ? LocalizedText(
          de:
            "Die Nachfrage nach \(amount.german)\(unit) \(material.german) bis zum Ende von \(when.german)",
          en:
            "The demand for \(amount.english)\(unit) \(material.english) by the end of \(when.english)"
        )
        : LocalizedText(
          de: "Die Nachfrage nach \(amount.german)\(unit) \(material.german) in \(when.german)",
          en: "The demand for \(amount.english)\(unit) \(material.english) in \(when.english)"))
  }

  private func limit(_ one: (requirement: Requirement, periods: ClosedRange<Int>)) -> PlanCause.Part
  {
    let id = one.requirement.id
    let network = model.network
    let when = words.periods(one.periods)
    var name: String
    var text: LocalizedText
    func capacity(_ table: TableName, _ german: String, _ english: String) {
      name = network.chain[table].key(id)
      let label = words.name(table, id)
      text = LocalizedText(
        de: "\(german) \(label.german) in \(when.german)",
        en: "\(english) \(label.english) in \(when.english)")
    }
    (name, text) = ("", LocalizedText(verbatim: ""))
    switch one.requirement.kind {
    case .line: capacity(.lines, "die Kapazität der Linie", "the capacity of line")
    case .link: capacity(.links, "die Kapazität der Verbindung", "the capacity of link")
    case .supply: capacity(.supplies, "die Menge des Bezugs", "the quantity of supply")
    case .group: capacity(.groups, "die Kapazitätsgruppe", "the capacity group")
    case .workforce: capacity(.sites, "die Personen am Standort", "the people at site")
    case .budget:
      name = "budget"
      text = LocalizedText(de: "das Budget in \(when.german)", en: "the budget in \(when.english)")
    case .maximum:
      let (site, material) = (words.site(ofPair: id), words.material(ofPair: id))
      name =
        network.chain[.sites].key(Int(network.pairs.site[id])) + "|"
        + network.chain[.materials].key(Int(network.pairs.material[id]))
      text = LocalizedText(
        de: "der Höchstbestand von \(material.german) am Standort \(site.german) in \(when.german)",
        en: "the maximum stock of \(material.english) at site \(site.english) in \(when.english)")
    case .option:
      let most = words.amount(model.options.maximum[id])
      name = network.chain[.options].key(id)
      let label = words.name(.options, id)
      text = LocalizedText(
        de: "die Höchstzahl von \(most.german) Modulen der Option \(label.german)",
        en: "the most modules, \(most.english), of option \(label.english)")
    }
    return PlanCause.Part(
      kind: one.requirement.kind.rawValue, name: name,
      periods: one.periods.lowerBound + 1...one.periods.upperBound + 1, text: text)
  }
}
