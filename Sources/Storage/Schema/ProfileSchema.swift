// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// What holds of organisations now, made from statements (`ProfileTables`) so that lists and look-ups
/// read one row; can be made anew at any time. A step of ``RegisterSchema``.
enum ProfileSchema {
  static let profiles = Migration("0002-profiles", statements)

  private static let statements = [
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
}
