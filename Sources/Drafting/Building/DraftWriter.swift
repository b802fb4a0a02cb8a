// SPDX-License-Identifier: Apache-2.0
import Localization
import ReferenceLibrary
import ValueChains

/// The tables of a draft while they grow. A figure goes in only together with where it comes from.
struct DraftWriter {
  private(set) var chain: ValueChain
  private var questionNumber = 0
  private var written: Set<String> = []

  init(name: String, title: String) {
    chain = ValueChain(name: name, title: title, currency: "EUR")
  }

  /// A figure and its origin.
  struct Figure {
    enum Kind: String {
      case fact, estimate, assumption
    }

    let value: Double
    let kind: Kind
    let range: ClosedRange<Double>?
    let source: String
    let year: Int?
    let note: String

    static func fact(_ value: Double, _ provenance: Provenance, note: String = "") -> Self {
      Self(
        value: value, kind: .fact, range: nil, source: provenance.source, year: provenance.year,
        note: note)
    }

    static func estimate(
      _ value: Double, in range: ClosedRange<Double>? = nil, source: String, year: Int? = nil,
      note: String = ""
    ) -> Self {
      Self(value: value, kind: .estimate, range: range, source: source, year: year, note: note)
    }

    /// Something taken to be so, changeable by an option of drafting.
    static func assumption(_ value: Double, _ note: String) -> Self {
      Self(
        value: value, kind: .assumption, range: nil, source: "assumption of the draft", year: nil,
        note: note)
    }
  }

  /// Whether a row with this key was written before.
  func has(_ table: TableName, _ key: String) -> Bool {
    written.contains(table.rawValue + "\u{1F}" + key)
  }

  /// Adds a row once; its figures get rows in the table of provenance.
  mutating func add(
    _ table: TableName, _ texts: KeyValuePairs<ColumnName, String>,
    _ figures: KeyValuePairs<ColumnName, Figure?> = [:]
  ) {
    var cells: [(ColumnName, Cell)] = texts.map { ($0.key, Cell($0.value)) }
    for (column, figure) in figures { cells.append((column, Cell(figure?.value))) }
    chain[table].append(cells)
    let key = chain[table].key(chain[table].count - 1)
    written.insert(table.rawValue + "\u{1F}" + key)
    for (column, figure) in figures {
      if let figure { note(figure, table, key, column) }
    }
  }

  private mutating func note(
    _ figure: Figure, _ table: TableName, _ key: String, _ column: ColumnName
  ) {
    chain[.provenance].append([
      .table: Cell(table.rawValue), .key: Cell(key), .column: Cell(column.rawValue),
      .valueKind: Cell(figure.kind.rawValue), .low: Cell(figure.range?.lowerBound),
      .likely: Cell(figure.range == nil ? nil : figure.value),
      .high: Cell(figure.range?.upperBound), .source: Cell(figure.source),
      .year: Cell(figure.year.map(String.init) ?? ""), .note: Cell(figure.note),
    ])
  }

  enum Role: String {
    case maker, supplier, association, ministry, analyst
  }

  mutating func ask(
    _ role: Role, _ table: TableName, _ key: String, _ column: ColumnName, _ text: LocalizedText
  ) {
    questionNumber += 1
    let digits = String(questionNumber)
    let number = "q" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    chain[.questions].append([
      .question: Cell(number), .table: Cell(table.rawValue), .key: Cell(key),
      .column: Cell(column.rawValue), .questionDe: Cell(text.german),
      .questionEn: Cell(text.english), .role: Cell(role.rawValue),
    ])
  }

  /// Adds a row of a table without key.
  mutating func addDisruption(_ name: String, _ kind: String, _ target: String) {
    chain[.disruptions].append([
      .disruption: Cell(name), .kind: Cell(kind), .target: Cell(target), .remaining: .number(0),
    ])
  }
}

/// Keys people can read and type: lower-case letters, digits and hyphens.
enum Slug {
  static func make(_ text: String, limit: Int = 40) -> String {
    var slug = ""
    for character in text.lowercased() {
      switch character {
      case "ä": slug += "ae"
      case "ö": slug += "oe"
      case "ü": slug += "ue"
      case "ß": slug += "ss"
      case "a"..."z", "0"..."9": slug.append(character)
      default: if !slug.isEmpty, slug.last != "-" { slug.append("-") }
      }
    }
    slug = String(slug.filter(\.isASCII).prefix(limit))
    while slug.last == "-" { slug.removeLast() }
    return slug
  }
}
