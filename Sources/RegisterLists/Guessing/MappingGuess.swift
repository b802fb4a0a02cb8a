// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import Spreadsheets

/// A mapping guessed from a list's headings and first values, to be looked at by a person.
public struct MappingGuess: Sendable {
  public enum Certainty: Int, Sendable, Comparable {
    /// Only one of heading and values speaks for it, and faintly.
    case unsure
    /// The heading, or nearly all values.
    case likely
    /// Heading and values.
    case certain

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  public struct Column: Sendable {
    public let name: String
    public let targets: [ColumnTarget]
    public let certainty: Certainty
    public let reason: LocalizedText
    /// The first values, for a person to compare.
    public let examples: [String]
  }

  /// Every column of the list in its order.
  public let columns: [Column]
  public let mapping: ColumnMapping
  /// The known list whose header this is; nil where it was guessed.
  public let knownList: LocalizedText?

  /// Rows looked at.
  static let sampleSize = 200

  /// Reads the beginning of a file and guesses.
  public init(path: String, sheet: String? = nil) throws(TableFault) {
    let source = try TableSource(path, sheet: sheet)
    var rows: [TableRow] = []
    while rows.count < Self.sampleSize, let row = try source.next() { rows.append(row) }
    self.init(rows, sheet: sheet)
  }

  /// - Parameter rows: the first rows of a list, a header among them or not.
  public init(_ rows: [TableRow], sheet: String? = nil) {
    let list = ListColumns(rows)
    let hasHeader = list.rowsBefore > 0
    let data = rows.dropFirst(list.rowsBefore)
    let samples = list.names.indices.map { at in
      ColumnSample(data.map { at < $0.cells.count ? $0.cells[at] : "" })
    }
    if hasHeader, let known = KnownList.all.first(where: { $0.matches(list.names) }) {
      let targets = known.mapping.columns
      columns = zip(list.names, samples).map { name, sample in
        Column(
          name: name, targets: targets.first { $0.column == name }?.targets ?? [.ignored],
          certainty: .certain, reason: known.reason, examples: Array(sample.values.prefix(3)))
      }
      var mapping = known.mapping
      mapping.sheet = sheet
      self.mapping = mapping
      knownList = known.name
      return
    }
    var guessing = ColumnGuessing(list.names, samples, hasHeader: hasHeader)
    guessing.run()
    columns = guessing.columns
    knownList = nil
    mapping = ColumnMapping(
      sheet: sheet, hasHeader: hasHeader, decimal: guessing.decimal,
      columns: columns.map { ColumnMapping.Column($0.name, targets: $0.targets) },
      constants: [])
  }
}
