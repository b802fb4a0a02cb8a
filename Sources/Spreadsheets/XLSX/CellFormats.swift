// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

/// What a number in a cell means by the cell's format.
struct CellFormats {
  enum Meaning: Equatable {
    case number
    case date
    /// Zeros to the left up to a length, as postcodes are often kept.
    case padded(Int)
  }

  private var meanings: [Meaning] = []

  /// - Parameter part: nil where the workbook has no formats.
  init(_ archive: ZipArchive, part: String?) throws(TableFault) {
    guard let part, let entry = try archive.entry(part) else { return }
    var custom: [Int: Meaning] = [:]
    var isCellFormat = false
    var xml = try XMLScanner(entry)
    while true {
      switch try xml.next() {
      case .finished: return
      case .start where xml.name == Self.numFmt && custom.count < 10_000:
        if let id = xml.attribute(Self.numFmtID).flatMap({ Int($0) }),
          let code = xml.attribute(Self.formatCode)
        {
          custom[id] = Self.meaning(of: code)
        }
      case .start where xml.name == Self.cellXfs: isCellFormat = true
      case .end where xml.name == Self.cellXfs: isCellFormat = false
      case .start where isCellFormat && xml.name == Self.xf && meanings.count < 100_000:
        let id = xml.attribute(Self.numFmtID).flatMap { Int($0) } ?? 0
        meanings.append(custom[id] ?? (Self.builtInDates.contains(id) ? .date : .number))
      default: continue
      }
    }
  }

  subscript(style: Int) -> Meaning {
    meanings.indices.contains(style) ? meanings[style] : .number
  }

  /// Formats of dates and times that need no code (ECMA-376 part 1, 18.8.30).
  private static let builtInDates = Set([14...22, 27...36, 45...47, 50...58].joined())

  /// A date where a letter of day, month, year, hour or second stands outside of quotes and brackets.
  static func meaning(of code: String) -> Meaning {
    var plain = ""
    var isQuoted = false
    var isEscaped = false
    var bracket: String?
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if let open = bracket {
        bracket = character == "]" ? nil : open + String(character)
        // [h], [mm], [ss] count hours, minutes, seconds.
        if character == "]", !open.isEmpty, open.allSatisfy({ "hms".contains($0) }) { plain += "h" }
      } else {
        switch character {
        case "\\", "_", "*": isEscaped = true
        case "\"": isQuoted = true
        case "[": bracket = ""
        default: plain.append(character)
        }
      }
    }
    plain = plain.replacing("general", with: "").replacing("standard", with: "")
    if plain.contains(where: { "dmyhsjt".contains($0) }) { return .date }
    let first = plain.split(separator: ";").first ?? ""
    return first.count >= 2 && first.count <= 20 && first.allSatisfy { $0 == "0" }
      ? .padded(first.count) : .number
  }

  private static let numFmt = XMLName("numFmt")
  private static let numFmtID = XMLName("numFmtId")
  private static let formatCode = XMLName("formatCode")
  private static let cellXfs = XMLName("cellXfs")
  private static let xf = XMLName("xf")
}

/// Numbers of cells as text.
enum CellNumber {
  /// At most 15 digits, as spreadsheets show, without exponent where that is short: what was typed as
  /// 1.1 and is kept as 1.1000000000000001 is `1.1`.
  static func text(_ raw: String) -> String {
    let isWhole = raw.utf8.count <= 15 && raw.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    guard !isWhole, let value = Double(raw), value.isFinite else { return raw }
    if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
    let short = String(format: "%.15g", value)
    return Double(short).map { abs($0) >= 1e-4 && abs($0) < 1e15 ? "\($0)" : short } ?? short
  }

  /// A serial day as `2027-03-31`, with `T12:00:00` where it has a time, only the time where it has no
  /// day. Nil where the number is no day up to the year 9999.
  ///
  /// In the 1900 system 60 is a 29 February that never was; days before it count one less.
  static func date(_ raw: String, has1904Dates: Bool) -> String? {
    guard let serial = Double(raw), serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial)
    var seconds = Int(((serial - Double(day)) * 86_400).rounded())
    if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
    let time =
      [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
    if day == 0, !has1904Dates, seconds > 0 { return time }
    let epoch = has1904Dates ? -24_107 : day < 60 ? -25_568 : -25_569
    return CalendarDay(number: epoch + day).description + (seconds > 0 ? "T" + time : "")
  }
}
