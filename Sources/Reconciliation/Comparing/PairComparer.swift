// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Measures two records; holds its working memory, one value a task.
struct PairComparer: Sendable {
  private var names = NameComparer()
  private var addresses = AddressComparer()
  private(set) var name = NameComparison()
  private(set) var address = AddressComparison()

  /// One figure for each `Measure`. Symmetric in the two records.
  mutating func measure(_ a: PreparedParty, _ b: PreparedParty, _ statistics: WordStatistics)
    -> [Double]
  {
    var values = [Double](repeating: 0, count: Measure.allCases.count)
    func set(_ measure: Measure, _ value: Double) { values[measure.rawValue] = value }
    func set(_ measure: Measure, _ isTrue: Bool) { values[measure.rawValue] = isTrue ? 1 : 0 }

    address = addresses.compare(a.address, b.address)
    let (best, one, other) = compareNames(a, b, statistics)
    name = best
    set(.overlap, name.overlap)
    set(.containment, name.containment)
    set(.spelling, name.spelling)
    set(.pieces, name.pieces)
    set(.sharedWeight, name.sharedWeight)
    set(.heaviestShared, name.heaviestShared)
    set(.lighterRest, name.lighterRest)
    set(.heavierRest, name.heavierRest)
    set(.firstWords, name.firstWordsAgree)
    set(.exactName, name.isExact)
    set(.beginning, name.isBeginning)
    set(.numbersDiffer, name.numbersDiffer)
    set(.oneHasNumbers, name.oneHasNumbers)
    set(.numbersAgree, name.numbersAgree)
    set(.misspelled, Double(name.misspelled))
    set(.placesInRest, Double(name.placesInRest))
    set(.townsInRest, Double(name.townsInRest))
    if let one, let other {
      set(.formsAgree, one.kinds == other.kinds && one.kinds != 0)
      set(.formsDiffer, one.kinds & other.kinds == 0 && one.kinds != 0 && other.kinds != 0)
      set(.oneFormMissing, (one.kinds == 0) != (other.kinds == 0))
      set(.liquidationDiffers, one.isInLiquidation != other.isInLiquidation)
      set(
        .nameCount,
        log(Double(1 + max(statistics.nameCount(one, of: a), statistics.nameCount(other, of: b)))))
      set(.shortened, one.isShortened || other.isShortened)
      set(.wordCount, Double(min(one.words.count, other.words.count)))
    }
    set(.street, address.street ?? 0)
    set(.streetMissing, address.street == nil)
    set(.houseAgrees, address.numbersAgree == true)
    set(.houseDiffers, address.numbersAgree == false)
    set(.postcode, address.postcode ?? 0)
    set(.postcodeMissing, address.postcode == nil)
    set(.city, address.city ?? 0)
    set(.cityMissing, address.city == nil)
    set(.countryDiffers, address.countriesAgree == false)
    set(.boxAgrees, address.boxesAgree == true)
    set(.oneIsBox, address.oneIsBox)
    set(.repeatsName, a.address.repeatsName || b.address.repeatsName)
    set(.samePlace, address.isSamePlace)
    set(.sistersAtPlace, name.numbersDiffer && address.isSamePlace)
    set(.nameInOtherForm, name.isExact && values[Measure.formsDiffer.rawValue] == 1)
    let places = max(statistics.placeCount(a.placeKey), statistics.placeCount(b.placeKey))
    set(.placeCount, log(Double(1 + places)))
    set(
      .registersDiffer,
      !a.registerCountry.isEmpty && !b.registerCountry.isEmpty
        && a.registerCountry != b.registerCountry)
    return values
  }

  /// The pair of names that agrees best.
  private mutating func compareNames(
    _ a: PreparedParty, _ b: PreparedParty, _ statistics: WordStatistics
  )
    -> (NameComparison, PreparedName?, PreparedName?)
  {
    var best = NameComparison()
    var pair: (PreparedName?, PreparedName?) = (a.names.first, b.names.first)
    var isFirst = true
    // The town of one address says nothing new in the name, unless the other lies elsewhere.
    let places = address.city == 0 ? [] : a.address.city + b.address.city
    for one in a.names {
      for other in b.names {
        let comparison = names.compare(one, other, places: places, statistics)
        if isFirst || comparison.rank > best.rank { (best, pair) = (comparison, (one, other)) }
        isFirst = false
      }
    }
    return (best, pair.0, pair.1)
  }
}

extension NameComparison {
  /// By which of several pairs of names the best is chosen; the same in both directions.
  fileprivate var rank: Double {
    overlap + spelling + (isExact ? 1 : 0) + 1e-6 * sharedWeight - 1e-9 * heavierRest
  }
}
