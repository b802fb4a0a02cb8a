// SPDX-License-Identifier: Apache-2.0

extension DatabaseError.Code {
  /// What an SQLSTATE means (PostgreSQL 15, appendix A).
  init(state: String) {
    switch state {
    case "23505": self = .constraint(.unique)
    case "23503": self = .constraint(.foreignKey)
    case "23514": self = .constraint(.check)
    case "23502": self = .constraint(.notNull)
    case "40001", "40P01": self = .serialization
    case "25006": self = .readOnly
    case "57014": self = .interrupted
    case "57P01", "57P02", "57P03": self = .unreachable
    case "53100", "53400": self = .full
    case "53300", "55P03": self = .busy
    case "28P01", "28000", "3D000": self = .loginRefused
    // 3F000: none of the schemas of the search path is there.
    case "42501", "3F000": self = .notAllowed
    case "58030": self = .inputOutput
    case "XX001", "XX002": self = .corrupt
    default:
      switch state.prefix(2) {
      case "23": self = .constraint(.other)
      case "22", "54": self = .value
      case "42": self = .syntax
      case "08": self = .unreachable
      default: self = .defect
      }
    }
  }

  /// Why a connection could not be made. libpq gives no SQLSTATE there, so its words are read: with
  /// verbose messages the server's part holds the state, and libpq's own part is always English.
  init(connecting words: String) {
    if let state = Self.state(in: words) {
      self = Self(state: state)
    } else if ["SSL", "certificate", "root.crt"].contains(where: words.contains) {
      self = .insecure
    } else if words.contains("password") || words.contains("authentication") {
      self = .loginRefused
    } else {
      self = .unreachable
    }
  }

  /// The first `: 28P01: ` of a message; a later host's answer does not matter.
  private static func state(in words: String) -> String? {
    words.split(separator: " ").map { $0.utf8 }.first { word in
      word.count == 6 && word.last == UInt8(ascii: ":")
        && word.dropLast().allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
        && word.dropLast().contains { (48...57).contains($0) }
    }.flatMap { String($0.dropLast()) }
  }
}
