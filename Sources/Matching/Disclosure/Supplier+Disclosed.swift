// SPDX-License-Identifier: Apache-2.0

extension Supplier {
  /// The supplier as an audience may know it; nil where it may not know of it at all.
  ///
  /// What is matched for an audience is this and nothing else: score, order, reasons and documents are
  /// made from what was released, so they cannot give away the rest. To all but the operator a
  /// supplier that is screened out does not exist, and nobody asked it before.
  public func disclosed(to audience: Audience, under release: Release = .standard) -> Supplier? {
    guard audience != .operator else { return self }
    guard !isScreenedOut else { return nil }
    func shows(_ field: Release.Field) -> Bool { release.releases(field, to: audience) }
    var seen = Supplier(id: id, name: shows(.name) ? name : id)
    if shows(.place) { seen.places = places }
    if shows(.branch) { seen.branches = branches }
    if shows(.texts) { seen.texts = texts }
    if shows(.capabilities) {
      seen.declared = declared
      if !shows(.envelope) {
        for at in seen.declared.indices { seen.declared[at].envelope = .init() }
      }
    }
    if shows(.qualifications) { seen.qualifications = qualifications }
    seen.capacity = capacity.compactMap { free in
      var part = shows(.capacityFigures) ? free : Free()
      part.note = shows(.capacityInWords) ? free.note : nil
      return part == Free() ? nil : part
    }
    if shows(.employees) { seen.employees = employees }
    return seen
  }
}
