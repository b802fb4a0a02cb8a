// SPDX-License-Identifier: Apache-2.0

/// Where the boxes of a tier picture stand: columns from raw on the left to product on the right,
/// ordered so that flows cross little.
struct TierLayout {
  struct Place {
    var x: Double
    var y: Double
  }

  static let gap = 8.0
  static let top = 44.0
  let boxWidth: Double
  let boxHeight: Double
  let width: Double
  let height: Double
  /// In the order of the graph's boxes.
  let places: [Place]
  /// Left edge of each column.
  let columnX: [Double]

  init(_ graph: TierGraph) {
    let space = graph.columns > 6 ? 32.0 : 40.0
    let boxWidth = graph.columns > 6 ? 128.0 : graph.columns > 4 ? 136 : 176
    self.boxWidth = boxWidth
    // Two lines of label only where one needs them.
    let isWide = graph.boxes.contains { Shape.width($0.label, size: 12) + 30 > boxWidth }
    boxHeight = isWide ? 53 : 39
    width = max(960, Double(graph.columns) * (boxWidth + space) - space + 4)
    let step = graph.columns > 1 ? (width - 4 - boxWidth) / Double(graph.columns - 1) : 0
    let x = (0..<graph.columns).map { 2 + Double(graph.columns - 1 - $0) * step }
    columnX = x
    let columns = Self.ordered(graph)
    let tallest = columns.map(\.count).max() ?? 1
    let pitch = boxHeight + Self.gap
    let bodyHeight = Double(max(tallest, 1)) * pitch
    height = Self.top + bodyHeight
    var places = Array(repeating: Place(x: 0, y: 0), count: graph.boxes.count)
    for (column, boxes) in columns.enumerated() {
      let free = bodyHeight - Double(boxes.count) * pitch
      for (at, box) in boxes.enumerated() {
        places[box] = Place(x: x[column], y: Self.top + free / 2 + Double(at) * pitch)
      }
    }
    self.places = places
  }

  /// Boxes of each column: each sweep puts them at the mean place of those they flow into or from.
  private static func ordered(_ graph: TierGraph) -> [[Int]] {
    var columns: [[Int]] = Array(repeating: [], count: graph.columns)
    for (at, box) in graph.boxes.enumerated() { columns[box.column].append(at) }
    var neighbours: [[Int]] = Array(repeating: [], count: graph.boxes.count)
    for (flow, _) in graph.flows {
      neighbours[flow.from].append(flow.to)
      neighbours[flow.to].append(flow.from)
    }
    var position = Array(repeating: 0.0, count: graph.boxes.count)
    func place(_ column: Int) {
      let count = Double(columns[column].count)
      for (at, box) in columns[column].enumerated() { position[box] = (Double(at) + 0.5) / count }
    }
    for column in columns.indices { place(column) }
    for sweep in 0..<6 {
      let order = sweep % 2 == 0 ? Array(columns.indices) : columns.indices.reversed()
      for column in order {
        let wanted = columns[column].map { box -> (box: Int, at: Double) in
          let near = neighbours[box].filter { graph.boxes[$0].column != column }
          let mean = near.reduce(0) { $0 + position[$1] } / Double(max(1, near.count))
          return (box, near.isEmpty ? position[box] : mean)
        }
        columns[column] = wanted.sorted { ($0.at, $0.box) < ($1.at, $1.box) }.map(\.box)
        place(column)
      }
    }
    return columns
  }
}
