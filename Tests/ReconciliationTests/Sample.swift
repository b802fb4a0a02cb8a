// SPDX-License-Identifier: Apache-2.0
import Reconciliation
import Registry
import TragwerkTesting

/// Fictional organisations to compare.
enum Sample {
  static func party(
    _ id: String, _ name: String, _ street: String = "", _ postcode: String = "",
    _ city: String = "", _ identifiers: [Identifier] = []
  ) -> PartyRecord {
    PartyRecord(
      id: id, names: [name], street: street, postcode: postcode, city: city,
      identifiers: identifiers)
  }

  /// A small register with sister firms and firms that share an address.
  static let register: [PartyRecord] = [
    party("r1", "Kerpmann Glaswerke GmbH", "Hauptstraße 12", "54321", "Altfelden"),
    party("r2", "Nordhaff Energie 2 GmbH", "Am Deich 7", "21999", "Nordhaff"),
    party("r3", "Müllrose & Söhne GmbH & Co. KG", "Bahnhofstr. 3", "15555", "Müllhausen"),
    party("r4", "Ziegelwerk Tannried AG", "Lehmgrube 1", "87654", "Tannried"),
    party("r5", "Stahlbau Oberrode SE", "Industrieweg 40", "34567", "Oberrode"),
    party("r6", "Papierfabrik Wiesental GmbH", "Mühlweg 9", "79999", "Wiesental"),
    party("r7", "Brauerei Sonnegg GmbH", "Marktplatz 5", "83333", "Sonnegg"),
    party("r8", "Chemische Werke Lossau GmbH", "Elbufer 20", "06666", "Lossau"),
  ]

  private static let starts = [
    "Alt", "Berg", "Eichen", "Falken", "Grün", "Hasel", "Kirch", "Linden", "Ober", "Stein",
    "Wald", "Weiß", "Sommer", "Winter", "Rot", "Schön",
  ]
  private static let ends = ["au", "bach", "burg", "dorf", "feld", "hausen", "rode", "stedt"]
  private static let trades = [
    "Papierfabrik", "Glaswerke", "Stahlbau", "Energie", "Chemie", "Ziegelwerk", "Brauerei",
    "Logistik", "Maschinenbau", "Keramik",
  ]

  /// Firms by the seed; about one in ten is a second entry of the one before, with typing errors.
  static func list(_ count: Int, seed: UInt64) -> [PartyRecord] {
    var random = SeededGenerator(seed: seed)
    var list: [PartyRecord] = []
    for number in 0..<count {
      if let last = list.last, random.chance(oneIn: 10) {
        var copy = last
        copy.id = "p\(number)"
        copy.names = [misspelled(last.names[0], &random)]
        list.append(copy)
        continue
      }
      let town = random.pick(starts) + random.pick(ends)
      let owner = random.pick(starts) + random.pick(ends)
      let form = random.pick(["GmbH", "AG", "GmbH & Co. KG", "SE"])
      list.append(
        party(
          "p\(number)", "\(random.pick(trades)) \(owner) \(form)",
          "\(random.pick(starts))weg \(Int.random(in: 1...90, using: &random))",
          String(Int.random(in: 10_000...99_999, using: &random)), town))
    }
    return list
  }

  private static func misspelled(_ name: String, _ random: inout SeededGenerator) -> String {
    var letters = Array(name)
    let at = Int.random(in: 1..<letters.count - 1, using: &random)
    letters.swapAt(at, at + 1)
    return String(letters)
  }
}
