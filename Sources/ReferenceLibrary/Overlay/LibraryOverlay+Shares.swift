// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization

/// The shares one source states for one stage, before one of several is chosen.
private struct ShareGroup {
  let name: String
  let stage: String
  var shares: [CountryShare] = []
  var provenance: Provenance
  /// How well the source covers the world; ties are broken by it.
  var isWorldTotal = true
  var coverage = 1.0

  /// The largest share becomes visible where a country stands twice; rows are never added up.
  mutating func append(_ share: CountryShare) -> Bool {
    if shares.contains(where: { $0.country == share.country }) { return false }
    shares.append(share)
    return true
  }
}

extension LibraryOverlay {
  /// Who supplies each material: for each view one stage of one source.
  ///
  /// The stage is extraction for materials of mining branches (NACE 05 to 09), else processing if
  /// there is any; within a stage the more recent source counts.
  mutating func readShares() throws(LibraryError) {
    let world = try readStudy("raw_materials/eu_crm2023_global_supply_shares.csv")
    let eu = try readStudy("raw_materials/eu_crm2023_eu_sourcing_shares.csv")
    let commodities = try readCommodities()
    addMaterials(namedIn: world + eu)
    let worldByName = Dictionary(grouping: world) { NameIndex.folded($0.name) }
    let euByName = Dictionary(grouping: eu) { NameIndex.folded($0.name) }
    for material in contents.materials {
      guard let names = sourceNames[material.id] else { continue }
      let supply = NameIndex.folded(names.supply)
      let study = worldByName[supply] ?? []
      let own = commodities.filter {
        $0.name == names.commodity && names.commodityStages.contains($0.stage)
      }
      let production = study + own.map { Self.classified($0, for: material) }
      put(Self.best(production, for: material), for: material, .world)
      let sourcing = (euByName[supply] ?? []).filter { !Self.repeats($0, of: study) }
      put(Self.best(sourcing, for: material), for: material, .eu)
    }
  }

  private mutating func put(_ group: ShareGroup?, for material: Material, _ view: SupplyView) {
    guard let group, !group.shares.isEmpty else { return }
    contents.shares[.init(material: material.id, view: view)] = SupplyShares(
      material: material.id, view: view, stage: group.stage, shares: group.shares,
      provenance: group.provenance)
  }

  // MARK: Reading

