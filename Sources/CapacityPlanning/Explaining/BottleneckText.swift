// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import ValueChains

/// Says in a sentence what binds, why nothing widens it, and what a unit more and a unit less do.
struct BottleneckText {
  private let program: CapacityProgram
  private let model: PlanningModel
  private let words: PlanWords
  private let measure: Bottleneck.Measure
  /// The plan's columns, to know which options are used up.
  private let values: [Double]

  init(_ program: CapacityProgram, _ measure: Bottleneck.Measure, _ values: [Double]) {
    self.values = values
    self.program = program
    model = program.model
    words = PlanWords(program.model)
    self.measure = measure
  }

  func bottleneck(_ value: CapacityValue, _ limit: CapacityLimit, _ periods: ClosedRange<Int>)
    -> Bottleneck
  {
    let reason = reason(limit, periods)
    let (what, unit) = subject(limit, periods)
    return Bottleneck(
      value: value, periods: periods.lowerBound + 1...periods.upperBound + 1, measure: measure,
      leadDays: reason.leadDays,
      text: what + LocalizedText(verbatim: " ") + effect(value, unit) + reason.text)
  }

  // MARK: What

  private func subject(_ limit: CapacityLimit, _ periods: ClosedRange<Int>) -> (
    LocalizedText, unit: LocalizedText
  ) {
    let (chain, when) = (model.network.chain, words.periods(periods))
    func element(_ table: TableName, _ german: String, _ english: String) -> LocalizedText {
      let name = words.name(table, limit.id)
      return LocalizedText(
        de: "\(german) \(name.german) ist in \(when.german) ausgelastet.",
        en: "\(english) \(name.english) is fully used in \(when.english).")
    }
    switch limit.kind {
    case .line:
      return (element(.lines, "Die Linie", "Line"), LocalizedText(de: "ein Lauf", en: "one run"))
    case .link:
      let isWeight = model.network.links.carriesEverything[limit.id]
      let unit = isWeight ? LocalizedText(verbatim: "1 kg") : self.unit(ofLink: limit.id)
      return (element(.links, "Die Verbindung", "Link"), unit)
    case .supply:
      let pair = Int(model.network.supplies.pair[limit.id])
      return (element(.supplies, "Der Bezug", "Supply"), unit(ofPair: pair))
    case .group:
      return (
        element(.groups, "Die Kapazitätsgruppe", "The capacity group"),
        LocalizedText(de: "eine Einheit", en: "one unit")
      )
    case .workforce:
      let name = words.name(.sites, limit.id)
      return (
        LocalizedText(
          de: "Am Standort \(name.german) fehlen in \(when.german) Leute.",
          en: "At site \(name.english) people are short in \(when.english)."),
        LocalizedText(de: "eine Person", en: "one person")
      )
    case .budget:
      return (
        LocalizedText(
          de: "Das Budget bis \(when.german) ist ausgeschöpft.",
          en: "The budget up to \(when.english) is spent."),
        LocalizedText(verbatim: "1" + (chain.currency.map { " " + $0 } ?? ""))
      )
    case .stock:
      let (site, material) = (words.site(ofPair: limit.id), words.material(ofPair: limit.id))
      return (
        LocalizedText(
          de: "Der Anfangsbestand von \(material.german) am Standort \(site.german) ist zu klein.",
          en: "The opening stock of \(material.english) at site \(site.english) is too small."),
        unit(ofPair: limit.id)
      )
    }
  }

  private func unit(ofPair pair: Int) -> LocalizedText {
    let unit = words.unit(ofMaterial: Int(model.network.pairs.material[pair]))
    return unit.isEmpty
      ? LocalizedText(de: "eine Einheit", en: "one unit") : LocalizedText(verbatim: "1" + unit)
  }

  private func unit(ofLink link: Int) -> LocalizedText {
    let arcs = model.network.links.arcs[link]
    guard let arc = arcs.first else { return LocalizedText(de: "eine Einheit", en: "one unit") }
    return unit(ofPair: Int(model.network.arcs.from[arc]))
  }

  // MARK: What it does

