// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// Screening lists, hits on them and what people decided; a step of ``RegisterSchema``.
enum ScreeningSchema {
  static let screening = Migration("0004-screening", statements)

  private static let statements = [
    """
    CREATE TABLE screening_list (
      name BYTETEXT PRIMARY KEY,
      version BYTETEXT NOT NULL,
      entries BIGINT NOT NULL,
      screened_at BYTETEXT NOT NULL,
      screened_by TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE screening_hit (
      organisation BYTETEXT NOT NULL REFERENCES entity (id),
      list BYTETEXT NOT NULL REFERENCES screening_list (name),
      entry BYTETEXT NOT NULL,
      entry_name TEXT NOT NULL,
      version BYTETEXT NOT NULL,
      score DOUBLE PRECISION NOT NULL,
      decision BYTETEXT NOT NULL CHECK (decision IN ('hit', 'review')),
      reasons_de TEXT NOT NULL,
      reasons_en TEXT NOT NULL,
      entry_fingerprint TEXT NOT NULL,
      subject_fingerprint TEXT NOT NULL,
      outcome BYTETEXT NOT NULL CHECK (outcome IN ('open', 'confirmed', 'dismissed')),
      decided_by TEXT NOT NULL,
      decided_at BYTETEXT NOT NULL,
      decided_why TEXT NOT NULL,
      closed_because BYTETEXT
        CHECK (closed_because IN ('entry_gone', 'no_longer_alike', 'subject_gone')),
      PRIMARY KEY (organisation, list, entry)
    )
    """,
    """
    CREATE INDEX screening_hit_standing ON screening_hit (list, outcome, organisation)
      WHERE closed_because IS NULL
    """,
    // Every decision there ever was; hits hold the last one.
    """
    CREATE TABLE screening_decision (
      number BIGINT PRIMARY KEY,
      organisation BYTETEXT NOT NULL,
      list BYTETEXT NOT NULL,
      entry BYTETEXT NOT NULL,
      outcome BYTETEXT NOT NULL,
      decided_by TEXT NOT NULL,
      decided_at BYTETEXT NOT NULL,
      decided_why TEXT NOT NULL,
      FOREIGN KEY (organisation, list, entry)
        REFERENCES screening_hit (organisation, list, entry)
    )
    """,
    "CREATE INDEX screening_decision_organisation ON screening_decision (organisation, number)",
  ]
}
