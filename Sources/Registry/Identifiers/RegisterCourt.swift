// SPDX-License-Identifier: Apache-2.0

/// The courts that keep registers in Germany, and how people write them.
///
/// Seats as of 2024 (Handelsregister portal of the Länder); joint courts such as Jena, Stendal or
/// Charlottenburg keep the registers of a whole Land.
enum RegisterCourt {
  /// Official names, then spellings that mean the same court.
  private static let list = """
    aachen|amberg|ansbach|arnsberg|aschaffenburg|augsburg|aurich|bad hersfeld
    bad homburg v d höhe,bad homburg,bad homburg v d h,bad homburg vor der höhe
    bad kreuznach|bad oeynhausen|bamberg|bayreuth
    charlottenburg,berlin,berlin charlottenburg,charlottenburg berlin
    bielefeld|bochum|bonn|braunschweig|bremen|chemnitz|coburg|coesfeld|cottbus|darmstadt|deggendorf
    dortmund|dresden|duisburg|düren|düsseldorf|eschwege|essen|flensburg
    frankfurt am main,frankfurt,frankfurt main,frankfurt a m,frankfurt a main,ffm
    frankfurt (oder),frankfurt oder,frankfurt an der oder,frankfurt a d oder
    freiburg im breisgau,freiburg,freiburg i br,freiburg breisgau,freiburg i brsg
    friedberg (hessen),friedberg,friedberg hessen
    fritzlar|fulda|fürth|gelsenkirchen|gießen|göttingen|gütersloh|hagen|hamburg|hamm|hanau|hannover
    hildesheim|hof|ingolstadt|iserlohn|jena|kaiserslautern|kassel
    kempten (allgäu),kempten,kempten allgäu,kempten im allgäu
    kiel|kleve|koblenz|köln|königstein im taunus,königstein,königstein i ts,königstein taunus
    korbach|krefeld|landau in der pfalz,landau,landau i d pfalz,landau pfalz
    landshut|leipzig|lemgo|limburg an der lahn,limburg,limburg a d lahn,limburg lahn
    ludwigshafen am rhein,ludwigshafen,ludwigshafen a rh,ludwigshafen rhein,ludwigshafen a r
    lübeck|lüneburg|mainz|mannheim|marburg|memmingen|mönchengladbach|montabaur|münchen|münster
    neubrandenburg|neuruppin|neuss|nürnberg
    offenbach am main,offenbach,offenbach main,offenbach a m
    oldenburg (oldenburg),oldenburg,oldenburg oldenburg,oldenburg oldb,oldenburg i o
    osnabrück|paderborn|passau|pinneberg|potsdam|recklinghausen|regensburg|rostock|saarbrücken
    schweinfurt|schwerin|siegburg|siegen|stadthagen|steinfurt|stendal|stralsund|straubing|stuttgart
    tostedt|traunstein|ulm|walsrode
    weiden i d opf,weiden,weiden i d oberpf,weiden in der oberpfalz,weiden oberpfalz,weiden opf
    wetzlar|wiesbaden|wittlich|wuppertal|würzburg|zweibrücken
    """

  /// Folded spelling → official name.
  private static let spellings: [String: String] = {
    var spellings: [String: String] = [:]
    for court in list.split(whereSeparator: { $0 == "\n" || $0 == "|" }) {
      let names = court.split(separator: ",").map(String.init)
      for name in names { spellings[folded(name)] = names[0] }
    }
    return spellings
  }()

  private static let officialNames = Set(spellings.values)

  private static let sorted = spellings.keys.sorted().map { (key: $0, bytes: Array($0.utf8)) }

  /// Signs behind a number that say which court gave it before registers were joined.
  static let suffixes: Set = [
    "b", "p", "ki", "hl", "fl", "pi", "cb", "ff", "np", "hb", "iz", "el", "rd", "no", "nm", "me",
    "pl", "sl", "ah", "be", "eu", "ra", "bs", "se",
  ]

  /// The sign a court puts behind all its numbers; it says nothing then.
  static let ownSuffixes = [
    "charlottenburg": "b", "potsdam": "p", "kiel": "ki", "lübeck": "hl", "flensburg": "fl",
    "pinneberg": "pi", "cottbus": "cb", "frankfurt (oder)": "ff", "neuruppin": "np", "bremen": "hb",
  ]

  /// The court that a sign alone names.
  static let home = Dictionary(uniqueKeysWithValues: ownSuffixes.map { ($0.value, $0.key) })

  /// The official name of a court written somehow; nil where none is near.
  ///
  /// One slip is forgiven from six letters on, two from ten on, if only one court is that near.
  static func named(_ words: [String]) -> String? {
    if words.count == 1, officialNames.contains(words[0]) { return words[0] }
    let key = folded(words.joined(separator: " "))
    if key.isEmpty { return nil }
    if let name = spellings[key] { return name }
    let bytes = Array(key.utf8)
    guard bytes.count >= 6, bytes.count <= 40 else { return nil }
    let limit = bytes.count >= 10 ? 2 : 1
    var found: String?
    for court in sorted where SpellingDistance.isWithin(limit, bytes, court.bytes) {
      guard let name = spellings[court.key], found == nil || found == name else { return nil }
      found = name
    }
    return found
  }

  /// Letters and single blanks; umlauts, their transliteration and the bare vowel are one.
  static func folded(_ text: String) -> String {
    var folded: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z":
        let byte = UInt8(scalar.value)
        // "ae", "oe" and "ue" stand for umlauts.
        let isTransliteration =
          byte == UInt8(ascii: "e")
          && (folded.last.map { "aou".utf8.contains($0) } ?? false)
        if !isTransliteration { folded.append(byte) }
      case "ä", "à", "á": folded.append(UInt8(ascii: "a"))
      case "ö", "ó": folded.append(UInt8(ascii: "o"))
      case "ü", "ú": folded.append(UInt8(ascii: "u"))
      case "ß": folded += Array("ss".utf8)
      case "\u{308}": continue
      default: if folded.last != 32, !folded.isEmpty { folded.append(32) }
      }
    }
    while folded.last == 32 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }
}
