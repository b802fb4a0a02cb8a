// SPDX-License-Identifier: Apache-2.0

/// What is to be done about a name and an entry.
public enum ScreeningDecision: String, Sendable, Hashable, Codable, CaseIterable {
  /// The names are as good as equal, or a number is: somebody has to decide before anything else.
  case hit
  /// Alike enough that somebody should look.
  case review
  /// Nothing speaks for one subject. No proof that there is nothing.
  case clear

  /// From this score on somebody should look: where the model holds both equally likely.
  public static let reviewCut = 0.5
  /// From this score on it is a hit: names that differ in order, case, marks, legal form only; with
  /// people also a transliteration or a middle name.
  public static let hitCut = 0.85

  /// - Parameter score: 0…1.
  public init(score: Double) {
    self = score >= Self.hitCut ? .hit : score >= Self.reviewCut ? .review : .clear
  }

  /// The word people read.
  var order: Int { self == .hit ? 0 : self == .review ? 1 : 2 }
}
