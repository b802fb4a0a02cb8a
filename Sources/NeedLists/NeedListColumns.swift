// SPDX-License-Identifier: Apache-2.0
import Matching

/// What the columns of a list of needs are about.
struct NeedListColumns {
  enum Meaning: Hashable {
    case key
    case field(NeedField)
    case nothing
  }

  struct Column {
    /// As written in the file.
    let title: String
    let meaning: Meaning
  }

  private(set) var columns: [Column] = []
  /// Titles of columns whose meaning another column had before.
  private(set) var repeated: [String] = []
  private(set) var unknown: [String] = []

  init() {}

  init(_ titles: [String]) {
    var seen: Set<Meaning> = []
    for title in titles {
      var meaning = Self.meaning(of: title)
      if meaning == .nothing, !title.isEmpty { unknown.append(title) }
      if meaning != .nothing, !seen.insert(meaning).inserted {
        repeated.append(title)
        meaning = .nothing
      }
      columns.append(Column(title: title, meaning: meaning))
    }
  }

  var count: Int { columns.count }

  /// Empty cells for rows that end early.
  var padding: [Range<Int>] { Array(repeating: 0..<0, count: columns.count) }

  /// Names of the columns without which nothing can be read.
  var missing: [String] {
    let there = Set(columns.map(\.meaning))
    return (there.contains(.key) ? [] : ["need"])
      + NeedFieldDefinition.all.filter { $0.isObligatory && !there.contains(.field($0.field)) }
      .map(\.field.rawValue)
  }

  /// Fields of which the list says nothing.
  var absent: Set<NeedField> {
    let there = Set(columns.map(\.meaning))
    return Set(NeedField.allCases.filter { !there.contains(.field($0)) })
  }

  /// Whether rows are worth reading: without its key no row has a name.
  var canBeRead: Bool { missing.isEmpty }

  var keyTitle: String { columns.first { $0.meaning == .key }?.title ?? "need" }

  /// How the file calls a field; the catalogue's name where it does not have it.
  func title(of field: NeedField) -> String {
    columns.first { $0.meaning == .field(field) }?.title ?? field.rawValue
  }

  private static func meaning(of title: String) -> Meaning {
    if NeedFieldDefinition.isKey(column: title) { return .key }
    return NeedFieldDefinition.field(ofColumn: title).map(Meaning.field) ?? .nothing
  }
}
