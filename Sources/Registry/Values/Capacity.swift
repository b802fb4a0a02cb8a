// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

/// How much of a capability an organisation has, and how much of it is free.
public struct Capacity: Sendable, Hashable {
  /// Days after which a statement of capacity counts half.
  public static let halfLife = 180.0

  public var id: EntityID
  /// As in `pieces a month`.
  public var unit: String?
  public var total: Double?
  public var free: Double?
  public var freeFrom: CalendarDay?
  /// The day it was stated: what the organisation wrote, else the day of the list.
  public var statedOn: CalendarDay?

  public init(_ profile: EntityProfile) {
    id = profile.id
    unit = profile["unit"]
    total = profile.number("total")
    free = profile.number("free")
    freeFrom = profile["free_from"].flatMap { CalendarDay($0) }
    statedOn =
      profile["stated_on"].flatMap { CalendarDay($0) }
      ?? (profile.entries["free"] ?? profile.entries["total"])?.first?.statements.first?.statedOn
  }

  /// How much a statement of that age can be relied on: 1 on the day itself, half after every
  /// `halfLife` days, 1 also for a day that is still to come, 0 where the day is unknown.
  public func confidence(on day: CalendarDay, halfLife: Double = Capacity.halfLife) -> Double {
    Self.confidence(statedOn: statedOn, on: day, halfLife: halfLife)
  }

  /// As `confidence(on:halfLife:)`, of a statement of capacity kept elsewhere.
  public static func confidence(
    statedOn: CalendarDay?, on day: CalendarDay, halfLife: Double = Capacity.halfLife
  ) -> Double {
    guard let statedOn else { return 0 }
    let age = Double(max(0, day.number - statedOn.number))
    return pow(0.5, age / halfLife)
  }
}
