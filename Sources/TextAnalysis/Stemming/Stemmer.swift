// SPDX-License-Identifier: Apache-2.0
import CStemmer
import Localization

/// Cuts inflections off folded words: Snowball's stemmers for German and English (M. F. Porter,
/// "Snowball: a language for stemming algorithms", 2001).
///
/// A stemmer keeps a buffer of its own: one a task. About 0.2 µs a word.
@safe public struct Stemmer: ~Copyable {
  public let language: Language
  private let stemmer: OpaquePointer

  public init(_ language: Language) {
    self.language = language
    let name = language == .german ? "german" : "english"
    guard let stemmer = unsafe sb_stemmer_new(name, "UTF_8") else {
      preconditionFailure("libstemmer has the algorithm \(name)")
    }
    unsafe self.stemmer = stemmer
  }

  deinit { unsafe sb_stemmer_delete(stemmer) }

  /// The stem of a word as `FoldedText(umlauts: .merged)` writes it; words with digits stay.
  public mutating func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 2, !word.contains(where: { $0 < UInt8(ascii: "a") }) else { return word }
    return unsafe word.withUnsafeBufferPointer { bytes in
      guard let stem = unsafe sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
        preconditionFailure("libstemmer has memory for a word")
      }
      return unsafe Array(
        UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
    }
  }
}
