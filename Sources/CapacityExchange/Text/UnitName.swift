// SPDX-License-Identifier: Apache-2.0

/// A unit of measure under whichever name it comes: SAMM's, the UN/ECE code of older models, or what
/// people write in a table of materials.
///
/// Two names of one unit are the same unit; two units of one dimension are not. Nothing is converted:
/// a factor of a thousand is the commonest mistake between two companies.
struct UnitName: Sendable, Hashable {
  /// As the chain package writes it.
  let name: String
  /// Whether it was one of the units known here.
  let isKnown: Bool

  /// Nil for an empty text and for UN/ECE `ZZ`, "not stated".
  init?(_ text: String) {
    let trimmed = text.filter { !$0.isWhitespace }
    if trimmed.isEmpty { return nil }
    let plain = trimmed.lowercased()
    let known = Self.names[plain.hasPrefix("unit:") ? String(plain.dropFirst(5)) : plain]
    name = known ?? String(trimmed.prefix(40))
    isKnown = known != nil
  }

  private static let names: [String: String] = {
    var table: [String: String] = [:]
    for line in known {
      for name in [line.0] + line.1.split(separator: " ").map(String.init) {
        table[name.lowercased()] = line.0
      }
    }
    return table
  }()

  /// The package's word, then SAMM's name, the code of UN/ECE Recommendation 20, and others.
  private static let known: [(String, String)] = [
    ("piece", "h87 c62 pieces pc pcs pce ea each stück stueck stk st"), ("set", "sets satz sätze"),
    ("pair", "pr pairs paar paare"), ("page", "zp pages seite seiten"),
    ("cycle", "cycles zyklus zyklen"), ("kWh", "kilowatthour kilowattstunde kilowattstunden"),
    ("g", "gram grm grams gramm"), ("kg", "kilogram kgm kilograms kilogramm"),
    ("t", "tonnemetricton tne tonne tonnes tonnen"),
    ("short ton", "tonusorshorttonukorus stn"), ("oz", "ounceavoirdupois onz"),
    ("lb", "pound lbr pounds"), ("m", "metre mtr meter metres meters"),
    ("cm", "centimetre cmt centimeter"), ("km", "kilometre ktm kmt kilometer"),
    ("in", "inch inh inches"), ("ft", "foot fot feet"), ("yd", "yard yrd yards"),
    ("cm²", "squarecentimetre cmk cm2"), ("m²", "squaremetre mtk m2 qm quadratmeter"),
    ("in²", "squareinch ink in2"), ("ft²", "squarefoot ftk ft2"), ("yd²", "squareyard ydk yd2"),
    ("cm³", "cubiccentimetre cmq cm3"), ("m³", "cubicmetre mtq m3 kubikmeter"),
    ("in³", "cubicinch inq in3"), ("ft³", "cubicfoot ftq ft3"), ("yd³", "cubicyard ydq yd3"),
    ("l", "litre ltr liter litres"), ("ml", "millilitre mlt milliliter"),
    ("hl", "hectolitre hlt hektoliter"), ("s", "secondunitoftime sec sekunde sekunden"),
    ("min", "minuteunitoftime minute minutes minuten"),
    ("h", "hourunitoftime hur hour hours stunde stunden"), ("day", "days tag tage"),
  ]
}
