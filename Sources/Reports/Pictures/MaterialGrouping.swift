// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// By what materials are put together when they are too many to show: by stage where the chain
/// states stages, else by the country they come from, else by what their keys begin with.
struct MaterialGrouping {
  private enum Kind { case stage, country, prefix, none }
  private let context: ReportContext
  private let kind: Kind

  init(_ context: ReportContext) {
    self.context = context
    let chain = context.chain
    let stages = chain[.materials].text(.stage)
    if stages.count(where: { !$0.isEmpty }) * 2 > stages.count {
      kind = .stage
    } else if chain[.sites].text(.country).contains(where: { !$0.isEmpty }) {
      kind = .country
    } else {
      let prefixes = Set(
        (0..<chain[.materials].count).map { Self.prefix(chain[.materials].key($0)) })
      kind = prefixes.count <= 12 ? .prefix : .none
    }
  }

  func key(_ material: Int) -> String {
    switch kind {
    case .stage: context.chain[.materials].text(.stage, material)
    case .country:
      context.basis.usable(material).first.map { Self.country(context.chain, $0) } ?? ""
    case .prefix: Self.prefix(context.chain[.materials].key(material))
    case .none: ""
    }
  }

  func label(_ key: String) -> String {
    let wording = context.wording
    switch kind {
    case .stage:
      return key.isEmpty
        ? wording.say(de: "ohne Stufe", en: "no stage")
        : KnownNames.stages(key)?[wording.language] ?? key
    case .country:
      return key.isEmpty
        ? wording.say(de: "Herkunft unbekannt", en: "origin unknown") : wording.country(key)
    case .prefix: return key.isEmpty ? wording.say(de: "Materialien", en: "Materials") : "\(key) …"
    case .none: return wording.say(de: "Materialien", en: "Materials")
    }
  }

  /// Where a source is by its own column; `""` where that is not stated.
  static func country(_ chain: ValueChain, _ source: MaterialBasis.Source) -> String {
    let code =
      source.table == .supplies
      ? chain[.supplies].text(.country, source.row) : chain[.sites].text(.country, source.site)
    return code.uppercased()
  }

  /// The letters a key begins with.
  private static func prefix(_ key: String) -> String {
    String(key.prefix { $0.isLetter })
  }
}
