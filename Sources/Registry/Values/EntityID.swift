// SPDX-License-Identifier: Apache-2.0

/// The name of an entity in the register, the same for ever: a letter for its kind and eight
/// digits to base 32, as in `o0000002k`.
///
/// Ids sort by age. They are never given twice, and what was merged or withdrawn keeps its id.
public struct EntityID: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let text: String

  /// The `number`th entity of a kind; `number` is at least 1.
  public init(_ kind: EntityKind, _ number: Int64) {
    text = String(kind.prefix) + Base32.digits(number)
  }

  /// Nil unless the text has the form of an id; upper case is accepted.
  public init?(_ text: String) {
    let lower = text.lowercased()
    guard let first = lower.first, EntityKind.allCases.contains(where: { $0.prefix == first }),
      Base32.isNumber(lower.dropFirst())
    else { return nil }
    self.text = lower
  }

  /// Trusts a text that was stored as an id.
  public init(stored text: String) { self.text = text }

  public var kind: EntityKind {
    guard let kind = EntityKind.allCases.first(where: { $0.prefix == text.first }) else {
      preconditionFailure("stored id \(text) is of no kind")
    }
    return kind
  }

  public var description: String { text }

  public static func < (one: Self, other: Self) -> Bool { one.text < other.text }
}

/// Eight digits to base 32 (Crockford's alphabet without I, L, O, U), so that ids of one kind sort
/// by number.
public enum Base32 {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// - Precondition: `0 ≤ number < 2⁴⁰`.
  public static func digits(_ number: Int64) -> String {
    precondition(number >= 0 && number < 1 << 40, "number \(number) does not fit eight digits")
    return String(unsafeUninitializedCapacity: 8) { bytes in
      for at in 0..<8 {
        bytes[at] = alphabet[Int(number >> (5 * Int64(7 - at))) & 31]
      }
      return 8
    }
  }

  /// Whether a text is eight such digits.
  public static func isNumber(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 8 && text.utf8.allSatisfy(alphabet.contains)
  }
}
