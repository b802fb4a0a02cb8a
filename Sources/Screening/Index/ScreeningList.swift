// SPDX-License-Identifier: Apache-2.0

/// A list prepared for screening: entries, their names read, and an index over them.
///
/// Immutable; any number of tasks can ask it at once. About 1 KB a name.
public struct ScreeningList: Sendable {
  /// What the list is called, as in `EU consolidated list`.
  public let name: String
  /// When its publisher made it.
  public let version: String
  public let entries: [ListEntry]

  private let prepared: [PreparedSubject]
  private let organisations: Side
  private let persons: Side
  private let byIdentifier: [String: [Int]]

  /// All names of one style, in the order of the entries.
  private struct Side: Sendable {
    /// For each name its entry and its place among the entry's names.
    let owners: [(entry: Int, name: Int)]
    let index: NameIndex

    init(_ prepared: [PreparedSubject], _ style: ScreeningName.Style) {
      var owners: [(entry: Int, name: Int)] = []
      var names: [ScreeningName] = []
      for (at, subject) in prepared.enumerated() {
        let own = style == .person ? subject.asPerson : subject.asOrganisation
        for (place, name) in own.enumerated() {
          owners.append((at, place))
          names.append(name.name)
        }
      }
      self.owners = owners
      index = NameIndex(names)
    }
  }

  public init(name: String, version: String, entries: [ListEntry]) {
    self.name = name
    self.version = version
    self.entries = entries
    prepared = entries.map { PreparedSubject($0.subject) }
    organisations = Side(prepared, .organisation)
    persons = Side(prepared, .person)
    var byIdentifier: [String: [Int]] = [:]
    for (at, entry) in entries.enumerated() {
      for number in entry.subject.identifiers { byIdentifier[number.value, default: []].append(at) }
    }
    self.byIdentifier = byIdentifier
  }

  /// An entry that is at or above review for a subject.
  public struct Match: Sendable, Hashable {
    public let entry: ListEntry
    public let score: ScreeningScore
  }

  /// Asks a list. Holds working memory: one value a task.
  public struct Search {
    fileprivate var scorer = SubjectScorer()
    fileprivate var organisations = NameIndex.Workspace()
    fileprivate var persons = NameIndex.Workspace()

    public init() {}
  }

  /// Everything at or above review, the highest score first, equal ones in the list's order.
  /// Where both sides say what they are and differ (a person, a firm), only an equal number counts.
  public func matches(for subject: ScreeningSubject, _ search: inout Search) -> [Match] {
    let query = PreparedSubject(subject)
    var names: [Int: Set<Int>] = [:]
    for (entry, name) in candidates(query, &search) { names[entry, default: []].insert(name) }
    for number in subject.identifiers {
      for entry in byIdentifier[number.value] ?? [] where names[entry] == nil { names[entry] = [] }
    }
    var matches: [(place: Int, match: Match)] = []
    for (entry, own) in names {
      // An entry found by its number alone is compared with all its names.
      let score = search.scorer.score(
        query, prepared[entry], candidates: own.isEmpty ? nil : own.sorted(), isSearch: true)
      guard let score, score.decision != .clear else { continue }
      matches.append((entry, Match(entry: entries[entry], score: score)))
    }
    matches.sort {
      ($1.match.score.score, $0.place) < ($0.match.score.score, $1.place)
    }
    return matches.map(\.match)
  }

  /// The slow twin of `matches(for:)`: every entry is compared with all its names.
  package func matchesByComparingAll(for subject: ScreeningSubject, _ search: inout Search)
    -> [Match]
  {
    let query = PreparedSubject(subject)
    var matches: [(place: Int, match: Match)] = []
    for at in entries.indices {
      guard let score = search.scorer.score(query, prepared[at], isSearch: false) else { continue }
      let isStranger = !subject.kind.mayBe(entries[at].subject.kind)
      if isStranger, score.score < EvidenceWeights.sameIdentifierScore { continue }
      if score.decision != .clear { matches.append((at, Match(entry: entries[at], score: score))) }
    }
    matches.sort { ($1.match.score.score, $0.place) < ($0.match.score.score, $1.place) }
    return matches.map(\.match)
  }

  /// Names of entries worth comparing, by the style in which each pair is read.
  private func candidates(_ query: PreparedSubject, _ search: inout Search) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    for name in query.asOrganisation {
      for at in organisations.index.candidates(for: name.name, &search.organisations) {
        let owner = organisations.owners[at]
        if isWorthComparing(query, owner.entry, .organisation) { found.append(owner) }
      }
    }
    for name in query.asPerson {
      for at in persons.index.candidates(for: name.name, &search.persons) {
        let owner = persons.owners[at]
        if isWorthComparing(query, owner.entry, .person) { found.append(owner) }
      }
    }
    return found
  }

  /// Whether the kinds can be one, and the pair is read in a style.
  private func isWorthComparing(
    _ query: PreparedSubject, _ entry: Int, _ style: ScreeningName.Style
  ) -> Bool {
    let (a, b) = (query.subject.kind, entries[entry].subject.kind)
    return a.mayBe(b) && PreparedSubject.style(a, b) == style
  }
}
