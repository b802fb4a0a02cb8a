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
  /// A number with a decimal point, nil where a text is empty or no finite number.
  package static func value(of text: String) -> Double? {
    let bytes = Array(text.utf8)
    guard case .number(let value) = NumberCell(bytes, 0..<bytes.count) else { return nil }
    return value
  }

  /// Reads a decimal number. Nearest double, as `strtod` gives; a few nanoseconds for plain decimals.
  public init(_ bytes: [UInt8], _ cell: Range<Int>, style: DecimalStyle = .point) {
    guard !cell.isEmpty else {
      self = .empty
      return
    }
    if let plain = Self.plainDecimal(bytes, cell, style) {
      let mayGroup = style == .commaOrPoint && !plain.hasComma && Self.looksGrouped(bytes[cell])
      self =
        plain.hasComma
        ? .commaNumber(plain.value) : mayGroup ? .ambiguous(plain.value) : .number(plain.value)
      return
    }
    self.init(grouped: String(decoding: bytes[cell], as: UTF8.self), style)
  }

  /// Narrow blanks between thousands, a typographic minus, `1.234,5`, exponents, many digits.
  private init(grouped cell: String, _ style: DecimalStyle) {
    var text = cell[...]
    while let last = text.last, blanks.contains(last) { text.removeLast() }
    text = text.drop(while: blanks.contains)
    let points = text.utf8.count { $0 == UInt8(ascii: ".") }
    let isGerman = style == .commaOrPoint && (text.contains(",") || points > 1)
    let cut = text.firstIndex(of: isGerman ? "," : ".") ?? text.endIndex
    guard var whole = Self.joinedGroups(text[..<cut], separators: isGerman ? blanks + "." : blanks)
    else {
      self = .notANumber
      return
    }
    if whole.hasPrefix("\u{2212}") { whole = "-" + whole.dropFirst() }
    let number = cut == text.endIndex ? whole : whole + "." + text[text.index(after: cut)...]
    self.init(strict: number)
    guard case .number(let value) = self else { return }
    if isGerman {
      self = .commaNumber(value)
    } else if style == .commaOrPoint, Self.looksGrouped(Array(number.utf8)[...]) {
      self = .ambiguous(value)
    }
  }

  private init(strict text: String) {
    let allowed = text.utf8.allSatisfy { byte in
      isDigit(byte) || byte == 43 || byte == 45 || byte == 46 || byte | 32 == 101
    }
    if allowed, let value = Double(text) {
      self = value.isFinite ? .number(value) : .notFinite
    } else {
      let word = text.lowercased().trimmingPrefix { $0 == "+" || $0 == "-" }
      self = ["inf", "infinity", "nan", "∞", "unendlich"].contains(word) ? .notFinite : .notANumber
    }
  }

  /// `1.234.567` → `1234567`; text without separators stays; nil where they do not group thousands.
  private static func joinedGroups(_ text: Substring, separators: String) -> String? {
    let groups = text.split(
      omittingEmptySubsequences: false, whereSeparator: separators.contains)
    guard groups.count > 1 else { return String(text) }
    let first = groups[0].drop { "+-\u{2212}".contains($0) }
    let isGrouped =
      (1...3).contains(first.utf8.count) && first.utf8.allSatisfy(isDigit)
      && groups.dropFirst().allSatisfy { $0.utf8.count == 3 && $0.utf8.allSatisfy(isDigit) }
    return isGrouped ? groups.joined() : nil
  }

  /// `12.345`: one to three digits (not a lone zero), a point, three digits.
  private static func looksGrouped(_ cell: ArraySlice<UInt8>) -> Bool {
    let body = cell.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard (5...7).contains(body.count), body.first != UInt8(ascii: "0") else { return false }
    return body.dropLast(4).allSatisfy(isDigit) && body.dropLast(3).last == UInt8(ascii: ".")
      && body.suffix(3).allSatisfy(isDigit)
  }

  /// The exact fast path: at most 15 significant digits and a power of ten that a double holds.
  private static func plainDecimal(_ bytes: [UInt8], _ cell: Range<Int>, _ style: DecimalStyle)
    -> (value: Double, hasComma: Bool)?
  {
    var at = cell.lowerBound
    let isNegative = bytes[at] == UInt8(ascii: "-")
    if isNegative || bytes[at] == UInt8(ascii: "+") { at += 1 }
    guard at < cell.upperBound, cell.upperBound - at <= 16 else { return nil }
    var mantissa = 0
    var digits = 0
    var decimals = 0
    var mark: UInt8?
    while at < cell.upperBound {
      let byte = bytes[at]
      if isDigit(byte) {
        mantissa = mantissa * 10 + Int(byte - 48)
        digits += 1
        if mark != nil { decimals += 1 }
      } else if mark == nil, byte == UInt8(ascii: ".") || byte == .comma && style == .commaOrPoint {
        mark = byte
      } else {
        return nil
      }
      at += 1
    }
    guard digits > 0, digits <= 15 else { return nil }
    let value = Double(mantissa) / powersOfTen[decimals]
    return (isNegative ? -value : value, mark == .comma)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}

/// Blanks that stand between thousands: no-break, narrow no-break and thin.
private let blanks = "\u{A0}\u{202F}\u{2009}"

private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
