// SPDX-License-Identifier: Apache-2.0
import Localization
import Vocabulary

extension ReadinessPath {
  /// Renewing what ended usually takes an audit and its report. An estimate of ours.
  static let renewal: ClosedRange<Double> = 1...3
  /// Below this share of free capacity it counts as lacking.
  static let enoughCapacity = 0.35

  /// What a supplier lacks on a day. Prerequisites come before what builds on them, each once.
  init(_ need: NeedProfile, _ supplier: SupplierProfile, on day: CalendarDay) {
    var builder = PathBuilder(supplier: supplier, day: day)
    for standard in need.required { _ = builder.add(standard, as: { .missing($0) }) }
    var steps = builder.steps
    let share = supplier.capacity.fit(yearly: need.envelope.yearly, on: day)
    if share < Self.enoughCapacity {
      steps.append(
        Step(lack: .capacity(share: share), months: nil, isEstimate: true, after: [], holder: nil))
    }
    self.steps = steps
  }
}

private struct PathBuilder {
  let supplier: SupplierProfile
  let day: CalendarDay
  var steps: [ReadinessPath.Step] = []
  private var positions: [String: Int] = [:]

  init(supplier: SupplierProfile, day: CalendarDay) {
    self.supplier = supplier
    self.day = day
  }

  /// Adds what a standard takes and gives the index of its step; nil where it is held.
  mutating func add(
    _ standard: Standard, as lack: (Standard) -> ReadinessPath.Lack
  ) -> Int? {
    if let known = positions[standard.id] { return known }
    switch QualificationState.state(of: standard, supplier, on: day) {
    case .held: return nil
    case .expired(let held):
      let until = held.validUntil ?? day
      return append(standard, .expired(standard, since: until), ReadinessPath.renewal, true, [])
    case .missing:
      let entry = standard.entry
      let after = (entry?.buildsOn ?? []).compactMap { id in
        add(Standard(id)) { .prerequisite($0) }
      }
      return append(
        standard, lack(standard), entry?.months, entry?.confirmedBy == nil, after)
    }
  }

  private mutating func append(
    _ standard: Standard, _ lack: ReadinessPath.Lack, _ months: ClosedRange<Double>?,
    _ isEstimate: Bool, _ after: [Int]
  ) -> Int {
    positions[standard.id] = steps.count
    steps.append(
      ReadinessPath.Step(
        lack: lack, months: months, isEstimate: isEstimate, after: after, holder: nil))
    return steps.count - 1
  }
}
