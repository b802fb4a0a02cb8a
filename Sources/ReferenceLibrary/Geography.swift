// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization

public struct Country: Sendable, Hashable {
  /// ISO 3166 alpha-2, `""` where it is not known.
  public let iso2: String
  /// ISO 3166 alpha-3: the key other tables use.
  public let iso3: String
  public let name: LocalizedText
  /// One point of the country, where its industry is rather than its middle.
  public let coordinates: GeoPoint?
  /// Whether its goods usually reach Germany overland.
  public let isOverland: Bool
  public let provenance: Provenance
}

/// How well a country is governed: the mean of six indicators of the World Bank.
public struct Governance: Sendable, Hashable {
  public let country: String
  /// From 0 to 1, 1 = best. The weight in supply-risk formulas is `10 × (1 − value)`.
  public let value: Double
  public let provenance: Provenance
}

/// A sea port.
public struct Port: Sendable, Hashable {
  /// UN/LOCODE, e.g. `DEHAM`.
  public let locode: String
  public let name: String
  /// ISO 3166 alpha-3 of the country it serves; for landlocked countries not the one it lies in.
  public let country: String
  public let coordinates: GeoPoint
  public let provenance: Provenance
}

/// A strait or canal that sea routes can be told to avoid.
public struct Passage: Sendable, Hashable {
  public let id: String
  public let name: LocalizedText
  public let coordinates: GeoPoint
  public let provenance: Provenance
}

/// A way by sea from one port to another.
public struct SeaRoute: Sendable, Hashable {
  public let kilometres: Double
  /// In the order in which they are passed.
  public let passages: [String]
  /// The passages of the shortest route for whose closure this is the way round; empty for the
  /// shortest route itself.
  public let avoided: [String]
  public let provenance: Provenance
}
