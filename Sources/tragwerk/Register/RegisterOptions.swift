// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Localization
import Platform
import Registry
import SQLEngine

/// Which register a command works on, and for whom.
struct RegisterOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOption

  @Option(
    help: ArgumentHelp(
      say(
        "Wer handelt, wie es in der Geschichte steht (Standard: das Benutzerkonto).",
        "Who acts, as the history tells it (default: the user account)."), valueName: "name"))
  var by: String?

  /// Opens the register, runs work on it and lets it go again.
  ///
  /// - Parameter mayCreate: whether a file that is not there is made.
  func withRegister<R>(
    mayCreate: Bool = false, _ work: (RegisterAccess) async throws -> R
  ) async throws -> R {
    let access = try await RegisterAccess.open(
      try Self.parsed(database.location), by: by ?? NSUserName(), mayCreate: mayCreate)
    do {
      let result = try await work(access)
      await access.close()
      return result
    } catch {
      await access.close()
      throw error
    }
  }

  private static func parsed(_ text: String) throws(PlatformError) -> DatabaseLocation {
    do throws(DatabaseError) {
      return try DatabaseLocation(parsing: text)
    } catch {
      throw PlatformError(error)
    }
  }
}

extension EntityID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Source.Kind: ExpressibleByArgument {}
