// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Matching
import Registry
import Storage
import Vocabulary

extension Supplier {
  /// An organisation of the register as matching sees it; nil for one that nobody names.
  init?(_ facts: SupplierFacts, _ thesaurus: Thesaurus) {
    guard let organisation = Organisation(facts.file.profile) else { return nil }
    let parts = facts.file.parts.map(\.profile)
    func all(_ kind: EntityKind) -> [EntityProfile] { parts.filter { $0.id.kind == kind } }
    let sites = all(.site).map { Site($0) }.filter { $0.isOpen != false }
    let capabilities = all(.capability).map { CapabilityWords($0, thesaurus) }
    self.init(
      id: organisation.id.text, name: organisation.legalName,
      texts: Self.unique(sites.compactMap(\.activity) + capabilities.compactMap(\.prose)),
      declared: capabilities.compactMap(\.declared),
      branches: Self.unique(organisation.branches + sites.flatMap(\.branches)),
      places: Self.unique(
        sites.compactMap { site in
          guard let latitude = site.latitude, let longitude = site.longitude else { return nil }
          return GeoPoint(latitude: latitude, longitude: longitude)
        }),
      qualifications: all(.qualification).compactMap { profile in
        let qualification = Qualification(profile)
        return qualification.standard.map {
          Held(
            standard: $0, validUntil: qualification.validUntil,
            assurance: qualification.assurance)
        }
      },
      capacity: all(.capacity).map { profile in
        let capacity = Capacity(profile)
        return Free(
          unit: capacity.unit, total: capacity.total, free: capacity.free,
          freeFrom: capacity.freeFrom, statedOn: capacity.statedOn)
      }, employees: organisation.employees, askedOn: facts.askedOn,
      isScreenedOut: facts.isScreenedOut)
  }

  /// Each once, in the order of the first.
  private static func unique<T: Hashable>(_ values: [T]) -> [T] {
    var seen: Set<T> = []
    return values.filter { seen.insert($0).inserted }
  }
}

/// What is said of one capability: what is declared, and prose beside it.
private struct CapabilityWords {
  let declared: Supplier.Declared?
  let prose: String?

  /// A term goes with the envelope as the declaration and the description is prose. Where there is no
  /// term, the description is the declaration; so it is of what is bought in, which prose would hide.
  init(_ profile: EntityProfile, _ thesaurus: Thesaurus) {
    let capability = Capability(profile)
    let concept = capability.term.flatMap { thesaurus.index(of: $0) == nil ? nil : $0 }
    let words = concept == nil ? capability.term : nil
    let isWhole = capability.term == nil || (capability.origin == .boughtIn && concept == nil)
    let text =
      isWhole
      ? [words, capability.text].compactMap(\.self).joined(separator: ": ") : words
    prose = isWhole || capability.origin == .boughtIn ? nil : capability.text
    let isSaid = concept != nil || text?.isEmpty == false
    guard isSaid || capability.envelope != Capability.Envelope() else {
      declared = nil
      return
    }
    declared = Supplier.Declared(
      concept: concept, text: text?.isEmpty == true ? nil : text, origin: capability.origin,
      standing: capability.standing, envelope: capability.envelope,
      isVerified: Self.isVerified(profile))
  }

  /// Whether somebody else than the organisation or a list says so.
  private static func isVerified(_ profile: EntityProfile) -> Bool {
    let entry = (profile.entries["term"] ?? profile.entries["text"])?.first
    return entry?.statements.contains {
      $0.source.kind == .publicRegister || $0.source.kind == .analyst
    } ?? false
  }
}
