// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// One line of a list of organisations.
public struct OrganisationLine: Sendable, Hashable {
  public var id: EntityID
  public var name: String
  public var city: String?
  public var postcode: String?
  public var country: String?
  /// Where the next page begins: after this one.
  public var cursor: Cursor

  /// Postcode, town and country as far as known.
  public var place: String {
    [[postcode, city].compactMap(\.self).joined(separator: " "), country ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A place in the list by name.
  public struct Cursor: Sendable, Hashable {
    public var nameKey: String
    public var id: String

    public init(nameKey: String, id: String) {
      self.nameKey = nameKey
      self.id = id
    }

    public static let start = Cursor(nameKey: "", id: "")
  }
}

extension Register {
  private static let line = "o.id, o.name, o.city, o.postcode, o.country, o.name_key"

  /// Organisations by name, a page at a time; of one country if wanted. Reads a page of an index.
  public func organisations(
    country: String? = nil, after cursor: OrganisationLine.Cursor = .start, limit: Int
  ) throws -> [OrganisationLine] {
    if let country {
      return try connection.rows(
        Self.listByCountry,
        [.text(country), .text(cursor.nameKey), .text(cursor.id), .integer(Int64(limit))]
      ).map(Self.organisationLine)
    }
    return try connection.rows(
      Self.listByName, [.text(cursor.nameKey), .text(cursor.id), .integer(Int64(limit))]
    ).map(Self.organisationLine)
  }

  static let listByName = """
    SELECT \(line) FROM organisation o WHERE (o.name_key, o.id) > ($1, $2)
    ORDER BY o.name_key, o.id LIMIT $3
    """

  static let listByCountry = """
    SELECT \(line) FROM organisation o WHERE o.country = $1 AND (o.name_key, o.id) > ($2, $3)
    ORDER BY o.name_key, o.id LIMIT $4
    """

  /// Organisations of which some name has a word for each word of the text, whole or begun; at most
  /// `limit`, by name. Reads the index of words, the rarest-looking (longest) word first.
  public func find(_ text: String, limit: Int) throws -> [OrganisationLine] {
    let words = SearchKeys.words([text]).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    guard let first = words.first else { return [] }
    let (sql, arguments) = Self.search(first: first, rest: Array(words.dropFirst()), limit: limit)
    return try connection.rows(sql, arguments).map(Self.organisationLine)
  }

  static func search(first: String, rest: [String], limit: Int) -> (String, [SQLValue]) {
    // Words are lower-case ASCII mostly; "\u{10FFFF}" ends the range of what begins with a word.
    var arguments: [SQLValue] = [.text(first), .text(first + "\u{10FFFF}")]
    var conditions = ""
    for word in rest.prefix(8) {
      let at = arguments.count
      arguments += [.text(word), .text(word + "\u{10FFFF}")]
      conditions += """
         AND EXISTS (SELECT 1 FROM organisation_word x WHERE x.organisation = o.id
          AND x.word >= $\(at + 1) AND x.word < $\(at + 2))
        """
    }
    arguments.append(.integer(Int64(limit)))
    let sql = """
      SELECT DISTINCT \(line) FROM organisation_word w JOIN organisation o ON o.id = w.organisation
      WHERE w.word >= $1 AND w.word < $2\(conditions)
      ORDER BY o.name_key, o.id LIMIT $\(arguments.count)
      """
    return (sql, arguments)
  }

  /// Organisations that carry an identifier.
  public func organisations(with identifier: Identifier) throws -> [OrganisationLine] {
    try connection.rows(
      Self.byIdentifier, [.text(identifier.scheme.rawValue), .text(identifier.value)]
    ).map(Self.organisationLine)
  }

  static let byIdentifier = """
    SELECT \(line) FROM organisation_identifier i JOIN organisation o ON o.id = i.organisation
    WHERE i.scheme = $1 AND i.value = $2 ORDER BY o.id
    """

  /// One organisation as a line; nil where it is not shown.
  public func line(of id: EntityID) throws -> OrganisationLine? {
    try connection.rows(
      "SELECT \(Self.line) FROM organisation o WHERE o.id = $1", [.text(id.text)]
    ).first.map(Self.organisationLine)
  }

  /// How many organisations the register shows.
  public func organisationCount() throws -> Int {
    Int(try connection.rows("SELECT COUNT(*) FROM organisation").first?.integer(0) ?? 0)
  }

  private static func organisationLine(_ row: SQLRow) throws -> OrganisationLine {
    let id = try row.text(0)
    return OrganisationLine(
      id: EntityID(stored: id), name: try row.text(1), city: try row.optionalText(2),
      postcode: try row.optionalText(3), country: try row.optionalText(4),
      cursor: OrganisationLine.Cursor(nameKey: try row.text(5), id: id))
  }
}
