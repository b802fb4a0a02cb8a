// SPDX-License-Identifier: Apache-2.0

extension SQLText {
  /// Throws unless the arguments fit the parameters and every value can be kept by both engines.
  func check(_ arguments: [SQLValue]) throws(DatabaseError) {
    guard arguments.count == parameterCount else {
      throw .statement("\(parameterCount) parameters, but \(arguments.count) values", text)
    }
    for (index, argument) in arguments.enumerated() {
      switch argument {
      case .null, .integer: break
      case .real(let real):
        guard real.isFinite else { throw .notANumber(parameter: index + 1, text) }
      case .text(let value):
        guard !value.utf8.contains(0) else { throw .nul(parameter: index + 1, text) }
      }
    }
  }
}
