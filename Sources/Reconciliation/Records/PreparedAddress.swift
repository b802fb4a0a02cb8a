// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import Vocabulary

/// An address ready to be compared, as people of many countries write it.
struct PreparedAddress: Sendable {
  /// Words of the street without its type (`Straße`, `rue`, `ul.`) and without numbers.
  private(set) var street: [Word] = []
  /// The street without blanks and numbers.
  private(set) var streetJoined: [UInt8] = []
  /// House numbers and other numbers of the street, each once, ascending.
  private(set) var numbers: [Word] = []
  /// The number of a post-office box.
  private(set) var box: Word?
  /// Whether a post-office box is written in place of a street.
  private(set) var isBox = false
  /// Letters and digits only.
  private(set) var postcode: [UInt8] = []
  private(set) var city: [Word] = []
  private(set) var cityJoined: [UInt8] = []
  /// Two letters, or empty.
  let country: [UInt8]
  /// Whether the street cell holds the firm's name.
  private(set) var repeatsName = false

  init(_ record: PartyRecord, names: [PreparedName]) {
    country = Array(record.country.lowercased().utf8)
    readPostcode(record.postcode)
    readCity(record.city)
    readStreet(record.street, names: names)
  }

  private mutating func readPostcode(_ text: String) {
    var bytes = FoldedText(text).bytes
    // `D-12345`, `LV- 1012`: a country's letters before digits.
    if let blank = bytes.firstIndex(of: UInt8(ascii: " ")), blank <= 2,
      bytes[..<blank].allSatisfy({ $0 > 57 }),
      bytes[blank...].dropFirst().first.map(Self.isDigit) == true
    {
      bytes.removeFirst(blank + 1)
    }
    // `15890 Eisenhuettenstadt`: the town got into the cell.
    let words = bytes.split(separator: UInt8(ascii: " "))
    if words.count > 1, words[0].count >= 4, words[0].allSatisfy(Self.isDigit),
      words[1].count > 3, !words[1].contains(where: Self.isDigit)
    {
      bytes = Array(words[0])
    }
    let code = bytes.filter { $0 != UInt8(ascii: " ") }
    postcode = code.allSatisfy { $0 == 48 } || code == Array("na".utf8) ? [] : code
  }

  private mutating func readCity(_ text: String) {
    for word in FoldedText(text, umlauts: .merged).words {
      if word.allSatisfy(Self.isDigit) {
        if postcode.isEmpty, word.count >= 4 { postcode = word }
        continue
      }
      if word.count == 1 || Self.cityNoise.contains(word) { continue }
      city.append(Word(word))
    }
    cityJoined = Array(city.map(\.bytes).joined())
  }

  private mutating func readStreet(_ text: String, names: [PreparedName]) {
    var numbers: [Word] = []
    var words: [[UInt8]] = []
    var isAfterBox = false
    let folded = FoldedText(text, umlauts: .merged).words.flatMap(Self.pieces)
    for (at, word) in folded.enumerated() {
      let isNumber = word.contains(where: Self.isDigit)
      if Self.boxWords.contains(word)
        || word == Self.o && at > 0 && folded[at - 1] == Self.p
      {
        isBox = true
        isAfterBox = true
      } else if isNumber, isAfterBox {
        box = box ?? Word(word)
        isAfterBox = false
      } else if isNumber {
        numbers.append(Word(word))
      } else if word.count > 1, !Self.streetTypes.contains(word) {
        let plain = Self.withoutType(word)
        if !plain.isEmpty, !words.contains(plain) { words.append(plain) }
      }
    }
    let own = words.filter { word in !city.contains { $0.bytes == word } }
    if own != words, !own.isEmpty { words = own }
    let street = words.map { Word($0) }
    repeatsName =
      !street.isEmpty
      && names.contains { name in
        let shared = street.count { word in name.words.contains(word) }
        return shared * 3 >= street.count * 2 && shared * 3 >= name.words.count * 2
      }
    if repeatsName { return }
    self.street = street
    streetJoined = Array(words.joined())
    var seen: Set<UInt64> = []
    self.numbers = numbers.filter { seen.insert($0.key).inserted }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// `strasse12`, `12a`: digits and letters apart, but one letter behind a number stays.
  private static func pieces(_ word: [UInt8]) -> [[UInt8]] {
    guard let digit = word.firstIndex(where: isDigit) else { return [word] }
    let head = Array(word[..<digit])
    let tail = Array(word[digit...])
    return head.count > 1 ? [head, tail] : [word]
  }

  /// `hauptstrasse`, `hauptstr` are `haupt`.
  private static func withoutType(_ word: [UInt8]) -> [UInt8] {
    for suffix in suffixes
    where word.count > suffix.count + 2 && word.suffix(suffix.count) == suffix[...] {
      return Array(word.dropLast(suffix.count))
    }
    return word
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static let p = Array("p".utf8)
  private static let o = Array("o".utf8)
  private static let suffixes = ["strasse", "strase", "str", "gata", "gatan", "straat", "utca"]
    .map { Array($0.utf8) }
  private static func set(_ text: String) -> Set<[UInt8]> {
    Set(text.split(separator: " ").map { FoldedText($0, umlauts: .merged).bytes })
  }
  private static let boxWords = set(
    "postfach postbus postboks box pob po pbo postbox apartado postlada postilokero pf cs tsa bp")
  private static let cityNoise = set(
    "cedex ot bei am an der im in na de la le les el di du den sur upon pri nad ad aux")
  private static let streetTypes = set(
    """
    strasse str street st road rd avenue ave av avda avenida rue via viale calle ul ulica ulice \
    strada soseaua sos ulitsa bulevard bd bld bul boulevard blvd weg platz place plaza piazza pza \
    nr no num numero nº km lane ctra carretera carretara crta paseo pso of the de la le les del \
    della di do da dos das des du of und et na sn s n zona loc localita frazione rua iela ielas gatve \
    g pr vei veien vej gata gatan vagen utca ut ter tie katu tn tee mnt straat laan dr drive c/o co \
    apdo piso planta floor etaj et cam sector cp
    """)
}
