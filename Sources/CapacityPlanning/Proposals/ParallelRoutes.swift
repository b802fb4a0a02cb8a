// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import ValueChains

/// A second way for each link with a capacity that is the only one for what it carries, or that
/// shares a passage with every other one.
struct ParallelRoutes {
  private let network: FlowNetwork
  private let needed: NeededElements
  private let assumptions: ProposalAssumptions
  private let finder: WayFinder
  private let inbound: [Double]

  init(_ network: FlowNetwork, _ needed: NeededElements, _ assumptions: ProposalAssumptions) {
    self.network = network
    self.needed = needed
    self.assumptions = assumptions
    finder = WayFinder(network)
    inbound = Self.inbound(network, needed)
  }

  func add(to additions: inout ChainAdditions) {
    let links = network.chain[.links]
    var served: Set<[String]> = []
    for link in needed.links.indices where needed.links[link] {
      let capacity = network.links.perDay[link]
      guard capacity > 0, capacity.isFinite, !isEasyRoad(link), let reason = reason(link)
      else { continue }
      // One way round serves all links between the same sites.
      let ends = [ColumnName.fromSite, .toSite, .material].map { links.text($0, link) }
      guard served.insert(ends).inserted else { continue }
      add(link, capacity, reason, to: &additions)
    }
  }

  /// A road to where all roads together carry what can be used there today: there are others, and
  /// another lorry needs no decision.
  private func isEasyRoad(_ link: Int) -> Bool {
    guard finder.mode[link] == "road", finder.passages[link].isEmpty,
      !network.links.carriesEverything[link], let arc = network.links.arcs[link].first
    else { return false }
    let end = Int(network.arcs.to[arc])
    return !needed.isForwarded[end] && inbound[end] >= needed.use[end]
  }

  /// Units a day that the needed links of one material bring to each pair.
  private static func inbound(_ network: FlowNetwork, _ needed: NeededElements) -> [Double] {
    var inbound = Array(repeating: 0.0, count: network.pairs.count)
    for arc in 0..<network.arcs.count {
      let link = Int(network.arcs.link[arc])
      guard needed.links[link], !network.links.carriesEverything[link] else { continue }
      inbound[Int(network.arcs.to[arc])] += network.links.perDay[link]
    }
    return inbound
  }

  /// Why a second way is wanted; nil where there is one.
  private func reason(_ link: Int) -> LocalizedText? {
    let passages = finder.passages[link]
    for passage in passages.sorted() {
      if !finder.hasWay(around: link, avoiding: { finder.passages[$0].contains(passage) }) {
        return LocalizedText(
          de: "jeder Weg führt durch die Passage „\(passage)“",
          en: "every way leads through the passage “\(passage)”")
      }
    }
    if passages.isEmpty, !finder.hasWay(around: link, avoiding: { $0 == link }) {
      let key = network.chain[.links].key(link)
      return LocalizedText(
        de: "einziger Weg ist „\(key)“", en: "the only way is “\(key)”")
    }
    return nil
  }

  /// The soonest way over existing sites that shares neither the passages nor the direct way by the
  /// same mode.
  private func way(around link: Int) -> [Int]? {
    let (from, to) = (network.links.from[link], network.links.to[link])
    let passages = finder.passages[link]
    return finder.soonestWay(around: link) { other in
      if !finder.passages[other].isDisjoint(with: passages) { return true }
      return network.links.from[other] == from && network.links.to[other] == to
        && passages.isEmpty && finder.mode[other] == finder.mode[link]
    }
  }

  private func add(
    _ link: Int, _ capacity: Double, _ reason: LocalizedText, to additions: inout ChainAdditions
  ) {
    let links = network.chain[.links]
    let way = way(around: link)
    let parts = ["proposed", "parallel-route", links.key(link)]
    let route = additions.newKey(.links, parts)
    let option = additions.newKey(.options, parts)
    let passages = Set((way ?? []).flatMap { finder.passages[$0] }).sorted()
    let freight = freight(link)
    additions.add(
      .links,
      [
        .link: route, .fromSite: links.text(.fromSite, link), .toSite: links.text(.toSite, link),
        .material: links.text(.material, link), .mode: mode(link, way),
        .passages: passages.joined(separator: ";"),
      ],
      [
        .perDay: .assumption(
          0,
          reason
            + LocalizedText(
              de: "; der zweite trägt erst durch die Option",
              en: "; the second carries only through the option")),
        .leadDays: lead(link, way), .costPerUnit: freight,
      ])
    let module = assumptions.routeShare * capacity
    let name = LocalizedText(
      de: "Zweiter Weg: \(links.key(link))", en: "Parallel route: \(links.key(link))")
    additions.add(
      .options,
      [
        .option: option, .name: name[assumptions.language], .kind: "link", .target: route,
      ],
      [
        .modulePerDay: .assumption(module, moduleNote(capacity)),
        .maxModules: .assumption(
          assumptions.routeModules,
          LocalizedText(
            de: "so viele Module ersetzen die heutige Verbindung",
            en: "so many modules replace the present link")),
        .costPerModule: setup(freight?.value, module.likely),
        .buildDays: .assumption(
          assumptions.routeDays,
          LocalizedText(
            de: "Tage, um einen zweiten Weg zu vereinbaren und einzurichten",
            en: "days to contract and set up a second way")),
      ])
    ask(link, option, to: &additions)
  }

