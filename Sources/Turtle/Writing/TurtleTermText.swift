// SPDX-License-Identifier: Apache-2.0

/// Terms as Turtle writes them.
struct TurtleTermText {
  private let graph: RDFGraph
  /// The longest first, so that the shortest name is made.
  private let prefixes: [(name: String, iri: [UInt8])]
  private let type: RDFTermID?
  private let empty: RDFTermID?

  init(_ graph: RDFGraph, _ prefixes: [(name: String, iri: String)]) {
    self.graph = graph
    self.prefixes = prefixes.map { ($0.name, Array($0.iri.utf8)) }
      .sorted { ($1.iri.count, $0.name) < ($0.iri.count, $1.name) }
    type = graph.iri(RDFNames.type)
    empty = graph.iri(RDFNames.empty)
  }

  func predicate(_ id: RDFTermID) -> String {
    id == type ? "a" : id == empty ? iriText(RDFNames.empty) : text(id)
  }

  /// Blank nodes are not written here.
  func text(_ id: RDFTermID) -> String {
    switch graph.term(id) {
    case .iri where id == empty: "()"
    case .iri(let iri): iriText(iri)
    case .blank(let label): "_:" + label
    case .literal(let text, .language(let tag)): Self.quoted(text) + "@" + tag
    case .literal(let text, .datatype(let type)): literal(text, type)
    }
  }

  private func literal(_ text: String, _ type: String) -> String {
    guard type.hasPrefix(RDFNames.xsd) else { return Self.quoted(text) + "^^" + iriText(type) }
    switch type.dropFirst(RDFNames.xsd.count) {
    case "string": return Self.quoted(text)
    case "integer" where Self.isInteger(text): return text
    case "boolean" where text == "true" || text == "false": return text
    default: return Self.quoted(text) + "^^" + iriText(type)
    }
  }

  private static func isInteger(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    return !digits.isEmpty && text.utf8.count - digits.count <= 1
      && digits.allSatisfy(TurtleCharacters.isDigit)
  }

  private func iriText(_ iri: String) -> String {
    let bytes = Array(iri.utf8)
    for prefix in prefixes where bytes.starts(with: prefix.iri) {
      if let name = Self.localName(bytes[prefix.iri.count...]) { return prefix.name + ":" + name }
    }
    var text = "<"
    for scalar in iri.unicodeScalars {
      if scalar.value <= 0x20 || "<>\"{}|^`\\".unicodeScalars.contains(scalar) {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text + ">"
  }

  /// A name of letters, digits, `_`, `-` and dots within; nil where escapes would be needed.
  private static func localName(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let last = bytes.last else { return "" }
    let dot = UInt8(ascii: ".")
    guard bytes.first != UInt8(ascii: "-"), bytes.first != dot, last != dot,
      bytes.allSatisfy({ $0 < 0x80 && (TurtleCharacters.name[Int($0)] || $0 == dot) })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
