// SPDX-License-Identifier: Apache-2.0

/// The documents of an index by dense number: key and terms.
struct DocumentTable: Sendable {
  private(set) var keys: [String] = []
  private(set) var isAlive: [Bool] = []
  private(set) var deadCount = 0
  private var numbers: [String: UInt32] = [:]
  /// The terms of each document, one after another.
  private var terms: [UInt32] = []
  private var termStarts: [Int] = [0]

  /// Of living documents.
  var count: Int { keys.count - deadCount }

  func number(of key: String) -> UInt32? { numbers[key] }

  func terms(of document: Int) -> ArraySlice<UInt32> {
    terms[termStarts[document]..<termStarts[document + 1]]
  }

  /// Adds a document whose key no living one has; its number is the next.
  mutating func append(_ key: String, terms own: some Sequence<UInt32>) -> UInt32 {
    precondition(keys.count < Int(UInt32.max), "An index has room for 4 billion documents")
    let number = UInt32(keys.count)
    keys.append(key)
    isAlive.append(true)
    terms += own
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
      moved.append(isAlive[at] ? whole.append(keys[at], terms: terms(of: at)) : nil)
    }
    self = whole
    return moved
  }
}
