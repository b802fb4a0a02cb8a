// SPDX-License-Identifier: Apache-2.0
import Localization

/// Reads sizes, masses, numbers of pieces and the like from German and English prose: `≤ 3 t`,
/// `M12`, `3.800 x 2.100 mm`, `40,000 sets a year`, `sechseinhalb Tonnen`.
///
/// Every value is turned into the unit of its kind. What is no plain statement of a quantity is
/// left out rather than guessed. Linear in the length of the text.
public enum QuantityReader {
  /// - Parameter limit: characters beyond it are not read.
  public static func quantities(
    in text: String, language: Language, limit: Int = 20_000
  ) -> [Quantity] {
    var reading = QuantityReading(text, language, limit: limit)
    return reading.all()
  }
}

private struct QuantityReading {
  private let text: String
  private let language: Language
  private let tokens: [QuantityTokens.Token]
  private let ranges: [Range<String.Index>]

  init(_ text: String, _ language: Language, limit: Int) {
    let read = QuantityTokens(text.prefix(limit), language)
    self.text = text
    self.language = language
    tokens = read.tokens
    ranges = read.ranges
  }

  mutating func all() -> [Quantity] {
    var found: [Quantity] = []
    var at = 0
    while at < tokens.count {
      if let (quantity, next) = coded(at) ?? quantity(at) {
        found.append(quantity)
        at = next
      } else {
        at += 1
      }
    }
    return found
  }

  /// `M12` and `IT6`.
  private func coded(_ at: Int) -> (Quantity, next: Int)? {
    guard case .word(let word) = tokens[at] else { return nil }
    for (prefix, kind, most) in [("m", Quantity.Kind.thread, 160.0), ("it", .toleranceGrade, 18)] {
      let digits = word.dropFirst(prefix.utf8.count)
      guard word.starts(with: Array(prefix.utf8)), !digits.isEmpty,
        digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        let value = Double(String(decoding: digits, as: UTF8.self)), value > 0, value <= most,
        kind != .thread || text[ranges[at]].hasPrefix("M")
      else { continue }
      // `m2` and `m3` are areas and volumes; their letter is small.
      let quantity = Quantity(
        kind: kind, values: [value], bound: .exactly, isRange: false, perYear: nil,
        surface: text[ranges[at]])
      return (quantity, at + 1)
    }
    return nil
  }

  private func quantity(_ start: Int) -> (Quantity, next: Int)? {
    guard let (first, afterFirst) = number(start) else { return nil }
    var values = [first]
    var at = afterFirst
    var isRange = false
    // Where the first value has a unit of its own: `6 m x 4 m`.
    var unit = self.unit(at)
    let firstUnitEnd = unit == nil ? at : at + 1
    if sides(firstUnitEnd) != nil || rangeEnd(firstUnitEnd) != nil { at = firstUnitEnd }
    while let (side, next) = sides(at) {
      values.append(side)
      at = next
      if let own = self.unit(at) {
        unit = own
        if sides(at + 1) != nil { at += 1 }
      }
    }
    if values.count == 1, let (end, next) = rangeEnd(at) {
      values.append(end)
      at = next
      isRange = true
      unit = self.unit(at) ?? unit
    }
    if let ending = self.unit(at) {
      unit = ending
      at += 1
    } else if at == afterFirst, unit != nil {
      at += 1
    }
    let period = perYear(start, at)
    guard let kind = unit?.kind ?? (period == nil ? nil : .count) else { return nil }
    // `fünf Jahre` is no number of pieces a year, and `12 Varianten im Jahr` is one.
    let factor = unit?.factor ?? 1
    let scaled = values.map { $0 * factor }
    guard scaled.allSatisfy({ $0.isFinite && $0 < 1e15 }) else { return nil }
    let quantity = Quantity(
      kind: kind, values: scaled, bound: bound(start, at), isRange: isRange,
      perYear: kind == .count ? period : nil,
      surface: text[ranges[start].lowerBound..<ranges[max(start, at - 1)].upperBound])
    return (quantity, max(at, start + 1))
  }

  /// A number in digits or words, and where it ends.
  private func number(_ start: Int) -> (Double, next: Int)? {
    guard start < tokens.count else { return nil }
    switch tokens[start] {
    case .number(let value):
      guard start + 1 < tokens.count, case .word(let word) = tokens[start + 1],
        let factor = Self.factor(word)
      else { return (value, start + 1) }
      return (value * factor, start + 2)
    case .word(let word):
      return language == .german ? germanNumber(word, start) : englishNumber(start)
    default:
      return nil
    }
  }

