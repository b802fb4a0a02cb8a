// SPDX-License-Identifier: Apache-2.0
import Localization
import ReferenceLibrary
import ValueChains

extension DraftBuilder {
  /// A line whose material nobody can tell: a material of its own, one unknown supply, a question.
  mutating func addUnresolved(_ need: PartNeeds.Unresolved) -> String {
    let line = lines[need.line]
    let label = line.name.isEmpty ? line.description : line.name
    let slug = Slug.make(label.isEmpty ? need.recognition.componentClass?.value ?? "part" : label)
    let key = "line-\(line.row)" + (slug.isEmpty ? "" : "-\(slug)")
    let named = label.isEmpty ? key : String(label.prefix(160))
    writer.add(
      .materials,
      [.material: key, .name: named, .unit: need.unit, .stage: stage(need.recognition)],
      [
        .kgPerUnit: need.kilogramsPerUnit.map {
          .estimate($0, source: "parts list", note: "row \(line.row)")
        }
      ])
    writer.add(
      .recipes, [.line: Self.assemblyLine, .material: key],
      [.quantity: quantity(need, line)])
    addCover(key, perProduct: need.amount.likely)
    let supply = "unknown-\(key)"
    writer.add(
      .supplies, [.supply: supply, .site: Self.assemblySite, .material: key])
    unknownSupplies.append(supply)
    summary.unresolved.append(named)
    summary.unresolvedKilograms += (need.kilogramsPerUnit ?? 0) * need.amount.likely
    let isMade = !line.manufacturer.isEmpty && line.manufacturer.lowercased() != "any"
    writer.ask(
      isMade ? .maker : .supplier, .supplies, supply, .country,
      ComponentQuestions.text(
        named, row: line.row, manufacturer: isMade ? line.manufacturer : "",
        partNumber: line.partNumber, componentClass: need.recognition.componentClass?.value,
        candidates: candidates(need.recognition)))
    return key
  }

  private func stage(_ recognition: PartRecognition) -> String {
    ["fastener", "seal_gasket", "frame_housing"].contains(
      recognition.componentClass?.value ?? "")
      ? "part" : "component"
  }

  private func quantity(_ need: PartNeeds.Unresolved, _ line: PartsListLine) -> DraftWriter.Figure {
    let value = need.amount.likely
    let range = need.amount.isExact ? nil : -need.amount.high ... -need.amount.low
    if need.isAssumed {
      return DraftWriter.Figure(
        value: -value, kind: .assumption, range: range, source: "parts list", year: nil,
        note: "row \(line.row) states no usable quantity; \(plain(value)) assumed")
    }
    return DraftWriter.Figure(
      value: -value, kind: need.amount.isExact ? .fact : .estimate, range: range,
      source: "parts list", year: nil, note: "row \(line.row)")
  }

  /// Materials the class may hold: asked about, never counted.
  private func candidates(_ recognition: PartRecognition) -> [LocalizedText] {
    let names = [recognition.componentClass?.value, recognition.material?.value.id].compactMap {
      $0
    }
    var seen: Set<String> = []
    return names.flatMap { library.bridges(of: $0) }.filter { seen.insert($0.material).inserted }
      .compactMap { library.material($0.material)?.name }
  }

  /// What only the author of the list can answer.
  mutating func addLineQuestions() {
    for line in lines {
      for question in line.questions {
        writer.ask(
          .maker, .recipes, Self.assemblyLine + "|product", .quantity,
          LocalizedText(
            de: "Zeile \(line.row) „\(line.name)“: \(question.german)",
            en: "Row \(line.row) “\(line.name)”: \(question.english)"))
      }
    }
  }

  /// Scenarios to begin with: every unknown supply, every country and passage it comes by, the
  /// largest plants, the gateways.
  mutating func addDisruptions() {
    for supply in unknownSupplies { writer.addDisruption("without-\(supply)", "supply", supply) }
    for country in countriesUsed.subtracting([Self.home]).sorted() {
      writer.addDisruption("country-\(country)", "country", country)
    }
    for passage in passagesUsed.sorted() {
      writer.addDisruption("\(passage)-closed", "passage", passage)
    }
    for plant in plantsUsed.sorted(by: { ($1.share, $0.site) < ($0.share, $1.site) }).prefix(20) {
      writer.addDisruption("outage-\(plant.site)", "site", plant.site)
    }
    for gateway in Self.gateways where writer.has(.sites, "port-\(gateway)") {
      writer.addDisruption("closed-port-\(gateway)", "site", "port-\(gateway)")
    }
  }
}

/// Questions about components, worded for what matters in each class.
enum ComponentQuestions {
  static func text(
    _ name: String, row: Int, manufacturer: String, partNumber: String, componentClass: String?,
    candidates: [LocalizedText]
  ) -> LocalizedText {
    let what = [manufacturer, partNumber].filter { !$0.isEmpty }.joined(separator: " ")
    let head = LocalizedText(
      de: "Zeile \(row) „\(name)“" + (what.isEmpty ? "" : " (\(what))") + ": ",
      en: "Row \(row) “\(name)”" + (what.isEmpty ? "" : " (\(what))") + ": ")
    let own = componentClass.flatMap { wording[$0] } ?? general
    guard !candidates.isEmpty else { return head + own }
    return head + own
      + LocalizedText(
        de: " Enthalten sein können: \(candidates.map(\.german).joined(separator: ", ")).",
        en: " It may hold: \(candidates.map(\.english).joined(separator: ", ")).")
  }

  private static let general = LocalizedText(
    de: "Woraus besteht es, wer macht es wo, und wie viel ist zu haben?",
    en: "What is it made of, who makes it where, and how much can be had?")

  private static let wording: [String: LocalizedText] = [
    "power_supply_battery": LocalizedText(
      de:
        "Zellchemie oder Bauart ist nicht bekannt: Welche ist es, woher kommen die Zellen, wer montiert?",
      en:
        "Battery chemistry or type unknown: which is it, where do the cells come from, who assembles?"
    ),
    "photovoltaic": LocalizedText(
      de: "Zelltyp, Masse und Herkunft der Module sind nicht bekannt: Welche sind es, von wem?",
      en: "Cell type, mass and origin of the modules are unknown: which are they, from whom?"),
    "semiconductor_ic": LocalizedText(
      de:
        "Wo wird der Baustein gefertigt und wo verpackt, gibt es eine zweite Quelle gleicher Anschlüsse?",
      en: "Where is the device made and where packaged, is there a pin-compatible second source?"),
    "capacitor": LocalizedText(
      de:
        "Welche Bauart ist es (Keramik, Tantal, Aluminium), und welche Ersatztypen sind freigegeben?",
      en: "Which type is it (ceramic, tantalum, aluminium), and which substitutes are approved?"),
    "motor_pump_fan": LocalizedText(
      de: "Enthält der Motor Seltenerdmagnete, wer fertigt ihn wo?",
      en: "Does the motor hold rare-earth magnets, who makes it where?"),
    "filter_membrane": LocalizedText(
      de:
        "Aus welchem Material ist die Membran oder das Filter, wer fertigt es, wie lange hält es?",
      en: "What is the membrane or filter made of, who makes it, how long does it last?"),
    "chemical": LocalizedText(
      de: "Welcher Stoff in welcher Güte, aus welchem Rohstoff, woher?",
      en: "Which substance of which grade, from which raw material, from where?"),
  ]
}
