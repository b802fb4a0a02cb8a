// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import ValueChains

/// A second source for each material that a single supply brings, or supplies of one country or
/// one group of organisations only.
struct SecondSources {
  private let network: FlowNetwork
  private let needed: NeededElements
  private let assumptions: ProposalAssumptions
  private let owners: Owners

  init(_ network: FlowNetwork, _ needed: NeededElements, _ assumptions: ProposalAssumptions) {
    self.network = network
    self.needed = needed
    self.assumptions = assumptions
    owners = Owners(network.chain)
  }

  func add(to additions: inout ChainAdditions) {
    let materials = network.chain[.materials].count
    var sources = Array(repeating: [Int](), count: materials)
    for supply in needed.supplies.indices where needed.supplies[supply] {
      if network.supplies.perDay[supply] > 0 { sources[material(supply)].append(supply) }
    }
    let otherwise = hadOtherwise()
    var users = Array(repeating: [Int](), count: materials)
    for pair in needed.pairs.indices where needed.use[pair] > 0 {
      users[Int(network.pairs.material[pair])].append(pair)
    }
    for material in 0..<materials where !otherwise[material] {
      guard let reason = concentration(sources[material]) else { continue }
      for pair in users[material] { add(pair, sources[material], reason, to: &additions) }
    }
  }

  private func material(_ supply: Int) -> Int {
    Int(network.pairs.material[Int(network.supplies.pair[supply])])
  }

  /// Materials that a line makes, or for which an option brings a new source.
  private func hadOtherwise() -> [Bool] {
    var had = Array(repeating: false, count: network.chain[.materials].count)
    for line in needed.lines.indices where network.lines.runsPerDay[line] > 0 {
      for entry in network.lines.recipe[line] where network.lines.recipeQuantity[entry] > 0 {
        had[Int(network.pairs.material[Int(network.lines.recipePair[entry])])] = true
      }
    }
    let targets = network.chain.targets(ofOptions: "supplier")
    for supply in 0..<network.supplies.count
    where network.supplies.pair[supply] >= 0 && network.supplies.perDay[supply] == 0 {
      if targets.contains(network.chain[.supplies].key(supply)) { had[material(supply)] = true }
    }
    return had
  }

  /// Why a second source is wanted; nil where the sources do not depend on one another, where one
  /// is a market without limit, or where the material is free: what costs nothing nobody sells.
  private func concentration(_ sources: [Int]) -> LocalizedText? {
    let supplies = network.chain[.supplies]
    guard !sources.isEmpty, sources.allSatisfy({ network.supplies.perDay[$0].isFinite }),
      !sources.allSatisfy({ supplies.number(.costPerUnit, $0) == 0 })
    else { return nil }
    if sources.count == 1 {
      let key = supplies.key(sources[0])
      return LocalizedText(
        de: "einziger Bezug ist „\(key)“", en: "the only supply is “\(key)”")
    }
    let countries = Set(sources.map { owners.country(ofSupply: $0) })
    if countries.count == 1, let country = countries.first, !country.isEmpty {
      return LocalizedText(
        de: "alle Bezüge kommen aus \(country)", en: "all supplies come from \(country)")
    }
    let groups = Set(sources.map { owners.group(ofSupply: $0) })
    if groups.count == 1, let group = groups.first, !group.isEmpty {
      return LocalizedText(
        de: "alle Bezüge gehören zu „\(group)“", en: "all supplies belong to “\(group)”")
    }
    return nil
  }

  private func add(
    _ pair: Int, _ sources: [Int], _ reason: LocalizedText, to additions: inout ChainAdditions
  ) {
    let chain = network.chain
    let (site, material) = (Int(network.pairs.site[pair]), Int(network.pairs.material[pair]))
    let (siteKey, materialKey) = (chain[.sites].key(site), chain[.materials].key(material))
    let present = sources.reduce(0) { $0 + network.supplies.perDay[$1] }
    let rate = min(present, needed.use[pair])
    let module = assumptions.sourceShare * rate
    let parts = ["proposed", "second-source", materialKey, siteKey]
    let supply = additions.newKey(.supplies, parts)
    let option = additions.newKey(.options, parts)
    let price = price(sources)
    additions.add(
      .supplies, [.supply: supply, .site: siteKey, .material: materialKey],
      [
        .perDay: .assumption(
          0,
          reason
            + LocalizedText(
              de: "; die zweite Quelle liefert erst durch die Option",
              en: "; the second source delivers only through the option")),
        .costPerUnit: price,
      ])
    let what = additions.name(.materials, material)
    let place = additions.name(.sites, site)
    additions.add(
      .options,
      [
        .option: option,
        .name: LocalizedText(
          de: "Zweite Quelle: \(what) für \(place)", en: "Second source: \(what) for \(place)")[
            assumptions.language],
        .kind: "supplier", .target: supply,
      ],
      [
        .modulePerDay: .assumption(module, moduleNote(rate, isUse: rate < present)),
        .maxModules: .assumption(
          assumptions.sourceModules,
          LocalizedText(
            de: "so viele Module ersetzen die heutige Quelle",
            en: "so many modules replace the present source")),
        .costPerModule: approval(price?.value, module.likely),
        .buildDays: .assumption(days(), daysNote()),
      ])
    ask(supply, option, what, place, &additions)
  }

