// SPDX-License-Identifier: Apache-2.0

/// A JSON value together with the line it stands in.
struct JSONNode: Sendable {
  enum Value: Sendable {
    case null
    case bool(Bool)
    /// Not finite where the file says so, or where the number is too large.
    case number(Double)
    case text(String)
    case array([JSONNode])
    case object([(name: String, node: JSONNode)])
  }

  /// Counted from 1.
  let line: Int
  let value: Value

  /// A property of an object, nil where it is missing or null.
  subscript(name: String) -> JSONNode? {
    guard case .object(let entries) = value,
      let node = entries.first(where: { $0.name == name })?.node
    else { return nil }
    if case .null = node.value { return nil }
    return node
  }

  var elements: [JSONNode]? {
    if case .array(let nodes) = value { return nodes }
    return nil
  }

  var isObject: Bool {
    if case .object = value { return true }
    return false
  }

  var text: String? {
    if case .text(let text) = value { return text }
    return nil
  }
}

/// The way to a value, as JSONPath writes it.
struct JSONPath: Sendable {
  private(set) var text = "$"

  func adding(_ name: String) -> JSONPath {
    let isPlain =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || byte == 95
      }
    return JSONPath(text: text + (isPlain ? ".\(name.shown)" : "['\(name.shown)']"))
  }

  func adding(_ index: Int) -> JSONPath { JSONPath(text: text + "[\(index)]") }
}

extension StringProtocol {
  /// A text of a file as it can be shown on a terminal: short, without control characters.
  var shown: String {
    var text = ""
    for scalar in unicodeScalars.prefix(80) {
      let isControl = scalar.properties.generalCategory == .control
      let isFormat = scalar.properties.generalCategory == .format
      text.unicodeScalars.append(isControl || isFormat ? "\u{FFFD}" : scalar)
    }
    return unicodeScalars.count > 80 ? text + "…" : text
  }
}
