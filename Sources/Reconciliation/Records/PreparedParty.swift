// SPDX-License-Identifier: Apache-2.0
import Registry
import Vocabulary

/// A record taken apart once, so that each comparison is cheap.
struct PreparedParty: Sendable {
  let id: String
  /// At least one, unless the record has no name at all.
  private(set) var names: [PreparedName]
  let address: PreparedAddress
  /// Two letters, or empty.
  let registerCountry: [UInt8]
  let identifiers: [Identifier]

  init(_ record: PartyRecord) {
    id = record.id
    let country = record.country.isEmpty ? record.registerCountry : record.country
    let names = record.names.flatMap { PreparedName.variants($0, country: country.uppercased()) }
      .filter { !$0.words.isEmpty }
    self.names = names
    address = PreparedAddress(record, names: names)
    registerCountry = Array(record.registerCountry.lowercased().utf8)
    identifiers = record.identifiers
  }

  /// Gives each word of the names its weight.
  mutating func weigh(by statistics: WordStatistics) {
    for at in names.indices { names[at].weigh(by: statistics) }
  }

  /// A key of the id, names and place.
  var contentKey: UInt64 {
    let names = names.reduce(Word.key(Array(id.utf8))) { $0 &* 31 &+ $1.joinedKey }
    return names &* 31 &+ (placeKey ?? 0)
  }

  /// The street with its numbers and the town or postcode; nil where that is no place.
  var placeKey: UInt64? {
    guard !address.street.isEmpty || !address.numbers.isEmpty else { return nil }
    var key = Word.key(address.streetJoined)
    for number in address.numbers { key = Word.key(number.bytes, from: key &+ 1) }
    let town = address.postcode.isEmpty ? address.cityJoined : address.postcode
    return Word.key(town, from: key &+ 2)
  }
}
