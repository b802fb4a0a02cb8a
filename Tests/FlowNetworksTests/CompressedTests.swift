// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import TragwerkTesting

struct CompressedTests {
  @Test func offsetsOfCounts() {
    let rows = Compressed(counts: [2, 0, 3])
    #expect(rows.offsets == [0, 2, 2, 5])
    #expect(rows[0] == 0..<2)
    #expect(rows[1] == 2..<2)
    #expect(rows[2] == 2..<5)
    #expect(Compressed(counts: []).offsets == [0])
  }

  @Test func groupingIsStable() {
    let (rows, entries) = Compressed.grouping([1, -1, 0, 1, 2, 1], rows: 4)
    #expect(rows.offsets == [0, 1, 4, 5, 5])
    #expect(entries == [2, 0, 3, 5, 4])
  }

  @Test func asADictionary() {
    var random = SeededGenerator(seed: 51)
    for _ in 0..<200 {
      let count = Int.random(in: 1...10, using: &random)
      let row = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Int32.random(in: -1..<Int32(count), using: &random)
      }
      let (rows, entries) = Compressed.grouping(row, rows: count)
      for at in 0..<count {
        #expect(entries[rows[at]].map(Int.init) == row.indices.filter { row[$0] == Int32(at) })
      }
    }
  }
}
