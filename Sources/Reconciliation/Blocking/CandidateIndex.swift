// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Finds the records worth comparing with one: those with similar names, and those at its place.
///
/// Names are found by their three-letter pieces, rare pieces counting more; a piece that a large
/// share of the records has is not looked up. Places are found by four keys; a key that many
/// records share says little and is left out. A look-up in 50,000 records takes well below 1 ms.
struct CandidateIndex: Sendable {
  struct Options: Sendable {
    /// How many records are taken by name.
    var byName = 12
    /// A piece in more than this share of the records is skipped, but never below `rarePieces`.
    var commonShare = 0.01
    var rarePieces = 400
    /// Place keys with more records than this are skipped.
    var crowd = 30
  }

  let options: Options
  private var pieceIDs: [UInt32: Int32] = [:]
  private var postings: [[Int32]] = []
  private var blocks: [UInt64: [Int32]] = [:]
  /// Root of the sum of squared piece weights, by record and name; filled by `finish()`.
  private var lengths: [Float] = []
  private var pieceWeights: [Float] = []
  /// By record, from its content: settles ties, so that the order of the records does not.
  private var contentKeys: [UInt64] = []
  private(set) var count = 0

  init(options: Options = Options()) { self.options = options }

  /// Adds the next record.
  mutating func add(_ party: PreparedParty) {
    let record = Int32(count)
    count += 1
    contentKeys.append(party.contentKey)
    for piece in Self.pieces(party) {
      if let id = pieceIDs[piece] {
        postings[Int(id)].append(record)
      } else {
        pieceIDs[piece] = Int32(postings.count)
        postings.append([record])
      }
    }
    for key in Self.keys(party) { blocks[key, default: []].append(record) }
  }

  /// Weighs the pieces once all records are there.
  mutating func finish() {
    pieceWeights = postings.map { Float(log(Double(count + 1) / (Double($0.count) + 0.5))) }
    lengths = [Float](repeating: 0, count: count)
    // In the order of the pieces, so that sums do not depend on the order of the records.
    for id in pieceIDs.sorted(by: { $0.key < $1.key }).map({ Int($0.value) }) {
      let weight = pieceWeights[id] * pieceWeights[id]
      for record in postings[id] { lengths[Int(record)] += weight }
    }
    for at in lengths.indices { lengths[at] = lengths[at].squareRoot() }
  }

  /// Makes the record added last findable without weighing all pieces anew: pieces nobody had
  /// weigh as much as the rarest, the others keep their weight.
  mutating func measureLast(_ party: PreparedParty) {
    let rarest = Float(log(Double(count + 1) / 1.5))
    pieceWeights.append(
      contentsOf: repeatElement(rarest, count: postings.count - pieceWeights.count))
    let sum = Self.pieces(party).reduce(Float(0)) { sum, piece in
      guard let id = pieceIDs[piece] else { return sum }
      return sum + pieceWeights[Int(id)] * pieceWeights[Int(id)]
    }
    lengths.append(sum.squareRoot())
  }

  /// Working memory of look-ups; one value a task.
  struct Workspace: Sendable {
    fileprivate var scores: [Float] = []
    fileprivate var touched: [Int32] = []
  }

  /// Records worth comparing, ascending, each once.
  func candidates(for party: PreparedParty, _ work: inout Workspace, byName limit: Int? = nil)
    -> [Int]
  {
    var found: Set<Int32> = []
    for key in Self.keys(party) {
      if let block = blocks[key], block.count <= options.crowd { found.formUnion(block) }
    }
    found.formUnion(byName(party, &work, limit ?? options.byName))
    return found.map(Int.init).sorted()
  }

  private func byName(_ party: PreparedParty, _ work: inout Workspace, _ limit: Int) -> [Int32] {
    if work.scores.count < count {
      work.scores.append(contentsOf: repeatElement(0, count: count - work.scores.count))
    }
    let most = max(options.rarePieces, Int(Double(count) * options.commonShare))
    for piece in Self.pieces(party) {
      guard let id = pieceIDs[piece] else { continue }
      let records = postings[Int(id)]
      if records.count > most { continue }
      let weight = pieceWeights[Int(id)] * pieceWeights[Int(id)]
      for record in records {
        if work.scores[Int(record)] == 0 { work.touched.append(record) }
        work.scores[Int(record)] += weight
      }
    }
    var best: [(score: Float, record: Int32)] = []
    best.reserveCapacity(limit + 1)
    for record in work.touched {
      let found = (score: work.scores[Int(record)] / lengths[Int(record)], record: record)
      work.scores[Int(record)] = 0
      if best.count == limit, let last = best.last, !comes(found, before: last) { continue }
      var at = best.count
      while at > 0, comes(found, before: best[at - 1]) { at -= 1 }
      best.insert(found, at: at)
      if best.count > limit { best.removeLast() }
    }
    work.touched.removeAll(keepingCapacity: true)
    return best.map(\.record)
  }

  private func comes(
    _ one: (score: Float, record: Int32), before other: (score: Float, record: Int32)
  ) -> Bool {
    if one.score != other.score { return one.score > other.score }
    let (key, otherKey) = (contentKeys[Int(one.record)], contentKeys[Int(other.record)])
    return key != otherKey ? key < otherKey : one.record < other.record
  }

  /// Pieces of all names of a record, each once.
  private static func pieces(_ party: PreparedParty) -> [UInt32] {
    guard party.names.count > 1 else { return party.names.first?.grams.pieces ?? [] }
    return Set(party.names.flatMap(\.grams.pieces)).sorted()
  }

  /// What records at one place share: street and number with postcode or town, street with town,
  /// numbers with postcode, box with postcode.
  private static func keys(_ party: PreparedParty) -> [UInt64] {
    let address = party.address
    var keys: [UInt64] = []
    func key(_ kind: UInt64, _ parts: [UInt8]...) {
      keys.append(parts.reduce(0xCBF2_9CE4_8422_2325 &+ kind) { Word.key($1, from: $0 &+ 1) })
    }
    if let place = party.placeKey { keys.append(place) }
    let numbers = Array(address.numbers.map(\.bytes).joined(separator: [0x20]))
    if !address.street.isEmpty, !address.cityJoined.isEmpty {
      key(1, address.streetJoined, address.cityJoined)
    }
    if !address.street.isEmpty, !numbers.isEmpty { key(4, address.streetJoined, numbers) }
    if !numbers.isEmpty, !address.postcode.isEmpty { key(2, numbers, address.postcode) }
    if let box = address.box, !address.postcode.isEmpty { key(3, box.bytes, address.postcode) }
    return keys
  }
}