  private func effect(_ value: CapacityValue, _ unit: LocalizedText) -> LocalizedText {
    let period = words.period(value.period)
    let when = LocalizedText(de: "in \(period.german)", en: "in \(period.english)")
    guard let more = value.oneMore, more != 0 else {
      let less = value.oneLess.map { change($0, isGain: false) }
      let alone = LocalizedText(
        de: "Allein bringt \(unit.german) mehr \(when.german) nichts, weil anderes mit bindet",
        en:
          "Alone, \(unit.english) more \(when.english) brings nothing, because other limits bind too"
      )
      guard let less else { return alone + LocalizedText(verbatim: ".") }
      return alone
        + LocalizedText(
          de: "; \(unit.german) weniger \(less.german).",
          en: "; \(unit.english) less \(less.english)."
        )
    }
    let gain = change(more, isGain: true)
    let loss =
      value.oneLess.map { change($0, isGain: false) }
      ?? LocalizedText(de: "ist nicht möglich", en: "is not possible")
    return LocalizedText(
      de:
        "\(Self.capitalised(unit.german)) mehr \(when.german) \(gain.german), \(unit.german) weniger \(loss.german).",
      en:
        "\(Self.capitalised(unit.english)) more \(when.english) \(gain.english), \(unit.english) less \(loss.english)."
    )
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private func change(_ value: Double, isGain: Bool) -> LocalizedText {
    let size = abs(value)
    switch measure {
    case .cost:
      let money = words.money(size)
      return isGain
        ? LocalizedText(de: "spart \(money.german)", en: "saves \(money.english)")
        : LocalizedText(de: "kostet \(money.german)", en: "costs \(money.english)")
    case .output:
      let amount = program.hasValues ? words.money(size) : words.amount(size)
      let (german, english) =
        program.hasValues ? ("Lieferwert", "of value delivered") : ("Einheiten", "units")
      return isGain
        ? LocalizedText(
          de: "bringt \(amount.german) \(german)", en: "brings \(amount.english) \(english)")
        : LocalizedText(
          de: "kostet \(amount.german) \(german)", en: "costs \(amount.english) \(english)")
    case .lateness:
      let money = words.money(size)
      return isGain
        ? LocalizedText(
          de: "vermeidet \(money.german) verspäteten Wert",
          en: "avoids \(money.english) of late value")
        : LocalizedText(
          de: "verspätet einen Wert von \(money.german)", en: "makes \(money.english) of value late"
        )
    case .rate:
      let share = LocalizedText(
        de: Language.german.percent(size, fractionDigits: 2),
        en: Language.english.percent(size, fractionDigits: 2))
      return isGain
        ? LocalizedText(
          de: "hebt die Rate um \(share.german)", en: "raises the rate by \(share.english)")
        : LocalizedText(
          de: "senkt sie um \(share.german)", en: "lowers it by \(share.english)")
    }
  }

  // MARK: Why nothing widens it

  private func reason(_ limit: CapacityLimit, _ periods: ClosedRange<Int>) -> (
    text: LocalizedText, leadDays: Double
  ) {
    let options = model.options
    let target: PlanningModel.Target?
    switch limit.kind {
    case .line: target = .line(limit.id)
    case .link: target = .link(limit.id)
    case .supply: target = .supply(limit.id)
    default: return (LocalizedText(verbatim: ""), 0)
    }
    let usable = (0..<options.count).filter { options.target[$0] == target }
    guard !usable.isEmpty else {
      return (
        LocalizedText(
          de: " Das Paket nennt keine Option dafür.", en: " The package names no option for it."), 0
      )
    }
    if usable.allSatisfy({ options.modulePerDay[$0] == 0 }), model.request.disruption != nil {
      return (
        LocalizedText(
          de: " Die Störung schließt es samt allem, was hier aufgebaut würde.",
          en: " The disruption closes it with all that would be built here."), 0
      )
    }
    let ready = usable.filter { options.last[$0] >= options.first[$0] }.map {
      options.first[$0] + options.build[$0]
    }.min()
    guard let ready, ready <= limit.period else {
      let days = model.network.chain[.options].numbers(.buildDays)
      let build = usable.map { days[$0] }.min() ?? 0
      let from = LocalizedText(number: build, fractionDigits: 0)
      let first =
        ready.map { ready in
          LocalizedText(
            de: " ab \(words.period(ready + 1).german)",
            en: " from \(words.period(ready + 1).english) on")
        } ?? LocalizedText(de: " nicht im Zeitraum", en: " not within the horizon")
      return (
        LocalizedText(
          de: " Neue Module wirken wegen der Bauzeit von \(from.german) Tagen erst\(first.german).",
          en:
            " New modules take effect only\(first.english), because of the build time of \(from.english) days."
        ), build
      )
    }
    let isExhausted = usable.allSatisfy { option in
      guard let column = program.allModules(option) else { return true }
      let most = options.maximum[option]
      return most.isFinite && values[column] * program.scale.module[option] >= most * (1 - 1e-6)
    }
    return (
      isExhausted
        ? LocalizedText(
          de: " Alle Optionen dafür sind ausgeschöpft.", en: " All options for it are used up.")
        : LocalizedText(verbatim: ""), 0
    )
  }
}
