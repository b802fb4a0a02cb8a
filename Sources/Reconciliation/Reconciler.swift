// SPDX-License-Identifier: Apache-2.0
import Registry

/// Finds the organisation of a register that a record means.
///
/// Equal numbers (LEI, VAT, register, …) decide; otherwise a trained model weighs names and
/// addresses. A value: look-ups of several tasks do not disturb each other. A look-up in 50,000
/// records takes about a millisecond.
public struct Reconciler: Sendable {
  var index: RecordIndex
  private var byIdentifier: [Identifier: [Int]] = [:]

  /// - Parameters:
  ///   - register: the records looked up in, each id once.
  ///   - weighing: what each adds to how common words are; several records of one organisation must
  ///     not make its name look common.
  public init(_ register: [PartyRecord], weighing: (Int) -> Weighing = { _ in .whole }) {
    index = RecordIndex(register, weighing: weighing)
    for (at, record) in register.enumerated() { enter(record, at) }
  }

  /// How many records the register has.
  public var count: Int { index.parties.count }

  /// Adds a record, so that it is found from now on. What words weigh is settled when the
  /// reconciler is made; after many additions make a new one.
  public mutating func add(_ record: PartyRecord) {
    index.add(record)
    enter(record, count - 1)
  }

  private mutating func enter(_ record: PartyRecord, _ position: Int) {
    for identifier in record.identifiers { byIdentifier[identifier, default: []].append(position) }
  }

  /// What becomes of a record, with its best candidates.
  public func best(for record: PartyRecord, limit: Int = 3) -> Reconciliation {
    var worker = RecordIndex.Worker()
    return best(for: record, limit: limit, &worker)
  }

  /// The records that may be meant, the best first, however improbable.
  public func candidates(for record: PartyRecord, limit: Int = 10) -> [Candidate] {
    best(for: record, limit: limit).candidates
  }

  func best(for record: PartyRecord, limit: Int, _ worker: inout RecordIndex.Worker)
    -> Reconciliation
  {
    let party = index.prepared(record)
    let ranked = rank(party, &worker)
    let decision = decision(ranked)
    let candidates = ranked.prefix(max(1, limit)).map { found in
      candidate(party, found, &worker)
    }
    return Reconciliation(decision: decision, candidates: candidates)
  }

  struct Found {
    var position: Int
    var probability: Double
    var verdict: IdentifierVerdict
  }

  /// All records compared, the most probable first; of equals the one entered first.
  func rank(_ party: PreparedParty, _ worker: inout RecordIndex.Worker) -> [Found] {
    var positions = index.neighbours(of: party, &worker)
    let numbered = party.identifiers.flatMap { byIdentifier[$0] ?? [] }
    if !numbered.isEmpty { positions = Array(Set(positions + numbered)).sorted() }
    return positions.map { position in
      let verdict = IdentifierVerdict(party, index.parties[position])
      let values = index.measure(party, position, &worker)
      let modelled = ReconciliationParameters.register.probability(values)
      return Found(
        position: position, probability: verdict.probability(modelled), verdict: verdict)
    }.sorted { ($0.probability, $1.position) > ($1.probability, $0.position) }
  }

  func decision(_ ranked: [Found]) -> Reconciliation.Decision {
    guard let best = ranked.first else { return .new }
    let second = ranked.count > 1 ? ranked[1].probability : 0
    switch ListDecision(best: best.probability, second: second) {
    case .link: return .link
    case .ask: return .ask
    case .new: return .new
    }
  }

  func candidate(
    _ party: PreparedParty, _ found: Found, _ worker: inout RecordIndex.Worker
  ) -> Candidate {
    let values = index.measure(party, found.position, &worker)
    let explanation = Explanation(
      name: worker.comparer.name, address: worker.comparer.address, values: values,
      model: ReconciliationParameters.register)
    return Candidate(
      id: index.parties[found.position].id, position: found.position,
      probability: found.probability, reasons: explanation.reasons(found.verdict))
  }
}
