// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

extension TextIndex {
  /// A document as it is put: its key and the texts of its fields, in the order of the settings;
  /// missing ones are empty.
  public struct Document: Sendable, Hashable {
    public var key: String
    public var texts: [String]

    public init(_ key: String, _ texts: [String]) { (self.key, self.texts) = (key, texts) }
  }

  /// Adds a document, or replaces the one of the same key. Some microseconds.
  public mutating func put(_ key: String, _ texts: [String]) {
    put(CollectionOfOne(Document(key, texts)))
  }

  /// Adds or replaces many documents; the last one of a key stays.
  public mutating func put(_ many: some Sequence<Document>) {
    var writer = DocumentWriter(settings)
    for document in many {
      _ = removeOnly(document.key)
      writer.read(document, &cache)
      lists.extend(to: cache.terms.count)
      let number = documents.append(
        document.key, terms: writer.terms, impacts: writer.impacts)
      for at in writer.terms.indices {
        lists.append(writer.posting(at, of: number), to: Int(writer.terms[at]))
      }
      compactIfWorthwhile()
    }
  }

  /// Removes a document; false where there is none of that key.
  @discardableResult public mutating func remove(_ key: String) -> Bool {
    guard removeOnly(key) else { return false }
    compactIfWorthwhile()
    return true
  }

  private mutating func removeOnly(_ key: String) -> Bool {
    guard let number = documents.number(of: key) else { return false }
    for term in documents.terms[documents.range(of: Int(number))] { lists.forget(Int(term)) }
    documents.kill(number)
    return true
  }

  /// When a third of all documents are dead their postings are dropped, so that they never cost
  /// more than half of what the living do, at constant cost a change on the average.
  private mutating func compactIfWorthwhile() {
    guard documents.deadCount > 1000, documents.deadCount * 2 > documents.count else { return }
    lists.compact(documents.compact())
  }
}
