// SPDX-License-Identifier: Apache-2.0
import Localization
import Reconciliation
import Registry
import Storage

/// The organisations of the register, and the rows of a list so far, in the form rows are compared
/// with: by number, and by name and address.
///
/// All rows of the list are known from the start, so that what words weigh does not depend on where
/// reading stopped; only those before a row are its candidates.
struct OrganisationIndex: Sendable {
  struct Candidate: Sendable {
    var target: RowTarget
    var probability: Double
    var reasons: LocalizedText
  }

  /// What numbers say.
  enum Named {
    case none
    case one(RowTarget)
    /// Different numbers lead to different organisations, or one agrees and another does not.
    case conflicting([Candidate])
  }

  /// What names and addresses say.
  struct Compared {
    var decision: Reconciliation.Decision
    /// The likeliest first, each organisation once.
    var candidates: [Candidate]
  }

  private var byNumber: [Identifier: RowTarget] = [:]
  private var numbers: [RowTarget: [Identifier]] = [:]
  private var reconciler: Reconciler?
  /// What the record at a position of the reconciler is: an organisation, or a row by its line.
  private var places: [RowTarget] = []
  /// The organisation of each row so far.
  private var targetOfLine: [Int: RowTarget] = [:]

  /// Reads the register; names and addresses only where they are compared.
  ///
  /// - Parameter list: the rows of the list, where names and addresses are compared.
  static func load(_ access: RegisterAccess, list: [ListRow]?) async throws -> OrganisationIndex {
    try await access.read { connection in
      var index = OrganisationIndex()
      var parties: [PartyRecord] = []
      var weighing: [Weighing] = []
      var said: Set<String> = []
      try Register(connection).forEachComparable { organisation in
        let target = RowTarget.organisation(organisation.id)
        index.note(organisation.identifiers, target)
        guard list != nil else { return }
        for record in PartyRecord.all(organisation) {
          weighing.append(index.places.last == target ? .placeOnly : .whole)
          said.insert(record.said)
          parties.append(record)
          index.places.append(target)
        }
      }
      if let list {
        for row in list {
          let record = PartyRecord(row)
          weighing.append(said.insert(record.said).inserted ? .whole : .nothing)
          parties.append(record)
          index.places.append(.line(row.line))
        }
        index.reconciler = Reconciler(parties) { weighing[$0] }
      }
      return index
    }
  }

  /// Notes which organisation a row is.
  mutating func add(_ row: ListRow, as target: RowTarget) {
    note(row.identifiers, target)
    if reconciler != nil { targetOfLine[row.line] = target }
  }

  private mutating func note(_ identifiers: [Identifier], _ target: RowTarget) {
    guard !identifiers.isEmpty else { return }
    for identifier in identifiers where byNumber[identifier] == nil {
      byNumber[identifier] = target
    }
    numbers[target, default: []] += identifiers
  }

  func named(by identifiers: [Identifier]) -> Named {
    var found: [RowTarget] = []
    for identifier in identifiers {
      if let target = byNumber[identifier], !found.contains(target) { found.append(target) }
    }
    guard let first = found.first else { return .none }
    if found.count == 1, !IdentifierConflict.isBetween(identifiers, numbers[first] ?? []) {
      return .one(first)
    }
    return .conflicting(
      found.map { Candidate(target: $0, probability: 0.5, reasons: Self.conflict) })
  }

  /// Who the row may be by name and address.
  ///
  /// - Parameter isOpen: whether an organisation still comes into question.
  func compare(_ row: ListRow, where isOpen: (RowTarget) -> Bool) -> Compared {
    guard let reconciler else { return Compared(decision: .new, candidates: []) }
    var groups: [RowTarget: Int] = [:]
    let result = reconciler.best(for: PartyRecord(row), limit: 5) { position in
      guard let target = target(at: position), isOpen(target) else { return nil }
      let group = groups[target] ?? groups.count
      groups[target] = group
      return group
    }
    var decision = result.decision
    let candidates = result.candidates.enumerated().compactMap { rank, found -> Candidate? in
      guard rank == 0 || found.probability >= Self.worthShowing else { return nil }
      return target(at: found.position).map { target in
        Candidate(
          target: target, probability: found.probability,
          reasons: found.reasons.prefix(4).map(\.text).joined(separator: "; "))
      }
    }
    if decision == .link, let best = candidates.first,
      IdentifierConflict.isBetween(row.identifiers, numbers[best.target] ?? [])
    {
      decision = .ask
    }
    return Compared(decision: decision, candidates: candidates)
  }

  /// What a record of the reconciler is; nil for rows that are still to come.
  private func target(at position: Int) -> RowTarget? {
    switch places[position] {
    case .organisation: places[position]
    case .line(let line): targetOfLine[line]
    }
  }

  /// Below this probability a candidate beside the best is no help to a person.
  private static let worthShowing = 0.02

  private static let conflict = LocalizedText(
    de: "eine Nummer stimmt überein, eine andere nicht",
    en: "one number agrees, another does not")
}

/// Whether numbers say that two descriptions are different organisations.
enum IdentifierConflict {
  /// True where both have an entry of one register (or one scheme that gives each organisation a
  /// single number) and none of them agree.
  static func isBetween(_ one: [Identifier], _ other: [Identifier]) -> Bool {
    for scheme in [IdentifierScheme.register, .lei, .bpnl] {
      let mine = one.filter { $0.scheme == scheme }
      let theirs = other.filter { $0.scheme == scheme }
      if !mine.isEmpty, !theirs.isEmpty, Set(mine).isDisjoint(with: theirs) { return true }
    }
    return false
  }
}

extension PartyRecord {
  /// One record for each address of an organisation.
  static func all(_ organisation: ComparableOrganisation) -> [PartyRecord] {
    let addresses = organisation.addresses.isEmpty ? [Address()] : organisation.addresses
    return addresses.enumerated().map { number, address in
      PartyRecord(
        id: "\(organisation.id.text)/\(number)", names: organisation.names,
        street: address.street ?? "", postcode: address.postcode ?? "", city: address.city ?? "",
        country: address.country ?? "", identifiers: organisation.identifiers)
    }
  }

  /// What it says of name and place, folded.
  fileprivate var said: String {
    ([names.first ?? "", postcode] + [street, city]).map(SearchKeys.name).joined(separator: "|")
  }

  init(_ row: ListRow) {
    let address = row.address
    self.init(
      id: RowTarget.line(row.line).text, names: row.names, street: address.street ?? "",
      postcode: address.postcode ?? "", city: address.city ?? "", country: address.country ?? "",
      identifiers: row.identifiers)
  }
}

extension Sequence<LocalizedText> {
  /// Texts with something between them, in each language.
  func joined(separator: String) -> LocalizedText {
    let all = Array(self)
    return LocalizedText(
      de: all.map(\.german).joined(separator: separator),
      en: all.map(\.english).joined(separator: separator))
  }
}
