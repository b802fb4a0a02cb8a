// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// Documents of some fields, found by what their texts say: BM25F over stems, parts of compounds or
/// runs of letters (S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple
/// weighted fields", 2004).
///
/// Documents come, change and go at any time; the next query sees them, and all statistics are exact
/// then. What a query finds depends on the documents alone, never on the order in which they came;
/// documents of equal score are in the order of their keys.
///
/// A value: copies share their memory until one of them changes. About 600 bytes a document of a
/// dozen words, many of them compounds; terms in no other document are a part of that.
public struct TextIndex: Sendable {
  public let settings: IndexSettings
  var cache = UnitCache()
  var lists = PostingLists()
  var documents = DocumentTable()

  public init(_ settings: IndexSettings = IndexSettings()) { self.settings = settings }

  /// An index of documents whose mean lengths are the typical ones of its fields.
  public init(_ settings: IndexSettings, measuring documents: some Collection<Document>) {
    var measured = settings
    for at in measured.fields.indices {
      let words = documents.reduce(0) { sum, document in
        sum + (at < document.texts.count ? WordReader(document.texts[at]).words.count : 0)
      }
      if words > 0 { measured.fields[at].typicalLength = Float(words) / Float(documents.count) }
    }
    self.init(measured)
    put(documents)
  }

  /// How many documents there are.
  public var count: Int { documents.count }

  public func contains(_ key: String) -> Bool { documents.number(of: key) != nil }

  /// The keys of all documents, in no particular order of meaning: as they came.
  public var keys: [String] {
    documents.keys.indices.filter { documents.isAlive[$0] }.map { documents.keys[$0] }
  }
}
