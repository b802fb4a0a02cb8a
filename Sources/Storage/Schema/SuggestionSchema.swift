// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// What was put before buyers; a step of ``RegisterSchema``.
///
/// One row for each supplier of each list, also for those the buyer did not get to see: they had
/// merit and no attention, and the next lists make up for it.
enum SuggestionSchema {
  static let suggestions = Migration("0007-suggestions", statements)

  private static let statements = [
    """
    CREATE TABLE suggestion (
      number BIGINT PRIMARY KEY,
      need BYTETEXT NOT NULL,
      version BIGINT NOT NULL,
      supplier BYTETEXT NOT NULL REFERENCES entity (id),
      place BIGINT NOT NULL CHECK (place > 0),
      score DOUBLE PRECISION NOT NULL CHECK (score BETWEEN 0 AND 100),
      merit DOUBLE PRECISION NOT NULL CHECK (merit BETWEEN 0 AND 1),
      attention DOUBLE PRECISION NOT NULL CHECK (attention BETWEEN 0 AND 1),
      on_day BYTETEXT NOT NULL,
      actor TEXT NOT NULL,
      at BYTETEXT NOT NULL,
      FOREIGN KEY (need, version) REFERENCES need_version (need, version)
    )
    """,
    "CREATE INDEX suggestion_need ON suggestion (need, version, number)",
    "CREATE INDEX suggestion_supplier ON suggestion (supplier, on_day)",
  ]
}