  private func ask(
    _ supply: String, _ option: String, _ what: String, _ place: String,
    _ additions: inout ChainAdditions
  ) {
    additions.ask(
      .maker, .supplies, supply, .country,
      LocalizedText(
        de:
          "Wer könnte „\(what)“ außer den heutigen Quellen für „\(place)“ liefern, aus welchem Land, und was fehlt zur Freigabe?",
        en:
          "Who besides the present sources could deliver “\(what)” for “\(place)”, from which country, and what is missing for approval?"
      ))
    additions.ask(
      .supplier, .options, option, .modulePerDay,
      LocalizedText(
        de:
          "Wie viel „\(what)“ je Tag könnten Sie für „\(place)“ liefern, nach wie vielen Monaten und zu welchem Preis?",
        en:
          "How much “\(what)” a day could you deliver for “\(place)”, after how many months and at what price?"
      ))
  }

  // MARK: Figures

  /// The dearest present price and the premium; nil where no price is stated.
  private func price(_ sources: [Int]) -> ChainAdditions.Figure? {
    let prices = sources.compactMap { network.chain[.supplies].number(.costPerUnit, $0) }
    guard let dearest = prices.max(), dearest > 0 else { return nil }
    let premium = assumptions.pricePremium
    let factor = AssumedRange(1 + premium.low, 1 + premium.likely, 1 + premium.high)
    let shown = LocalizedText(number: dearest, fractionDigits: 4)
    return .assumption(
      factor * dearest,
      LocalizedText(
        de:
          "heutiger Preis \(shown.german) und \(premium.german("%")) Aufschlag, frei Standort geliefert",
        en:
          "present price \(shown.english) and a premium of \(premium.english("%")), delivered to the site"
      ))
  }

  /// Search, samples and approval: a share of the business, but never less than an audit costs.
  private func approval(_ price: Double?, _ module: Double) -> ChainAdditions.Figure {
    let least = assumptions.leastQualificationCost
    let note = LocalizedText(
      de: "Suche, Muster und Freigabe: mindestens \(least.german(""))",
      en: "search, samples and approval: at least \(least.english(""))")
    guard let price else { return .assumption(least, note) }
    let share = assumptions.qualificationCost
    let year = price * module * ProposalAssumptions.daysPerYear
    let shown = LocalizedText(number: year, fractionDigits: 0)
    return .assumption(
      (share * year).atLeast(least),
      note
        + LocalizedText(
          de: ", oder \(share.german("%")) des Jahresumsatzes eines Moduls von \(shown.german)",
          en: ", or \(share.english("%")) of a module's yearly sales of \(shown.english)"))
  }

  private func days() -> AssumedRange {
    let months = assumptions.qualificationMonths
    func days(_ months: Double) -> Double {
      (months * ProposalAssumptions.daysPerMonth).rounded(.up)
    }
    return AssumedRange(days(months.low), days(months.likely), days(months.high))
  }

  private func daysNote() -> LocalizedText {
    let months = assumptions.qualificationMonths
    return LocalizedText(
      de: "\(months.german("Monate")), um eine Quelle zu finden, zu prüfen und freizugeben",
      en: "\(months.english("months")) to find, test and approve a source")
  }

  private func moduleNote(_ rate: Double, isUse: Bool) -> LocalizedText {
    let share = assumptions.sourceShare
    let shown = LocalizedText(number: rate, fractionDigits: 3)
    return isUse
      ? LocalizedText(
        de:
          "\(share.german("%")) der \(shown.german) je Tag, die am Standort genutzt werden können",
        en: "\(share.english("%")) of the \(shown.english) a day that can be used at the site")
      : LocalizedText(
        de: "\(share.german("%")) der \(shown.german) je Tag, die die heutigen Quellen bringen",
        en: "\(share.english("%")) of the \(shown.english) a day that present sources bring")
  }
}
