// SPDX-License-Identifier: Apache-2.0

/// What is looked for: one text, or several that count differently, as a title and a description.
public struct TextQuery: Sendable, Hashable {
  public struct Part: Sendable, Hashable {
    public var text: String
    /// Within 0…1000; 1 is the measure.
    public var weight: Float

    public init(_ text: String, weight: Float = 1) {
      precondition((0...1000).contains(weight), "The weight of a part lies in 0…1000")
      (self.text, self.weight) = (text, weight)
    }
  }

  public var parts: [Part]

  public init(_ parts: [Part]) { self.parts = parts }
  public init(_ text: String) { parts = [Part(text)] }
}

/// A document found.
public struct TextHit: Sendable, Hashable {
  public let key: String
  /// BM25F, above 0 and without an upper end: comparable within one query only.
  public let score: Double
}
