// SPDX-License-Identifier: Apache-2.0
import Localization
import ReferenceLibrary
import ValueChains

/// Drafts a chain from a parts list by the rules of section 7 of the mathematics: every figure with
/// its origin, every gap with a question.
public struct DraftBuilder {
  static let assemblySite = "assembly"
  static let assemblyLine = "assembly-line"
  static let gateways = ["DEHAM", "NLRTM"]
  static let home = "DE"

  let library: ReferenceLibrary
  let options: DraftOptions
  var writer: DraftWriter
  /// Routes that exist already, by country: the site at their start.
  var originSites: [String: String] = [:]
  var passagesUsed: Set<String> = []
  var countriesUsed: Set<String> = []
  var plantsUsed: [(site: String, share: Double)] = []
  var unknownSupplies: [String] = []
  var summary = Draft.Summary()

  private let reading: PartsListReading
  var lines: [PartsListLine] { reading.lines }
  private let productName: String
  private let recogniser: PartRecogniser

  /// - Parameter name: what the product is called, usually the list's file name.
  public init(
    _ reading: PartsListReading, name: String, library: ReferenceLibrary, options: DraftOptions
  ) {
    self.reading = reading
    self.library = library
    self.options = options
    productName = name
    recogniser = PartRecogniser(library)
    writer = DraftWriter(name: Slug.make(name, limit: 60), title: name)
  }

  /// Drafts the chain. Deterministic; a few milliseconds a material, more over a sea network.
  public mutating func build() -> Draft {
    let needs = PartNeeds(reading, library, recogniser)
    addProduct()
    var materialOfLine: [Int: String] = [:]
    for need in needs.resolved {
      addResolved(need)
      for line in need.lines {
        materialOfLine[line] = [materialOfLine[line], need.material.id].compactMap { $0 }
          .joined(separator: ";")
      }
    }
    for need in needs.unresolved { materialOfLine[need.line] = addUnresolved(need) }
    for line in needs.boardFeatures { materialOfLine[line] = "(circuit board)" }
    addLineQuestions()
    addDisruptions()
    summary.masses.sort { ($1.kilograms, $0.material) < ($0.kilograms, $1.material) }
    summary.questions = writer.chain[.questions].count
    return Draft(
      chain: writer.chain, reading: reading, materialOfLine: materialOfLine, summary: summary)
  }

  // MARK: Product

  private mutating func addProduct() {
    let place = options.assembly ?? DraftOptions.middle
    let note =
      options.assembly == nil
      ? "middle of Germany until the assembler is known" : "as given when drafting"
    writer.add(
      .sites,
      [.site: Self.assemblySite, .name: assemblyName, .country: Self.home],
      [
        .latitude: .assumption(place.latitude, note),
        .longitude: .assumption(place.longitude, note),
      ])
    writer.add(
      .materials,
      [.material: "product", .name: productName, .unit: "piece", .stage: "system"])
    writer.add(
      .lines,
      [
        .line: Self.assemblyLine, .site: Self.assemblySite, .name: assemblyName,
      ])
    writer.add(
      .recipes, [.line: Self.assemblyLine, .material: "product"],
      [.quantity: .assumption(1, "one product a run")])
    writer.add(
      .demands, [.demand: "product", .site: Self.assemblySite, .material: "product"],
      [
        .perDay: .assumption(
          options.rate, "\(plain(options.quantity)) pieces in \(plain(options.perDays)) days")
      ])
    askAboutProduct()
  }

  private var assemblyName: String {
    named(LocalizedText(de: "Endmontage \(productName)", en: "Assembly of \(productName)"))
  }

  /// A name in the language of the draft.
  func named(_ text: LocalizedText) -> String { text[options.language] }

  private mutating func askAboutProduct() {
    writer.ask(
      .analyst, .demands, "product", .valuePerUnit,
      LocalizedText(
        de: "Was ist ein Stück wert, das nicht geliefert wird?",
        en: "What is a piece worth that is not delivered?"))
    writer.ask(
      .maker, .lines, Self.assemblyLine, .runsPerDay,
      LocalizedText(
        de:
          "Wie viele Stück am Tag kann die Endmontage höchstens fertigen, und wie lange dauert eines?",
        en: "How many pieces a day can the assembly make at most, and how long does one take?"))
    if options.assembly == nil {
      writer.ask(
        .maker, .sites, Self.assemblySite, .latitude,
        LocalizedText(de: "Wo wird montiert?", en: "Where is it assembled?"))
    }
  }