  private func ask(_ link: Int, _ option: String, to additions: inout ChainAdditions) {
    let from = additions.name(.sites, Int(network.links.from[link]))
    let to = additions.name(.sites, Int(network.links.to[link]))
    let material = network.chain[.links].text(.material, link)
    let key = network.chain.keys(of: .materials)[material]
    let what = key.map { additions.name(.materials, $0) }
    additions.ask(
      .supplier, .options, option, .modulePerDay,
      LocalizedText(
        de:
          "Auf welchem anderen Weg ginge \(what.map { "„\($0)“" } ?? "die Ware") von „\(from)“ nach „\(to)“, wie viel je Tag, in wie vielen Tagen und zu welchen Kosten?",
        en:
          "By which other way could \(what.map { "“\($0)”" } ?? "the goods") go from “\(from)” to “\(to)”, how much a day, in how many days and at what cost?"
      ))
  }

  // MARK: Figures

  /// That of the way found: of its legs the longest, since that is what would fail.
  private func mode(_ link: Int, _ way: [Int]?) -> String {
    var longest = way?.first ?? link
    for leg in way ?? [] where network.links.leadDays[leg] > network.links.leadDays[longest] {
      longest = leg
    }
    return finder.mode[longest]
  }

  /// Nil where neither the link nor a way over existing sites states a time.
  private func lead(_ link: Int, _ way: [Int]?) -> ChainAdditions.Figure? {
    let present = network.links.leadDays[link]
    let factor = assumptions.routeLead
    if let way {
      let days = way.reduce(0) { $0 + network.links.leadDays[$1] }
      let via = way.map { network.chain[.links].key($0) }.joined(separator: ", ")
      if days > present {
        let slack = factor.high / factor.likely
        let shown = LocalizedText(number: days)
        let most = LocalizedText(number: slack, fractionDigits: 2)
        return .assumption(
          AssumedRange(days, days, (days * slack).shortened),
          LocalizedText(
            de:
              "\(shown.german) Tage über bestehende Standorte (\(via)), bis zum \(most.german)-Fachen",
            en: "\(shown.english) days over existing sites (\(via)), up to \(most.english) times")
        )
      }
    }
    guard present > 0 else { return nil }
    let shown = LocalizedText(number: present)
    return .assumption(
      factor * present,
      LocalizedText(
        de: "das \(factor.german(""))-Fache der heutigen \(shown.german) Tage",
        en: "\(factor.english("")) times the present \(shown.english) days"))
  }

  private func freight(_ link: Int) -> ChainAdditions.Figure? {
    guard let cost = network.chain[.links].number(.costPerUnit, link), cost > 0 else { return nil }
    let factor = assumptions.routeCost
    let shown = LocalizedText(number: cost, fractionDigits: 4)
    return .assumption(
      factor * cost,
      LocalizedText(
        de: "das \(factor.german(""))-Fache der heutigen Fracht von \(shown.german)",
        en: "\(factor.english("")) times the present freight of \(shown.english)"))
  }

  /// Some weeks of freight, but never less than finding and contracting a forwarder costs.
  private func setup(_ freight: Double?, _ module: Double) -> ChainAdditions.Figure {
    let least = assumptions.leastRouteSetup
    let note = LocalizedText(
      de: "Einrichten: mindestens \(least.german(""))",
      en: "setting up: at least \(least.english(""))")
    guard let freight else { return .assumption(least, note) }
    let days = assumptions.routeSetupDays
    return .assumption(
      (days * (freight * module)).atLeast(least),
      note
        + LocalizedText(
          de: ", oder die Fracht eines Moduls für \(days.german("Tage"))",
          en: ", or a module's freight for \(days.english("days"))"))
  }

  private func moduleNote(_ capacity: Double) -> LocalizedText {
    let share = assumptions.routeShare
    let shown = LocalizedText(number: capacity, fractionDigits: 3)
    return LocalizedText(
      de:
        "\(share.german("%")) der \(shown.german) je Tag der heutigen Verbindung",
      en: "\(share.english("%")) of the present link's \(shown.english) a day")
  }
}
