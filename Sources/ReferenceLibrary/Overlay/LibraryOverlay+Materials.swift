// SPDX-License-Identifier: Apache-2.0
import Localization

extension LibraryOverlay {
  /// The crosswalk: which materials there are and what each source calls them.
  mutating func readMaterials() throws(LibraryError) {
    for material in contents.materials {
      let name = material.name.english
      sourceNames[material.id] = SourceNames(supply: name, indicators: name, scores: name)
    }
    guard
      let file = try table(
        "raw_materials/material_crosswalk.csv", "material_id", "name_en", "name_de")
    else { return }
    var rows = Dictionary(
      zip(contents.materials.map(\.id), contents.materials.indices)
    ) { first, _ in first }
    for row in file.rows {
      let id = try file.text(row, "material_id")
      let name = LocalizedText(
        de: try file.text(row, "name_de"), en: try file.text(row, "name_en"))
      sourceNames[id] = SourceNames(
        supply: row["eu_crm2023_material"], indicators: row["eu_crm2017_material"],
        scores: row["eu_crm_scores_material"], commodity: row["usgs_commodity_id"],
        commodityStages: row["usgs_stage_types"].split(separator: " | ").map(String.init))
      let list = Self.list(row["eu_2024_1252_status"])
      let nace = row["nace_of_processing_industry"]
      if let at = rows[id] {
        contents.materials[at].name = name
        contents.materials[at].euList = list ?? contents.materials[at].euList
        contents.materials[at].nace = nace.isEmpty ? contents.materials[at].nace : nace
      } else {
        rows[id] = contents.materials.count
        let other = [row["eu_crm2023_material"], row["eu_crm2017_material"]]
        contents.materials.append(
          Material(
            id: id, name: name, aliases: other.filter { !$0.isEmpty && $0 != name.english },
            euList: list, nace: nace.isEmpty ? nil : nace,
            provenance: Provenance(source: "Regulation (EU) 2024/1252; \(file.name)", year: 2024)))
      }
    }
  }

  private static func list(_ status: String) -> Material.EUList? {
    switch status {
    case "strategic_and_critical", "strategic": .strategic
    case "critical": .critical
    case "not_listed": .notListed
    default: nil
    }
  }

  /// Import reliance, recycling and substitution: one stage a material, processing before
  /// extraction; a concentration the study did not use stays unknown.
  mutating func readIndicators() throws(LibraryError) {
    guard
      let file = try table(
        "raw_materials/eu_crm2017_import_reliance_recycling_substitution.csv", "material", "stage",
        "import_reliance_percent", "eol_recycling_input_rate_percent", "substitution_index_sr")
    else { return }
    let rowsByName = Dictionary(grouping: file.rows) { NameIndex.folded($0["material"]) }
    for at in contents.materials.indices {
      let name = NameIndex.folded(sourceNames[contents.materials[at].id]?.indicators ?? "")
      let rows = name.isEmpty ? [] : rowsByName[name] ?? []
      guard let row = rows.first(where: { $0["stage"] == "processing" }) ?? rows.first else {
        continue
      }
      let used = row["supply_data_used"]
      func figure(_ column: String) -> Double? { LooseNumber(row[column])?.value }
      contents.materials[at].importReliance = figure("import_reliance_percent").map { $0 / 100 }
      contents.materials[at].recyclingRate =
        figure("eol_recycling_input_rate_percent").map { $0 / 100 }
      contents.materials[at].substitutionIndex = figure("substitution_index_sr")
      contents.materials[at].globalConcentration =
        used == "EUS only" ? nil : figure("hhi_wgi_t_global")
      contents.materials[at].euConcentration = used == "GS only" ? nil : figure("hhi_wgi_t_eu28")
      let source = "EC CRM study 2017 (\(row["material"]), \(row["stage"]))"
      let known = contents.materials[at].provenance
      if !known.source.contains(source) {
        contents.materials[at].provenance = Provenance(
          source: "\(source); \(known.source)", year: 2014)
      }
    }
  }

  /// The supply risk published last.
  mutating func readScores() throws(LibraryError) {
    guard
      let file = try table(
        "raw_materials/eu_crm_scores_2011_2023.csv", "material", "assessment_year",
        "supply_risk_score")
    else { return }
    let rowsByName = Dictionary(grouping: file.rows) { NameIndex.folded($0["material"]) }
    for at in contents.materials.indices {
      let name = NameIndex.folded(sourceNames[contents.materials[at].id]?.scores ?? "")
      guard !name.isEmpty else { continue }
      for row in rowsByName[name] ?? [] {
        guard let score = LooseNumber(row["supply_risk_score"])?.value,
          let year = Int(row["assessment_year"]),
          year >= contents.materials[at].publishedSupplyRiskYear ?? 0
        else { continue }
        contents.materials[at].publishedSupplyRisk = score
        contents.materials[at].publishedSupplyRiskYear = year
      }
    }
  }
}

extension Material {
  /// A material nothing but its names is known of yet.
  init(
    id: String, name: LocalizedText, aliases: [String], euList: EUList?, nace: String?,
    provenance: Provenance
  ) {
    self.init(
      id: id, name: name, aliases: aliases, euList: euList, nace: nace, importReliance: nil,
      recyclingRate: nil, substitutionIndex: nil, globalConcentration: nil, euConcentration: nil,
      publishedSupplyRisk: nil, publishedSupplyRiskYear: nil, provenance: provenance)
  }
}
