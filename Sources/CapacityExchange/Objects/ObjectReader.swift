// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Reads properties of one JSON object; whatever is wrong becomes a finding at its place.
struct ObjectReader {
  let node: JSONNode
  let file: String
  let path: JSONPath
  let log: FindingLog

  /// Decimals of the models have 18 digits before the point.
  static let largest = 1e18
  static let longestText = 150

  var place: Place { Place(file: file, line: node.line, path: path) }

  /// A property under the first of its names that is there and not null.
  func property(_ names: [String]) -> ObjectReader? {
    for name in names {
      if let found = node[name] {
        return ObjectReader(node: found, file: file, path: path.adding(name), log: log)
      }
    }
    return nil
  }

  func property(_ names: String...) -> ObjectReader? { property(names) }

  func missing(_ name: String) {
    log.error(
      .columnMissing, place, "Die Angabe „\(name)“ fehlt.", "The property “\(name)” is missing.")
  }

  // MARK: Lists

  /// The elements of a list; a single object counts as a list of one.
  func elements(_ names: String..., isRequired: Bool = true) -> [ObjectReader] {
    guard let list = property(names) else {
      if isRequired { missing(names[0]) }
      return []
    }
    return list.elements
  }

  var elements: [ObjectReader] {
    guard let nodes = node.elements else {
      if node.isObject { return [self] }
      log.error(
        .valueInvalid, place, "Hier wird eine Liste erwartet.", "A list is expected here.")
      return []
    }
    return nodes.enumerated().map { at, element in
      ObjectReader(node: element, file: file, path: path.adding(at), log: log)
    }
  }

  /// Whether the value is an object; a finding where it is not.
  func isObject() -> Bool {
    if !node.isObject {
      log.error(
        .valueInvalid, place, "Hier wird ein Objekt erwartet.", "An object is expected here.")
    }
    return node.isObject
  }

  // MARK: Texts and flags

  /// A text that is not empty, without blanks around it.
  func text(_ names: String...) -> String? { text(property(names)) }

  private func text(_ value: ObjectReader?) -> String? {
    guard let value else { return nil }
    guard let stated = value.node.text else {
      log.error(
        .valueInvalid, value.place, "Hier wird ein Text erwartet.", "A text is expected here.")
      return nil
    }
    let text = stated.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard text.unicodeScalars.count <= Self.longestText else {
      log.error(
        .valueInvalid, value.place, "Der Text hat mehr als \(Self.longestText) Zeichen.",
        "The text has more than \(Self.longestText) characters.")
      return nil
    }
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      log.error(
        .notText, value.place, "Der Text enthält Steuerzeichen.",
        "The text holds control characters.")
      return nil
    }
    return text.isEmpty ? nil : text
  }

  func flag(_ name: String) -> Bool {
    guard let value = property(name) else { return false }
    switch value.node.value {
    case .bool(let flag): return flag
    case .text("true"): return true
    case .text("false"): return false
    default:
      log.error(
        .valueInvalid, value.place, "Hier wird true oder false erwartet.",
        "true or false is expected here.")
      return false
    }
  }

  func partner(_ kind: PartnerNumber.Kind, _ names: String..., isRequired: Bool = true)
    -> PartnerNumber?
  {
    guard let value = property(names) else {
      if isRequired { missing(names[0]) }
      return nil
    }
    return value.partner(kind)
  }

  func partner(_ kind: PartnerNumber.Kind) -> PartnerNumber? {
    guard let number = node.text.flatMap({ PartnerNumber($0, kind) }) else {
      log.error(
        .valueInvalid, place, "Erwartet wird \(kind.rawValue) und zwölf Buchstaben oder Ziffern.",
        "Expected is \(kind.rawValue) and twelve letters or digits.")
      return nil
    }
    return number
  }

  func unit(_ names: String...) -> StatedUnit? {
    guard let value = property(names) else { return nil }
    guard let text = value.node.text else {
      log.error(
        .valueInvalid, value.place, "Hier wird ein Text erwartet.", "A text is expected here.")
      return nil
    }
    guard let unit = UnitName(text) else { return nil }
    if !unit.isKnown {
      log.error(
        .valueInvalid, value.place, "„\(text.shown)“ ist keine Einheit dieser Modelle.",
        "“\(text.shown)” is no unit of these models.")
      return nil
    }
    return StatedUnit(unit: unit, place: value.place)
  }
}