  private func germanNumber(_ word: [UInt8], _ start: Int) -> (Double, next: Int)? {
    guard let value = NumberWords.german(word) else { return nil }
    guard start + 1 < tokens.count, case .word(let next) = tokens[start + 1],
      let factor = Self.factor(next)
    else { return (value, start + 1) }
    return (value * factor, start + 2)
  }

  private func englishNumber(_ start: Int) -> (Double, next: Int)? {
    var total = 0.0
    var group: Double?
    var at = start
    while at < tokens.count {
      if case .word(let word) = tokens[at], let part = NumberWords.english(word) {
        switch part {
        case .add(let value): group = (group ?? 0) + value
        case .times(let factor):
          let value = (group ?? 1) * factor
          if factor >= 1000 {
            total += value
            group = 0
          } else {
            group = value
          }
        }
        at += 1
      } else if at > start, at + 1 < tokens.count, isJoint(tokens[at]),
        case .word(let word) = tokens[at + 1], NumberWords.english(word) != nil
      {
        at += 1
      } else {
        break
      }
    }
    guard let group else { return nil }
    return (total + group, at)
  }

  /// `twenty-five`, `one hundred and ten`.
  private func isJoint(_ token: QuantityTokens.Token) -> Bool {
    token == .dash || token == .word(Array("and".utf8))
  }

  private static func factor(_ word: [UInt8]) -> Double? {
    switch String(decoding: word, as: UTF8.self) {
    case "tausend", "thousand", "tsd": 1000
    case "million", "millionen", "mio": 1e6
    case "milliarden", "milliarde", "billion", "mrd": 1e9
    default: nil
    }
  }

  private func unit(_ at: Int) -> UnitTable.Unit? {
    guard at < tokens.count, case .word(let word) = tokens[at] else { return nil }
    return UnitTable.unit(word)
  }

  private func sides(_ at: Int) -> (Double, next: Int)? {
    guard at < tokens.count, tokens[at] == .times else { return nil }
    return number(at + 1)
  }

  /// `5–150`, `100 bis 400`, `ten to forty`.
  private func rangeEnd(_ at: Int) -> (Double, next: Int)? {
    guard at < tokens.count else { return nil }
    switch tokens[at] {
    case .dash: return number(at + 1)
    case .word(let word) where Self.until.contains(word): return number(at + 1)
    default: return nil
    }
  }

  private static let until: Set<[UInt8]> = [Array("bis".utf8), Array("to".utf8)]
  private static let perWords: Set<[UInt8]> = Set(
    ["pro", "je", "im", "per", "a", "each", "every", "den", "das"].map { Array($0.utf8) })

  /// Periods in a year where a period is named within four words behind, or three before.
  private func perYear(_ start: Int, _ end: Int) -> Double? {
    var at = end
    while at < min(end + 5, tokens.count), case .word(let word) = tokens[at] {
      if let period = UnitTable.period(word) {
        let isAdverb = UnitTable.unit(word) == nil
        guard isAdverb || isPer(at - 1) else { return nil }
        return period
      }
      at += 1
    }
    at = start - 1
    while at >= max(0, start - 4) {
      if case .word(let word) = tokens[at] {
        if let period = UnitTable.period(word) {
          return UnitTable.unit(word) == nil || isPer(at - 1) ? period : nil
        }
      } else if tokens[at] == .stop {
        break
      }
      at -= 1
    }
    return nil
  }

  private func isPer(_ at: Int) -> Bool {
    guard at >= 0, case .word(let word) = tokens[at] else { return false }
    return Self.perWords.contains(word)
  }

  private func bound(_ start: Int, _ end: Int) -> Quantity.Bound {
    var at = start - 1
    while at >= max(0, start - 3) {
      switch tokens[at] {
      case .plusMinus: return .plusMinus
      case .atMost: return .atMost
      case .atLeast: return .atLeast
      case .word(let word):
        if let bound = UnitTable.bound(word) { return refined(bound, word, at) }
        if UnitTable.unit(word) != nil { return .exactly }
      case .stop, .number: at = -1
      default: break
      }
      at -= 1
    }
    if end < tokens.count, case .word(let word) = tokens[end],
      let bound = UnitTable.bound(word), bound == .atMost,
      !Self.until.contains(word)
    {
      return bound
    }
    return .exactly
  }

  /// `no more than` is at most, `nicht unter` at least.
  private func refined(_ bound: Quantity.Bound, _ word: [UInt8], _ at: Int) -> Quantity.Bound {
    guard at > 0, case .word(let before) = tokens[at - 1],
      [Array("no".utf8), Array("nicht".utf8), Array("never".utf8), Array("kein".utf8)]
        .contains(before)
    else { return bound }
    return bound == .atLeast ? .atMost : bound == .atMost ? .atLeast : bound
  }
}
