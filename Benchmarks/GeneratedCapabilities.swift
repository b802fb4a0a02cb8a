// SPDX-License-Identifier: Apache-2.0

/// Texts as firms describe what they do, made up: German and English, 8 to 20 words, few words
/// frequent and most rare, many compounds. The same on every run.
struct GeneratedCapabilities {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }

  /// Early ones more often: about as one over the place.
  private mutating func skewed(_ count: Int) -> Int {
    var power = 1.0
    let share = unit()
    // Density proportional to 1 / (place + 1), by inversion in steps of doubling.
    var low = 0.0
    let steps = Double(Int.bitWidth - count.leadingZeroBitCount)
    let step = (share * steps).rounded(.down)
    for _ in 0..<Int(step) { power *= 2 }
    low = power - 1
    return min(count - 1, Int(low + unit() * power))
  }

  mutating func text(words count: Int? = nil) -> String {
    let isGerman = unit() < 0.7
    let length = count ?? 8 + Int(unit() * 13)
    var words: [String] = []
    while words.count < length {
      let share = unit()
      if share < 0.15 {
        let small = isGerman ? Self.smallGerman : Self.smallEnglish
        words.append(small[skewed(small.count)])
      } else if share < 0.2 {
        words.append(rare())
      } else if isGerman {
        words.append(german())
      } else {
        words.append(Self.english[skewed(Self.english.count)])
      }
    }
    return words.joined(separator: " ")
  }

  private mutating func german() -> String {
    let share = unit()
    let head = Self.roots[skewed(Self.roots.count)]
    if share < 0.4 { return head }
    let first = Self.roots[skewed(Self.roots.count)]
    if share < 0.85 { return first + head.lowercased() }
    return first + Self.roots[skewed(Self.roots.count)].lowercased() + head.lowercased()
  }

  /// Names, types, places.
  private mutating func rare() -> String {
    (0..<3).map { _ in
      Self.starts[Int(unit() * Double(Self.starts.count))]
        + Self.ends[Int(unit() * Double(Self.ends.count))]
    }.joined()
  }

  static let roots = """
    Fertigung Maschine Blech Stahl Teil Bau Anlage Schweiß Rohr Dreh Fräs Guss Metall Kunststoff
    Werkzeug Montage Gehäuse Technik Steuerung Kabel Antrieb Pumpe Ventil Lager Welle Getriebe Motor
    Filter Behälter Tank Kessel Druck Luft Wasser Gas Öl Kälte Wärme Dichtung Gummi Schaum Folie Papier
    Karton Holz Möbel Glas Keramik Draht Feder Schraube Niet Bolzen Mutter Ketten Zahn Rad Riemen Achse
    Rahmen Fahrzeug Aufbau Anhänger Kran Förder Band Hub Bühne Container Zelt Plane Textil Garn Gewebe
    Leder Schuh Schutz Helm Weste Brille Optik Linse Sensor Mess Prüf Labor Medizin Gerät Pharma Chemie
    Lack Pulver Beschichtung Härte Galvanik Schleif Polier Laser Strahl Schneid Stanz Biege Tiefzieh
    Umform Schmiede Press Walz Spritz Extrusion Form Modell Muster Platine Elektronik Leiter Schalter
    Schrank Batterie Akku Lade Netz Generator Turbine Solar Wind Brücke Tor Tür Fenster Fassade Dach
    Boden Wand Platte Profil Träger Stütze Gitter Zaun Treppe Leiter Gerüst Software Daten Funk Antenne
    Radar Kamera Anzeige Druckerei Verpackung Flasche Dose Deckel Etikett Logistik Transport Spedition
    Reinigung Wartung Reparatur Instandhaltung Prüfung Zertifikat Entwicklung Konstruktion Planung
    Serie Einzel Klein Groß Präzision Sonder Spezial Industrie Handwerk
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  static let english = """
    manufacturing machining steel sheet metal parts welding assembly components milling turning
    casting plastic injection moulding tooling aluminium precision housings systems control electrical
    cable pumps valves bearings shafts gears engines filters tanks pressure vessels air water gas oil
    cooling heating seals rubber foam film paper board wood furniture glass ceramic wire springs
    screws fasteners chains wheels belts axles frames vehicles trailers cranes conveyors lifting
    platforms containers tents textiles yarn fabric leather footwear protective helmets vests optics
    lenses sensors measuring testing laboratory medical devices pharmaceutical chemicals coatings
    powder hardening plating grinding polishing laser cutting punching bending drawing forming forging
    pressing rolling extrusion prototypes printed circuit boards electronics switches cabinets batteries
    chargers generators turbines solar wind bridges doors windows facades roofing flooring panels
    profiles beams grating fences stairs scaffolding software data radio antennas radar cameras
    displays printing packaging bottles cans labels logistics transport cleaning maintenance repair
    overhaul inspection certification development engineering design series special industrial
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  static let smallGerman = "und für aus mit von der die in bis zur nach sowie auf im"
    .split(separator: " ").map(String.init)
  static let smallEnglish = "and for of with the in to from our up by on".split(separator: " ")
    .map(String.init)
  static let starts = "b br d dr f fl g gr h j k kl l m n p pr r s st sch t tr v w z"
    .split(separator: " ").map(String.init)
  static let ends = "a e i o u an en in on un al el il ol ar er ir or as es is os ei au"
    .split(separator: " ").map(String.init)
}
