// SPDX-License-Identifier: Apache-2.0

/// Writing cells of comma-separated text (RFC 4180).
public enum CSVCell {
  /// A cell as it stands in the file: quoted where its content demands it.
  ///
  /// Looks at bytes, not characters: a quotation mark followed by a combining accent is one
  /// character that is not equal to `"`, and must be doubled all the same.
  public static func quoted(_ cell: String) -> String {
    let bytes = cell.utf8
    let isBlank = { (byte: UInt8?) in byte == .space || byte == .tab }
    let needsQuotes =
      bytes.contains { $0 == .quote || $0 == .comma || $0 == .lineFeed || $0 == .carriageReturn }
      || isBlank(bytes.first) || isBlank(bytes.last)
    guard needsQuotes else { return cell }
    var quoted: [UInt8] = [.quote]
    for byte in bytes {
      if byte == .quote { quoted.append(.quote) }
      quoted.append(byte)
    }
    quoted.append(.quote)
    return String(decoding: quoted, as: UTF8.self)
  }
}
