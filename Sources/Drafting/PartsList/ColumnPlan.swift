// SPDX-License-Identifier: Apache-2.0

/// Which column of a list holds what.
struct ColumnPlan {
  /// How many records are searched for a header.
  static let headerDepth = 80

  let headings: [String]
  private(set) var meanings: [Headings.Meaning?]
  /// The columns of each role, the one to ask first in front.
  private(set) var columns: [PartsListRole: [Int]] = [:]

  /// How many different things a record names, as a header; 0 if it is none.
  ///
  /// A header says what a part is called in at least one way, and mostly something beside.
  static func score(_ cells: [String]) -> Int {
    let filled = cells.filter { !$0.isEmpty }
    let meanings = filled.compactMap(Headings.meaning)
    let roles = Set(meanings.map(\.role)).subtracting([.unused, .product])
    let naming: [PartsListRole] = [.name, .description, .references, .partNumber, .material]
    guard !roles.isDisjoint(with: naming) else { return 0 }
    guard roles.count >= 2 || meanings.count == filled.count else { return 0 }
    // Most of a header is headings; a row of data may hold a word or two of them.
    guard meanings.count * 3 >= filled.count else { return 0 }
    return roles.count
  }

  /// The record that is the header: the first that is nearly as good as the best one, for a later
  /// table of the same file may have more columns.
  static func findHeader(_ records: [ListRecord]) -> Int? {
    let scores = records.prefix(headerDepth).map { score($0.cells) }
    guard let best = scores.max(), best > 0 else { return nil }
    return scores.indices.first { at in
      let filled = records[at].filled
      let understood = filled.count { Headings.meaning(of: $0) != nil }
      return scores[at] == best || scores[at] * 5 >= best * 3 && understood * 3 >= filled.count * 2
    }
  }

  /// - Parameter sample: some of the records below the header, to decide what a word may mean.
  init(header: ListRecord, sample: ArraySlice<ListRecord>) {
    headings = header.cells
    meanings = header.cells.map { $0.isEmpty ? nil : Headings.meaning(of: $0) }
    for at in meanings.indices where meanings[at]?.isAmbiguous == true {
      let cells = sample.lazy.compactMap { at < $0.cells.count ? $0.cells[at] : nil }
      decide(at, Array(cells.filter { !$0.isEmpty && $0 != header.cells[at] }.prefix(200)))
    }
    for (at, meaning) in meanings.enumerated() {
      if let meaning { columns[meaning.role, default: []].append(at) }
    }
    for (role, places) in columns {
      columns[role] = places.sorted {
        (meanings[$0]?.rank ?? 0, $0) < (meanings[$1]?.rank ?? 0, $1)
      }
    }
  }

  private mutating func decide(_ at: Int, _ cells: [String]) {
    guard var meaning = meanings[at] else { return }
    let plain = HeadingText.folded(headings[at])
    func share(_ isMeant: (String) -> Bool) -> Double {
      cells.isEmpty ? 0 : Double(cells.count(where: isMeant)) / Double(cells.count)
    }
    func hasOther(_ role: PartsListRole, below rank: Int) -> Bool {
      meanings.enumerated().contains { other, meaning in
        other != at && meaning?.role == role && (meaning?.rank ?? 9) < rank
      }
    }
    switch plain {
    case "reference", "references", "ref", "parts":
      if share(ReferenceList.looksLikeReferences) < 0.5, !cells.isEmpty {
        meaning.role = plain == "parts" ? .name : .partNumber
        meaning.rank = 4
      }
    case "material":
      if share(CodeText.isNumber) > 0.6 {
        meaning.role = .partNumber
        meaning.rank = 2
      }
    case "comment", "kommentar":
      if hasOther(.name, below: 3) { meaning = Headings.Meaning(role: .remark, rank: 1) }
    case "alternative", "alternate":
      break
    case "index", "stand", "position":
      if plain != "index", plain != "position" { break }
      if share(CodeText.isRevision) > 0.6 { meaning.role = .revision }
      if plain == "position", share(ReferenceList.looksLikeReferences) > 0.6 {
        meaning.role = .references
      }
    default:
      if share({ CodeText.isPosition($0) || $0.utf8.count <= 2 }) > 0.6 {
        meaning.role = .position
      } else if share(CodeText.isCode) > 0.6 {
        meaning.role = .partNumber
        meaning.rank = 2
      } else if meaning.role == .position {
        meaning.role = .partNumber
        meaning.rank = 3
      }
    }
    meanings[at] = meaning
  }

  func has(_ role: PartsListRole) -> Bool { columns[role] != nil }

  /// The first filled cell of a role in a record, `""` where there is none.
  func cell(_ role: PartsListRole, _ record: ListRecord) -> String {
    guard let at = column(role, record) else { return "" }
    return record.cells[at]
  }

  /// The column that cell stands in.
  func column(_ role: PartsListRole, _ record: ListRecord) -> Int? {
    columns[role]?.first { $0 < record.cells.count && !record.cells[$0].isEmpty }
  }

  func heading(_ role: PartsListRole) -> String {
    columns[role]?.first.map { headings[$0] } ?? ""
  }

  /// Whether a record repeats the header.
  func isHeader(_ record: ListRecord) -> Bool {
    let filled = zip(headings, record.cells).filter { !$0.0.isEmpty && !$0.1.isEmpty }
    guard filled.count >= 2 || headings.count == 1 else { return false }
    let same = filled.count {
      $0.0.utf8.count == $0.1.utf8.count && HeadingText.folded($0.0) == HeadingText.folded($0.1)
    }
    return same * 10 >= filled.count * 7 && same > 0
  }
}

/// What kind of code a cell holds.
enum CodeText {
  /// `10`, `1.2.3`
  static func isPosition(_ text: String) -> Bool {
    text.utf8.count <= 16 && text.utf8.first.map { $0 >= 48 && $0 <= 57 } == true
      && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 || $0 == 46 }
  }

  /// `A`, `B2`, `rev. C`
  static func isRevision(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.utf8.count <= 4 else { return false }
    return first.properties.isAlphabetic
  }

  /// Letters and digits without a blank: `LM317-N`, `100-4711`.
  static func isCode(_ text: String) -> Bool {
    text.utf8.count >= 3 && !text.contains(" ") && text.utf8.contains { $0 >= 48 && $0 <= 57 }
  }

  /// A number of an article: digits, perhaps grouped; no name of a material looks like it.
  static func isNumber(_ text: String) -> Bool {
    // 1.4301 and its like are numbers of materials.
    let digits = text.utf8.count { $0 >= 48 && $0 <= 57 }
    return digits >= 5 && !text.contains(".") && digits * 3 >= text.utf8.count * 2
  }
}
