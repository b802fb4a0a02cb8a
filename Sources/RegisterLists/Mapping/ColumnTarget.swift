// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

/// What becomes of a column of a list.
public enum ColumnTarget: Sendable, Hashable {
  /// The list's own number of the row.
  case key
  /// Nothing; said, so that nobody wonders.
  case ignored
  case field(RegisterField)
  /// A piece of a value that stands in several columns.
  case piece(Piece, EntityKind)
  /// Words, several to a cell: each a capability.
  case capabilities
  /// Standards, several to a cell, with `:2027-03-31` behind those that end.
  case qualifications

  /// Parts of values, and values of several parts.
  public enum Piece: String, Sendable, CaseIterable {
    /// `Musterstr. 5, 12345 Ort`
    case address
    /// `12345 Ort`
    case postcodeAndCity = "postcode_city"
    /// Goes behind the street.
    case houseNumber = "house_number"
    /// Goes behind the register number.
    case registerCourt = "register_court"
    /// Goes before the contact's name.
    case givenName = "given_name"
  }

  /// As it stands in a mapping file: `key`, `ignore`, `capabilities`, `qualifications`, a field such
  /// as `site.postcode`, or a piece such as `organisation.postcode_city`. Nil for anything else.
  public init?(_ text: String) {
    switch text {
    case "key": self = .key
    case "ignore": self = .ignored
    case "capabilities": self = .capabilities
    case "qualifications": self = .qualifications
    default:
      if let field = RegisterField(text) {
        self = .field(field)
      } else if let piece = Self.pieces[text] {
        self = piece
      } else {
        return nil
      }
    }
  }

  /// The target a heading names itself, as in a table the register wrote; nil for headings people
  /// write.
  init?(heading: String) {
    guard heading.contains(".") || ["capabilities", "qualifications"].contains(heading) else {
      return nil
    }
    self.init(heading)
  }

  public var text: String {
    switch self {
    case .key: "key"
    case .ignored: "ignore"
    case .field(let field): field.key
    case .piece(let piece, let kind): "\(kind.rawValue).\(piece.rawValue)"
    case .capabilities: "capabilities"
    case .qualifications: "qualifications"
    }
  }

  private static let pieces: [String: ColumnTarget] = {
    let all: [ColumnTarget] = [
      .piece(.address, .organisation), .piece(.postcodeAndCity, .organisation),
      .piece(.houseNumber, .organisation), .piece(.address, .site),
      .piece(.postcodeAndCity, .site), .piece(.houseNumber, .site),
      .piece(.registerCourt, .organisation), .piece(.givenName, .contact),
    ]
    return Dictionary(uniqueKeysWithValues: all.map { ($0.text, $0) })
  }()

  /// How people call it.
  public var label: LocalizedText {
    switch self {
    case .key: LocalizedText(de: "Nummer in der Liste", en: "Number in the list")
    case .ignored: LocalizedText(de: "nicht übernommen", en: "not taken over")
    case .capabilities: LocalizedText(de: "Fähigkeiten", en: "Capabilities")
    case .qualifications: LocalizedText(de: "Nachweise", en: "Qualifications")
    case .field(let field):
      field.kind.label + LocalizedText(verbatim: ": ") + field.definition.label
    case .piece(let piece, let kind): kind.label + LocalizedText(verbatim: ": ") + piece.label
    }
  }

  /// Whether several columns may have this target.
  var mayRepeat: Bool {
    switch self {
    case .ignored, .capabilities, .qualifications: true
    case .field(let field): field.definition.isMany
    case .key, .piece: false
    }
  }
}

extension ColumnTarget.Piece {
  fileprivate var label: LocalizedText {
    switch self {
    case .address: LocalizedText(de: "ganze Anschrift", en: "whole address")
    case .postcodeAndCity: LocalizedText(de: "PLZ und Ort", en: "postcode and town")
    case .houseNumber: LocalizedText(de: "Hausnummer", en: "house number")
    case .registerCourt: LocalizedText(de: "Registergericht", en: "register court")
    case .givenName: LocalizedText(de: "Vorname", en: "given name")
    }
  }
}
