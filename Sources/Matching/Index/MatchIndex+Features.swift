// SPDX-License-Identifier: Apache-2.0
import Localization

extension MatchIndex {
  /// What every candidate has to do with a need, in the order of their ids: what a model learns from.
  public func features(
    of need: Need, on day: CalendarDay
  ) -> [(supplier: String, features: MatchFeatures)] {
    var reader = ProfileReader(spellings)
    let reading = FeatureReading(self, reader.profile(of: need), on: day)
    return candidates(reading.need, reading.hits, most: Self.mostCandidates)
      .map { ($0.supplier.id, reading.features($0)) }
  }

  /// Larger registers are narrowed to this many by concepts and this many by words.
  static let mostCandidates = 600
}
