// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// What an index is made of: its fields, what a text is taken apart into, how much each counts.
public struct IndexSettings: Sendable {
  /// A part of a document with a weight of its own, such as its title.
  public struct Field: Sendable, Hashable {
    public var name: String
    /// How much an occurrence counts; 1 is the measure, 0 leaves the field out.
    public var weight: Float
    /// How far a long text dilutes what it says: 0 not at all, towards 1 in proportion to its length.
    public var dilution: Float
    /// The number of words at which a text is neither diluted nor concentrated: the mean length in
    /// BM25, but given, so that what a document scores never changes when others come, and the
    /// impact of a word can be stored. ``TextIndex/init(_:measuring:)`` takes it from documents.
    public var typicalLength: Float

    public init(
      _ name: String, weight: Float = 1, dilution: Float = 0.5, typicalLength: Float = 12
    ) {
      precondition((0...1000).contains(weight), "A field's weight lies in 0…1000")
      precondition((0..<1).contains(dilution), "A field's dilution lies in 0..<1")
      precondition(typicalLength > 0 && typicalLength.isFinite, "A typical length is positive")
      (self.name, self.weight, self.dilution) = (name, weight, dilution)
      self.typicalLength = typicalLength
    }
  }

  /// What texts are taken apart into.
  public enum Units: Sendable {
    /// Stems of words, and parts of compounds as weaker evidence.
    case words(WordUnits)
    /// Runs of letters within a word, its beginning and end marked; lengths within 2…8.
    case grams(ClosedRange<Int>)
  }

  /// A posting has room for this many.
  public static let mostFields = 4

  /// One to ``mostFields``.
  public var fields: [Field]
  public var units: Units
  /// How soon more occurrences stop counting more: `k1` of BM25.
  public var saturation: Float
  /// The same for occurrences in a part of a query: `k3`, as long descriptions repeat themselves.
  public var querySaturation: Float

  public init(
    fields: [Field] = [Field("text")], units: Units = .words(WordUnits()), saturation: Float = 1.2,
    querySaturation: Float = 3
  ) {
    precondition((1...Self.mostFields).contains(fields.count), "An index has one to four fields")
    precondition(saturation > 0 && saturation.isFinite, "The saturation is positive")
    precondition(querySaturation > 0 && querySaturation.isFinite, "The saturation is positive")
    if case .grams(let lengths) = units {
      precondition(lengths.lowerBound >= 2 && lengths.upperBound <= 8, "Runs have 2 to 8 letters")
    }
    (self.fields, self.units) = (fields, units)
    (self.saturation, self.querySaturation) = (saturation, querySaturation)
  }
}

/// How words become units of an index. Shares are of a whole word, in sixteenths when stored.
public struct WordUnits: Sendable {
  /// Takes compounds apart; nil leaves them whole. Fixed for the life of an index, so that what is
  /// found never depends on the order in which documents came.
  public var splitter: CompoundSplitter?
  /// What a part of a compound counts, and what its last part does, which says what the thing is.
  public var partShare: Float
  public var headShare: Float
  /// What the English stem counts where it differs from the German one, which every word has.
  public var secondStemShare: Float

  public init(
    splitter: CompoundSplitter? = nil, partShare: Float = 0.4, headShare: Float = 0.6,
    secondStemShare: Float = 0.5
  ) {
    self.splitter = splitter
    self.partShare = partShare
    self.headShare = headShare
    self.secondStemShare = secondStemShare
  }
}
