// SPDX-License-Identifier: Apache-2.0
import Registry
import Spreadsheets

/// The header of a list and where it stands.
struct ListColumns {
  /// One name a column; a heading that comes again is numbered, an empty one is `#3`.
  let names: [String]
  /// Rows up to and including the header; 0 where the list has none.
  let rowsBefore: Int

  private init(_ rows: [TableRow], headerAt place: Int?) {
    if let place {
      names = Self.unique(rows[place].cells.map(CellText.cleaned))
      rowsBefore = place + 1
    } else {
      names = Self.numbered(rows.map(\.cells.count).max() ?? 0)
      rowsBefore = 0
    }
  }

  /// Finds the header by what headings mean.
  ///
  /// - Parameter rows: the first rows of the file.
  init(_ rows: [TableRow]) { self.init(rows, headerAt: HeaderSearch.place(in: rows)) }

  /// The header is the row that has most of the columns a mapping names.
  init(_ rows: [TableRow], mapping: ColumnMapping) {
    let wanted = Set(mapping.columns.map { HeadingWords.folded($0.column) })
    let scores = rows.prefix(HeaderSearch.depth).map { row in
      Set(row.cells.map(HeadingWords.folded)).intersection(wanted).count
    }
    let best = scores.max() ?? 0
    let place = best > 0 ? scores.firstIndex(of: best) : HeaderSearch.place(in: rows)
    self.init(rows, headerAt: mapping.hasHeader ? place : nil)
  }

  static func numbered(_ width: Int) -> [String] { (0..<width).map { "#\($0 + 1)" } }

  static func unique(_ headings: [String]) -> [String] {
    var count: [String: Int] = [:]
    return headings.enumerated().map { place, heading in
      if heading.isEmpty { return "#\(place + 1)" }
      let times = (count[heading] ?? 0) + 1
      count[heading] = times
      return times == 1 ? heading : "\(heading) (\(times))"
    }
  }
}

/// Finds the header below titles and remarks.
enum HeaderSearch {
  /// Rows looked at.
  static let depth = 30

  /// The row with most known headings. Where none is known the first row as wide as most rows, if it
  /// looks like no data.
  static func place(in rows: [TableRow]) -> Int? {
    let rows = rows.prefix(depth)
    let scores = rows.map { row in
      let filled = row.cells.filter { !$0.isEmpty }
      let known = filled.count { HeadingWords.meaning(of: $0) != nil }
      // Most of a header is headings; a row of data may hold a word or two of them.
      return known * 3 >= filled.count ? known : 0
    }
    if let best = scores.max(), best > 1 || best == 1 && rows.first?.cells.count ?? 0 <= 2 {
      return scores.firstIndex(of: best)
    }
    let widths = Dictionary(grouping: rows.map { $0.cells.count { !$0.isEmpty } }) { $0 }
    let common = widths.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key ?? 0
    guard let at = rows.firstIndex(where: { $0.cells.count { !$0.isEmpty } >= common }) else {
      return nil
    }
    let looksLikeData = rows[at].cells.contains { cell in
      cell.utf8.count { $0 >= 48 && $0 <= 57 } >= 4 || cell.contains("@")
    }
    return looksLikeData || rows.count == 1 ? nil : at
  }
}
