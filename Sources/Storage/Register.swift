// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// The register within one transaction: what is asked of it and done to it.
public struct Register {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }
}
