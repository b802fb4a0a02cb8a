// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import Vocabulary

/// Finds the names inside a name cell: a former name, the name without the department or the site.
enum NameText {
  private static let formerMarks = [
    "(ex ", "(ex-", "(ex. ", "(former ", "(formerly ", "(vormals ", "(ehemals ", "(früher ",
    "(previously ", "(formally ", "(end ", "(anciennement ", "(antes ", "(dawniej ", " formerly ",
    " vormals ", " ehemals ", " previously ", " trading as ", " t/a ", " vorm. ",
  ].map { Array($0.utf8) }

  /// Words behind which the department or the site stands, folded.
  private static let siteWords: Set<[UInt8]> = Set(
    """
    werk werke niederlassung zweigniederlassung standort abt abteilung zentrale betriebsstaette \
    betrieb filiale geschaeftsbereich plant site branch division department refinery works \
    sucursala sucursal succursale etablissement usine stabilimento planta fabrica unidad oddzial \
    zaklad zavod rupnica siltumcentrale iecirknis katlu fabrik tehas fabriek vestiging verket
    """.split(separator: " ").map { Array($0.utf8) })

  /// What the cell says besides itself: shorter forms first named, each once.
  static func variants(_ name: String) -> [String] {
    var variants: [String] = []
    if let (current, former) = former(name) { variants += [current, former] }
    if let quoted = quoted(name) { variants.append(quoted) }
    if let plain = withoutParentheses(name) { variants.append(plain) }
    if let firm = withoutSite(name) { variants.append(firm) }
    return variants
  }

  /// `KEBE (ex ALPHA AE)` is `KEBE` and `ALPHA AE`.
  private static func former(_ name: String) -> (String, String)? {
    let lower = Array(name.lowercased().utf8)
    for mark in formerMarks {
      guard let found = place(of: mark, in: lower) else { continue }
      let former = lower[(found + mark.count)...].prefix { $0 != UInt8(ascii: ")") }
      return (
        String(decoding: lower[..<found], as: UTF8.self), String(decoding: former, as: UTF8.self)
      )
    }
    return nil
  }

  private static func place(of mark: [UInt8], in text: [UInt8]) -> Int? {
    guard text.count > mark.count else { return nil }
    return (0..<text.count - mark.count).first { at in
      text[at] == mark[0] && text[at..<at + mark.count] == mark[...]
    }
  }

  /// `A/S „Rigas siltums” Imanta`: what stands in quotation marks.
  private static func quoted(_ name: String) -> String? {
    let marks = "\"„“”«»‟"
    guard let open = name.firstIndex(where: marks.contains) else { return nil }
    let rest = name[name.index(after: open)...]
    guard let close = rest.firstIndex(where: marks.contains) else { return nil }
    let inner = rest[..<close]
    return inner.count >= 3 ? String(inner) : nil
  }

  /// `HES Terminal GmbH (Zentrale)`: the name without what stands in parentheses at its end.
  private static func withoutParentheses(_ name: String) -> String? {
    guard let open = name.firstIndex(of: "("), name.hasSuffix(")") else { return nil }
    let before = name[..<open]
    return before.count >= 3 ? String(before) : nil
  }

  /// `Infineon GmbH, Werk Dresden`, `LODE SIA, Ane plant`: the name before the site.
  private static func withoutSite(_ name: String) -> String? {
    var start = name.startIndex
    var words: [(text: Substring, at: String.Index, isSeparated: Bool)] = []
    var isSeparated = false
    while start < name.endIndex {
      let end = name[start...].firstIndex(of: " ") ?? name.endIndex
      if end > start {
        words.append((name[start..<end], start, isSeparated))
        isSeparated = name[start..<end].last == "," || name[start..<end] == "-"
      }
      start = end < name.endIndex ? name.index(after: end) : end
    }
    for (at, word) in words.enumerated() where at > 0 {
      guard siteWords.contains(FoldedText(word.text).joined) else { continue }
      // `, Ane plant`: the cut is where the part with the site word begins.
      var cut = at
      while cut > 1, !words[cut].isSeparated, at - cut < 3 { cut -= 1 }
      let from = words[cut].isSeparated ? words[cut].at : word.at
      let firm = name[..<from]
      return firm.count >= 3 ? String(firm) : nil
    }
    return nil
  }
}
