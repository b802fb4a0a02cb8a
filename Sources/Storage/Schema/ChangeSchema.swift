// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// What an index of organisations reads to stay current; a step of ``RegisterSchema``.
///
/// One row an organisation, with the number of the last change to anything matching sees of it. Acts
/// would not do: undoing lets ended statements stand again, merging touches no statement at all, and
/// a list that comes again only moves days.
enum ChangeSchema {
  static let changes = Migration("0006-organisation-changes", statements)

  private static let statements = [
    """
    CREATE TABLE organisation_change (
      organisation BYTETEXT PRIMARY KEY REFERENCES entity (id),
      number BIGINT NOT NULL CHECK (number > 0)
    )
    """,
    "CREATE INDEX organisation_change_number ON organisation_change (number, organisation)",
  ]
}
