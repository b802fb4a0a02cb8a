// SPDX-License-Identifier: Apache-2.0

/// Units as people write them, folded, with what makes them the unit of their kind.
enum UnitTable {
  struct Unit {
    let kind: Quantity.Kind
    let factor: Double
  }

  static func unit(_ word: [UInt8]) -> Unit? { units[word] }

  private static let units: [[UInt8]: Unit] = {
    var units: [[UInt8]: Unit] = [:]
    for (kind, factor, words) in table {
      for word in words.split(separator: " ") {
        units[Array(word.utf8)] = Unit(kind: kind, factor: factor)
      }
    }
    return units
  }()

  /// `m` after a number is a metre; the inch is written as a word only.
  private static let table: [(Quantity.Kind, Double, String)] = [
    (.length, 0.001, "um mikrometer mikrometern micron microns micrometre micrometres micrometers"),
    (.length, 0.01, "hundertstel hundertsteln hundredths"),
    (.length, 0.1, "zehntel zehnteln tenths"),
    (.length, 0.0001, "zehntausendstel"),
    (.length, 1, "mm millimeter millimetern millimetre millimetres millimeters"),
    (.length, 10, "cm zentimeter zentimetern centimetre centimetres centimeters centimeter"),
    (.length, 100, "dm dezimeter"),
    (.length, 1000, "m meter metern metre metres meters lfm"),
    (.length, 25.4, "zoll inch inches"),
    (.length, 304.8, "foot feet fuss"),
    (.mass, 0.001, "g gramm gram grams gramme"),
    (.mass, 0.000001, "mg milligramm milligrams"),
    (.mass, 1, "kg kilo kilos kilogramm kilogram kilograms kilogrammes"),
    (.mass, 0.5, "pfund"), (.mass, 0.4536, "lb lbs"), (.mass, 50, "zentner zentnern"),
    (.mass, 1000, "t tonne tonnen tonnes tons to"),
    (.volume, 0.001, "ml milliliter millilitre millilitres cm3 kubikzentimeter"),
    (.volume, 1, "l liter litern litre litres liters"),
    (.volume, 1000, "m3 kubikmeter kubikmetern cbm"), (.volume, 100, "hl hektoliter"),
    (.area, 1, "m2 quadratmeter quadratmetern qm sqm"), (.area, 0.0001, "cm2"),
    (.power, 0.001, "w watt va"), (.power, 1, "kw kilowatt kva"), (.power, 1000, "mw megawatt mva"),
    (.pressure, 1, "bar"), (.pressure, 0.01, "kpa"), (.pressure, 10, "mpa"),
    (.pressure, 0.001, "mbar"),
    (.temperature, 1, "grad celsius degrees c"),
    (.voltage, 1, "v volt volts"), (.voltage, 1000, "kv kilovolt"),
    (.current, 1, "a ampere amps amp"), (.current, 0.001, "ma"),
    (.time, 1, "monat monate monaten months month"), (.time, 12 / 52.18, "woche wochen weeks week"),
    (.time, 12, "jahr jahre jahren years year"), (.time, 12 / 365.25, "tag tage tagen days day"),
    (
      .count, 1,
      """
      stuck stucke stucken teil teile teilen einheit einheiten satz satze satzen paar paare paaren \
      exemplar exemplare anlage anlagen gerat gerate geraten element elemente elementen segmente \
      segment garnitur garnituren zellen systeme leitungen behalter modelle kartons gehause bauteile \
      baugruppen werkstucke piece pieces unit units set sets pair pairs part parts item items panels \
      systems modules assemblies shells housings cabinets
      """
    ),
  ]

  /// Words that make a count one of a period: the periods in a year.
  static func period(_ word: [UInt8]) -> Double? { periods[word] }

  private static let periods: [[UInt8]: Double] = {
    var periods: [[UInt8]: Double] = [:]
    for (count, words) in [
      (
        1.0,
        "jahr jahrlich jahrliche jahrlichen jahrlicher jahresbedarf jahresmenge jahresauftrag year yearly annum annual annually"
      ),
      (12, "monat monatlich month monthly"), (52, "woche wochentlich week weekly"),
      (250, "tag taglich day daily"),
    ] {
      for word in words.split(separator: " ") { periods[Array(word.utf8)] = count }
    }
    return periods
  }()

  /// Words before a number that bound it.
  static func bound(_ word: [UInt8]) -> Quantity.Bound? { bounds[word] }

  private static let bounds: [[UInt8]: Quantity.Bound] = {
    var bounds: [[UInt8]: Quantity.Bound] = [:]
    for (bound, words) in [
      (
        Quantity.Bound.atMost,
        """
        bis hochstens maximal max maximum unter weniger hochstgewicht below under most within limit \
        hochstmass obergrenze kleiner less
        """
      ),
      (
        .atLeast,
        "ab mindestens mind minimum min minimal uber mehr least over above exceeding from more"
      ),
      (.about, "rund etwa ca circa zirka ungefahr about around approximately approx roughly"),
    ] {
      for word in words.split(whereSeparator: \.isWhitespace) { bounds[Array(word.utf8)] = bound }
    }
    return bounds
  }()
}
