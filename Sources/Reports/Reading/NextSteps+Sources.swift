// SPDX-License-Identifier: Apache-2.0
import Resilience
import ValueChains

/// Other sources, other ways, replacement: what would make an element less critical.
extension NextSteps {
  /// Urgent disruptions whose cause is one dry material, once a material.
  func urgent(_ isWanted: (Explanation.Cause) -> Bool) -> [ReportContext.Explained] {
    var seen: Set<Int> = []
    return context.explained.filter { entry in
      guard entry.ranked.isCritical, entry.explanation.dry.count == 1,
        let dry = entry.explanation.dry.first, isWanted(dry.cause)
      else { return false }
      return seen.insert(dry.material).inserted
    }
  }

  /// For what runs dry because its sources fail: one material, or all that one element brings.
  func secondSources() -> [NextStep] {
    var covered: Set<Int> = []
    return context.explained.compactMap { entry -> NextStep? in
      let dry = entry.explanation.dry
      guard entry.ranked.isCritical, let first = dry.first, case .sources = first.cause,
        dry.count == 1 || entry.ranked.isNarrow
      else { return nil }
      let materials = dry.map(\.material)
      guard !covered.isSuperset(of: materials) else { return nil }
      covered.formUnion(materials)
      if materials.count == 1 {
        let name = context.quoted(first.material)
        return NextStep(
          title: wording.tell(
            de: "Zweite Quelle für \(name) schaffen", en: "Create a second source for \(name)"),
          reason: basis(entry.ranked), details: options(for: first.material))
      }
      let names = context.some(materials)
      let reason = wording.tell(
        de: "Dann bleibt keine Quelle für \(names). ", en: "Then no source is left for \(names). ")
      let options = materials.flatMap(options)
      return NextStep(
        title: wording.tell(
          de: "Ersatz für den Ausfall von \(disruptionName(entry.ranked)) schaffen",
          en: "Create a replacement for the failure of \(disruptionName(entry.ranked))"),
        reason: reason + basis(entry.ranked), details: Array(options.prefix(3)))
    }.prefix(4).map { $0 }
  }

  func otherWays() -> [NextStep] {
    let entries = urgent { if case .sources = $0 { false } else { true } }
    return entries.prefix(2).map { entry in
      let dry = entry.explanation.dry[0]
      let site = wording.quoted(context.names.name(.sites, dry.site))
      return NextStep(
        title: wording.tell(
          de: "Ausweichweg für \(context.quoted(dry.material)) zum Standort \(site) vereinbaren",
          en: "Agree another way for \(context.quoted(dry.material)) to the site \(site)"),
        reason: basis(entry.ranked))
    }
  }

  func replacement() -> [NextStep] {
    var seen: Set<Int> = []
    return context.explained.filter { $0.ranked.isCritical }.compactMap { entry -> NextStep? in
      guard let short = entry.explanation.shortfall, seen.insert(short.material).inserted else {
        return nil
      }
      let missing = wording.quantity(
        short.need - short.remaining, context.basis.unit(short.material, in: context.chain))
      return NextStep(
        title: wording.tell(
          de: "Für \(context.quoted(short.material)) Ersatz von \(missing) je Tag sichern",
          en: "Secure replacement of \(missing) a day for \(context.quoted(short.material))"),
        reason: basis(entry.ranked), details: options(for: short.material))
    }.prefix(2).map { $0 }
  }

  /// Options of the package that add a source of a material.
  private func options(for material: Int) -> [Markup] {
    let options = context.chain[.options]
    let sources = context.basis.sources[material]
    return (0..<options.count).compactMap { row in
      let target = options.text(.target, row)
      let isSource = sources.contains { context.chain[$0.table].key($0.row) == target }
      guard isSource else { return nil }
      let name = wording.quoted(context.names.name(.options, row))
      let build = options.number(.buildDays, row)
      let time = build.map {
        wording.tell(de: ", \(wording.days($0)) Vorlauf", en: ", \(wording.days($0)) to build")
      }
      return wording.tell(de: "Option im Paket: \(name)", en: "Option in the package: \(name)")
        + (time ?? .empty)
    }.prefix(3).map { $0 }
  }
}
