// SPDX-License-Identifier: Apache-2.0

/// The XML in which the CPV is published: `<CPV CODE="03000000-1"><TEXT LANG="DE">…</TEXT></CPV>`.
/// Only these elements are read; nothing outside the file is ever loaded.
struct CPVDocument {
  private(set) var rows: [ClassificationReader.Row] = []
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  init(_ bytes: [UInt8]) throws(ClassificationError) {
    self.bytes = bytes
    var language: String?
    var text: [UInt8] = []
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<") {
        let tag = try tag()
        switch tag.name.uppercased() {
        case "CPV":
          rows.append(ClassificationReader.Row(line: line, code: tag["CODE"] ?? ""))
        case "TEXT":
          language = tag["LANG"]?.uppercased()
          text = []
        case "/TEXT":
          if let last = rows.indices.last {
            if language == "DE" { rows[last].german = Self.decoded(text) }
            if language == "EN" { rows[last].english = Self.decoded(text) }
          }
          language = nil
        default: break
        }
      } else {
        if bytes[at] == 10 { line += 1 }
        if language != nil { text.append(bytes[at]) }
        at += 1
      }
    }
  }

  private struct Tag {
    let name: Substring
    let attributes: [(name: String, value: String)]

    subscript(name: String) -> String? {
      attributes.first { $0.name.uppercased() == name }?.value
    }
  }

  /// From `<` to behind `>`; comments and declarations have names nobody asks for.
  private mutating func tag() throws(ClassificationError) -> Tag {
    let start = at
    let isComment = bytes[start...].starts(with: "<!--".utf8)
    var quote: UInt8?
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 10 { line += 1 }
      if isComment {
        if byte == UInt8(ascii: ">"), at >= start + 6, bytes[at - 1] == UInt8(ascii: "-"),
          bytes[at - 2] == UInt8(ascii: "-")
        {
          break
        }
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      at += 1
    }
    guard at < bytes.count else {
      throw ClassificationError([ClassificationFault(line: line, .brokenXML)])
    }
    at += 1
    let content = String(decoding: bytes[start + 1..<at - 1], as: UTF8.self)
    let name = content.prefix { !$0.isWhitespace }
    return Tag(name: name, attributes: Self.attributes(content.dropFirst(name.count)))
  }

  /// `CODE="03000000-1" LANG='DE'`.
  private static func attributes(_ text: Substring) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    var rest = text
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].filter { !$0.isWhitespace }
      let behind = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = behind.first, quote == "\"" || quote == "'",
        let end = behind.dropFirst().firstIndex(of: quote)
      else { break }
      attributes.append((name, decoded(Array(behind.dropFirst()[..<end].utf8))))
      rest = behind[behind.index(after: end)...]
    }
    return attributes
  }

  /// With the entities of XML resolved.
  private static func decoded(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    guard text.contains("&") else { return text }
    var decoded = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      decoded += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(12).firstIndex(of: ";"),
        let scalar = scalar(rest[rest.index(after: start)..<end])
      else {
        decoded.append("&")
        rest = rest.dropFirst()
        continue
      }
      decoded.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return decoded + rest
  }

  private static func scalar(_ entity: Substring) -> Unicode.Scalar? {
    switch entity {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case _ where entity.hasPrefix("#x"):
      UInt32(entity.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case _ where entity.hasPrefix("#"): UInt32(entity.dropFirst()).flatMap(Unicode.Scalar.init)
    default: nil
    }
  }
}
