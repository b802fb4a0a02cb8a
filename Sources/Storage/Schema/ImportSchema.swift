// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// Lists in the waiting room, and what people answered about their rows; a step of ``RegisterSchema``.
enum ImportSchema {
  static let imports = Migration("0003-imports", statements)

  private static let statements = [
    """
    CREATE TABLE import (
      id BYTETEXT PRIMARY KEY,
      source BYTETEXT NOT NULL REFERENCES source (name),
      file TEXT NOT NULL,
      file_sum BYTETEXT NOT NULL,
      mapping TEXT NOT NULL,
      stated_on BYTETEXT NOT NULL,
      compares BIGINT NOT NULL,
      is_partial BIGINT NOT NULL,
      actor TEXT NOT NULL,
      begun_at BYTETEXT NOT NULL,
      state BYTETEXT NOT NULL
        CHECK (state IN ('reading', 'ready', 'committed', 'discarded', 'undone')),
      act BYTETEXT REFERENCES act (id)
    )
    """,
    "CREATE INDEX import_source ON import (source, id)",
    """
    CREATE TABLE import_act (
      act BYTETEXT PRIMARY KEY REFERENCES act (id),
      import BYTETEXT NOT NULL REFERENCES import (id)
    )
    """,
    "CREATE INDEX import_act_import ON import_act (import)",
    // outcome: what comparing said; target: an organisation, or =LINE for the organisation of an
    // earlier row; answer: what a person said, an organisation, =LINE, 'new' or 'leave';
    // superseded_by: the later import that asks the same again in its place.
    """
    CREATE TABLE import_row (
      import BYTETEXT NOT NULL REFERENCES import (id),
      line BIGINT NOT NULL,
      key BYTETEXT NOT NULL,
      content TEXT NOT NULL,
      name TEXT NOT NULL,
      outcome BYTETEXT NOT NULL
        CHECK (outcome IN ('linked', 'ask', 'new', 'refused', 'unchanged')),
      target BYTETEXT,
      earlier_record BYTETEXT,
      answer BYTETEXT,
      answered_by TEXT,
      record BYTETEXT,
      superseded_by BYTETEXT REFERENCES import (id),
      earlier_content BYTETEXT,
      earlier_stated_on BYTETEXT,
      PRIMARY KEY (import, line)
    )
    """,
    "CREATE INDEX import_row_key ON import_row (import, key)",
    """
    CREATE INDEX import_row_open ON import_row (key, import, line)
      WHERE outcome = 'ask' AND record IS NULL AND superseded_by IS NULL
    """,
    """
    CREATE TABLE import_candidate (
      import BYTETEXT NOT NULL,
      line BIGINT NOT NULL,
      rank BIGINT NOT NULL,
      target BYTETEXT NOT NULL,
      probability DOUBLE PRECISION NOT NULL,
      reasons_de TEXT NOT NULL,
      reasons_en TEXT NOT NULL,
      PRIMARY KEY (import, line, rank),
      FOREIGN KEY (import, line) REFERENCES import_row (import, line)
    )
    """,
    """
    CREATE TABLE import_notice (
      import BYTETEXT NOT NULL REFERENCES import (id),
      line BIGINT NOT NULL,
      number BIGINT NOT NULL,
      column_name TEXT NOT NULL,
      is_refusal BIGINT NOT NULL,
      message_de TEXT NOT NULL,
      message_en TEXT NOT NULL,
      PRIMARY KEY (import, line, number)
    )
    """,
    // What people decided about two descriptions, so that nobody is asked twice. fingerprint is
    // what was compared of a row; other an organisation.
    """
    CREATE TABLE judgement (
      fingerprint BYTETEXT NOT NULL,
      organisation BYTETEXT NOT NULL REFERENCES entity (id),
      is_same BIGINT NOT NULL,
      actor TEXT NOT NULL,
      at BYTETEXT NOT NULL,
      PRIMARY KEY (fingerprint, organisation)
    )
    """,
  ]
}