  private mutating func readStudy(_ name: String) throws(LibraryError) -> [ShareGroup] {
    guard
      let file = try table(
        name, "material", "stage", "country_source", "country_iso3", "share_percent")
    else { return [] }
    var groups: [String: ShareGroup] = [:]
    for row in file.rows {
      let key = "\(row["material"])|\(row["stage"])"
      let fresh = ShareGroup(
        name: row["material"], stage: row["stage"],
        provenance: Provenance(source: "EC CRM study 2023", year: 2020))
      add(row, of: file, to: &groups[key, default: fresh])
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func readCommodities() throws(LibraryError) -> [ShareGroup] {
    guard
      let file = try table(
        "raw_materials/usgs_mcs2024_country_shares_derived.csv", "commodity_id", "stage_type",
        "country_source", "country_iso3", "share_percent")
    else { return [] }
    var groups: [String: ShareGroup] = [:]
    for row in file.rows {
      let key = "\(row["commodity_id"])|\(row["stage_type"])"
      var fresh = ShareGroup(
        name: row["commodity_id"], stage: row["stage_type"],
        provenance: Provenance(source: "USGS MCS 2024", year: Int(row["year"]) ?? 2023))
      fresh.isWorldTotal = row["world_basis"] == "world_total"
      fresh.coverage = LooseNumber(row["rows_sum_over_world"])?.value ?? 1
      add(row, of: file, to: &groups[key, default: fresh])
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func add(
    _ row: DelimitedTable.Row, of file: TableFile, to group: inout ShareGroup
  ) {
    let name = row["country_source"]
    guard let figure = LooseNumber(row["share_percent"]), (0...100).contains(figure.value) else {
      if !row["share_percent"].isEmpty {
        note(
          file.name, row: row.line, column: "share_percent",
          "„\(row["share_percent"])“ ist kein Anteil; er bleibt im unbekannten Rest.",
          "“\(row["share_percent"])” is not a share; it stays in the unknown rest.")
      }
      return
    }
    switch countryNames.resolve(code: row["country_iso3"], name: name) {
    case .rest: return
    case .unknown:
      note(
        file.name, row: row.line, column: "country_source",
        "Das Land „\(name)“ ist nicht bekannt; sein Anteil bleibt im unbekannten Rest.",
        "The country “\(name)” is not known; its share stays in the unknown rest.")
    case .country(let country):
      let share = CountryShare(
        country: country, share: figure.value / 100,
        isUpperBound: figure.isUpperBound || row["share_flag"] == "lt",
        tradeParameter: LooseNumber(row["trade_parameter_t"])?.value)
      if !group.append(share) {
        note(
          file.name, row: row.line, column: "country_iso3",
          "\(name) steht für \(group.name) zweimal in derselben Stufe; die erste Zeile zählt.",
          "\(name) stands twice for \(group.name) in the same stage; the first row counts.")
      }
    }
  }

  // MARK: Choosing

  /// Materials of the study that neither the library nor the crosswalk names.
  private mutating func addMaterials(namedIn groups: [ShareGroup]) {
    var known = Set(sourceNames.values.map { NameIndex.folded($0.supply) })
    let index = NameIndex(contents.materials.map { (id: $0.id, names: $0.allNames) })
    for group in groups where known.insert(NameIndex.folded(group.name)).inserted {
      if let id = index[group.name] {
        if sourceNames[id]?.supply.isEmpty ?? true { sourceNames[id]?.supply = group.name }
        continue
      }
      let id = NameIndex.folded(group.name).replacing(" ", with: "_")
      guard !id.isEmpty, !contents.materials.contains(where: { $0.id == id }) else { continue }
      contents.materials.append(
        Material(
          id: id, name: LocalizedText(verbatim: group.name), aliases: [], euList: nil, nace: nil,
          provenance: group.provenance))
      sourceNames[id] = SourceNames(
        supply: group.name, indicators: group.name, scores: group.name)
    }
  }

  /// A commodity's stage type, free text at its source, as extraction or processing.
  private static func classified(_ group: ShareGroup, for material: Material) -> ShareGroup {
    let text = " \(NameIndex.folded(group.stage)) "
    let mining = [" mine ", " mined ", " mne ", " ore ", " ores ", " crude ", " concentrates "]
    let making = [
      " refinery ", " smelter ", " plant ", " refined ", " metal ", " steel ", " iron ",
    ]
    let isMining = mining.contains(where: text.contains)
    let isMaking = making.contains(where: text.contains)
    let isMined = isMining || (!isMaking && material.isMined)
    var copy = ShareGroup(
      name: group.name, stage: isMined ? "extraction" : "processing", shares: group.shares,
      provenance: group.provenance)
    copy.isWorldTotal = group.isWorldTotal
    copy.coverage = group.coverage
    let own = NameIndex.folded(material.name.english).split(separator: " ")
    // A figure that names the material beats one for its group.
    if !own.allSatisfy({ text.contains(" \($0) ") }) { copy.coverage -= 1 }
    return copy
  }

  private static func best(_ groups: [ShareGroup], for material: Material) -> ShareGroup? {
    let wanted = material.isMined ? "extraction" : "processing"
    func rank(_ group: ShareGroup) -> (Int, Int, Int, Double) {
      (
        group.stage == wanted ? 1 : 0, group.isWorldTotal ? 1 : 0, group.provenance.year ?? 0,
        group.coverage
      )
    }
    return groups.filter { !$0.shares.isEmpty }.max { rank($0) < rank($1) }
  }

  /// Whether the EU column is the world column rounded to whole per cent: no sourcing data then.
  private static func repeats(_ group: ShareGroup, of world: [ShareGroup]) -> Bool {
    guard group.shares.count >= 5,
      let production = world.first(where: { $0.stage == group.stage })
    else { return false }
    return group.shares.allSatisfy { share in
      production.shares.contains {
        $0.country == share.country && abs($0.share - share.share) <= 0.005_000_1
      }
    }
  }
}

extension Material {
  /// Whether its processing branch is mining.
  fileprivate var isMined: Bool {
    guard let nace, let division = Int(nace.prefix(2)) else { return false }
    return (5...9).contains(division)
  }
}
