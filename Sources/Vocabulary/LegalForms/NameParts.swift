// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// A firm's name taken apart: what is its own, its legal forms, its state.
public struct NameParts: Sendable, Hashable {
  /// What an addition to the name says about the firm's life.
  public enum State: String, Sendable, CaseIterable {
    /// `i. I.`, `in Insolvenz`, `v stečaju`, `w upadłości`, `in administration`
    case insolvent
    /// `i. L.`, `in Liquidation`, `w likwidacji`, `en liquidation`
    case liquidated
  }

  /// The words that are the firm's own, in their order; the whole name where nothing would be left.
  public let stem: [[UInt8]]
  /// The legal forms as they stand: `GmbH & Co. KG` are two. A spelling many countries share, such
  /// as `SA`, is the form of the country given, else the first of the table.
  public let forms: [LegalForm]
  public let states: Set<State>

  /// - Parameters:
  ///   - name: folded with umlauts spelled out.
  ///   - country: ISO 3166-1, two letters; decides between forms written alike.
  public init(_ name: FoldedText, country: String? = nil) {
    self.init(words: name.words, country: country)
  }

  /// - Parameter words: words folded with umlauts spelled out.
  public init(words: [[UInt8]], country: String? = nil) {
    var cutting = LegalFormCutting(words, country: country)
    cutting.run()
    stem = cutting.stem
    forms = cutting.forms
    states = cutting.states
  }

  /// The words of a name up to its first legal form, if more follows that is no form: in
  /// `Setra Trävaror AB Lövholmens Sågverk` the site stands behind the form. Nil otherwise.
  public static func beforeForm(_ name: FoldedText) -> [[UInt8]]? {
    LegalFormCutting.beforeForm(name.words)
  }

  /// What the forms are at bottom; `GmbH & Co. KG` is a limited partnership.
  public var kinds: Set<LegalForm.Kind> {
    let kinds = Set(forms.map(\.kind))
    let partnerships: Set<LegalForm.Kind> = [.limitedPartnership, .generalPartnership, .byShares]
    let own = kinds.intersection(partnerships)
    return own.isEmpty ? kinds : own
  }
}
