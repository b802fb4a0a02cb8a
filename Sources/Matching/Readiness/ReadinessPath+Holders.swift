// SPDX-License-Identifier: Apache-2.0
import Localization

extension ReadinessPath {
  /// For each missing qualification the nearest of the fitting firms that holds it: to ask, or to
  /// work with.
  mutating func findHolders(
    for supplier: SupplierProfile, among fitting: [SupplierProfile], on day: CalendarDay
  ) {
    for at in steps.indices {
      let standard: Standard
      switch steps[at].lack {
      case .missing(let lacking), .prerequisite(let lacking): standard = lacking
      case .expired, .capacity: continue
      }
      steps[at].holder = Self.holder(of: standard, near: supplier, fitting, day)
    }
  }

  private static func holder(
    of standard: Standard, near supplier: SupplierProfile, _ fitting: [SupplierProfile],
    _ day: CalendarDay
  ) -> Holder? {
    var best: Holder?
    for other in fitting where other.supplier.id != supplier.supplier.id {
      guard case .held = QualificationState.state(of: standard, other, on: day) else { continue }
      let distance = other.supplier.places.flatMap { place in
        supplier.supplier.places.map { place.distance(to: $0) }
      }.min()
      let holder = Holder(
        supplier: other.supplier.id, name: other.supplier.name, distance: distance)
      guard let known = best else {
        best = holder
        continue
      }
      let isNearer =
        (distance ?? .infinity, holder.supplier) < (known.distance ?? .infinity, known.supplier)
      if isNearer { best = holder }
    }
    return best
  }
}
