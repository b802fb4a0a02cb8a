// SPDX-License-Identifier: Apache-2.0

/// Finds a country by the names that sources write, with their footnote letters and misspellings.
struct CountryNames: Sendable {
  enum Resolution: Equatable {
    case country(String)
    /// A row for all others, or for the world: what it holds stays in the unknown rest.
    case rest
    case unknown
  }

  private var codes: [String: String] = [:]
  private var names: [String: String] = [:]

  init(_ countries: [Country]) {
    for country in countries {
      codes[country.iso3] = country.iso3
      if !country.iso2.isEmpty { codes[country.iso2] = country.iso3 }
      for name in [country.name.german, country.name.english] {
        names[NameIndex.folded(name)] = country.iso3
      }
    }
    for (name, code) in Self.spellings where codes[code] != nil {
      names[name] = names[name] ?? code
    }
  }

  /// The code wins where it is known; else the name, else the name without a footnote letter.
  func resolve(code: String, name: String) -> Resolution {
    if let country = codes[code.uppercased()] { return .country(country) }
    let plain = NameIndex.folded(name)
    if let country = names[plain] { return .country(country) }
    if Self.rest.contains(plain) || plain.hasPrefix("world total") || plain.hasPrefix("other ") {
      return .rest
    }
    if plain.count > 4, let country = names[String(plain.dropLast())] { return .country(country) }
    return .unknown
  }

  private static let rest: Set = [
    "other", "others", "other countries", "rest of world", "rest of the world", "row", "world",
    "total", "sum", "unspecified", "unknown", "sonstige", "andere", "ubrige", "welt", "rest",
  ]

  private static let spellings: KeyValuePairs = [
    "turkyie": "TUR", "turkiye": "TUR", "turkey": "TUR", "brasil": "BRA", "brasilia": "BRA",
    "japane": "JPN", "congo kinshasa": "COD", "congo d r": "COD", "congo dr": "COD",
    "dr congo": "COD", "drc": "COD", "congo dem rep": "COD",
    "democratic republic of the congo": "COD", "democratic republic of congo": "COD",
    "congo brazzaville": "COG", "congo rep": "COG", "republic of congo": "COG", "congo": "COG",
    "hong kong": "HKG", "libanon": "LBN", "russia": "RUS", "russian federation": "RUS",
    "russland": "RUS", "usa": "USA", "us": "USA", "u s": "USA", "united states of america": "USA",
    "south korea": "KOR", "korea south": "KOR", "korea republic of": "KOR",
    "republic of korea": "KOR", "korea rep": "KOR", "korea": "KOR", "north korea": "PRK",
    "korea north": "PRK", "burma": "MMR", "ivory coast": "CIV", "cote d ivoire": "CIV",
    "czech republic": "CZE", "macedonia": "MKD", "uk": "GBR", "great britain": "GBR",
    "iran islamic rep": "IRN", "islamic republic of iran": "IRN", "viet nam": "VNM",
    "holland": "NLD", "uae": "ARE", "slovak republic": "SVK", "syria": "SYR", "laos": "LAO",
    "taiwan province of china": "TWN", "taiwan": "TWN", "china mainland": "CHN", "kosovo": "XKX",
    "peoples republic of china": "CHN", "bolivia plurinational state of": "BOL",
    "venezuela rb": "VEN", "egypt arab rep": "EGY", "tanzania united republic of": "TZA",
  ]
}
