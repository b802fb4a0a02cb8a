// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// People in a plan, over all sites or a part of them.
struct PlanJobs {
  let sites: [SiteWorkforce]
  /// People needed and employed in each period.
  let needed: [Double]
  let employed: [Double]

  init(_ context: PlanContext) {
    self.init(context.schedule?.workforce ?? [], context.periods.periods)
  }

  init(_ sites: [SiteWorkforce], _ periods: Int) {
    self.sites = sites
    var (needed, employed) = (
      Array(repeating: 0.0, count: periods), Array(repeating: 0.0, count: periods)
    )
    for site in sites {
      for period in 0..<periods {
        needed[period] += site.needed[period]
        employed[period] += site.employed[period]
      }
    }
    self.needed = needed
    self.employed = employed
  }

  var mostNeeded: Double { needed.max() ?? 0 }
  /// From 1.
  var busiestPeriod: Int { needed.firstIndex(of: mostNeeded).map { $0 + 1 } ?? 1 }
  var hires: Double { sites.reduce(0) { $0 + Self.hires($1) } }

  /// People hired at a site whose workforce is stated; nobody knows elsewhere.
  static func hires(_ site: SiteWorkforce) -> Double {
    guard let stated = site.stated, let last = site.employed.last else { return 0 }
    return max(0, last - stated)
  }
}
