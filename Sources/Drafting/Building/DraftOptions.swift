// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import ReferenceLibrary

/// The assumptions of a draft that the person drafting can change.
public struct DraftOptions: Sendable {
  /// How many of the product are wanted …
  public var quantity: Double
  /// … within how many days.
  public var perDays = 365.0
  /// Capacity each source has beyond its share of the need.
  public var spare = 0.25
  /// Days of need that lie at the assembler.
  public var coverDays = 30.0
  /// Speed of ships in knots.
  public var knots = 13.0
  /// Days in port at both ends together.
  public var portDays = 4.0
  /// Kilometres a day by road or rail.
  public var landKilometresPerDay = 500.0
  /// How much longer a way over land is than the great circle.
  public var landDetour = 1.3
  /// Which shares to prefer for imports.
  public var view = SupplyView.eu
  /// Most plants of the register that share a need.
  public var mostPlants = 10
  /// The language in which sites, lines and materials are named.
  public var language = Language.english
  /// Where the product is assembled; nil for a point in the middle of Germany, with a question.
  public var assembly: GeoPoint?

  public init(quantity: Double) { self.quantity = quantity }

  /// Units of the product per day.
  var rate: Double { quantity / perDays }

  /// Somewhere in the middle of Germany (near Eisenach).
  static let middle = GeoPoint(degreesNorth: 51.0, east: 10.3)
}
