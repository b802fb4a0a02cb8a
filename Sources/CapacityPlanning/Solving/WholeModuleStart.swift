// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

/// Whole modules near those of the linear program: a plan for branch and bound to start from.
///
/// Modules are rounded down, and then up, those with the largest fraction first, as long as the
/// budget lasts. HiGHS finds the rest of the plan, or drops the suggestion where there is none.
struct WholeModuleStart {
  let columns: [Int32]
  let values: [Double]

  /// Nearer to a whole number than this is whole.
  private static let nothing = 1e-6

  /// - Parameter relaxed: values of all columns where none must be whole.
  init(_ program: CapacityProgram, relaxed: [Double]) {
    let options = program.model.options
    var left = program.model.budget.last?.amount ?? .infinity
    var choices: [(option: Int, fraction: Double)] = []
    for option in 0..<options.count {
      guard let all = program.allModules(option) else { continue }
      let floor = (relaxed[all] + Self.nothing).rounded(.down)
      left -= options.costPerModule[option] * floor
      choices.append((option, max(0, relaxed[all] - floor)))
    }
    choices.sort { ($1.fraction, $0.option) < ($0.fraction, $1.option) }
    var columns: [Int32] = []
    var values: [Double] = []
    for (option, fraction) in choices {
      let isUp = fraction > Self.nothing && options.costPerModule[option] <= left
      if isUp { left -= options.costPerModule[option] }
      guard let first = program.modules(option, options.first[option]),
        let all = program.allModules(option)
      else { continue }
      let most = (relaxed[all] + Self.nothing).rounded(.down) + (isUp ? 1 : 0)
      for column in first...all {
        columns.append(Int32(column))
        values.append(min(most, (relaxed[column] - Self.nothing).rounded(.up)))
      }
      if program.openingColumn[option] >= 0 {
        columns.append(program.openingColumn[option])
        values.append(most > 0 ? 1 : 0)
      }
    }
    (self.columns, self.values) = (columns, values.map { max(0, $0) })
  }
}
