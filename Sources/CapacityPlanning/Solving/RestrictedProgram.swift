// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

/// A linear program without some of its options, which stand at 0.
///
/// A capacity row whose options are all left out holds a single flow and becomes a bound of that
/// flow. An optimal basis of what remains, with its duals, extends to the whole program: the dual of
/// such a row is the reduced cost of the flow at its bound, and all that can be wrong with it then
/// are the reduced costs of the options left out (``price(_:)``). If none of these is negative, the
/// extended basis is optimal for the whole program.
struct RestrictedProgram {
  let shape: Shape
  let program: LinearProgram
  /// Columns and rows of the whole program that are kept, ascending.
  private let columns: [Int32]
  private let rows: [Int32]
  /// By column of the whole program: the row left out whose bound the column took over, -1 where
  /// none or where its own bound is at least as tight.
  private let boundingRow: [Int32]

  /// What the whole program's rows look like beside its options.
  struct Shape {
    let program: LinearProgram
    /// Columns that may be left out: options whose lower bound is 0.
    let options: [Int]
    let isOption: [Bool]
    /// By row: the single column that is none of the options, -1 where the row cannot be a bound.
    fileprivate let flow: [Int32]
    fileprivate let coefficient: [Double]

    init(_ program: LinearProgram, options: [Int]) {
      self.program = program
      self.options = options
      var isOption = Array(repeating: false, count: program.columnCount)
      for option in options { isOption[option] = true }
      self.isOption = isOption
      var count = Array(repeating: Int32(0), count: program.rowCount)
      var flow = Array(repeating: Int32(-1), count: program.rowCount)
      var coefficient = Array(repeating: 0.0, count: program.rowCount)
      for column in 0..<program.columnCount where !isOption[column] {
        for entry in program.entries(of: column) {
          let row = Int(program.rowIndices[entry])
          count[row] += 1
          flow[row] = Int32(column)
          coefficient[row] = program.values[entry]
        }
      }
      for row in 0..<program.rowCount {
        let isBound =
          count[row] == 1 && coefficient[row] > 0 && program.rowLower[row] == -.infinity
        if !isBound { flow[row] = -1 }
      }
      self.flow = flow
      self.coefficient = coefficient
    }
  }

  /// - Parameter kept: by column, whether an option stays; does not matter for other columns.
  init(_ shape: Shape, keeping kept: [Bool]) {
    self.shape = shape
    let whole = shape.program
    var isLeftOut = Array(repeating: false, count: whole.rowCount)
    for option in shape.options where !kept[option] {
      for entry in whole.entries(of: option) {
        let row = Int(whole.rowIndices[entry])
        isLeftOut[row] = shape.flow[row] >= 0
      }
    }
    for option in shape.options where kept[option] {
      for entry in whole.entries(of: option) { isLeftOut[Int(whole.rowIndices[entry])] = false }
    }
    columns = (0..<Int32(whole.columnCount)).filter {
      !shape.isOption[Int($0)] || kept[Int($0)]
    }
    rows = (0..<Int32(whole.rowCount)).filter { !isLeftOut[Int($0)] }
    var upper = whole.columnUpper
    var bounding = Array(repeating: Int32(-1), count: whole.columnCount)
    for row in 0..<whole.rowCount where isLeftOut[row] {
      let flow = Int(shape.flow[row])
      let bound = whole.rowUpper[row] / shape.coefficient[row]
      if bound < upper[flow] { (upper[flow], bounding[flow]) = (bound, Int32(row)) }
    }
    boundingRow = bounding
    program = whole.restricted(to: columns, rows, upper: upper)
  }

  // MARK: From here to the whole program and back

  /// A basis of the whole program, from one of this and its reduced costs.
  func whole(_ basis: Basis, _ solution: Solution) -> Basis {
    var extended = Basis(
      columns: Array(repeating: Basis.Place.lower, count: shape.program.columnCount),
      rows: Array(repeating: Basis.Place.basic, count: shape.program.rowCount))
    for (at, row) in rows.enumerated() { extended.rows[Int(row)] = basis.rows[at] }
    for (at, column) in columns.enumerated() {
      let row = boundingRow[Int(column)]
      if row >= 0, basis.columns[at] != Basis.Place.basic, isAtBound(at, basis, solution) {
        extended.columns[Int(column)] = Basis.Place.basic
        extended.rows[Int(row)] = Basis.Place.upper
      } else {
        extended.columns[Int(column)] = basis.columns[at]
      }
    }
    return extended
  }