  // MARK: Materials by mass

  private mutating func addResolved(_ need: PartNeeds.Resolved) {
    let (material, kilograms) = (need.material, need.kilograms)
    let shares = chosenShares(material)
    writer.add(
      .materials,
      [
        .material: material.id, .name: named(material.name), .unit: "kg",
        .stage: shares?.stage == "extraction" ? "raw" : "processed",
      ], [.kgPerUnit: .assumption(1, "counted in kilograms")])
    writer.add(
      .recipes, [.line: Self.assemblyLine, .material: material.id],
      [
        .quantity: DraftWriter.Figure(
          value: -kilograms.likely, kind: .estimate, range: -kilograms.high ... -kilograms.low,
          source: "parts list", year: nil,
          note: need.evidence.joined(separator: "; ")
            + (need.isByHint ? " (material by a hint of the list)" : ""))
      ])
    addCover(material.id, perProduct: kilograms.likely)
    let how = addSources(material, perDay: kilograms.likely * options.rate, shares)
    summary.masses.append(
      Draft.Summary.Mass(
        material: material.id, name: material.name, kilograms: kilograms.likely))
    summary.sourcing.append((material.id, material.name, how))
  }

  /// The stock at the assembler, an assumption that the report states first.
  mutating func addCover(_ material: String, perProduct: Double) {
    let stock = perProduct * options.rate * options.coverDays
    writer.add(
      .stocks, [.site: Self.assemblySite, .material: material],
      [
        .onHand: .assumption(
          stock,
          "\(plain(options.coverDays)) days of need (--cover-days); the true stock is not known")
      ])
  }

  private mutating func addSources(
    _ material: Material, perDay: Double, _ shares: SupplyShares?
  ) -> Draft.Summary.Sourcing {
    let plants = material.nace.map { library.plants(nace: $0) } ?? []
    let open = plants.filter { $0.isOpen != false }
    if !open.isEmpty { return addPlants(open, material, perDay: perDay) }
    askAboutRegister(material)
    guard let shares, !shares.shares.isEmpty else {
      addUnknownSupply(material.id, material.name)
      return .unknown
    }
    return addImports(material, perDay: perDay, shares)
  }

  /// "Not in the register" is a question, never a zero.
  private mutating func askAboutRegister(_ material: Material) {
    guard !library.register.files.isEmpty, let nace = material.nace else { return }
    writer.ask(
      .association, .materials, material.id, .name,
      LocalizedText(
        de:
          "Für \(material.name.german) (NACE \(nace)) steht kein Werk im Register. Das heißt nicht, dass es keines gibt: Wer in Deutschland verarbeitet es?",
        en:
          "For \(material.name.english) (NACE \(nace)) no plant is in the register. That does not mean there is none: who processes it in Germany?"
      ))
  }

  func chosenShares(_ material: Material) -> SupplyShares? {
    let other: SupplyView = options.view == .eu ? .world : .eu
    return library.shares(of: material.id, view: options.view)
      ?? library.shares(of: material.id, view: other)
  }

  /// One supply nobody can say anything about.
  mutating func addUnknownSupply(_ material: String, _ name: LocalizedText) {
    let key = "unknown-\(material)"
    writer.add(.supplies, [.supply: key, .site: Self.assemblySite, .material: material])
    unknownSupplies.append(key)
    writer.ask(
      .supplier, .supplies, key, .country,
      LocalizedText(
        de: "Woher kommt \(name.german), von wem, und wie viel ist zu haben?",
        en: "Where does \(name.english) come from, from whom, and how much can be had?"))
  }

  /// Numbers in notes: plain, as people write them.
  func plain(_ value: Double) -> String { Language.english.number(value, fractionDigits: 3) }
}
