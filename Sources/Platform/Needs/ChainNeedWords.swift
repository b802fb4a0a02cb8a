// SPDX-License-Identifier: Apache-2.0
import Foundation
import Geodesy
import Localization
import Matching
import Resilience
import ValueChains

/// Title, description and figures of a need that comes from a chain.
struct ChainNeedWords {
  private let assessment: Assessment
  private let element: ChainElement
  private let language: Language

  init(_ assessment: Assessment, _ element: ChainElement, _ language: Language) {
    self.assessment = assessment
    self.element = element
    self.language = language
  }

  private var chain: ValueChain { assessment.chain }

  private func say(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)[language]
  }

  func need(origin: String) -> Need {
    var need = Need(id: "", title: title, description: description, origin: origin)
    if let yearly {
      need.amount = Need.Amount(quantity: yearly, unit: unit.isEmpty ? nil : unit, perYear: 1)
    }
    if let site = element.site, let latitude = chain[.sites].number(.latitude, site),
      let longitude = chain[.sites].number(.longitude, site)
    {
      need.place = GeoPoint(latitude: latitude, longitude: longitude)
    }
    return need
  }

  /// A year's quantity with three digits that count, upwards: nobody asks for 1,241.7 pieces.
  private var yearly: Double? {
    guard let perDay = element.perDay, perDay.isFinite, perDay > 0 else { return nil }
    let exact = perDay * 365
    let step = pow(10, max(-9, floor(log10(exact)) - 2))
    // A hair less first, so that errors of rounding add no step.
    return ((exact / step - 1e-9).rounded(.up) * step * 1e9).rounded() / 1e9
  }

  private var material: String { name(.materials, element.material) }

  private var unit: String { chain[.materials].text(.unit, element.material) }

  private func name(_ table: TableName, _ row: Int) -> String {
    let name = chain[table].text(.name, row)
    return name.isEmpty ? chain[table].key(row) : name
  }

  private var title: String {
    switch element.task {
    case .source: return say("Weitere Quelle: \(material)", "Another source: \(material)")
    case .transport(let from):
      let (start, end) = (name(.sites, from), element.site.map { name(.sites, $0) } ?? "")
      return say(
        "Transport: \(material), \(start) – \(end)",
        "Transport: \(material), \(start) – \(end)")
    }
  }

  private var description: String {
    var sentences: [String] = []
    switch element.task {
    case .source:
      sentences.append(
        say(
          "Gesucht wird, wer dies herstellt oder herstellen könnte: \(material).",
          "Wanted: somebody who makes this, or could make it: \(material)."))
      if let site = element.site, element.isMissedThere {
        sentences.append(
          say("Gebraucht in: \(place(site)).", "Needed in: \(place(site))."))
      }
    case .transport(let from):
      let end = element.site.map(place) ?? ""
      sentences.append(
        say(
          "Gesucht wird ein weiterer Transportweg von \(place(from)) nach \(end) für: \(material).",
          "Wanted: another way of transport from \(place(from)) to \(end) for: \(material)."))
    }
    if let yearly {
      let amount = language.number(yearly, fractionDigits: 0) + (unit.isEmpty ? "" : " " + unit)
      sentences.append(say("Menge: rund \(amount) im Jahr.", "Quantity: about \(amount) a year."))
    }
    if !element.inputs.isEmpty {
      let inputs = element.inputs.map { name(.materials, $0) }.joined(separator: "; ")
      sentences.append(say("Es entsteht aus: \(inputs).", "It is made from: \(inputs)."))
    }
    let users = usedIn
    if !users.isEmpty {
      sentences.append(
        say(
          "Es geht ein in: \(users.joined(separator: "; ")).",
          "It goes into: \(users.joined(separator: "; "))."))
    }
    for (column, name) in [(ColumnName.cpv, "CPV"), (.hs, "HS")] {
      let code = chain[.materials].text(column, element.material)
      if !code.isEmpty { sentences.append("\(name) \(code).") }
    }
    return sentences.joined(separator: " ")
  }

  /// A site's name and country.
  private func place(_ site: Int) -> String {
    let country = chain[.sites].text(.country, site)
    return name(.sites, site) + (country.isEmpty ? "" : " (\(country))")
  }

  /// At most five things the material goes into, in the order of the recipes.
  private var usedIn: [String] {
    let recipes = chain[.recipes]
    let key = chain[.materials].key(element.material)
    var lines: Set<String> = []
    for row in 0..<recipes.count
    where recipes.text(.material, row) == key && (recipes.number(.quantity, row) ?? 0) < 0 {
      lines.insert(recipes.text(.line, row))
    }
    let materials = chain.keys(of: .materials)
    var users: [String] = []
    for row in 0..<recipes.count
    where lines.contains(recipes.text(.line, row)) && (recipes.number(.quantity, row) ?? 0) > 0 {
      guard let made = materials[recipes.text(.material, row)] else { continue }
      let user = name(.materials, made)
      if !users.contains(user) { users.append(user) }
    }
    return users.count > 5 ? users.prefix(5) + ["…"] : users
  }
}
