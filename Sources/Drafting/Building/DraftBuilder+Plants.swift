// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import ReferenceLibrary
import ValueChains

extension DraftBuilder {
  /// Plants of the processing branch share the need in proportion to their activity.
  mutating func addPlants(_ all: [Plant], _ material: Material, perDay: Double)
    -> Draft.Summary.Sourcing
  {
    let active = all.filter { ($0.activity ?? 0) > 0 }
    // Activity nobody states cannot rank; without any, all count alike.
    let ranked = Array((active.isEmpty ? all : active).prefix(options.mostPlants))
    let total = ranked.reduce(0) { $0 + ($1.activity ?? 1) }
    for plant in ranked {
      let share =
        (active.isEmpty ? 1 : plant.activity ?? 0) / (active.isEmpty ? Double(ranked.count) : total)
      add(plant, material, share: share, perDay: perDay)
    }
    writer.ask(
      .association, .materials, material.id, .name,
      LocalizedText(
        de:
          "\(material.name.german): Liefern die \(ranked.count) eingesetzten Werke wirklich diese Güte, und was verarbeiten sie?",
        en:
          "\(material.name.english): do the \(ranked.count) plants put in really deliver this grade, and what do they process?"
      ))
    return .plants(ranked.count)
  }

  private mutating func add(_ plant: Plant, _ material: Material, share: Double, perDay: Double) {
    let site = "plant-\(Slug.make(plant.id))"
    if !writer.has(.sites, site) { addSite(site, plant) }
    let line = "\(site)-\(Slug.make(material.id))"
    let capacity = share * perDay * (1 + options.spare)
    let year = plant.activityYear.map { " of \($0)" } ?? ""
    writer.add(
      .lines, [.line: line, .site: site, .name: "\(named(material.name)), \(plant.holder)"],
      [
        .runsPerDay: DraftWriter.Figure(
          value: capacity, kind: .assumption, range: nil, source: plant.provenance.source,
          year: plant.provenance.year,
          note:
            "\(plain(share * 100)) % of the need by reported activity\(year), plus \(plain(options.spare * 100)) % spare"
        )
      ])
    writer.add(
      .recipes, [.line: line, .material: material.id],
      [.quantity: .assumption(1, "counted in kilograms; what the plant consumes is not modelled")])
    addRoadToAssembly(from: site, plant.coordinates, material.id)
    plantsUsed.append((site, share))
  }

  private mutating func addSite(_ site: String, _ plant: Plant) {
    let owner = "org-\(Slug.make(plant.holder, limit: 80))"
    if !writer.has(.organisations, owner) {
      writer.add(
        .organisations,
        [
          .organisation: owner, .name: plant.holder, .country: plant.country,
          .sector: plant.nace ?? "",
          .identifier: plant.registerNumber.isEmpty ? "" : "register:\(plant.registerNumber)",
        ])
    }
    let place = plant.coordinates
    let name = plant.town.isEmpty ? plant.holder : "\(plant.holder), \(plant.town)"
    writer.add(
      .sites,
      [.site: site, .name: name, .organisation: owner, .country: plant.country],
      [
        .latitude: place.map { .fact($0.latitude, plant.provenance) },
        .longitude: place.map { .fact($0.longitude, plant.provenance) },
      ])
  }

  /// A way by road: great circle times a detour factor, until a network is known.
  mutating func addRoadToAssembly(from site: String, _ place: GeoPoint?, _ material: String) {
    let link = "\(site)>\(Self.assemblySite)-\(Slug.make(material))"
    guard !writer.has(.links, link) else { return }
    let land = place.map { landLeg(from: $0) }
    writer.add(
      .links,
      [
        .link: link, .fromSite: site, .toSite: Self.assemblySite, .material: material,
        .mode: (land?.kilometres ?? 0) > 1500 ? "rail" : "road",
      ], [.leadDays: land?.figure])
    if land == nil {
      writer.ask(
        .analyst, .links, link, .leadDays,
        LocalizedText(
          de: "Der Ort des Werks ist nicht bekannt: Wie lange dauert der Weg?",
          en: "The plant's place is not known: how long does the way take?"))
    }
  }

  /// From a place to the assembler over land.
  func landLeg(from place: GeoPoint) -> (kilometres: Double, figure: DraftWriter.Figure) {
    let end = options.assembly ?? DraftOptions.middle
    let kilometres = place.distance(to: end) * options.landDetour
    let days = kilometres / options.landKilometresPerDay
    return (
      kilometres,
      .estimate(
        days, source: "assumption of the draft",
        note:
          "\(plain(kilometres.rounded())) km: great circle × \(plain(options.landDetour)) at \(plain(options.landKilometresPerDay)) km a day"
      )
    )
  }
}
