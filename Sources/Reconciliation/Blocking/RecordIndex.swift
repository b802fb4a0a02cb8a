// SPDX-License-Identifier: Apache-2.0

/// Records prepared, weighed and indexed: what a reconciler and a deduplicator share.
struct RecordIndex: Sendable {
  private(set) var parties: [PreparedParty]
  private(set) var statistics = WordStatistics()
  private var candidates = CandidateIndex()

  /// Working memory; one value a task.
  struct Worker: Sendable {
    var search = CandidateIndex.Workspace()
    var comparer = PairComparer()
  }

  init(_ records: [PartyRecord], weighing: (Int) -> Weighing = { _ in .whole }) {
    self.init(parties: records.map(PreparedParty.init), weighing: weighing)
  }

  init(parties: [PreparedParty], weighing: (Int) -> Weighing = { _ in .whole }) {
    self.parties = parties
    for (at, party) in parties.enumerated() { statistics.count(party, as: weighing(at)) }
    for at in self.parties.indices { self.parties[at].weigh(by: statistics) }
    for party in self.parties { candidates.add(party) }
    candidates.finish()
  }

  /// Adds one record. Weights of words stay as they are until the index is made anew.
  mutating func add(_ record: PartyRecord) {
    let party = prepared(record)
    statistics.count(party)
    parties.append(party)
    candidates.add(party)
    candidates.measureLast(party)
  }

  /// A record as it is compared with those of the index.
  func prepared(_ record: PartyRecord) -> PreparedParty {
    var party = PreparedParty(record)
    party.weigh(by: statistics)
    return party
  }

  /// Positions worth comparing, ascending.
  func neighbours(of party: PreparedParty, _ worker: inout Worker) -> [Int] {
    candidates.candidates(for: party, &worker.search)
  }

  func neighbours(of record: Int, _ worker: inout Worker) -> [Int] {
    neighbours(of: parties[record], &worker)
  }

  func measure(_ party: PreparedParty, _ record: Int, _ worker: inout Worker) -> [Double] {
    worker.comparer.measure(party, parties[record], statistics)
  }

  func measure(_ first: Int, _ second: Int, _ worker: inout Worker) -> [Double] {
    measure(parties[first], second, &worker)
  }

  /// Entries of registers of different countries are different entries.
  func areExcluded(_ first: Int, _ second: Int) -> Bool {
    IdentifierVerdict.registersDiffer(parties[first], parties[second])
  }
}
