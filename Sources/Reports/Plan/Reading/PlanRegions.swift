// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Groups sites by region: by the first level of NUTS where a region is such a code, else as given.
struct PlanRegions {
  struct Region: Hashable {
    /// Empty for sites without a region.
    let key: String
  }

  let chain: ValueChain
  let wording: Wording

  /// The region of a site as the package gives it.
  func given(_ site: Int) -> String { chain[.sites].text(.region, site) }

  func region(_ site: Int) -> Region {
    let text = given(site)
    guard Self.isNUTS(text) else { return Region(key: text) }
    return Region(key: String(text.prefix(3)))
  }

  /// Two letters of the country and up to three signs more.
  private static func isNUTS(_ text: String) -> Bool {
    let signs = Array(text.utf8)
    guard (3...5).contains(signs.count) else { return false }
    let isUpper = signs.prefix(2).allSatisfy { (65...90).contains($0) }
    return isUpper
      && signs.dropFirst(2).allSatisfy { (65...90).contains($0) || (48...57).contains($0) }
  }

  func name(_ region: Region) -> String {
    if region.key.isEmpty {
      return wording.say(de: "Standorte ohne Region", en: "Sites without a region")
    }
    if let state = Self.states[region.key] { return state[wording.language] }
    guard Self.isNUTS(region.key) else { return region.key }
    return "\(wording.country(String(region.key.prefix(2)))), \(region.key)"
  }

  /// First level of NUTS 2024 in Germany (Commission Delegated Regulation (EU) 2023/674).
  private static let states: [String: LocalizedText] = [
    "DE1": LocalizedText(verbatim: "Baden-Württemberg"),
    "DE2": LocalizedText(de: "Bayern", en: "Bavaria"),
    "DE3": LocalizedText(verbatim: "Berlin"), "DE4": LocalizedText(verbatim: "Brandenburg"),
    "DE5": LocalizedText(verbatim: "Bremen"), "DE6": LocalizedText(verbatim: "Hamburg"),
    "DE7": LocalizedText(de: "Hessen", en: "Hesse"),
    "DE8": LocalizedText(
      de: "Mecklenburg-Vorpommern", en: "Mecklenburg-Western Pomerania"),
    "DE9": LocalizedText(de: "Niedersachsen", en: "Lower Saxony"),
    "DEA": LocalizedText(de: "Nordrhein-Westfalen", en: "North Rhine-Westphalia"),
    "DEB": LocalizedText(de: "Rheinland-Pfalz", en: "Rhineland-Palatinate"),
    "DEC": LocalizedText(verbatim: "Saarland"),
    "DED": LocalizedText(de: "Sachsen", en: "Saxony"),
    "DEE": LocalizedText(de: "Sachsen-Anhalt", en: "Saxony-Anhalt"),
    "DEF": LocalizedText(verbatim: "Schleswig-Holstein"),
    "DEG": LocalizedText(de: "Thüringen", en: "Thuringia"),
  ]
}
