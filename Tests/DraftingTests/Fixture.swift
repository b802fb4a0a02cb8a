// SPDX-License-Identifier: Apache-2.0
import Drafting
import Foundation
import Testing

/// Parts lists of our own, made to look like what people export.
enum Fixture {
  static let all = [
    "kicad_grouped.csv", "kicad_twice.csv", "werkstatt_utf16.csv", "excel_deutsch.csv",
    "freecad.csv", "erp_mehrstufig.csv", "packs.csv", "eingerueckt.csv",
  ]

  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
  }

  static func read(_ name: String) throws -> PartsListReading {
    PartsList.read(try bytes(name), file: name)
  }
}

extension PartsListReading {
  init(_ text: String) { self = PartsList.read(Array(text.utf8), file: "list.csv") }

  func line(_ row: Int) -> PartsListLine? { lines.first { $0.rows.contains(row) } }

  func line(named name: String) -> PartsListLine? { lines.first { $0.name == name } }

  func rows(_ disposition: PartsListLine.Disposition) -> [Int] {
    lines.filter { $0.disposition == disposition }.map(\.row)
  }

  /// Whether every line of the file is in exactly one line of the result, in order.
  var coversEveryLine: Bool {
    var next = 1
    for line in lines {
      if line.rows.lowerBound != next { return false }
      next = line.rows.upperBound + 1
    }
    return next == lineCount + 1
  }

  /// What has to hold of any reading whatever the file.
  var isSound: Bool {
    coversEveryLine
      && lines.allSatisfy { line in
        !line.reason.german.isEmpty && !line.reason.english.isEmpty
          && (line.parent.map { lines.indices.contains($0) } ?? true)
          && (line.needed == nil || line.disposition == .counted)
          && (line.needed.map { $0.low <= $0.likely && $0.likely <= $0.high && $0.low >= 0 } ?? true)
          && (!line.isUnresolved || !line.questions.isEmpty)
      }
  }
}
