// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// What is true of the world, who says so and since which act; a step of ``RegisterSchema``.
enum StatementSchema {
  static let statements = Migration("0001-statements", sql)

  private static let sql = [
    // Numbers for ids, given in blocks.
    """
    CREATE TABLE sequence (
      name BYTETEXT PRIMARY KEY,
      next BIGINT NOT NULL CHECK (next > 0)
    )
    """,
    """
    CREATE TABLE source (
      name BYTETEXT PRIMARY KEY,
      kind BYTETEXT NOT NULL
        CHECK (kind IN ('company', 'public_register', 'analyst', 'list')),
      title TEXT NOT NULL,
      mapping TEXT
    )
    """,
    """
    CREATE TABLE act (
      id BYTETEXT PRIMARY KEY,
      kind BYTETEXT NOT NULL
        CHECK (kind IN ('import', 'answer', 'entry', 'merge', 'unmerge', 'split', 'undo')),
      actor TEXT NOT NULL,
      at BYTETEXT NOT NULL,
      note TEXT NOT NULL
    )
    """,
    // merged_into is what people decided, canonical where that leads in the end, owner the canonical
    // organisation an entity belongs to (an organisation belongs to itself).
    """
    CREATE TABLE entity (
      id BYTETEXT PRIMARY KEY,
      parent BYTETEXT REFERENCES entity (id),
      merged_into BYTETEXT REFERENCES entity (id) CHECK (merged_into <> id),
      canonical BYTETEXT NOT NULL,
      owner BYTETEXT NOT NULL,
      begun_by BYTETEXT NOT NULL REFERENCES act (id),
      ended_by BYTETEXT REFERENCES act (id)
    )
    """,
    "CREATE INDEX entity_owner ON entity (owner)",
    "CREATE INDEX entity_merged ON entity (merged_into) WHERE merged_into IS NOT NULL",
    // What one source says in one place: a row of a list, an entry of a register.
    """
    CREATE TABLE record (
      id BYTETEXT PRIMARY KEY,
      source BYTETEXT NOT NULL REFERENCES source (name),
      key BYTETEXT NOT NULL,
      organisation BYTETEXT NOT NULL REFERENCES entity (id),
      stated_on BYTETEXT NOT NULL,
      content BYTETEXT NOT NULL,
      begun_by BYTETEXT NOT NULL REFERENCES act (id),
      ended_by BYTETEXT REFERENCES act (id)
    )
    """,
    "CREATE UNIQUE INDEX record_key ON record (source, key) WHERE ended_by IS NULL",
    "CREATE INDEX record_organisation ON record (organisation)",
    """
    CREATE TABLE record_part (
      record BYTETEXT NOT NULL REFERENCES record (id),
      part BYTETEXT NOT NULL,
      entity BYTETEXT NOT NULL REFERENCES entity (id),
      PRIMARY KEY (record, part)
    )
    """,
    """
    CREATE TABLE statement (
      subject BYTETEXT NOT NULL REFERENCES entity (id),
      field BYTETEXT NOT NULL,
      record BYTETEXT NOT NULL REFERENCES record (id),
      position BIGINT NOT NULL,
      begun_by BYTETEXT NOT NULL REFERENCES act (id),
      ended_by BYTETEXT REFERENCES act (id),
      value TEXT NOT NULL,
      PRIMARY KEY (subject, field, record, position, begun_by)
    )
    """,
  ]
}
