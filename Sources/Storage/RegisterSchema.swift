// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// The tables of the register as steps in the order in which they came about.
public enum RegisterSchema {
  public static let migrations: [Migration] = [
    // The next number of each kind of id.
    Migration(
      "0001-sequence",
      [
        """
        CREATE TABLE sequence (
          name BYTETEXT PRIMARY KEY,
          next BIGINT NOT NULL CHECK (next > 0)
        )
        """
      ])
  ]
}
