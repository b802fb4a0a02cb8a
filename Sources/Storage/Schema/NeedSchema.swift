// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// The tables of needs and of what came of them; a step of ``RegisterSchema``.
///
/// A need is never overwritten: `need_version` holds every version whole, `need` says which one
/// counts. Nothing is deleted.
enum NeedSchema {
  static let needs = Migration("0005-needs", statements)

  private static let statements = [
    // source and key: where it came from and what it is called there, so that the same list can
    // come again; stated: what the list said last, to tell its changes from people's. buyer and expires_on are those of the current version, for look-ups.
    """
    CREATE TABLE need (
      id BYTETEXT PRIMARY KEY,
      version BIGINT NOT NULL CHECK (version > 0),
      state BYTETEXT NOT NULL CHECK (state IN
        ('draft', 'published', 'matched', 'in_dialogue', 'covered', 'withdrawn')),
      source BYTETEXT REFERENCES source (name),
      key BYTETEXT,
      stated TEXT,
      buyer BYTETEXT REFERENCES entity (id),
      expires_on BYTETEXT,
      CHECK ((source IS NULL) = (key IS NULL)),
      CHECK (stated IS NULL OR source IS NOT NULL)
    )
    """,
    "CREATE UNIQUE INDEX need_source_key ON need (source, key) WHERE source IS NOT NULL",
    "CREATE INDEX need_state ON need (state, id)",
    "CREATE INDEX need_buyer ON need (buyer, id) WHERE buyer IS NOT NULL",
    """
    CREATE TABLE need_version (
      need BYTETEXT NOT NULL REFERENCES need (id),
      version BIGINT NOT NULL CHECK (version > 0),
      title TEXT NOT NULL,
      description TEXT NOT NULL,
      quantity DOUBLE PRECISION CHECK (quantity > 0),
      unit TEXT,
      per_year DOUBLE PRECISION CHECK (per_year > 0),
      length_mm DOUBLE PRECISION,
      width_mm DOUBLE PRECISION,
      height_mm DOUBLE PRECISION,
      mass_kg DOUBLE PRECISION,
      tolerance_mm DOUBLE PRECISION,
      material TEXT,
      latitude DOUBLE PRECISION CHECK (latitude BETWEEN -90 AND 90),
      longitude DOUBLE PRECISION CHECK (longitude BETWEEN -180 AND 180),
      radius_km DOUBLE PRECISION CHECK (radius_km > 0),
      from_day BYTETEXT,
      until_day BYTETEXT,
      expires_on BYTETEXT,
      visibility BYTETEXT NOT NULL CHECK (visibility IN ('invited', 'register', 'public')),
      buyer BYTETEXT REFERENCES entity (id),
      origin TEXT,
      changed_by TEXT NOT NULL,
      changed_at BYTETEXT NOT NULL,
      note TEXT NOT NULL,
      PRIMARY KEY (need, version),
      CHECK ((latitude IS NULL) = (longitude IS NULL)),
      CHECK (quantity IS NOT NULL OR (unit IS NULL AND per_year IS NULL)),
      CHECK (from_day <= until_day)
    )
    """,
    // The fields that may have several values.
    """
    CREATE TABLE need_term (
      need BYTETEXT NOT NULL,
      version BIGINT NOT NULL,
      field BYTETEXT NOT NULL
        CHECK (field IN ('concepts', 'required', 'desired', 'buyer_branches')),
      position BIGINT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (need, version, field, position),
      FOREIGN KEY (need, version) REFERENCES need_version (need, version)
    )
    """,
    """
    CREATE TABLE need_state_change (
      need BYTETEXT NOT NULL REFERENCES need (id),
      number BIGINT NOT NULL CHECK (number > 0),
      version BIGINT NOT NULL,
      from_state BYTETEXT,
      to_state BYTETEXT NOT NULL,
      actor TEXT NOT NULL,
      at BYTETEXT NOT NULL,
      note TEXT NOT NULL,
      PRIMARY KEY (need, number),
      FOREIGN KEY (need, version) REFERENCES need_version (need, version)
    )
    """,
    """
    CREATE TABLE match_feedback (
      number BIGINT PRIMARY KEY,
      need BYTETEXT NOT NULL,
      version BIGINT NOT NULL,
      supplier BYTETEXT NOT NULL REFERENCES entity (id),
      kind BYTETEXT NOT NULL CHECK (kind IN ('invited', 'declined', 'dismissed', 'outcome')),
      reason BYTETEXT CHECK (reason IN ('no_capacity', 'not_our_field', 'too_large', 'too_small',
        'qualification', 'terms', 'other')),
      outcome BYTETEXT CHECK (outcome IN ('talks', 'sample', 'offer', 'order', 'delivered')),
      evidence BYTETEXT CHECK (evidence IN
        ('said_by_buyer', 'said_by_supplier', 'confirmed_by_both', 'document')),
      note TEXT,
      on_day BYTETEXT NOT NULL,
      actor TEXT NOT NULL,
      at BYTETEXT NOT NULL,
      FOREIGN KEY (need, version) REFERENCES need_version (need, version),
      CHECK ((kind = 'outcome') = (outcome IS NOT NULL)),
      CHECK ((outcome IS NULL) = (evidence IS NULL)),
      CHECK (reason IS NULL OR kind IN ('declined', 'dismissed'))
    )
    """,
    "CREATE INDEX match_feedback_need ON match_feedback (need, number)",
    "CREATE INDEX match_feedback_supplier ON match_feedback (supplier, kind, on_day)",
  ]
}
