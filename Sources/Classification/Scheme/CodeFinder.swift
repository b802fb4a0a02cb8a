// SPDX-License-Identifier: Apache-2.0

/// Finds the codes of a classification that a code of another depth means.
struct CodeFinder {
  private let codes: [String: Int]
  /// Codes in order, to find those that begin alike.
  private let sorted: [(code: String, place: Int)]

  init(_ entries: [CodeEntry]) {
    codes = Dictionary(
      zip(entries.map(\.code), entries.indices), uniquingKeysWith: { first, _ in first })
    sorted = entries.enumerated().map { ($0.element.code, $0.offset) }.sorted { $0.code < $1.code }
  }

  /// The code itself, else those below it, else the nearest above it; ascending.
  func places(_ code: String) -> [Int] {
    if let place = codes[code] { return [place] }
    guard code.count > 1 else { return [] }
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].code < code { low = middle + 1 } else { high = middle }
    }
    let below = sorted[low...].prefix { $0.code.hasPrefix(code) }.map(\.place)
    if !below.isEmpty { return below.sorted() }
    var shorter = Substring(code).dropLast()
    while shorter.count > 1 {
      if let place = codes[String(shorter)] { return [place] }
      shorter = shorter.dropLast()
    }
    return []
  }
}
