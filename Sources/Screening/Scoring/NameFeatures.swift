// SPDX-License-Identifier: Apache-2.0

/// What separates two names, in four figures that a person can check by eye.
package struct NameFeatures: Sendable, Hashable {
  /// Letters that differ between words taken for the same, in letters; another number of a series
  /// counts one.
  package let spelling: Double
  /// Words that differ on both sides: each of the shorter side's left-over words, a common one a third.
  package let conflict: Double
  /// Words that only one side has, beyond the conflict.
  package let surplus: Double
  /// 1 where the legal forms cannot be one firm's, else 0.
  package let forms: Double

  /// The columns of training, in the order of ``NameModel/weights``.
  package static let names = ["spelling", "conflict", "surplus", "forms"]

  package var values: [Double] { [spelling, conflict, surplus, forms] }

  /// How much a word that tells little counts, where another counts 1.
  static let commonWeight = 0.35

  init(_ alignment: NameAlignment, _ a: ScreeningName, _ b: ScreeningName) {
    spelling = Double(alignment.pairs.reduce(0) { $0 + $1.halfLetters }) / 2
    let first = Self.weight(alignment.firstRest, a)
    let second = Self.weight(alignment.secondRest, b)
    let common = min(first, second)
    // Where nothing stands for anything, two common words are as different as two others.
    conflict = alignment.pairs.isEmpty ? max(1, common) : common
    surplus = max(first, second) - common
    forms = a.forms.contradicts(b.forms) ? 1 : 0
  }

  private static func weight(_ rest: [Int], _ name: ScreeningName) -> Double {
    rest.reduce(0) { $0 + (name.tokens[$1].role == .common ? commonWeight : 1) }
  }

  /// The features of two names as they are written.
  package init(_ a: String, _ b: String, isPerson: Bool) {
    let style: ScreeningName.Style = isPerson ? .person : .organisation
    let (first, second) = (ScreeningName(a, style), ScreeningName(b, style))
    var aligner = NameAligner()
    self.init(aligner.align(first, second), first, second)
  }
}
