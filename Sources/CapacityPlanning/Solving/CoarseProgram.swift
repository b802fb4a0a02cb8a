// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

/// A capacity program with all its periods drawn together into one: what an element does in one
/// period it does in all, and its rows hold on the sum over the periods.
///
/// Neither a bound from below nor from above, but a small program whose duals tell which options
/// could be of use.
struct CoarseProgram {
  let program: LinearProgram
  /// By column of the whole program.
  private let columnOf: [Int32]
  private let rowOf: [Int32]

  init(_ linear: LinearProgram, of capacity: CapacityProgram) {
    let rows = Self.runs(capacity.rowRuns(), count: linear.rowCount)
    let columns = Self.runs(capacity.columnRuns(), count: linear.columnCount)
    rowOf = Self.numbers(rows, count: linear.rowCount)
    columnOf = Self.numbers(columns, count: linear.columnCount)
    var coarse = LinearProgram(linear.sense)
    for run in rows {
      coarse.addRow(
        lower: linear.rowLower[run].reduce(0, +), upper: linear.rowUpper[run].reduce(0, +))
    }
    var sums = Array(repeating: 0.0, count: rows.count)
    for run in columns {
      let count = Double(run.count)
      coarse.addColumn(
        cost: linear.cost[run].reduce(0, +),
        lower: linear.columnLower[run].reduce(0, +) / count,
        upper: linear.columnUpper[run].reduce(0, +) / count)
      var touched: Set<Int> = []
      for entry in Int(linear.starts[run.lowerBound])..<Int(linear.starts[run.upperBound]) {
        let row = Int(rowOf[Int(linear.rowIndices[entry])])
        touched.insert(row)
        sums[row] += linear.values[entry]
      }
      for row in touched.sorted() {
        coarse.addEntry(row: row, sums[row])
        sums[row] = 0
      }
    }
    program = coarse
  }

  /// What a column of the whole program comes to in a solution of this one.
  func value(of column: Int, in solution: Solution) -> Double {
    solution.columnValues[Int(columnOf[column])]
  }

  /// The duals of the rows of the whole program that a solution of this one stands for.
  func rowDuals(_ solution: Solution) -> [Double] { rowOf.map { solution.rowDuals[Int($0)] } }

  /// The runs given, and each index that none of them covers by itself; all ascending.
  private static func runs(_ runs: [Range<Int>], count: Int) -> [Range<Int>] {
    var all: [Range<Int>] = []
    var next = 0
    for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) where !run.isEmpty {
      precondition(run.lowerBound >= next, "Runs do not overlap")
      all += (next..<run.lowerBound).map { $0..<$0 + 1 }
      all.append(run)
      next = run.upperBound
    }
    return all + (next..<count).map { $0..<$0 + 1 }
  }

  private static func numbers(_ runs: [Range<Int>], count: Int) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(count)
    for (number, run) in runs.enumerated() {
      numbers += repeatElement(Int32(number), count: run.count)
    }
    return numbers
  }
}

extension CapacityProgram {
  /// Columns of one element over the periods; what is missing stands by itself.
  fileprivate func columnRuns() -> [Range<Int>] {
    let network = model.network
    let options = model.options
    func perPeriod(_ first: Int, _ count: Int) -> [Range<Int>] {
      (0..<count).map { first + $0 * periods..<first + ($0 + 1) * periods }
    }
    var runs =
      perPeriod(lineColumn, network.lines.count) + perPeriod(arcColumn, network.arcs.count)
      + perPeriod(stockColumn, network.pairs.count)
    for first in supplyColumn where first >= 0 { runs += perPeriod(Int(first), 1) }
    for columns in demandColumns {
      for first in [columns.unmet, columns.delivered] where first >= 0 {
        runs.append(Int(first)..<Int(first) + columns.asked.count)
      }
    }
    for option in 0..<options.count where moduleColumn[option] >= 0 && options.isTimed[option] {
      let first = Int(moduleColumn[option])
      runs.append(first..<first + options.last[option] - options.first[option] + 1)
    }
    for site in hireColumn.indices where hireColumn[site] >= 0 && hireRow[site] >= 0 {
      runs += perPeriod(Int(hireColumn[site]), 1)
    }
    return runs
  }

  fileprivate func rowRuns() -> [Range<Int>] {
    var runs = (0..<model.network.pairs.count).map { balance($0, 0)..<balance($0 + 1, 0) }
    for first in [lineRow, linkRow, supplyRow, groupRow, workforceRow, hireRow].joined()
    where first >= 0 {
      runs.append(Int(first)..<Int(first) + periods)
    }
    for (demand, first) in owedRow.enumerated() where first >= 0 {
      runs.append(Int(first)..<Int(first) + demandColumns[demand].asked.count)
    }
    return runs
  }
}
