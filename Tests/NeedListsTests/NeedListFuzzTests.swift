// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Matching
import Testing
import TragwerkTesting
import ValueChains

@testable import NeedLists

enum Files {
  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}

/// Whatever the bytes: no crash, rows that make needs, and errors for everything else.
@Suite struct NeedListFuzzTests {
  private static let seedText = """
    need;title;description;required;latitude;longitude;radius_km;from;until;quantity;unit;mass_kg
    N1;Hauben;"Aus Blech; 1,5 mm ""fein""
    zweite Zeile";ISO9001;50,357;7,589;;2027-01-01;2027-02-01;2500;Stück;20
    N2;Gerüst;Leichtmetall;ISO3834-2;51,5;7,4;300;;;300;;160

    """

  @Test("Broken bytes", arguments: 0..<40 as Range<UInt64>)
  func broken(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] = [
      [0x00], [0xFF], [0xC3], [0x22], [0x3B], [0x0A], [0x0D], Array("NaN".utf8), Array("-1".utf8),
      Array("1e999".utf8), Array("\u{202E}".utf8), Array(";;;;".utf8), Array("=1+1".utf8),
      [0xEF, 0xBB, 0xBF], Array(String(repeating: "9", count: 400).utf8), Array("need".utf8),
    ]
    for _ in 0..<60 {
      var bytes = Array(Self.seedText.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.insert(contentsOf: random.pick(pieces), at: at)
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 9))
        case 2: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
        default: bytes.replaceSubrange(at..<min(bytes.count, at + 3), with: random.pick(pieces))
        }
      }
      check(NeedList(bytes, file: "f"), bytes)
    }
  }

  private func check(_ list: NeedList, _ bytes: [UInt8]) {
    var keys: Set<String> = []
    let broken = Set(list.findings.filter { $0.severity == .error }.map(\.row))
    for row in list.rows {
      #expect(keys.insert(row.key).inserted && !row.key.isEmpty)
      #expect(!broken.contains(row.line))
      #expect(NeedValues(encoded: row.values.encoded) == row.values)
      let (need, faults) = Need.make(row.values)
      // What a row alone lacks is only ever what its list has no column for.
      let silent = [NeedField.latitude, .longitude, .quantity].filter { row.values[$0] == nil }
      #expect(faults.isEmpty || !silent.isEmpty)
      #expect(!need.title.isEmpty && !need.description.isEmpty)
      guard faults.isEmpty else { continue }
      let numbers = [need.radius, need.amount?.quantity, need.envelope.mass].compactMap(\.self)
      #expect(numbers.allSatisfy { $0.isFinite && $0 > 0 })
      // Values and needs are two spellings of one thing.
      #expect(Need.make(NeedValues(need)).need.says(theSameAs: need))
    }
    #expect(!list.rows.isEmpty || list.findings.hasErrors)
    let lines = bytes.count { $0 == 10 || $0 == 13 } + 2
    #expect(list.findings.allSatisfy { (0...lines).contains($0.row) })
  }
}
