// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// A chain while ways to gain capacity are added to it.
///
/// A figure goes in only together with where it comes from.
struct ChainAdditions {
  private(set) var chain: ValueChain
  private let language: Language
  /// Keys of the tables added to, made when a table is first asked for.
  private var taken: [TableName: Set<String>] = [:]

  static let longestKey = 200

  init(_ chain: ValueChain, _ language: Language) {
    self.chain = chain
    self.language = language
  }

  /// A figure and its origin.
  struct Figure {
    enum Kind: String {
      case estimate, assumption
    }

    let value: Double
    let range: AssumedRange?
    let kind: Kind
    let note: LocalizedText
    var source = LocalizedText(de: "Annahme des Vorschlags", en: "assumption of the proposal")
    var year = ""

    /// Something taken to be so until somebody says better.
    static func assumption(_ range: AssumedRange, _ note: LocalizedText) -> Self {
      Self(value: range.likely, range: range, kind: .assumption, note: note)
    }

    static func assumption(_ value: Double, _ note: LocalizedText) -> Self {
      Self(value: value, range: nil, kind: .assumption, note: note)
    }
  }

  /// Adds a row; its figures get rows in the table of provenance, a figure not known stays empty.
  mutating func add(
    _ table: TableName, _ texts: KeyValuePairs<ColumnName, String>,
    _ figures: KeyValuePairs<ColumnName, Figure?> = [:]
  ) {
    var cells: [(ColumnName, Cell)] = texts.map { ($0.key, Cell($0.value)) }
    for (column, figure) in figures { cells.append((column, Cell(figure?.value))) }
    chain[table].append(cells)
    let key = chain[table].key(chain[table].count - 1)
    for (column, figure) in figures {
      if let figure { note(figure, table, key, column) }
    }
  }

  private mutating func note(
    _ figure: Figure, _ table: TableName, _ key: String, _ column: ColumnName
  ) {
    let range = figure.range
    chain[.provenance].append([
      .table: Cell(table.rawValue), .key: Cell(key), .column: Cell(column.rawValue),
      .valueKind: Cell(figure.kind.rawValue), .low: Cell(range?.low),
      .likely: Cell(range?.likely), .high: Cell(range?.high),
      .source: Cell(figure.source[language]), .year: Cell(figure.year),
      .note: Cell(figure.note[language]),
    ])
  }

  enum Role: String {
    case maker, supplier
  }

  /// Asks for the true figure; the question's key is the element's, and the column.
  mutating func ask(
    _ role: Role, _ table: TableName, _ key: String, _ column: ColumnName, _ text: LocalizedText
  ) {
    let question = newKey(.questions, [key, column.rawValue])
    chain[.questions].append([
      .question: Cell(question), .table: Cell(table.rawValue), .key: Cell(key),
      .column: Cell(column.rawValue), .questionDe: Cell(text.german),
      .questionEn: Cell(text.english), .role: Cell(role.rawValue),
    ])
  }

  // MARK: Keys

  /// A key made of parts, cut where it is too long, that no row of the table has.
  mutating func newKey(_ table: TableName, _ parts: [String]) -> String {
    var known = taken[table] ?? Set((0..<chain[table].count).map { chain[table].key($0) })
    taken[table] = nil
    let plain = Self.key(parts)
    var key = plain
    var number = 1
    while !known.insert(key).inserted {
      number += 1
      key = Self.cut(plain, to: Self.longestKey - 8) + "-\(number)"
    }
    taken[table] = known
    return key
  }

  /// Parts joined by `:`; what is too long ends with a number made from the whole.
  static func key(_ parts: [String]) -> String {
    let plain = parts.joined(separator: ":")
    guard plain.unicodeScalars.count > longestKey else { return plain }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in plain.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return cut(plain, to: 180) + "~" + String(hash, radix: 16)
  }

  private static func cut(_ text: String, to length: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
  }

  // MARK: Names

  /// What people call a row: its name, else its key.
  func name(_ table: TableName, _ row: Int) -> String {
    let name = chain[table].text(.name, row)
    return name.isEmpty ? chain[table].key(row) : name
  }
}
