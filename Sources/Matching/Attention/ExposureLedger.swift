// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

/// Who was shown how much, beside how much it deserved to be.
///
/// Each list of matches deals out one unit of merit, in proportion to the scores, and one unit of
/// attention, by place: amortised over many lists, attention should follow merit (Biega, Gummadi,
/// Weikum, "Equity of attention: amortizing individual fairness in rankings", 2018). Both fade,
/// half in 90 days, so that old lists neither help nor harm for ever.
public struct ExposureLedger: Sendable, Hashable {
  public struct Balance: Sendable, Hashable {
    /// On `day`; both 0 or more.
    public var merit: Double
    public var attention: Double
    public var day: CalendarDay

    public init(merit: Double, attention: Double, day: CalendarDay) {
      self.merit = merit
      self.attention = attention
      self.day = day
    }
  }

  /// Days after which what was dealt out counts half.
  public static let halfLife = 90.0

  /// By id of the supplier; who is missing was never in a list.
  public private(set) var balances: [String: Balance]

  public init(balances: [String: Balance] = [:]) { self.balances = balances }

  /// How much more attention a supplier deserves than it got, in lists; below 0 where it got more.
  public func deficit(of supplier: String, on day: CalendarDay) -> Double {
    guard let balance = balances[supplier] else { return 0 }
    return (balance.merit - balance.attention) * Self.fading(from: balance.day, to: day)
  }

  /// What one list deals out to one supplier.
  public struct Share: Sendable, Hashable {
    public var supplier: String
    /// Both 0…1; over a list each sums up to 1, or to 0 where nobody scores or looks.
    public var merit: Double
    public var attention: Double

    public init(supplier: String, merit: Double, attention: Double) {
      self.supplier = supplier
      self.merit = merit
      self.attention = attention
    }
  }

  /// What a list deals out, in its order.
  ///
  /// - Parameters:
  ///   - list: as it was shown, first place first.
  ///   - shown: how many places somebody looked at.
  public static func dealt(_ list: [ScoredSupplier], shown: Int) -> [Share] {
    let merits = merits(list)
    let places = attention(places: min(shown, list.count))
    return list.enumerated().map { place, entry in
      Share(
        supplier: entry.id, merit: merits[place],
        attention: place < places.count ? places[place] : 0)
    }
  }

  /// Notes a list that was shown; see `dealt`.
  public mutating func record(_ list: [ScoredSupplier], shown: Int, on day: CalendarDay) {
    record(Self.dealt(list, shown: shown), on: day)
  }

  /// Notes what a list dealt out on a day, in any order of days.
  public mutating func record(_ shares: some Sequence<Share>, on day: CalendarDay) {
    for share in shares {
      add(merit: share.merit, attention: share.attention, to: share.supplier, on: day)
    }
  }

  private mutating func add(
    merit: Double, attention: Double, to supplier: String, on day: CalendarDay
  ) {
    guard var balance = balances[supplier] else {
      balances[supplier] = Balance(merit: merit, attention: attention, day: day)
      return
    }
    // What is noted late has faded by as much as what was there.
    let isLate = day < balance.day
    let fading = Self.fading(from: min(day, balance.day), to: max(day, balance.day))
    balance.merit = isLate ? balance.merit + merit * fading : balance.merit * fading + merit
    balance.attention =
      isLate ? balance.attention + attention * fading : balance.attention * fading + attention
    balance.day = max(day, balance.day)
    balances[supplier] = balance
  }

  /// What each entry of a list deserves of it; the sum is 1, or 0 where nobody scores.
  static func merits(_ list: [ScoredSupplier]) -> [Double] {
    let sum = list.reduce(0) { $0 + $1.merit }
    return list.map { sum > 0 ? $0.merit / sum : 0 }
  }

  /// What each place gets: less the further down (1 ÷ log₂(1 + place)); the sum is 1.
  static func attention(places: Int) -> [Double] {
    guard places > 0 else { return [] }
    let raw = (1...places).map { 1 / log2(1 + Double($0)) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  private static func fading(from: CalendarDay, to: CalendarDay) -> Double {
    exp2(-Double(max(0, to.number - from.number)) / halfLife)
  }
}
