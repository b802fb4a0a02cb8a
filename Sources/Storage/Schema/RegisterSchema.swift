// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// The tables of the register, in steps that only go forward.
///
/// What is true of the world stands in `statement`; the tables from `organisation` on are made from
/// it (`ProfileTables`) so that lists and look-ups read one row, and can be made anew at any time.
public enum RegisterSchema {
  public static let migrations: [Migration] = [
    Migration("0001-statements", statements),
    Migration("0002-profiles", profiles),
    Migration("0003-imports", imports),
    Migration("0004-screening", screening),
    NeedSchema.needs,
    ChangeSchema.changes,
    SuggestionSchema.suggestions,
  ]

  private static let statements = [
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

  private static let profiles = [
    """
    CREATE TABLE organisation (
      id BYTETEXT PRIMARY KEY REFERENCES entity (id),
      name TEXT NOT NULL,
      name_key BYTETEXT NOT NULL,
      legal_form BYTETEXT,
      kind BYTETEXT,
      street TEXT,
      postcode BYTETEXT,
      city TEXT,
      country BYTETEXT,
      parent BYTETEXT
    )
    """,
    "CREATE INDEX organisation_name_key ON organisation (name_key, id)",
    "CREATE INDEX organisation_country ON organisation (country, name_key, id)",
    "CREATE INDEX organisation_postcode ON organisation (postcode, id)",
    """
    CREATE TABLE organisation_name (
      organisation BYTETEXT NOT NULL REFERENCES organisation (id),
      name_key BYTETEXT NOT NULL,
      name TEXT NOT NULL,
      kind BYTETEXT NOT NULL,
      PRIMARY KEY (organisation, name_key)
    )
    """,
    """
    CREATE TABLE organisation_word (
      word BYTETEXT NOT NULL,
      organisation BYTETEXT NOT NULL REFERENCES organisation (id),
      PRIMARY KEY (word, organisation)
    )
    """,
    "CREATE INDEX organisation_word_organisation ON organisation_word (organisation)",
    """
    CREATE TABLE organisation_identifier (
      organisation BYTETEXT NOT NULL REFERENCES organisation (id),
      scheme BYTETEXT NOT NULL,
      value BYTETEXT NOT NULL,
      PRIMARY KEY (organisation, scheme, value)
    )
    """,
    "CREATE INDEX organisation_identifier_value ON organisation_identifier (scheme, value)",
    """
    CREATE TABLE organisation_branch (
      organisation BYTETEXT NOT NULL REFERENCES organisation (id),
      branch BYTETEXT NOT NULL,
      PRIMARY KEY (organisation, branch)
    )
    """,
    "CREATE INDEX organisation_branch_branch ON organisation_branch (branch, organisation)",
    """
    CREATE TABLE site (
      id BYTETEXT PRIMARY KEY REFERENCES entity (id),
      organisation BYTETEXT NOT NULL REFERENCES organisation (id),
      name TEXT,
      street TEXT,
      postcode BYTETEXT,
      city TEXT,
      country BYTETEXT,
      address_key BYTETEXT NOT NULL,
      latitude DOUBLE PRECISION,
      longitude DOUBLE PRECISION,
      nuts BYTETEXT,
      unlocode BYTETEXT,
      is_open BIGINT
    )
    """,
    "CREATE INDEX site_organisation ON site (organisation)",
    "CREATE INDEX site_place ON site (country, postcode, id)",
    """
    CREATE TABLE capability (
      id BYTETEXT PRIMARY KEY REFERENCES entity (id),
      organisation BYTETEXT NOT NULL REFERENCES organisation (id),
      kind BYTETEXT,
      term BYTETEXT,
      text TEXT,
      site BYTETEXT,
      origin BYTETEXT,
      standing BYTETEXT
    )
    """,
    "CREATE INDEX capability_organisation ON capability (organisation)",
    "CREATE INDEX capability_term ON capability (term, organisation)",
    """
    CREATE TABLE capacity (
      id BYTETEXT PRIMARY KEY REFERENCES entity (id),
      organisation BYTETEXT NOT NULL REFERENCES organisation (id),
      capability BYTETEXT NOT NULL,
      unit TEXT,
      total DOUBLE PRECISION,
      free DOUBLE PRECISION,
      free_from BYTETEXT,
      stated_on BYTETEXT
    )
    """,
    "CREATE INDEX capacity_organisation ON capacity (organisation)",
    """
    CREATE TABLE qualification (
      id BYTETEXT PRIMARY KEY REFERENCES entity (id),
      organisation BYTETEXT NOT NULL REFERENCES organisation (id),
      standard BYTETEXT,
      valid_until BYTETEXT,
      assurance BYTETEXT NOT NULL
    )
    """,
    "CREATE INDEX qualification_organisation ON qualification (organisation)",
    "CREATE INDEX qualification_standard ON qualification (standard, valid_until, organisation)",
    """
    CREATE TABLE membership (
      id BYTETEXT PRIMARY KEY REFERENCES entity (id),
      organisation BYTETEXT NOT NULL REFERENCES organisation (id),
      association TEXT,
      number TEXT
    )
    """,
    "CREATE INDEX membership_organisation ON membership (organisation)",
    "CREATE INDEX membership_association ON membership (association, organisation)",
  ]

  private static let imports = [
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

  private static let screening = [
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
