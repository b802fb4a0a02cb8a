// SPDX-License-Identifier: Apache-2.0

/// A JSON value whose objects keep the order they were given, so that files read well and are the
/// same on every run.
public indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// Numbers that are not finite are written as null.
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  public init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }

  /// The value as JSON text: compact up to `foldedWidth` characters, else one entry a line.
  public func rendered(foldedWidth: Int = 100) -> String {
    var text = ""
    write(to: &text, indent: 0, foldedWidth: foldedWidth)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int, foldedWidth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += Self.number(value)
    case .text(let value): Self.quote(value, into: &text)
    case .array(let values):
      write(values.map { (nil, $0) }, "[", "]", to: &text, indent: indent, foldedWidth: foldedWidth)
    case .object(let entries):
      write(
        entries.map { ($0.0, $0.1) }, "{", "}", to: &text, indent: indent, foldedWidth: foldedWidth)
    }
  }

  private func write(
    _ entries: [(String?, JSONValue)], _ open: String, _ close: String, to text: inout String,
    indent: Int, foldedWidth: Int
  ) {
    let isShort = width(limit: foldedWidth) <= foldedWidth
    let breakLine = "\n" + String(repeating: " ", count: indent + 2)
    text += open
    for (at, entry) in entries.enumerated() {
      if at > 0 { text += isShort ? ", " : "," }
      if !isShort { text += breakLine }
      if let name = entry.0 {
        Self.quote(name, into: &text)
        text += ": "
      }
      entry.1.write(to: &text, indent: indent + 2, foldedWidth: foldedWidth)
    }
    if !isShort { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  /// About how many characters the value takes on one line; stops counting beyond the limit.
  private func width(limit: Int) -> Int {
    switch self {
    case .null, .bool: return 5
    case .number: return 8
    case .text(let value): return value.utf8.count + 2
    case .array(let values):
      return Self.sum(values.lazy.map { $0.width(limit: limit) + 2 }, limit: limit)
    case .object(let entries):
      return Self.sum(
        entries.lazy.map { $0.0.utf8.count + 6 + $0.1.width(limit: limit) }, limit: limit)
    }
  }

  private static func sum(_ widths: some Sequence<Int>, limit: Int) -> Int {
    var total = 2
    for width in widths {
      total += width
      if total > limit { break }
    }
    return total
  }

  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e15 {
      return value == 0 ? "0" : String(Int(value))
    }
    return "\(value)"
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // "<" too, so that a value can stand inside a page's script element.
      case "<": text += "\\u003c"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
