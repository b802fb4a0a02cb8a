// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// Rows of the profile tables, in the order of their columns, gathered for writing.
struct ProfileRows {
  var organisations: [[SQLValue]] = []
  var names: [[SQLValue]] = []
  var words: [[SQLValue]] = []
  var identifiers: [[SQLValue]] = []
  var branches: [[SQLValue]] = []
  var sites: [[SQLValue]] = []
  var capabilities: [[SQLValue]] = []
  var capacities: [[SQLValue]] = []
  var qualifications: [[SQLValue]] = []
  var memberships: [[SQLValue]] = []

  var count: Int {
    organisations.count + names.count + words.count + identifiers.count + branches.count
      + sites.count + capabilities.count + capacities.count + qualifications.count
      + memberships.count
  }

  /// Whom the rows of organisations are about.
  var organisationIDs: [EntityID] {
    organisations.compactMap { row in
      if case .text(let id)? = row.first { EntityID(stored: id) } else { nil }
    }
  }

  /// Adds the rows of one entity.
  mutating func add(_ profile: EntityProfile, owner: EntityID, parent: EntityID?) {
    switch profile.id.kind {
    case .organisation:
      if let organisation = Organisation(profile) { add(organisation) }
    case .site: add(Site(profile), owner)
    case .capability: add(Capability(profile), owner)
    case .capacity: add(Capacity(profile), owner, parent ?? owner)
    case .qualification: add(Qualification(profile), owner)
    case .membership: add(Membership(profile), owner)
    case .contact: break  // Personal data stays in the statements alone.
    }
  }

  private mutating func add(_ organisation: Organisation) {
    let id = SQLValue.text(organisation.id.text)
    let address = organisation.address
    organisations.append([
      id, .text(organisation.legalName), .text(SearchKeys.name(organisation.legalName)),
      SQLValue(organisation.legalForm), SQLValue(organisation.kind?.rawValue),
      SQLValue(address.street), SQLValue(address.postcode), SQLValue(address.city),
      SQLValue(address.country), SQLValue(organisation.parent?.text),
    ])
    var keys: Set<String> = []
    func addName(_ name: String, _ kind: String) {
      let key = SearchKeys.name(name)
      guard keys.insert(key).inserted else { return }
      names.append([id, .text(key), .text(name), .text(kind)])
    }
    addName(organisation.legalName, "legal_name")
    for name in organisation.aliases { addName(name, "alias") }
    for name in organisation.formerNames { addName(name, "former_name") }
    let all = [organisation.legalName] + organisation.aliases + organisation.formerNames
    for word in SearchKeys.words(all) { words.append([.text(word), id]) }
    for identifier in organisation.identifiers {
      identifiers.append([id, .text(identifier.scheme.rawValue), .text(identifier.value)])
    }
    for branch in organisation.branches { branches.append([id, .text(branch)]) }
  }

  private mutating func add(_ site: Site, _ owner: EntityID) {
    sites.append([
      .text(site.id.text), .text(owner.text), SQLValue(site.name), SQLValue(site.address.street),
      SQLValue(site.address.postcode), SQLValue(site.address.city),
      SQLValue(site.address.country), .text(SearchKeys.address(site.address)),
      SQLValue(site.latitude), SQLValue(site.longitude), SQLValue(site.nuts),
      SQLValue(site.unlocode), site.isOpen.map { .integer($0 ? 1 : 0) } ?? .null,
    ])
  }

  private mutating func add(_ capability: Capability, _ owner: EntityID) {
    capabilities.append([
      .text(capability.id.text), .text(owner.text), SQLValue(capability.kind?.rawValue),
      SQLValue(capability.term), SQLValue(capability.text), SQLValue(capability.site?.text),
      SQLValue(capability.origin?.rawValue), SQLValue(capability.standing?.rawValue),
    ])
  }

  private mutating func add(_ capacity: Capacity, _ owner: EntityID, _ parent: EntityID) {
    capacities.append([
      .text(capacity.id.text), .text(owner.text), .text(parent.text), SQLValue(capacity.unit),
      SQLValue(capacity.total), SQLValue(capacity.free),
      SQLValue(capacity.freeFrom?.description), SQLValue(capacity.statedOn?.description),
    ])
  }

  private mutating func add(_ qualification: Qualification, _ owner: EntityID) {
    qualifications.append([
      .text(qualification.id.text), .text(owner.text), SQLValue(qualification.standard),
      SQLValue(qualification.validUntil?.description), .text(qualification.assurance.rawValue),
    ])
  }

  private mutating func add(_ membership: Membership, _ owner: EntityID) {
    memberships.append([
      .text(membership.id.text), .text(owner.text), SQLValue(membership.association),
      SQLValue(membership.number),
    ])
  }
}
