// SPDX-License-Identifier: Apache-2.0
import Localization

/// What a line of a parts list says about how many.
public struct PartQuantity: Sendable, Hashable {
  /// How the amount was come by.
  public enum Basis: String, Sendable {
    case stated
    /// The list leaves it empty; its references were counted.
    case references
    /// The list leaves it empty; one is assumed.
    case assumed
    /// Packs times their size.
    case packs
    case unknown
  }

  /// The text of the quantity and unit columns as they stand.
  public internal(set) var stated = ""
  public internal(set) var statedUnit = ""
  public internal(set) var unit = PartUnit.piece
  /// In ``unit``, for one of what the line belongs to; nil where it cannot be told.
  public internal(set) var amount: Estimate?
  public internal(set) var basis = Basis.unknown
  /// Pieces in a pack, where packs were multiplied; 1 otherwise.
  var packSize = 1.0

  init() {}
}

/// One line of a parts list file, and what became of it.
///
/// Every line of the file is in exactly one of these, whatever stands on it.
public struct PartsListLine: Sendable {
  public enum Disposition: String, Sendable, CaseIterable {
    /// A part that is needed.
    case counted
    /// Consists of the lines below it, which are counted in its place.
    case assembly
    /// A heading inside the list.
    case section
    case notFitted
    /// May stand in for another part.
    case alternate
    /// An older revision, or a line that a later part of the file repeats.
    case superseded
    /// A sum over other lines.
    case total
    /// The header, a title, a page break, a remark, nothing.
    case blankOrNote
  }

  /// The lines of the file, from 1; more than one where a cell holds line ends.
  public let rows: ClosedRange<Int>
  public internal(set) var disposition: Disposition
  /// Why it has this disposition.
  public internal(set) var reason: LocalizedText

  public internal(set) var position = ""
  /// How deep it lies; 0 at the top.
  public internal(set) var level = 0
  /// The line it belongs to, as an index into the reading's lines.
  public internal(set) var parent: Int?
  public internal(set) var section = ""
  /// What it is called; for lines that are no parts, their text.
  public internal(set) var name = ""
  public internal(set) var description = ""
  /// Remarks and form factors, which describe but do not name.
  public internal(set) var remark = ""
  /// Reference designators, ranges spelt out (`C1-C3` is C1, C2, C3).
  public internal(set) var references: [String] = []
  public internal(set) var manufacturer = ""
  public internal(set) var partNumber = ""
  public internal(set) var supplier = ""
  public internal(set) var material = ""
  public internal(set) var revision = ""
  /// Other parts that would do, as the list names them.
  public internal(set) var alternatives = ""
  /// What somebody's rules guessed before: helps, not truth.
  public internal(set) var classHint = ""
  public internal(set) var materialHint = ""
  public internal(set) var price: Double?
  public internal(set) var currency = ""

  public internal(set) var quantity = PartQuantity()
  /// Needed for one product, in the quantity's unit: the amount times those of the assemblies it
  /// lies in. Nil where it is not counted or cannot be told.
  public internal(set) var needed: Estimate?
  /// The mass that makes, in kilograms for one product; nil where the list states none.
  public internal(set) var mass: Estimate?
  /// What only the list's author can answer.
  public internal(set) var questions: [LocalizedText] = []
  /// What was taken to be so without being stated.
  public internal(set) var assumptions: [LocalizedText] = []

  /// The line on which it begins.
  public var row: Int { rows.lowerBound }
  /// Whether it stands for a part, needed or not.
  var isPart: Bool {
    switch disposition {
    case .section, .total, .blankOrNote: false
    default: true
    }
  }

  /// Whether it is needed but nobody can tell how much of it.
  public var isUnresolved: Bool { disposition == .counted && needed == nil }

  /// The mass of one of what the line counts, before quantities multiply.
  var pieceMass: Estimate?
  /// The mass of the line's whole quantity.
  var totalMass: Estimate?
  /// Whether the quantity is already that of the whole product.
  var isTotalQuantity = false
  /// The table of the file it stands in; a file may hold several under headers of their own.
  var table = 0

  init(rows: ClosedRange<Int>, _ disposition: Disposition, _ reason: LocalizedText) {
    self.rows = rows
    self.disposition = disposition
    self.reason = reason
  }
}
