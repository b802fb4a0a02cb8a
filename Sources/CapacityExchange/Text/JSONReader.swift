// SPDX-License-Identifier: Apache-2.0
import Localization

/// Reads JSON text into nodes that know their line, within limits on depth and size.
///
/// Strict, except that `NaN` and `Infinity` are read as numbers that are not finite, so that they
/// can be told with their place. Linear in the text.
struct JSONReader {
  /// Why a text is no JSON, and where reading ended.
  struct Problem: Error {
    let line: Int
    let path: JSONPath
    let message: LocalizedText
  }

  /// Objects of the exchange are 7 deep at most.
  static let deepest = 64
  static let mostValues = 4_000_000

  let bytes: [UInt8]
  var at = 0
  private var line = 1
  private var values = 0
  /// Names that occur twice in one object.
  private(set) var repeated: [(line: Int, path: JSONPath)] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() throws(Problem) -> JSONNode {
    let node = try value(JSONPath(), depth: 0)
    skipBlanks()
    if at < bytes.count {
      throw problem(
        JSONPath(), "Nach dem Ende steht noch etwas.", "Something follows after the end.")
    }
    return node
  }

  private func problem(_ path: JSONPath, _ de: String, _ en: String) -> Problem {
    Problem(line: line, path: path, message: LocalizedText(de: de, en: en))
  }

  func cutOff(_ path: JSONPath) -> Problem {
    problem(
      path, "Der Text endet mitten im Wert; die Datei ist abgeschnitten.",
      "The text ends in the middle of a value; the file is cut off.")
  }

  func unexpected(_ path: JSONPath) -> Problem {
    guard at < bytes.count else { return cutOff(path) }
    let found = String(decoding: bytes[at..<min(bytes.count, at + 12)], as: UTF8.self).shown
    return problem(
      path, "Hier steht „\(found)“, was in JSON hier nicht stehen kann.",
      "Here stands “\(found)”, which JSON does not allow here.")
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 10: line += 1
      case 9, 13, 32: break
      default: return
      }
      at += 1
    }
  }

  private mutating func value(_ path: JSONPath, depth: Int) throws(Problem) -> JSONNode {
    skipBlanks()
    values += 1
    if depth > Self.deepest || values > Self.mostValues {
      throw problem(
        path, "Zu tief geschachtelt oder zu viele Werte; so etwas wird nicht gelesen.",
        "Nested too deeply or too many values; this is not read.")
    }
    let start = line
    guard at < bytes.count else { throw cutOff(path) }
    switch bytes[at] {
    case UInt8(ascii: "{"): return JSONNode(line: start, value: try object(path, depth))
    case UInt8(ascii: "["): return JSONNode(line: start, value: try array(path, depth))
    case UInt8(ascii: "\""): return JSONNode(line: start, value: .text(try string(path)))
    default: break
    }
    let words: [(String, JSONNode.Value)] = [
      ("true", .bool(true)), ("false", .bool(false)), ("null", .null), ("NaN", .number(.nan)),
      ("Infinity", .number(.infinity)), ("-Infinity", .number(-.infinity)),
    ]
    for (word, value) in words where bytes[at...].starts(with: word.utf8) {
      at += word.utf8.count
      return JSONNode(line: start, value: value)
    }
    return JSONNode(line: start, value: .number(try number(path)))
  }

  private mutating func object(_ path: JSONPath, _ depth: Int) throws(Problem) -> JSONNode.Value {
    at += 1
    var entries: [(name: String, node: JSONNode)] = []
    var names: Set<String> = []
    skipBlanks()
    if take("}") { return .object([]) }
    repeat {
      skipBlanks()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw unexpected(path) }
      let start = line
      let name = try string(path)
      if !names.insert(name).inserted { repeated.append((start, path.adding(name))) }
      skipBlanks()
      guard take(":") else { throw unexpected(path.adding(name)) }
      entries.append((name, try value(path.adding(name), depth: depth + 1)))
      skipBlanks()
    } while take(",")
    guard take("}") else { throw unexpected(path) }
    return .object(entries)
  }

  private mutating func array(_ path: JSONPath, _ depth: Int) throws(Problem) -> JSONNode.Value {
    at += 1
    var nodes: [JSONNode] = []
    skipBlanks()
    if take("]") { return .array([]) }
    repeat {
      nodes.append(try value(path.adding(nodes.count), depth: depth + 1))
      skipBlanks()
    } while take(",")
    guard take("]") else { throw unexpected(path) }
    return .array(nodes)
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }
}
