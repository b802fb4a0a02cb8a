// SPDX-License-Identifier: Apache-2.0
import SQLEngine

extension PlatformError {
  /// What an error of the database means for the person who asked; the words are the database's own.
  public init(_ error: DatabaseError) {
    let code: Code =
      switch error.code {
      case .location: .request
      case .missing: .inputMissing
      case .unreachable, .loginRefused, .insecure, .unsuitable, .notAllowed, .busy, .serialization,
        .connectionLost, .outcomeUnknown, .closed:
        .serviceUnreachable
      case .cannotOpen, .readOnly, .full, .inputOutput: .outputFailed
      case .notADatabase, .corrupt, .schemaTooNew, .schemaTooOld, .schemaChanged, .value: .data
      case .interrupted: .interrupted
      default: error.constraint == nil ? .defect : .data
      }
    self.init(code, error.message)
  }

  /// Runs work on a database; its errors become ours, all others pass.
  static func translating<R>(_ work: () async throws -> R) async throws -> R {
    do {
      return try await work()
    } catch let error as DatabaseError {
      throw PlatformError(error)
    }
  }
}
