// SPDX-License-Identifier: Apache-2.0

extension NameModel {
  /// At most what ``logOdds(_:)`` can be, from the shapes of the words alone: those that nothing on
  /// the other side can stand for are left over in any alignment.
  ///
  /// Saves aligning where the answer is clear anyway. Never below the true value.
  func bound(_ a: ScreeningName, _ b: ScreeningName) -> Double {
    // Acronyms and consonants follow other rules.
    guard a.isSkeletal == b.isSkeletal, a.acronyms.isEmpty, b.acronyms.isEmpty else { return start }
    let first = Self.lonely(a, b)
    let second = Self.lonely(b, a)
    let conflict = min(first, second)
    return start + weights[1] * conflict + weights[2] * (max(first, second) - conflict)
  }

  /// The weight of words that nothing can stand for.
  private static func lonely(_ a: ScreeningName, _ b: ScreeningName) -> Double {
    var weight = 0.0
    for i in a.shapes.indices {
      let x = a.shapes[i]
      if a.style == .person, x.length == 1 { continue }
      var isLonely = true
      for j in b.shapes.indices {
        let y = b.shapes[j]
        if x.canEqual(y) || a.style == .person && y.length == 1
          || b.shapes.count > 1 && y.canBePart(of: x) || a.shapes.count > 1 && x.canBePart(of: y)
        {
          isLonely = false
          break
        }
      }
      if isLonely { weight += x.isCommon ? NameFeatures.commonWeight : 1 }
    }
    return weight
  }
}
