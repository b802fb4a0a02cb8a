// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Reads official classifications: tables as the publishers' spreadsheets give them when saved as
/// CSV, and the XML of the CPV.
///
/// Columns are known by their headings in German and English. Where no wider entry is stated it
/// follows from the code; rows that sum up everything are left out.
public struct ClassificationReader: Sendable {
  public let standard: ClassificationScheme.Standard
  static let mostBytes = 128 << 20
  static let mostFaults = 50

  public init(_ standard: ClassificationScheme.Standard) { self.standard = standard }

  /// - Throws: every fault found, up to fifty.
  public func read(_ bytes: [UInt8]) throws(ClassificationError) -> ClassificationScheme {
    guard bytes.count <= Self.mostBytes else {
      throw ClassificationError([ClassificationFault(line: 1, .tooLarge(limit: Self.mostBytes))])
    }
    let text = DecodedText(bytes, allowsWindows1252: true)
    guard text.isValid else {
      throw ClassificationError([ClassificationFault(line: 1, .notText)])
    }
    let first = text.bytes.first { $0 > 0x20 }
    let rows =
      first == UInt8(ascii: "<") ? try CPVDocument(text.bytes).rows : try table(text)
    return try scheme(rows)
  }

  /// One entry as a file states it.
  struct Row {
    var line: Int
    var code: String
    var parent = ""
    var german = ""
    var english = ""
    var includes = ""
    var excludes = ""
  }

  private static let headings: [(WritableKeyPath<Row, String> & Sendable, [String])] = [
    (
      \.code,
      [
        "code", "hscode", "cpv", "cpv code", "wz", "wz code", "nace", "nace code", "kode",
        "schlüssel",
      ]
    ),
    (\.parent, ["parent", "parent code", "übergeordnet"]),
    (
      \.german,
      [
        "label_de", "title_de", "name_de", "de", "german", "deutsch", "bezeichnung", "titel",
        "label de",
      ]
    ),
    (
      \.english,
      [
        "label_en", "title_en", "name_en", "title_en_nace_rev2", "en", "english", "englisch",
        "description", "title", "name",
      ]
    ),
    (\.includes, ["includes_de", "includes", "this item includes", "inhalt", "umfasst"]),
    (\.excludes, ["excludes_de", "excludes", "this item excludes", "umfasst nicht"]),
  ]

  private func table(_ text: DecodedText) throws(ClassificationError) -> [Row] {
    let table = DelimitedTable(text)
    var columns: [(path: WritableKeyPath<Row, String>, column: String)] = []
    for (path, names) in Self.headings {
      let found = names.lazy.compactMap { name in
        table.header.first { $0.lowercased().filter { $0 != "\u{A0}" } == name }
      }.first
      if let found { columns.append((path, found)) }
    }
    guard columns.contains(where: { $0.path == \.code }) else {
      throw ClassificationError([ClassificationFault(line: 1, .noColumn(.code))])
    }
    guard columns.contains(where: { $0.path == \.german || $0.path == \.english }) else {
      throw ClassificationError([ClassificationFault(line: 1, .noColumn(.title))])
    }
    return table.rows.map { cells in
      var row = Row(line: cells.line, code: "")
      for (path, column) in columns {
        row[keyPath: path] = cells[column].trimmed
      }
      return row
    }
  }

  private func scheme(_ rows: [Row]) throws(ClassificationError) -> ClassificationScheme {
    var faults: [ClassificationFault] = []
    var coded: [(row: Row, code: ClassificationCode)] = []
    var lines: [String: Int] = [:]
    for row in rows where row.code.uppercased() != "TOTAL" {
      if row.code.isEmpty, row.german.isEmpty, row.english.isEmpty { continue }
      guard let code = ClassificationCode(row.code, standard) else {
        faults.append(ClassificationFault(line: row.line, .badCode(row.code, standard)))
        continue
      }
      if let earlier = lines.updateValue(row.line, forKey: code.text) {
        faults.append(ClassificationFault(line: row.line, .repeated(code.text, earlier: earlier)))
      }
      if row.german.isEmpty, row.english.isEmpty {
        faults.append(ClassificationFault(line: row.line, .noTitle(code.text)))
      }
      coded.append((row, code))
    }
    var entries: [ClassificationScheme.Entry] = []
    var levels: [String: Int] = [:]
    let parents = parents(coded, lines, &faults)
    for (number, (row, code)) in coded.enumerated() {
      let level = level(of: code.text, parents, &levels)
      entries.append(
        ClassificationScheme.Entry(
          code: code.text, parent: parents[code.text], level: level, german: row.german,
          english: row.english, includes: row.includes, excludes: row.excludes, line: row.line))
      if level < 0 {
        faults.append(ClassificationFault(line: coded[number].row.line, .circle(code.text)))
      }
    }
    if entries.isEmpty, faults.isEmpty { faults.append(ClassificationFault(line: 1, .empty)) }
    guard faults.isEmpty else {
      throw ClassificationError(Array(faults.prefix(Self.mostFaults)))
    }
    return ClassificationScheme(standard, entries)
  }

  /// Of each code the wider one: as stated, as the code tells, or the section above in the file.
  private func parents(
    _ coded: [(row: Row, code: ClassificationCode)], _ lines: [String: Int],
    _ faults: inout [ClassificationFault]
  ) -> [String: String] {
    var parents: [String: String] = [:]
    var section: String?
    for (row, code) in coded {
      if code.isSection { section = code.text }
      if !row.parent.isEmpty, row.parent.uppercased() != "TOTAL" {
        let stated = ClassificationCode(row.parent, standard)?.text
        if let stated, lines[stated] != nil {
          parents[code.text] = stated
        } else {
          faults.append(ClassificationFault(line: row.line, .unknownParent(row.parent)))
        }
      } else if let wider = code.wider.first(where: { lines[$0] != nil }) {
        parents[code.text] = wider
      } else if !code.isSection, standard == .wz || standard == .nace {
        parents[code.text] = section
      }
    }
    return parents
  }

  /// -1 in a circle.
  private func level(
    of code: String, _ parents: [String: String], _ levels: inout [String: Int]
  ) -> Int {
    if let level = levels[code] { return level }
    var steps = 0
    var at = code
    while let parent = parents[at] {
      at = parent
      steps += 1
      if steps > 16 { break }
    }
    levels[code] = steps > 16 ? -1 : steps
    return steps > 16 ? -1 : steps
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
