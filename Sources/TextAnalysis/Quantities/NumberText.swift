// SPDX-License-Identifier: Apache-2.0
import Localization

/// Numbers written with digits, German or English: `3.800`, `40,000`, `0,01`, `2.2`.
enum NumberText {
  /// The value at the beginning of a word and what follows it (`12kg`), nil where it does not begin
  /// with a digit.
  static func leading(_ word: Substring, _ language: Language) -> (Double, rest: Substring)? {
    guard let first = word.utf8.first, isDigit(first) else { return nil }
    let end =
      word.utf8.firstIndex { !isDigit($0) && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }
      ?? word.utf8.endIndex
    var number = word[..<end]
    var rest = word[end...]
    while let last = number.utf8.last, !isDigit(last) {
      rest = word[number.index(before: number.endIndex)...]
      number = number.dropLast()
    }
    guard let value = value(of: number, language), value.isFinite else { return nil }
    return (value, rest)
  }

  private static func value(of number: Substring, _ language: Language) -> Double? {
    let dots = number.utf8.count { $0 == UInt8(ascii: ".") }
    let commas = number.utf8.count { $0 == UInt8(ascii: ",") }
    guard number.utf8.count <= 40 else { return nil }
    switch (dots, commas) {
    case (0, 0): return Double(number)
    case (0, _): return divided(number, by: ",", isThousands: commas > 1 || language == .english)
    case (_, 0): return divided(number, by: ".", isThousands: dots > 1 || language == .german)
    default:
      // Both: the last one divides the decimals.
      let decimal: Character =
        (number.lastIndex(of: ".") ?? number.startIndex)
          > (number.lastIndex(of: ",") ?? number.startIndex) ? "." : ","
      let whole = number.filter { $0.isNumber || $0 == decimal }
      return Double(whole.map { $0 == decimal ? "." : String($0) }.joined())
    }
  }

  /// With one kind of mark: groups of three digits where the language writes thousands so.
  private static func divided(_ number: Substring, by mark: Character, isThousands: Bool) -> Double?
  {
    let groups = number.split(separator: mark, omittingEmptySubsequences: false)
    let looksGrouped =
      groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
    if isThousands, looksGrouped, groups[0] != "0" { return Double(groups.joined()) }
    return groups.count == 2 ? Double("\(groups[0]).\(groups[1])") : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
