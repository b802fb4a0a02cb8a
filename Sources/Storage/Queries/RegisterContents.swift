// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// What comparing needs of an organisation: names, seat and sites, numbers.
public struct ComparableOrganisation: Sendable, Hashable {
  public var id: EntityID
  public var names: [String]
  /// The seat first, then sites.
  public var addresses: [Address]
  public var identifiers: [Identifier]
}

extension Register {
  /// Every organisation in the form that is compared, by id. Three ordered passes over indexes,
  /// joined as they go; memory for one organisation at a time beyond what `body` keeps.
  public func forEachComparable(_ body: (ComparableOrganisation) throws -> Void) throws {
    var after = ""
    while true {
      let page = try comparable(after: after, limit: 1_000)
      guard let last = page.last else { return }
      for organisation in page { try body(organisation) }
      after = last.id.text
    }
  }

  private func comparable(after: String, limit: Int) throws -> [ComparableOrganisation] {
    let rows = try connection.rows(
      """
      SELECT id, name, street, postcode, city, country FROM organisation
      WHERE id > $1 ORDER BY id LIMIT $2
      """, [.text(after), .integer(Int64(limit))])
    guard let last = rows.last else { return [] }
    let range: [SQLValue] = [.text(after), .text(try last.text(0))]
    var found: [ComparableOrganisation] = []
    var at: [String: Int] = [:]
    for row in rows {
      at[try row.text(0)] = found.count
      let seat = Address(
        street: try row.optionalText(2), postcode: try row.optionalText(3),
        city: try row.optionalText(4), country: try row.optionalText(5))
      found.append(
        ComparableOrganisation(
          id: EntityID(stored: try row.text(0)), names: [try row.text(1)],
          addresses: seat.postcode == nil && seat.city == nil ? [] : [seat], identifiers: []))
    }
    for row in try connection.rows(
      """
      SELECT organisation, name FROM organisation_name
      WHERE organisation > $1 AND organisation <= $2 ORDER BY organisation, name_key
      """, range)
    {
      guard let place = at[try row.text(0)] else { continue }
      let name = try row.text(1)
      if !found[place].names.contains(name) { found[place].names.append(name) }
    }
    for row in try connection.rows(
      """
      SELECT organisation, scheme, value FROM organisation_identifier
      WHERE organisation > $1 AND organisation <= $2 ORDER BY organisation, scheme, value
      """, range)
    {
      guard let place = at[try row.text(0)] else { continue }
      found[place].identifiers.append(
        Identifier(scheme: try stored(try row.text(1)), normalised: try row.text(2)))
    }
    for row in try connection.rows(
      """
      SELECT organisation, street, postcode, city, country FROM site
      WHERE organisation > $1 AND organisation <= $2 ORDER BY organisation, id
      """, range)
    {
      guard let place = at[try row.text(0)] else { continue }
      let address = Address(
        street: try row.optionalText(1), postcode: try row.optionalText(2),
        city: try row.optionalText(3), country: try row.optionalText(4))
      if !found[place].addresses.contains(address) { found[place].addresses.append(address) }
    }
    return found
  }
}
