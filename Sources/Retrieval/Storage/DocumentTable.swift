// SPDX-License-Identifier: Apache-2.0

/// The documents of an index by dense number: key, terms and what each of them means.
struct DocumentTable: Sendable {
  private(set) var keys: [String] = []
  private(set) var isAlive: [Bool] = []
  private(set) var deadCount = 0
  private var numbers: [String: UInt32] = [:]
  /// The terms of each document, one after another.
  private(set) var terms: [UInt32] = []
  /// The impact of each of these terms.
  private(set) var impacts: [UInt16] = []
  private(set) var termStarts: [Int] = [0]

  /// Of living documents.
  var count: Int { keys.count - deadCount }

  func number(of key: String) -> UInt32? { numbers[key] }

  /// The places of a document's terms and impacts among all.
  func range(of document: Int) -> Range<Int> { termStarts[document]..<termStarts[document + 1] }

  /// Adds a document whose key no living one has; its number is the next.
  mutating func append(
    _ key: String, terms own: some Collection<UInt32>, impacts ownImpacts: some Collection<UInt16>
  ) -> UInt32 {
    precondition(own.count == ownImpacts.count, "Each term has an impact")
    precondition(keys.count < Int(UInt32.max), "An index has room for 4 billion documents")
    let number = UInt32(keys.count)
    keys.append(key)
    isAlive.append(true)
    terms += own
    impacts += ownImpacts
    termStarts.append(terms.count)
    numbers[key] = number
    return number
  }

  mutating func kill(_ number: UInt32) {
    let at = Int(number)
    guard isAlive[at] else { return }
    isAlive[at] = false
    deadCount += 1
    numbers[keys[at]] = nil
  }

  /// Drops the dead; returns the new number of each, ascending as the old ones.
  mutating func compact() -> [UInt32?] {
    var whole = DocumentTable()
    var moved: [UInt32?] = []
    moved.reserveCapacity(keys.count)
    for at in keys.indices {
      let own = range(of: at)
      moved.append(
        isAlive[at] ? whole.append(keys[at], terms: terms[own], impacts: impacts[own]) : nil)
    }
    self = whole
    return moved
  }
}
