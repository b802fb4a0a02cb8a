// SPDX-License-Identifier: Apache-2.0

/// What two addresses have in common. `nil` where one of them is silent.
struct AddressComparison: Sendable {
  /// 0…1, typing errors and other orders of words allowed for.
  var street: Double?
  /// Whether a house number is shared.
  var numbersAgree: Bool?
  /// 1 equal, 0.8 two digits swapped or one wrong, 0.5 and 0.3 the same area, else 0.
  var postcode: Double?
  /// 1 equal, 0.9 one contains the other, less for typing errors, 0 for another town.
  var city: Double?
  var countriesAgree: Bool?
  /// Whether the same post-office box is named.
  var boxesAgree: Bool?
  /// Whether exactly one is a post-office box.
  var oneIsBox = false

  /// The same house: street, number where both have one, and town or postcode.
  var isSamePlace: Bool {
    guard let street, street >= 0.85, numbersAgree != false else { return false }
    return max(postcode ?? 0, city ?? 0) >= 0.8
  }
}

/// Compares addresses; holds its working memory, one value a task.
struct AddressComparer: Sendable {
  private var editDistance = EditDistance()

  mutating func compare(_ a: PreparedAddress, _ b: PreparedAddress) -> AddressComparison {
    var result = AddressComparison()
    result.street = street(a, b)
    if !a.numbers.isEmpty, !b.numbers.isEmpty {
      result.numbersAgree = a.numbers.contains { number in
        b.numbers.contains { Self.isSameNumber(number.bytes, $0.bytes) }
      }
    }
    result.postcode = postcode(a.postcode, b.postcode)
    result.city = city(a, b)
    if !a.country.isEmpty, !b.country.isEmpty { result.countriesAgree = a.country == b.country }
    if let box = a.box, let other = b.box { result.boxesAgree = box == other }
    result.oneIsBox = a.isBox != b.isBox
    return result
  }

  private mutating func street(_ a: PreparedAddress, _ b: PreparedAddress) -> Double? {
    guard !a.street.isEmpty, !b.street.isEmpty else { return nil }
    if a.streetJoined == b.streetJoined { return 1 }
    var best = editDistance.similarity(a.streetJoined, b.streetJoined)
    // Further address lines stand on one side only: the shorter one must be found in the longer.
    let isOrdered =
      a.street.count != b.street.count
      ? a.street.count < b.street.count
      : a.streetJoined.lexicographicallyPrecedes(b.streetJoined)
    let (few, many) = isOrdered ? (a.street, b.street) : (b.street, a.street)
    var found = 0.0
    var letters = 0.0
    for word in few {
      var credit = 0.0
      for other in many {
        if word.key == other.key {
          credit = 1
        } else if credit < 1, word.bytes.count > 3 {
          let similarity = editDistance.similarity(word.bytes, other.bytes)
          if similarity >= 0.75 { credit = max(credit, similarity) }
        }
      }
      found += credit * Double(word.bytes.count)
      letters += Double(word.bytes.count)
    }
    if letters >= 4 { best = max(best, found / letters) }
    return best
  }

  /// `12` and `12a` are the same house for us, `12` and `121` are not.
  private static func isSameNumber(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b { return true }
    let digits = a.prefix(while: PreparedAddress.isDigit)
    return !digits.isEmpty && digits == b.prefix(while: PreparedAddress.isDigit)
  }

  private mutating func postcode(_ a: [UInt8], _ b: [UInt8]) -> Double? {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    if a == b { return 1 }
    // `3770` and `3770-123`: the longer form of the same code.
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if short.count >= 4, long.starts(with: short) { return 0.9 }
    if a.count == b.count, editDistance.damerau(a, b) == 1, a[0] == b[0] { return 0.8 }
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    return prefix >= 3 ? 0.5 : prefix == 2 ? 0.3 : 0
  }

  private mutating func city(_ a: PreparedAddress, _ b: PreparedAddress) -> Double? {
    guard !a.city.isEmpty, !b.city.isEmpty else { return nil }
    if a.cityJoined == b.cityJoined { return 1 }
    let (few, many) = a.city.count <= b.city.count ? (a.city, b.city) : (b.city, a.city)
    if few.allSatisfy({ many.contains($0) }) { return 0.9 }
    let similarity = editDistance.similarity(a.cityJoined, b.cityJoined)
    if similarity >= 0.7 { return similarity * 0.9 }
    return few.contains { word in word.bytes.count > 3 && many.contains(word) } ? 0.6 : 0
  }
}
