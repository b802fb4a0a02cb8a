// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Of several statements of one object the latest counts, in the files and in the chain.
extension Merge {
  mutating func keepNewest() {
    let known = knownChanges()
    statements.demands = newest(statements.demands, known, \.origin, Source.init)
    statements.capacities = newest(statements.capacities, known, \.origin, Source.init)
    statements.stocks = newest(statements.stocks, known, \.origin) {
      Source($0.origin, $0.material, isInbound: $0.isInbound)
    }
    statements.outputs = newest(statements.outputs, known, \.origin) {
      Source($0.origin, $0.material, isInbound: false)
    }
    statements.deliveries = newest(statements.deliveries, known, \.origin) {
      Source($0.origin, $0.material, isInbound: false)
    }
    statements.supplyDays = newest(statements.supplyDays, known, \.origin) {
      Source($0.origin, $0.material, isInbound: $0.isInbound)
    }
  }

  /// When the objects in the chain were changed, by the notes in provenance.
  private func knownChanges() -> [String: Timestamp] {
    let provenance = writer.chain[.provenance]
    var known: [String: Timestamp] = [:]
    for row in 0..<provenance.count where provenance.text(.source, row).hasPrefix(Source.prefix) {
      let note = provenance.text(.note, row)
      guard let range = note.firstRange(of: "changed ") else { continue }
      let text = String(note[range.upperBound...].prefix { $0 != ";" })
      if let time = Timestamp(text) { known[provenance.text(.source, row)] = time }
    }
    return known
  }

  private func newest<Statement>(
    _ statements: [Statement], _ known: [String: Timestamp],
    _ origin: (Statement) -> Origin, _ source: (Statement) -> Source
  ) -> [Statement] {
    var kept: [Statement] = []
    var position: [Source: Int] = [:]
    for statement in statements {
      let (name, one) = (source(statement), origin(statement))
      if let changed = one.changed, let before = known[name.text], before.seconds > changed.seconds
      {
        tellLeftOut(one.place, "in der Kette", "in the chain")
        continue
      }
      guard let at = position[name] else {
        position[name] = kept.count
        kept.append(statement)
        continue
      }
      let other = origin(kept[at])
      let isNewer = (one.changed?.seconds ?? 0) > (other.changed?.seconds ?? 0)
      let (stays, goes) = isNewer ? (one, other) : (other, one)
      tellLeftOut(goes.place, "in \(stays.place.text)", "in \(stays.place.text)")
      if isNewer { kept[at] = statement }
    }
    return kept
  }

  private func tellLeftOut(_ place: Place, _ german: String, _ english: String) {
    log.warning(
      .keyRepeated, place,
      "Dasselbe Objekt steht ebenso neu oder neuer \(german); dieses zählt nicht.",
      "The same object stands \(english), as new or newer; this one does not count.")
  }
}
