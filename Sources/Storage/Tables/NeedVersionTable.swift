// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import Matching
import Registry
import SQLEngine

/// One version of a need: what it said, who made it and when.
public struct NeedVersion: Sendable, Hashable {
  /// With the state the need has now, whatever the version.
  public var need: Need
  public var actor: String
  /// ISO 8601, UTC, to the second.
  public var at: String
  public var note: String
}

/// Every version of every need, whole.
struct NeedVersionTable {
  let connection: SQLConnection

  init(_ connection: SQLConnection) { self.connection = connection }

  private static let content = """
    title, description, quantity, unit, per_year, length_mm, width_mm, height_mm, mass_kg,
    tolerance_mm, material, latitude, longitude, radius_km, from_day, until_day, expires_on,
    visibility, buyer, origin
    """

  func add(_ need: Need, by actor: String, at: String, note: String) throws {
    let (envelope, amount) = (need.envelope, need.amount)
    try connection.execute(
      """
      INSERT INTO need_version (need, version, \(Self.content), changed_by, changed_at, note)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19, $20, $21, $22, $23, $24, $25)
      """,
      [
        .text(need.id), SQLValue(need.version), .text(need.title), .text(need.description),
        SQLValue(amount?.quantity), SQLValue(amount?.unit), SQLValue(amount?.perYear),
        SQLValue(envelope.length), SQLValue(envelope.width), SQLValue(envelope.height),
        SQLValue(envelope.mass), SQLValue(envelope.tolerance), SQLValue(need.material),
        SQLValue(need.place?.latitude), SQLValue(need.place?.longitude), SQLValue(need.radius),
        SQLValue(need.from?.description), SQLValue(need.until?.description),
        SQLValue(need.expiresOn?.description), .text(need.visibility.rawValue),
        SQLValue(need.buyer?.text), SQLValue(need.origin), .text(actor), .text(at), .text(note),
      ])
    try NeedTermTable(connection).add(need)
  }

  /// One version with the need's state; throws where the version is not there.
  func version(_ version: Int, of row: NeedRow) throws -> Need {
    guard
      let found = try connection.row(
        "SELECT \(Self.content) FROM need_version WHERE need = $1 AND version = $2",
        [.text(row.id), SQLValue(version)])
    else { throw StorageError.need(.noSuchNeed("\(row.id), \(version)")) }
    return try need(found, version, of: row)
  }

  /// All versions, the oldest first.
  func versions(of row: NeedRow) throws -> [NeedVersion] {
    try connection.rows(
      """
      SELECT \(Self.content), version, changed_by, changed_at, note FROM need_version
      WHERE need = $1 ORDER BY version
      """, [.text(row.id)]
    ).map { found in
      NeedVersion(
        need: try need(found, Int(try found.integer("version")), of: row),
        actor: try found.text("changed_by"), at: try found.text("changed_at"),
        note: try found.text("note"))
    }
  }

  private func need(_ found: SQLRow, _ version: Int, of row: NeedRow) throws -> Need {
    var need = Need(id: row.id, version: version, state: row.state, title: try found.text("title"))
    need.description = try found.text("description")
    if let quantity = try found.optionalReal("quantity") {
      need.amount = Need.Amount(
        quantity: quantity, unit: try found.optionalText("unit"),
        perYear: try found.optionalReal("per_year"))
    }
    need.envelope = Capability.Envelope(
      length: try found.optionalReal("length_mm"), width: try found.optionalReal("width_mm"),
      height: try found.optionalReal("height_mm"), mass: try found.optionalReal("mass_kg"),
      tolerance: try found.optionalReal("tolerance_mm"))
    need.material = try found.optionalText("material")
    if let latitude = try found.optionalReal("latitude"),
      let longitude = try found.optionalReal("longitude")
    {
      need.place = GeoPoint(latitude: latitude, longitude: longitude)
    }
    need.radius = try found.optionalReal("radius_km")
    need.from = try found.optionalText("from_day").map(day)
    need.until = try found.optionalText("until_day").map(day)
    need.expiresOn = try found.optionalText("expires_on").map(day)
    need.visibility = try stored(try found.text("visibility"))
    need.buyer = try found.optionalText("buyer").map { EntityID(stored: $0) }
    need.origin = try found.optionalText("origin")
    try NeedTermTable(connection).fill(&need)
    return need
  }
}

/// The fields of a version that may have several values.
struct NeedTermTable {
  let connection: SQLConnection

  init(_ connection: SQLConnection) { self.connection = connection }

  private static let fields: [(NeedField, WritableKeyPath<Need, [String]> & Sendable)] = [
    (.concepts, \.concepts), (.required, \.required), (.desired, \.desired),
    (.buyerBranches, \.buyerBranches),
  ]

  func add(_ need: Need) throws {
    var rows: [[SQLValue]] = []
    for (field, path) in Self.fields {
      for (position, value) in need[keyPath: path].enumerated() {
        rows.append([
          .text(need.id), SQLValue(need.version), .text(field.rawValue), SQLValue(position),
          .text(value),
        ])
      }
    }
    var rest = rows[...]
    _ = try connection.executeMany(
      """
      INSERT INTO need_term (need, version, field, position, value) VALUES ($1, $2, $3, $4, $5)
      """
    ) { rest.popFirst() }
  }

  func fill(_ need: inout Need) throws {
    for row in try connection.rows(
      """
      SELECT field, value FROM need_term WHERE need = $1 AND version = $2
      ORDER BY field, position
      """, [.text(need.id), SQLValue(need.version)])
    {
      let field: NeedField = try stored(try row.text(0))
      guard let (_, path) = Self.fields.first(where: { $0.0 == field }) else {
        throw StorageError.unknownChoice("need_term", field.rawValue)
      }
      need[keyPath: path].append(try row.text(1))
    }
  }
}
