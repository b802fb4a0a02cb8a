// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// What the words around a mention say about it.
struct MentionContext: Sendable, Hashable {
  /// Somebody else does it: bought in, subcontracted.
  var isBoughtIn = false
  /// The text says that it does not.
  var isDenied = false

  /// Of each clause of a text.
  static func clauses(of text: TextWords) -> [Int: MentionContext] {
    var contexts: [Int: MentionContext] = [:]
    for (number, word) in text.words.enumerated() {
      let next = number + 1 < text.words.count ? text.words[number + 1].folded : []
      if boughtIn.contains(word.folded) || boughtInPairs.contains([word.folded, next]) {
        contexts[word.clause, default: MentionContext()].isBoughtIn = true
      }
      if denial.contains(word.folded) {
        contexts[word.clause, default: MentionContext()].isDenied = true
      }
    }
    return contexts
  }

  private static let boughtIn = words(
    """
    zugekauft zukauf zukaufteile zukaufen kaufteile fremdgefertigt fremdvergabe fremdbezug extern
    externe externen auswarts zulieferer zulieferern lieferanten vorlieferanten partnerbetrieb
    partnerbetriebe partnerbetrieben subunternehmer subunternehmen subunternehmern lohnbetrieb
    kollegenbetrieb nachbarbetrieb outsourced subcontracted subcontractor subcontractors
    externally outside partners vendors suppliers supplier
    """)

  private static let boughtInPairs: Set<[[UInt8]]> = Set(
    [
      ["kaufen", "zu"], ["kommen", "von"], ["kommt", "von"], ["kommt", "aus"], ["lassen", "wir"],
      ["beziehen", "wir"], ["wir", "beziehen"], ["bezogen", "von"], ["bought", "in"],
      ["we", "buy"], ["come", "from"], ["comes", "from"], ["sourced", "from"], ["buy", "in"],
      ["sent", "out"], ["gehen", "an"], ["geht", "an"], ["vergeben", "wir"], ["geben", "wir"],
    ].map { $0.map { Array($0.utf8) } })

  private static let denial = words(
    """
    nicht kein keine keinen keinem keiner keines nie niemals ohne statt anstatt weder not no never
    neither nor without instead
    """)

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.utf8.split { $0 == UInt8(ascii: " ") || $0 == 10 }.map(Array.init))
  }
}
