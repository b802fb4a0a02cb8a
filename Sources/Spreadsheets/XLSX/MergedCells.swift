// SPDX-License-Identifier: Apache-2.0

/// Areas of a sheet whose cells were merged: every cell of one says what its first cell says.
struct MergedCells {
  struct Area {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
    var text = ""
  }

  /// Larger sheets are not read twice for their merged cells.
  static let largestSheet: UInt64 = 256 << 20
  static let mostAreas = 100_000

  /// By first row; the last one to come is at the end.
  private var waiting: [Area] = []
  private var active: [Area] = []

  /// Merged cells stand behind the data of a sheet, so it is read once for them alone.
  init(_ archive: ZipArchive, part: String) throws(TableFault) {
    guard let entry = try archive.entry(part), entry.size <= Self.largestSheet else { return }
    var xml = try XMLScanner(entry)
    var areas: [Area] = []
    reading: while areas.count < Self.mostAreas {
      switch try xml.next() {
      case .finished: break reading
      case .start where xml.name == XMLNames.mergeCell:
        if let area = xml.attributeBytes(XMLNames.ref).flatMap(Self.area) { areas.append(area) }
      default: continue
      }
    }
    waiting = areas.enumerated().sorted {
      ($1.element.rows.lowerBound, $1.offset) < ($0.element.rows.lowerBound, $0.offset)
    }.map(\.element)
  }

  var isEmpty: Bool { waiting.isEmpty && active.isEmpty }

  /// Fills a row's empty cells from the areas it lies in.
  mutating func fill(_ row: inout TableRow) {
    guard !isEmpty else { return }
    active.removeAll { $0.rows.upperBound < row.line }
    while let next = waiting.last, next.rows.lowerBound <= row.line {
      waiting.removeLast()
      if next.rows.upperBound >= row.line { active.append(next) }
    }
    for at in active.indices {
      let columns = active[at].columns
      if active[at].rows.lowerBound == row.line, columns.lowerBound < row.cells.count {
        active[at].text = row.cells[columns.lowerBound]
      }
      guard !active[at].text.isEmpty else { continue }
      for column in columns where column < DelimitedReader.mostCells {
        while row.cells.count <= column { row.cells.append("") }
        if row.cells[column].isEmpty { row.cells[column] = active[at].text }
      }
    }
  }

  /// `B2:D3`; nil for anything else, and for areas of one cell or of a whole sheet.
  private static func area(_ reference: ArraySlice<UInt8>) -> Area? {
    let ends = reference.split(separator: UInt8(ascii: ":"))
    guard ends.count == 2, let first = CellReference(ends[0]), let last = CellReference(ends[1]),
      first.row <= last.row, first.column <= last.column,
      last.column - first.column < DelimitedReader.mostCells
    else { return nil }
    return Area(rows: first.row...last.row, columns: first.column...last.column)
  }
}

/// `B12`: column 1, row 12.
struct CellReference {
  /// From 0.
  let column: Int
  /// From 1.
  let row: Int

  init?(_ text: ArraySlice<UInt8>) {
    var column = 0
    var row = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 100_000:
        column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0 && row < 100_000_000:
        row = row * 10 + Int(byte) - 48
      default: return nil
      }
    }
    guard (1...16_384).contains(column), row > 0 else { return nil }
    self.column = column - 1
    self.row = row
  }
}
