// SPDX-License-Identifier: Apache-2.0
import Localization

/// A number in German, Swiss or English style, as plain decimal text without exponent or grouping.
struct NumberText {
  let plain: String

  init(
    _ text: String, _ label: LocalizedText, unit: String?, bounds: ClosedRange<Double>,
    decimal: DecimalMark?
  ) throws(FieldFault) {
    var body = text[...]
    for word in ["ca.", "ca", "circa", "approx.", "rd.", "etwa", "bis", "max.", "ab", "min.", "~"]
    where body.lowercased().hasPrefix(word) {
      body = body.dropFirst(word.count).drop { $0 == " " }
    }
    let tail = body.reversed().prefix { !$0.isNumber && $0 != "." && $0 != "," }
    let written = String(tail.reversed()).trimming()
    body = body.dropLast(tail.count)
    let shift = try Self.shift(written, to: unit, label)
    // The list's style goes first; what it cannot be is read in the other.
    var readings = Self.readings(body, decimal)
    if readings.isEmpty, decimal != nil { readings = Self.readings(body, nil) }
    readings = readings.compactMap { $0.shifted(shift) }
    guard !readings.isEmpty else {
      throw FieldFault(
        .notANumber,
        de:
          "\(label.german): „\(FieldFault.excerpt(text))“ ist keine Zahl. Erwartet wird eine einzelne Zahl, etwa 1250 oder 12,5.",
        en:
          "\(label.english): “\(FieldFault.excerpt(text))” is no number. A single number is expected, such as 1250 or 12.5."
      )
    }
    let possible = readings.filter { bounds.contains($0.value) }
    guard let first = possible.first else {
      let low = LocalizedText(number: bounds.lowerBound)
      let high = LocalizedText(number: bounds.upperBound)
      throw FieldFault(
        .outOfRange,
        de:
          "\(label.german): „\(FieldFault.excerpt(text))“ liegt außerhalb von \(low.german) bis \(high.german)\(unit.map { " " + $0 } ?? ""). Bitte Wert und Einheit prüfen.",
        en:
          "\(label.english): “\(FieldFault.excerpt(text))” is outside of \(low.english) to \(high.english)\(unit.map { " " + $0 } ?? ""). Please check value and unit."
      )
    }
    guard possible.count == 1 else {
      throw FieldFault(
        .numberAmbiguous,
        de:
          "\(label.german): „\(text)“ kann \(first.text) oder \(possible[1].text) heißen. Schreiben Sie die Zahl ohne Tausendertrennung, oder legen Sie für die Liste das Dezimalzeichen fest.",
        en:
          "\(label.english): “\(text)” may mean \(first.text) or \(possible[1].text). Write the number without thousands separators, or state the list's decimal mark."
      )
    }
    plain = first.text
  }

  /// Sign, digits before and behind the decimal mark.
  struct Reading {
    var isNegative: Bool
    var whole: [UInt8]
    var decimals: [UInt8]

    /// Plain decimal: `-0.5`, `1250`.
    var text: String {
      let before = whole.drop { $0 == 48 }
      var behind = decimals[...]
      while behind.last == 48 { behind.removeLast() }
      let isZero = before.isEmpty && behind.isEmpty
      return (isNegative && !isZero ? "-" : "")
        + (before.isEmpty ? "0" : String(decoding: before, as: UTF8.self))
        + (behind.isEmpty ? "" : "." + String(decoding: behind, as: UTF8.self))
    }

    var value: Double { Double(text) ?? .infinity }

    /// The decimal mark moved to the right; nil where the number would have hundreds of digits.
    func shifted(_ places: Int) -> Reading? {
      guard abs(places) <= 60 else { return nil }
      var moved = self
      for _ in 0..<max(0, places) {
        moved.whole.append(moved.decimals.isEmpty ? 48 : moved.decimals.removeFirst())
      }
      for _ in 0..<max(0, -places) {
        moved.decimals.insert(moved.whole.popLast() ?? 48, at: 0)
      }
      return moved
    }
  }

  /// Every way to read digits with marks between them.
  private static func readings(_ text: Substring, _ decimal: DecimalMark?) -> [Reading] {
    guard text.utf8.count <= 60 else { return [] }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2212}", "–": bytes.append(UInt8(ascii: "-"))
      case "'", "’", " ", "\u{2009}": bytes.append(UInt8(ascii: "'"))
      case _ where scalar.isASCII: bytes.append(UInt8(scalar.value))
      default: return []
      }
    }
    var body = bytes[...]
    let isNegative = body.first == UInt8(ascii: "-")
    if isNegative || body.first == UInt8(ascii: "+") { body.removeFirst() }
    var exponent = 0
    if let e = body.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      guard let power = Int(String(decoding: body[(e + 1)...], as: UTF8.self)) else { return [] }
      exponent = power
      body = body[..<e]
    }
    let marks: [(DecimalMark, UInt8, UInt8)] = [(.comma, 44, 46), (.point, 46, 44)]
    var found: [Reading] = []
    for (mark, separator, group) in marks where decimal == nil || decimal == mark {
      if let reading = reading(body, separator, group, isNegative)?.shifted(exponent),
        !found.contains(where: { $0.text == reading.text })
      {
        found.append(reading)
      }
    }
    return found
  }

  /// Digits in groups of three before one decimal mark, digits alone behind it.
  private static func reading(
    _ body: ArraySlice<UInt8>, _ separator: UInt8, _ group: UInt8, _ isNegative: Bool
  ) -> Reading? {
    let parts = body.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    let decimals = parts.count == 2 ? Array(parts[1]) : []
    let groups = whole.split(omittingEmptySubsequences: false) {
      $0 == group || $0 == UInt8(ascii: "'")
    }
    let isGrouped =
      groups.count == 1
      || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        // A group mark with a leading zero, as in 0.123, groups nothing.
        && groups[0].first != 48
    let digits = Array(groups.joined())
    guard isGrouped, !digits.isEmpty || !decimals.isEmpty,
      (digits + decimals).allSatisfy(IdentifierText.isDigit)
    else { return nil }
    return Reading(isNegative: isNegative, whole: digits, decimals: decimals)
  }

  /// How far the decimal mark moves from the unit written to the field's.
  private static func shift(_ written: String, to unit: String?, _ label: LocalizedText)
    throws(FieldFault) -> Int
  {
    if written.isEmpty || written == unit { return 0 }
    let scale = [
      "mm": ["mm": 0, "cm": 1, "m": 3, "µm": -3], "kg": ["kg": 0, "g": -3, "t": 3, "to": 3],
    ]
    if let unit, let places = scale[unit]?[written.lowercased()] { return places }
    let plain = ["stück", "stk", "stk.", "pcs", "pieces", "mitarbeiter", "ma", "employees"]
    if unit == nil, plain.contains(written.lowercased()) { return 0 }
    throw FieldFault(
      .unitUnknown,
      de:
        "\(label.german): Die Einheit „\(FieldFault.excerpt(written))“ passt nicht\(unit.map { "; erwartet: " + $0 } ?? ", hier steht eine Zahl ohne Einheit").",
      en:
        "\(label.english): the unit “\(FieldFault.excerpt(written))” does not fit\(unit.map { "; expected: " + $0 } ?? ", a number without a unit belongs here")."
    )
  }
}

extension String {
  fileprivate func trimming() -> String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
