// SPDX-License-Identifier: Apache-2.0

extension Reconciler {
  /// What becomes of a record where several records of the register are one organisation, as one with
  /// several addresses is: the best of a group stands for it, and the runner-up is another group.
  ///
  /// - Parameter group: the group of a record by its position; nil leaves the record out.
  /// - Returns: at most `limit` candidates, each of another group.
  public func best(
    for record: PartyRecord, limit: Int, grouped group: (_ position: Int) -> Int?
  ) -> Reconciliation {
    var worker = RecordIndex.Worker()
    let party = index.prepared(record)
    var seen: Set<Int> = []
    let ranked = rank(party, &worker).filter { found in
      guard let place = group(found.position) else { return false }
      return seen.insert(place).inserted
    }
    return Reconciliation(
      decision: decision(ranked),
      candidates: ranked.prefix(limit).map { candidate(party, $0, &worker) })
  }
}
