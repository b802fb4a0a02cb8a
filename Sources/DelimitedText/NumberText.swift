// SPDX-License-Identifier: Apache-2.0

/// What a cell says where a number belongs.
public enum NumberCell: Sendable, Equatable {
  case empty
  case number(Double)
  /// Infinity, not-a-number, or beyond the range of a double.
  case notFinite
  case notANumber
  /// `12.345` in a file that may write decimal commas: the value if the point is a decimal point.
  /// The reader decides from the rest of the file whether it may be a thousands separator.
  case ambiguous(Double)
  /// A number written with a decimal comma.
  case commaNumber(Double)
}

/// How numbers are written in a file.
public enum DecimalStyle: Sendable {
  /// `1234.5`
  case point
  /// `1234,5` or `1.234,5`, as German spreadsheets write; `1234.5` is understood too.
  case commaOrPoint
}

extension NumberCell {
  /// Reads a decimal number. Nearest double, as `strtod` gives; a few nanoseconds for plain decimals.
  public init(_ bytes: [UInt8], _ cell: Range<Int>, style: DecimalStyle = .point) {
    guard !cell.isEmpty else {
      self = .empty
      return
    }
    if let value = Self.plainDecimal(bytes, cell) {
      self =
        style == .commaOrPoint && Self.looksGrouped(bytes, cell, by: UInt8(ascii: "."))
        ? .ambiguous(value) : .number(value)
      return
    }
    var text = String(decoding: bytes[cell], as: UTF8.self)
    text.removeAll { $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\u{2009}" }
    if text.hasPrefix("\u{2212}") { text = "-" + text.dropFirst() }
    if style == .commaOrPoint, text.contains(",") {
      guard let dotted = Self.undoGerman(text) else {
        self = .notANumber
        return
      }
      self.init(strict: dotted)
      if case .number(let value) = self { self = .commaNumber(value) }
      return
    }
    self.init(strict: text)
  }

  private init(strict text: String) {
    let allowed = text.utf8.allSatisfy { byte in
      (byte >= 48 && byte <= 57) || byte == 43 || byte == 45 || byte == 46 || byte | 32 == 101
    }
    if allowed, let value = Double(text) {
      self = value.isFinite ? .number(value) : .notFinite
    } else {
      let word = text.lowercased().trimmingPrefix { $0 == "+" || $0 == "-" }
      self = ["inf", "infinity", "nan", "∞", "unendlich"].contains(word) ? .notFinite : .notANumber
    }
  }

  /// `1.234.567,8` → `1234567.8`; nil when points do not group three digits or commas repeat.
  private static func undoGerman(_ text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), !parts[1].contains(".") else {
      return nil
    }
    return groups.joined() + "." + parts[1]
  }

  /// `12.345` or `1.234.567`: one to three digits (not a lone zero), then groups of three.
  private static func looksGrouped(_ bytes: [UInt8], _ cell: Range<Int>, by separator: UInt8)
    -> Bool
  {
    let body = bytes[cell].drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let groups = body.split(separator: separator, omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
      first.first != UInt8(ascii: "0")
    else { return false }
    return groups.dropFirst().allSatisfy { group in
      group.count == 3 && group.allSatisfy { $0 >= 48 && $0 <= 57 }
    }
  }

  /// The exact fast path: at most 15 significant digits and a power of ten that a double holds.
  private static func plainDecimal(_ bytes: [UInt8], _ cell: Range<Int>) -> Double? {
    var at = cell.lowerBound
    var isNegative = false
    if bytes[at] == UInt8(ascii: "-") {
      isNegative = true
      at += 1
    }
    guard at < cell.upperBound, cell.upperBound - at <= 17 else { return nil }
    var mantissa = 0
    var digits = 0
    var decimals = 0
    var seenPoint = false
    while at < cell.upperBound {
      let byte = bytes[at]
      if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else if byte >= 48, byte <= 57 {
        mantissa = mantissa * 10 + Int(byte - 48)
        digits += 1
        if seenPoint { decimals += 1 }
      } else {
        return nil
      }
      at += 1
    }
    guard digits > 0, digits <= 15 else { return nil }
    let value = Double(mantissa) / powersOfTen[decimals]
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
