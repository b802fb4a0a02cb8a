// SPDX-License-Identifier: Apache-2.0
import AccessControl
import SQLEngine

/// The world in tables of its own, small stand-ins for those of the platform.
enum WorldTables {
  private static let validity = "from_at BYTETEXT NOT NULL, until_at BYTETEXT"

  static let migration = Migration(
    "0001-world",
    [
      table("person_role", "person organisation role", validity),
      table("assignment", "person role scope_kind scope", validity),
      table("association_member", "association member", validity),
      table("case_file", "id purpose", validity),
      table("case_member", "case_file person", "needs_to_know BIGINT NOT NULL, " + validity),
      table("case_object", "case_file scope_kind scope"),
      table(
        "access_grant", "owner grantee object_kind field_group purpose",
        "object BYTETEXT, " + validity),
      table("field_release", "organisation field_group released_to"),
      table("invitation", "need organisation"),
      table("competition", "organisation competitor"),
      table("conflict_of_interest", "person organisation"),
      // What a kind has no use for stays empty.
      table(
        "thing", "kind id",
        "owner BYTETEXT, counterpart BYTETEXT, author BYTETEXT, need BYTETEXT, "
          + "visibility BYTETEXT, state BYTETEXT, whole BYTETEXT, agreed BIGINT NOT NULL"),
    ])

  private static func table(_ name: String, _ words: String, _ more: String = "") -> String {
    let columns = words.split(separator: " ").map { "\($0) BYTETEXT NOT NULL" }
    return "CREATE TABLE \(name) ("
      + (columns + (more.isEmpty ? [] : [more])).joined(separator: ", ") + ")"
  }

  /// Every kind from the one table, with state and visibility of the need it is about.
  static let mapping = TableMapping(
    Dictionary(
      uniqueKeysWithValues: ObjectKind.allCases.map { kind in
        var source = TableMapping.Source(
          """
          (SELECT x.id, x.owner, x.counterpart, x.author, x.need, x.state, x.whole, x.agreed,
          n.state AS need_state, COALESCE(x.visibility, n.visibility) AS visibility
          FROM thing x LEFT JOIN thing n ON n.kind = 'need' AND n.id = x.need
          WHERE x.kind = '\(kind.rawValue)')
          """)
        source.owner = "owner"
        source.counterpart = "counterpart"
        source.author = "author"
        source.need = "need"
        source.needState = "need_state"
        source.visibility = "visibility"
        source.state = "state"
        source.whole = "whole"
        source.agreed = "agreed"
        return (kind, source)
      }))
}

extension World {
  /// Puts the world in place of the one before.
  func store(_ connection: SQLConnection) throws {
    func fill(_ table: String, _ rows: [[SQLValue]]) throws {
      try connection.execute("DELETE FROM \(table)")
      for row in rows {
        let places = row.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        try connection.execute("INSERT INTO \(table) VALUES (\(places))", row)
      }
    }
    func word<Word: RawRepresentable<String>>(_ value: Word?) -> SQLValue {
      SQLValue(value?.rawValue)
    }
    func text(_ value: String?) -> SQLValue { SQLValue(value) }
    func times(_ validity: Validity) -> [SQLValue] {
      [.text(validity.from.text), SQLValue(validity.until?.text)]
    }
    func scope(_ scope: Scope) -> [SQLValue] { [word(scope.kind), text(scope.id)] }
    try fill(
      "person_role",
      memberships.map {
        [text($0.person), text($0.organisation), word($0.role)] + times($0.validity)
      })
    try fill(
      "assignment",
      assignments.map {
        [text($0.person), word($0.role)] + scope($0.scope) + times($0.validity)
      })
    try fill(
      "association_member",
      associationMembers.map { [text($0.association), text($0.member)] + times($0.validity) })
    try fill("case_file", caseFiles.map { [text($0.id), word($0.purpose)] + times($0.validity) })
    try fill(
      "case_member",
      caseMembers.map {
        [text($0.file), text($0.person), $0.needsToKnow ? 1 : 0] + times($0.validity)
      })
    try fill("case_object", caseObjects.map { [text($0.file)] + scope($0.scope) })
    try fill(
      "access_grant",
      grants.map {
        [
          text($0.owner), text($0.grantee), word($0.kind), word($0.group), word($0.purpose),
          text($0.object),
        ] + times($0.validity)
      })
    try fill(
      "field_release", releases.map { [text($0.organisation), word($0.group), word($0.to)] })
    try fill("invitation", invitations.map { [text($0.need), text($0.organisation)] })
    try fill("competition", competition.map { [text($0.organisation), text($0.competitor)] })
    try fill("conflict_of_interest", conflicts.map { [text($0.person), text($0.organisation)] })
    try fill(
      "thing",
      rows.map {
        [
          word($0.kind), text($0.id), text($0.owner), text($0.counterpart), text($0.author),
          text($0.need), word($0.visibility), word($0.state), text($0.whole),
          $0.isAgreed ? 1 : 0,
        ]
      })
  }
}
