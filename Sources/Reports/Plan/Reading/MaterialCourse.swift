// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks

/// What is asked for, delivered and missing of one material, all its demands together.
struct MaterialCourse {
  let material: Int
  /// Asked for in each period by demands that state a rate.
  private(set) var asked: [Double]
  /// Delivered to those.
  private(set) var delivered: [Double]
  /// Not delivered in each period, or owed at its end.
  private(set) var unmet: [Double]
  /// Delivered to demands that take all they can get.
  private(set) var taken: [Double]
  /// What is asked for in all, as a value.
  private(set) var askedValue = 0.0
  private(set) var deliveredValue = 0.0

  private init(_ material: Int, _ periods: Int) {
    self.material = material
    asked = Array(repeating: 0, count: periods)
    (delivered, unmet, taken) = (asked, asked, asked)
  }

  /// What counts as nothing beside what is asked for.
  static let tolerance = 1e-6

  var totalAsked: Double { asked.reduce(0, +) }
  var totalDelivered: Double { delivered.reduce(0, +) }
  var totalTaken: Double { taken.reduce(0, +) }
  var isAskedFor: Bool { totalAsked > 0 }
  var share: Double { totalAsked > 0 ? min(1, totalDelivered / totalAsked) : 1 }

  /// Missing in all, or still owed at the end.
  func missing(isOwed: Bool) -> Double {
    let missing = isOwed ? unmet.last ?? 0 : unmet.reduce(0, +)
    return missing > Self.tolerance * totalAsked ? missing : 0
  }

  private func isCovered(_ period: Int) -> Bool {
    unmet[period] <= Self.tolerance * max(asked[period], totalAsked / Double(asked.count))
  }

  /// First period, from 1, in which all that is asked for is there.
  var firstCovered: Int? {
    asked.indices.first { asked[$0] > 0 && isCovered($0) }.map { $0 + 1 }
  }

  /// First period, from 1, from which on nothing is missing any more.
  var coveredFrom: Int? {
    guard let last = asked.indices.last(where: { !isCovered($0) }) else { return 1 }
    return asked.indices.first { $0 > last && asked[$0] > 0 }.map { $0 + 1 }
  }

  /// By material, those that weigh most first; then those nobody asks a rate of.
  static func all(_ plan: CapacityPlan) -> [MaterialCourse] {
    guard let schedule = plan.schedule else { return [] }
    let network = plan.network
    var order: [Int] = []
    var courses: [Int: MaterialCourse] = [:]
    for demand in schedule.demands where network.demands.pair[demand.row] >= 0 {
      let material = Int(network.pairs.material[Int(network.demands.pair[demand.row])])
      if courses[material] == nil { order.append(material) }
      courses[material, default: MaterialCourse(material, schedule.periods)].add(
        demand, value: network.demands.valuePerUnit[demand.row])
    }
    return order.compactMap { courses[$0] }.enumerated().sorted {
      (-$0.element.askedValue, $0.offset) < (-$1.element.askedValue, $1.offset)
    }.map(\.element).stablyParted { $0.isAskedFor }
  }

  private mutating func add(_ demand: DemandCourse, value: Double) {
    for period in asked.indices {
      let (wanted, given) = (demand.asked[period], demand.delivered[period])
      deliveredValue += given * value
      if wanted.isFinite {
        asked[period] += wanted
        delivered[period] += given
        unmet[period] += demand.unmet[period]
        askedValue += wanted * value
      } else {
        taken[period] += given
      }
    }
  }
}

extension Array {
  /// Those for which it holds, then the others, each in their order.
  fileprivate func stablyParted(_ isFirst: (Element) -> Bool) -> [Element] {
    filter(isFirst) + filter { !isFirst($0) }
  }
}
