// SPDX-License-Identifier: Apache-2.0
import Localization

extension Thesaurus {
  /// Why one concept brings another to mind.
  public enum Kinship: Sendable, Hashable {
    /// One of the two says so: what the relative is to the concept.
    case stated(Concept.Relation)
    /// The relative is part of the concept.
    case hasPart
    /// Both are made by the same process from the same material.
    case sameMaking(Concept.Making)
    /// Both take the same process, with other materials.
    case sameProcess(String)
    /// Both have the same wider concept.
    case sibling(String)
  }

  public struct Relative: Sendable, Hashable {
    /// The relative's index.
    public let concept: Int
    public let reason: Kinship
  }

  /// Concepts close to one, each once for the best of its reasons: stated relations first, then the
  /// same making, the same process, the same wider concept. Who shares more makings comes first,
  /// then who shares more usual ones. Linear in the thesaurus, some 0.1 ms.
  public func relatives(of id: String, limit: Int = 50) -> [Relative] {
    guard let subject = index(of: id) else { return [] }
    var taken = Set([subject] + ancestors[subject].map(\.concept))
    var relatives: [Relative] = []
    for relative in stated(subject) + made(subject) + siblings(subject)
    where relatives.count < limit && taken.insert(relative.concept).inserted {
      relatives.append(relative)
    }
    return relatives
  }

  private func stated(_ subject: Int) -> [Relative] {
    let own = concepts[subject].related.compactMap { related in
      index(of: related.concept).map { Relative(concept: $0, reason: .stated(related.relation)) }
    }
    let id = concepts[subject].id
    let others = concepts.enumerated().flatMap { number, concept in
      concept.related.filter { $0.concept == id }.map { related in
        Relative(concept: number, reason: Self.reversed(related.relation))
      }
    }
    return own + others
  }

  private static func reversed(_ relation: Concept.Relation) -> Kinship {
    switch relation {
    case .precedes: .stated(.follows)
    case .follows: .stated(.precedes)
    case .partOf: .hasPart
    case .alternative, .usedWith: .stated(relation)
    }
  }

  /// Things of the same kind of making: those of the same process and material, then the others.
  private func made(_ subject: Int) -> [Relative] {
    let makings = concepts[subject].makings
    guard !makings.isEmpty else { return [] }
    var found: [(relative: Relative, isSame: Bool, shared: Int, ranks: Int)] = []
    for (number, concept) in concepts.enumerated() where number != subject {
      let shared = Set(concept.makings).intersection(makings).count
      var best: (reason: Kinship, isSame: Bool, ranks: Int)?
      for (ownRank, own) in makings.enumerated() {
        for (rank, other) in concept.makings.enumerated() where other.process == own.process {
          let isSame = other.material == own.material
          let ranks = ownRank + rank
          if let best, best.isSame && !isSame || best.isSame == isSame && best.ranks <= ranks {
            continue
          }
          best = (isSame ? .sameMaking(own) : .sameProcess(own.process), isSame, ranks)
        }
      }
      if let best {
        found.append(
          (Relative(concept: number, reason: best.reason), best.isSame, shared, best.ranks))
      }
    }
    return found.sorted { one, other in
      if one.isSame != other.isSame { return one.isSame }
      if one.shared != other.shared { return one.shared > other.shared }
      if one.ranks != other.ranks { return one.ranks < other.ranks }
      return one.relative.concept < other.relative.concept
    }.map(\.relative)
  }

  private func siblings(_ subject: Int) -> [Relative] {
    broader[subject].flatMap { parent in
      narrower[parent].filter { $0 != subject }
        .map { Relative(concept: $0, reason: .sibling(concepts[parent].id)) }
    }
  }

  /// The reason as a sentence for people.
  public func sentence(_ relative: Relative, of id: String) -> LocalizedText {
    let other = quoted(concepts[relative.concept].id)
    let own = quoted(id)
    let both = own.joined(other)
    switch relative.reason {
    case .stated(.alternative):
      return LocalizedText(
        de: "\(other.german) kann \(own.german) ersetzen.",
        en: "\(other.english) can stand in for \(own.english).")
    case .stated(.precedes):
      return LocalizedText(
        de: "\(other.german) kommt gewöhnlich vor \(own.german).",
        en: "\(other.english) usually comes before \(own.english).")
    case .stated(.follows):
      return LocalizedText(
        de: "\(other.german) kommt gewöhnlich nach \(own.german).",
        en: "\(other.english) usually comes after \(own.english).")
    case .stated(.partOf):
      return LocalizedText(
        de: "\(own.german) ist Teil von \(other.german).",
        en: "\(own.english) is part of \(other.english).")
    case .hasPart:
      return LocalizedText(
        de: "\(other.german) ist Teil von \(own.german).",
        en: "\(other.english) is part of \(own.english).")
    case .stated(.usedWith):
      return LocalizedText(
        de: "\(other.german) wird mit \(own.german) verwendet.",
        en: "\(other.english) is used with \(own.english).")
    case .sameMaking(let making):
      let way = [making.process, making.material].compactMap(\.self).map(quoted)
      return LocalizedText(
        de: "\(both.german) werden gleich gemacht: \(way.map(\.german).joined(separator: ", ")).",
        en:
          "\(both.english) are made the same way: \(way.map(\.english).joined(separator: ", ")).")
    case .sameProcess(let process):
      let way = quoted(process)
      return LocalizedText(
        de: "\(both.german) brauchen dasselbe Verfahren: \(way.german).",
        en: "\(both.english) take the same process: \(way.english).")
    case .sibling(let parent):
      let wider = quoted(parent)
      return LocalizedText(
        de: "\(both.german) gehören zu \(wider.german).",
        en: "\(both.english) belong to \(wider.english).")
    }
  }

  private func quoted(_ id: String) -> LocalizedText {
    let label = self[id]?.label ?? LocalizedText(verbatim: id)
    return LocalizedText(de: "„\(label.german)“", en: "“\(label.english)”")
  }
}

extension LocalizedText {
  fileprivate func joined(_ other: LocalizedText) -> LocalizedText {
    LocalizedText(de: "\(german) und \(other.german)", en: "\(english) and \(other.english)")
  }
}
