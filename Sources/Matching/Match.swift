// SPDX-License-Identifier: Apache-2.0
import Localization

/// A supplier held against a need: how well it fits, why, and what it lacks.
public struct Match: Sendable {
  public enum State: String, Sendable, CaseIterable {
    /// Fits, and nothing lacks that is known.
    case ready
    /// Fits, and what lacks can be mended.
    case gap
    /// Does something near, or in another size.
    case related
    /// Cannot be mended, or makes nothing of the kind.
    case excluded
  }

  public enum Exclusion: Sendable, Hashable {
    case screenedOut
    /// Kilometres of the nearest site, and the need's radius.
    case outsideRadius(distance: Double, radius: Double)
    /// Deals, hires, advises: its branch makes no things.
    case makesNothing
    case nothingOfTheKind
  }

  /// Points one thing gives; those of a match add up to its score.
  public struct Part: Sendable, Hashable {
    public let name: MatchFeatures.Name
    public let points: Double
    /// The most it could give.
    public let most: Double
  }

  public let need: String
  public let supplier: String
  public let name: String
  /// 0…100, the sum of the parts.
  public let score: Double
  public let parts: [Part]
  public let state: State
  public let exclusion: Exclusion?
  /// Three sentences: what it can do, what it holds and lacks, how it lies and whether it is large
  /// enough. Of excluded suppliers the first says why.
  public let reasons: [LocalizedText]
  public let evidence: [MatchEvidence]
  public internal(set) var path: ReadinessPath
  /// Kilometres from the nearest site to the need's place.
  public let distance: Double?
}

/// Something a match rests on.
public struct MatchEvidence: Sendable, Hashable {
  public enum Source: String, Sendable, CaseIterable {
    /// A capability somebody entered.
    case declaration
    /// Prose of the supplier.
    case text
    case qualification
    case capacity
  }

  public enum Assurance: String, Sendable, CaseIterable {
    case selfDeclared = "self_declared"
    case verified
  }

  public let source: Source
  /// The words it rests on.
  public let words: String
  /// What they were read as, where that is a concept of the thesaurus.
  public let concept: String?
  public let assurance: Assurance
}
