// SPDX-License-Identifier: Apache-2.0

/// An alignment of names in words.
struct NameReasons {
  let reasons: [ScreeningReason]

  init(_ alignment: NameAlignment, _ a: ScreeningName, _ b: ScreeningName) {
    func text(_ name: ScreeningName, _ places: some Sequence<Int>) -> String {
      places.map { String(decoding: name.tokens[$0].letters, as: UTF8.self) }
        .joined(separator: " ")
    }
    var reasons: [ScreeningReason] = []
    for pair in alignment.pairs.sorted(by: { $0.first.lowerBound < $1.first.lowerBound }) {
      let (first, second) = (text(a, pair.first), text(b, pair.second))
      switch pair.kind {
      case .equal: continue
      case .spelling: reasons.append(.spelling(first, second, halfLetters: pair.halfLetters))
      case .numbers: reasons.append(.numbers(first, second))
      case .initial: reasons.append(.initial(first, second))
      case .acronym:
        reasons.append(
          pair.first.count <= pair.second.count ? .acronym(first, second) : .acronym(second, first))
      }
    }
    if !alignment.firstRest.isEmpty {
      reasons.append(
        .onlyInQuery(alignment.firstRest.map { text(a, CollectionOfOne($0)) }))
    }
    if !alignment.secondRest.isEmpty {
      reasons.append(
        .onlyInEntry(alignment.secondRest.map { text(b, CollectionOfOne($0)) }))
    }
    if reasons.isEmpty { reasons.append(.sameName) }
    if a.forms.contradicts(b.forms) { reasons.append(.formsDiffer) }
    self.reasons = reasons
  }
}
