// SPDX-License-Identifier: Apache-2.0
import Vocabulary

/// A qualification by the name under which it is compared: of the catalogue where it knows it.
public struct Standard: Sendable, Hashable {
  /// The catalogue's id, or the words folded.
  public let id: String
  /// How it is shown.
  public let name: String

  public init(_ text: String) {
    let catalogue = QualificationCatalogue.builtIn
    if let entry = catalogue[text] ?? catalogue.recognise(text) {
      id = entry.id
      name = entry.name
    } else {
      id = text.uppercased().filter { $0.isLetter || $0.isNumber }
      name = text
    }
  }

  public var entry: QualificationCatalogue.Entry? { QualificationCatalogue.builtIn[id] }

  /// Whether holding one means holding the other: the stricter part of a standard, or a standard
  /// that contains it.
  func isMet(by other: Standard) -> Bool {
    if id == other.id { return true }
    if let includes = Self.including[id], includes.contains(other.id) { return true }
    return false
  }

  /// Sector standards that contain ISO 9001 in full, and comprehensive parts of a series.
  private static let including: [String: Set<String>] = [
    "ISO9001": ["EN9100", "EN9110", "EN9120", "IATF16949", "ISO22163"],
    "ISO3834": ["ISO3834-2"],
    "AQAP2131": ["AQAP2110", "AQAP2120"],
    "AQAP2120": ["AQAP2110"],
    "HACCP": ["IFS", "ISO22000"],
    "AEOC": ["AEOF"], "AEOS": ["AEOF"],
  ]
}
