// SPDX-License-Identifier: Apache-2.0
import ReferenceLibrary

/// The built-in library, loaded once for all tests.
enum BuiltInLibrary {
  private static let loaded = Result { try ReferenceLibrary.builtIn() }

  static func get() throws -> ReferenceLibrary { try loaded.get() }
}
