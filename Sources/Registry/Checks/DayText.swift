// SPDX-License-Identifier: Apache-2.0
import Localization

/// A day as people write it in German and English.
enum DayText {
  /// `2027-03-31`, `31.03.2027`, `31.3.27`, `31. März 2027`, `March 31, 2027`, `20270331`, and either
  /// order with slashes where only one is a day. Years 1800 to 2199.
  static func day(_ text: String, _ label: LocalizedText) throws(FieldFault) -> CalendarDay {
    var body = text[...]
    // A time behind the day, as sheets and databases write.
    if let cut = body.firstIndex(where: { $0 == "T" || $0 == "t" }), body[..<cut].count == 10 {
      body = body[..<cut]
    } else if body.count > 10, body.dropFirst(10).hasPrefix(" 00:00") {
      body = body.prefix(10)
    }
    let parts = body.split { !$0.isLetter && !$0.isNumber }.flatMap(lettersApart)
    let isSlashed = body.contains("/")
    let days = candidates(parts, isSlashed: isSlashed).filter { (1800...2199).contains($0.year) }
      .compactMap { CalendarDay(year: $0.year, month: $0.month, day: $0.day) }
    guard let first = days.first else {
      throw FieldFault(
        .notADay,
        de:
          "\(label.german): „\(FieldFault.excerpt(text))“ ist kein Tag des Kalenders. Schreiben Sie 31.03.2027 oder 2027-03-31.",
        en:
          "\(label.english): “\(FieldFault.excerpt(text))” is no day of the calendar. Write 2027-03-31 or 31.03.2027."
      )
    }
    guard days.allSatisfy({ $0 == first }) else {
      throw FieldFault(
        .dayAmbiguous,
        de:
          "\(label.german): Bei „\(FieldFault.excerpt(text))“ ist offen, was der Tag und was der Monat ist. Schreiben Sie 31.03.2027 oder 2027-03-31.",
        en:
          "\(label.english): in “\(FieldFault.excerpt(text))” it is open which is the day and which the month. Write 2027-03-31 or 31.03.2027."
      )
    }
    return first
  }

  private static func candidates(_ parts: [Substring], isSlashed: Bool) -> [(
    year: Int, month: Int, day: Int
  )] {
    if parts.count == 1, parts[0].utf8.count == 8, let number = Int(parts[0]) {
      return [(number / 10000, number / 100 % 100, number % 100)]
    }
    guard parts.count == 3 else { return [] }
    if let named = parts.firstIndex(where: { month(named: $0) != nil }),
      let month = month(named: parts[named])
    {
      let others = parts.indices.filter { $0 != named }.compactMap { Int(parts[$0]) }
      guard others.count == 2 else { return [] }
      return [(year(parts[2]) ?? others[1], month, others[0])]
    }
    guard let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2]) else {
      return []
    }
    if parts[0].utf8.count == 4 { return [(first, second, third)] }
    guard let year = year(parts[2]) else { return [] }
    return isSlashed ? [(year, second, first), (year, first, second)] : [(year, second, first)]
  }

  /// Two digits mean 1970 to 2069.
  private static func year(_ text: Substring) -> Int? {
    guard let number = Int(text) else { return nil }
    switch text.utf8.count {
    case 4: return number
    case 2: return number + (number < 70 ? 2000 : 1900)
    default: return nil
    }
  }

  /// `31st` → `31`, `st`; endings of ordinals are dropped.
  private static func lettersApart(_ word: Substring) -> [Substring] {
    guard let cut = word.firstIndex(where: { !$0.isNumber }), cut > word.startIndex else {
      return [word]
    }
    return ["st", "nd", "rd", "th"].contains(word[cut...].lowercased()) ? [word[..<cut]] : [word]
  }

  private static func month(named word: Substring) -> Int? {
    let name = word.lowercased()
    guard name.count >= 3, name.first?.isLetter == true else { return nil }
    return months.firstIndex { names in names.contains { $0.hasPrefix(name) } }.map { $0 + 1 }
  }

  private static let months = [
    ["januar", "january", "jänner"], ["februar", "february", "feber"],
    ["märz", "march", "maerz", "mrz"],
    ["april"], ["mai", "may"], ["juni", "june"], ["juli", "july"], ["august"],
    ["september", "sept"], ["oktober", "october"], ["november"], ["dezember", "december"],
  ]
}
