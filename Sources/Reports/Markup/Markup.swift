// SPDX-License-Identifier: Apache-2.0

/// A piece of a page: well-formed XHTML or SVG, whatever texts went into it.
///
/// Texts become markup only through ``text(_:)`` or by interpolation, and both escape; elements are
/// closed by construction. So neither a hostile name nor a slip of ours can break a page.
struct Markup: Sendable, Equatable {
  private(set) var source: String

  private init(source: String) { self.source = source }

  static let empty = Markup(source: "")

  /// Text with everything escaped that has a meaning in HTML, SVG or an attribute.
  static func text(_ text: String) -> Markup {
    var source = ""
    source.reserveCapacity(text.utf8.count)
    escape(text, into: &source)
    return Markup(source: source)
  }

  /// An element; attributes whose value is nil are left out.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<String, String?> = [:], _ content: Markup...
  ) -> Markup {
    element(name, attributes, content)
  }

  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [Markup]
  ) -> Markup {
    var source = "<\(name)"
    for (key, value) in attributes {
      guard let value else { continue }
      source += " \(key)=\""
      escape(value, into: &source)
      source += "\""
    }
    if voidElements.contains("\(name)") {
      source += "/>"
    } else {
      source += ">"
      for part in content { source += part.source }
      source += "</\(name)>"
    }
    return Markup(source: source)
  }

  /// A style sheet, which must not be escaped; only ever our own text.
  static func style(_ sheet: StaticString) -> Markup {
    let text = "\(sheet)"
    precondition(!text.contains("<") && !text.contains("&"), "A style sheet holds no markup")
    return Markup(source: "<style>\n\(text)</style>")
  }

  static func + (first: Markup, second: Markup) -> Markup {
    Markup(source: first.source + second.source)
  }

  static func += (first: inout Markup, second: Markup) { first.source += second.source }

  var isEmpty: Bool { source.isEmpty }

  private static let voidElements: Set<String> = [
    "meta", "br", "hr", "col", "path", "rect", "circle", "line", "polygon", "polyline", "use",
  ]

  private static func escape(_ text: String, into source: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": source += "&amp;"
      case "<": source += "&lt;"
      case ">": source += "&gt;"
      case "\"": source += "&quot;"
      case "'": source += "&#39;"
      case "\t", "\n", "\r": source += " "
      default: if isPlain(scalar) { source.unicodeScalars.append(scalar) }
      }
    }
  }

  /// What may stand in XML 1.0 and does not change the direction of the text after it.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2028, 0x2029, 0x2066...0x2069: false
    case let value: value & 0xFFFE != 0xFFFE
    }
  }
}

extension Markup: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self = .text(value) }

  init(stringInterpolation: Interpolation) { self = stringInterpolation.markup }

  /// Texts are escaped, markup is taken as it is.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = Markup.empty

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) { markup += .text(literal) }
    mutating func appendInterpolation(_ text: String) { markup += .text(text) }
    mutating func appendInterpolation(_ number: Int) { markup += .text(String(number)) }
    mutating func appendInterpolation(_ part: Markup) { markup += part }
  }
}

extension Sequence where Element == Markup {
  /// One after the other, with something between.
  func joined(by separator: Markup = .empty) -> Markup {
    var all = Markup.empty
    for (at, part) in enumerated() { all += at == 0 ? part : separator + part }
    return all
  }
}