  /// Whether the bound that a row gave holds the flow. Where lower and upper bound are equal, the
  /// sign of the reduced cost tells.
  private func isAtBound(_ at: Int, _ basis: Basis, _ solution: Solution) -> Bool {
    program.columnLower[at] == program.columnUpper[at]
      ? solution.columnDuals[at] < 0 : basis.columns[at] == Basis.Place.upper
  }

  /// The part that this program has of a basis of the whole, with the flows at the bounds they took
  /// over.
  func part(of whole: Basis) -> Basis {
    var part = Basis(
      columns: columns.map { whole.columns[Int($0)] }, rows: rows.map { whole.rows[Int($0)] })
    for (at, column) in columns.enumerated() {
      let row = boundingRow[Int(column)]
      if row >= 0, whole.rows[Int(row)] == Basis.Place.upper {
        part.columns[at] = Basis.Place.upper
      }
    }
    return part
  }

  /// The solution of the whole program with the options left out at 0, and its duals.
  func whole(_ solution: Solution) -> Solution {
    let whole = shape.program
    var values = Array(repeating: 0.0, count: whole.columnCount)
    var columnDuals = values
    var rowValues = Array(repeating: 0.0, count: whole.rowCount)
    var rowDuals = rowValues
    for (at, row) in rows.enumerated() {
      rowValues[Int(row)] = solution.rowValues[at]
      rowDuals[Int(row)] = solution.rowDuals[at]
    }
    for (at, column) in columns.enumerated() {
      values[Int(column)] = solution.columnValues[at]
      let row = Int(boundingRow[Int(column)])
      if row >= 0, solution.columnDuals[at] < 0 {
        rowDuals[row] = solution.columnDuals[at] / shape.coefficient[row]
      } else {
        columnDuals[Int(column)] = solution.columnDuals[at]
      }
    }
    var isKept = Array(repeating: false, count: whole.rowCount)
    for row in rows { isKept[Int(row)] = true }
    for row in 0..<whole.rowCount where !isKept[row] {
      rowValues[row] = shape.coefficient[row] * values[Int(shape.flow[row])]
    }
    for option in shape.options {
      columnDuals[option] = whole.cost[option] - whole.worth(of: option, rowDuals)
    }
    return Solution(
      objective: solution.objective, columnValues: values, rowValues: rowValues,
      columnDuals: columnDuals, rowDuals: rowDuals)
  }
}

extension LinearProgram {
  /// Where the entries of a column are.
  func entries(of column: Int) -> Range<Int> { Int(starts[column])..<Int(starts[column + 1]) }

  /// What a unit of a column changes at the duals of its rows.
  func worth(of column: Int, _ rowDuals: [Double]) -> Double {
    entries(of: column).reduce(0) { $0 + values[$1] * rowDuals[Int(rowIndices[$1])] }
  }

  /// The program of some columns and rows, both ascending, with other upper bounds of its columns.
  fileprivate func restricted(to columns: [Int32], _ rows: [Int32], upper: [Double])
    -> LinearProgram
  {
    var restricted = LinearProgram(sense)
    restricted.reserve(columns: columns.count, rows: rows.count, entries: entryCount)
    var place = Array(repeating: -1, count: rowCount)
    for row in rows.map(Int.init) {
      place[row] = restricted.addRow(lower: rowLower[row], upper: rowUpper[row])
    }
    for column in columns.map(Int.init) {
      restricted.addColumn(cost: cost[column], lower: columnLower[column], upper: upper[column])
      for entry in entries(of: column) where place[Int(rowIndices[entry])] >= 0 {
        restricted.addEntry(row: place[Int(rowIndices[entry])], values[entry])
      }
    }
    return restricted
  }
}
