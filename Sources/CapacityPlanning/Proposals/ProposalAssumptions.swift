// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

/// A figure taken to be so, and between what it may lie.
public struct AssumedRange: Sendable, Equatable {
  public var low: Double
  public var likely: Double
  public var high: Double

  public init(_ low: Double, _ likely: Double, _ high: Double) {
    self.low = low
    self.likely = likely
    self.high = high
  }

  /// Each end times a figure, to six significant digits.
  static func * (range: Self, factor: Double) -> Self {
    Self(
      (range.low * factor).shortened, (range.likely * factor).shortened,
      (range.high * factor).shortened)
  }

  /// Each end, but no less than the other's.
  func atLeast(_ least: Self) -> Self {
    Self(max(low, least.low), max(likely, least.likely), max(high, least.high))
  }
}

/// What proposals take to be so until the maker or the supplier says better.
///
/// Each figure that rests on one of these carries it as low, likely and high in the table of
/// provenance, so that sampling moves it and a person can replace it.
public struct ProposalAssumptions: Sendable, Equatable {
  /// The language of names and notes that go into the package.
  public var language = Language.english

  /// A second shift's output as a share of the line's stated capacity: less than all, for
  /// handovers, upkeep and people who are new.
  public var shiftShare = AssumedRange(0.5, 0.8, 1)
  /// Days to recruit and train a second shift.
  public var shiftDays = AssumedRange(60, 90, 180)
  /// What evening and night work adds, as a share of the cost of a run.
  public var shiftPremium = AssumedRange(0.02, 0.06, 0.12)
  /// Days over which that is paid: those of the plan. An option has a price, but no wages.
  public var days = 365.0

  /// A second source's module as a share of what the present ones bring to its place of use.
  public var sourceShare = AssumedRange(0.15, 0.25, 0.5)
  /// Four of the likely modules replace the present source.
  public var sourceModules = 4.0
  /// What a second source asks beyond the dearest present one, delivered to the place of use.
  public var pricePremium = AssumedRange(0.05, 0.2, 0.5)
  /// Months to find, test and approve a second source.
  public var qualificationMonths = AssumedRange(3, 6, 18)
  /// Cost of that, as a share of what a module sells in a year, and the least for search, samples
  /// and an audit, in the package's currency.
  public var qualificationCost = AssumedRange(0.02, 0.1, 0.3)
  public var leastQualificationCost = AssumedRange(10_000, 25_000, 100_000)

  /// A parallel route's module as a share of the present link's capacity.
  public var routeShare = AssumedRange(0.25, 0.5, 1)
  /// Two of the likely modules replace the present link.
  public var routeModules = 2.0
  /// Days to contract and set up a parallel route.
  public var routeDays = AssumedRange(14, 60, 180)
  /// Lead time of a parallel route where no way over existing sites tells it, as a multiple.
  public var routeLead = AssumedRange(1.2, 1.5, 2.5)
  /// Freight of a parallel route as a multiple of the present one.
  public var routeCost = AssumedRange(1.1, 1.5, 3)
  /// Cost of setting it up, in days of its freight, and the least for finding and contracting a
  /// forwarder, in the package's currency.
  public var routeSetupDays = AssumedRange(10, 30, 90)
  public var leastRouteSetup = AssumedRange(1_000, 5_000, 20_000)

  public init() {}

  /// Days of a year, for what is paid by the year.
  static let daysPerYear = 365.0
  /// Days of a month on average, over the four years between leap days.
  static let daysPerMonth = 30.4375
}

extension Double {
  /// To six significant digits, as people write figures that rest on an assumption.
  var shortened: Double { rounded(toDigits: 6) }

  func rounded(toDigits digits: Int) -> Double {
    Double(String(format: "%.\(digits)g", locale: nil, self)) ?? self
  }
}

/// `80 % (50–100 %)`, for notes: shares in per cent, other figures with their unit.
extension AssumedRange {
  func german(_ unit: String) -> String { text(unit, .german) }
  func english(_ unit: String) -> String { text(unit, .english) }

  private func text(_ unit: String, _ language: Language) -> String {
    let isShare = unit == "%"
    func plain(_ value: Double) -> String {
      language.number(isShare ? value * 100 : value, fractionDigits: 2)
    }
    let end = isShare && language == .english || unit.isEmpty ? unit : "\u{A0}" + unit
    return "\(plain(likely))\(end) (\(plain(low))–\(plain(high))\(end))"
  }
}
