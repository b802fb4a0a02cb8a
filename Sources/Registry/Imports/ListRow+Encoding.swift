// SPDX-License-Identifier: Apache-2.0

extension ListRow {
  /// The row as text to be stored while an import waits: parts end with U+001E, names and values
  /// with U+001F. No normalised value holds either.
  public var encoded: String {
    var text = ""
    for part in [organisation] + parts {
      text += part.kind.rawValue + "\u{1F}"
      for value in part.values { text += value.field.name + "\u{1F}" + value.text + "\u{1F}" }
      text += "\u{1E}"
    }
    return text
  }

  /// A row as it was stored; nil where the text is none, or names fields that are not there.
  public init?(encoded text: String, line: Int, key: String?) {
    var parts: [Part] = []
    var utf8 = text.utf8[...]
    while let end = utf8.firstIndex(of: 0x1E) {
      guard let part = Part(encoded: utf8[..<end]) else { return nil }
      parts.append(part)
      utf8 = utf8[utf8.index(after: end)...]
    }
    guard utf8.isEmpty, let first = parts.first, first.kind == .organisation else { return nil }
    self.init(line: line, key: key, organisation: first, parts: Array(parts.dropFirst()))
  }

  /// A sum over the content (FNV-1a, 64 bits, as 16 hexadecimal digits), the same on every run.
  public var contentSum: String { ContentSum(encoded.utf8).text }
}

extension ListRow.Part {
  fileprivate init?(encoded utf8: Substring.UTF8View) {
    var pieces: [Substring] = []
    var rest = utf8
    while let end = rest.firstIndex(of: 0x1F) {
      pieces.append(Substring(rest[..<end]))
      rest = rest[rest.index(after: end)...]
    }
    guard rest.isEmpty, pieces.count % 2 == 1, let kind = EntityKind(rawValue: String(pieces[0]))
    else { return nil }
    self.init(kind)
    values.reserveCapacity(pieces.count / 2)
    for at in stride(from: 1, to: pieces.count, by: 2) {
      guard let field = RegisterField(kind, String(pieces[at])) else { return nil }
      values.append(ListRow.Value(field, String(pieces[at + 1])))
    }
  }
}

/// A sum over bytes to see whether something changed: FNV-1a of 64 bits. Not against forgers.
public struct ContentSum: Sendable, Hashable {
  /// The sum so far.
  public private(set) var number: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  public init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { number = (number ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// Sixteen hexadecimal digits.
  public var text: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
