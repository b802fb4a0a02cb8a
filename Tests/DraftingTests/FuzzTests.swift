// SPDX-License-Identifier: Apache-2.0
import Drafting
import ReferenceLibrary
import Testing

/// Whatever the bytes: nothing crashes, and every line is in the result once.
@Suite struct FuzzTests {
  /// SplitMix64: small, seeded, the same everywhere.
  struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let recogniser = Result { PartRecogniser(try BuiltInLibrary.get()) }
  private static let rounds = 250
  private static let interesting: [UInt8] =
    Array("\"\"\"\n\r;,\t|.-0123456789 xX/()'".utf8) + [0, 0xFF, 0xC3, 0xA4]

  @Test func randomBytes() {
    var random = Random(state: 1)
    for round in 0..<Self.rounds {
      let count = Int.random(in: 0..<400, using: &random)
      var bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      if round.isMultiple(of: 2) {
        bytes = (0..<count).map { _ in Self.interesting.randomElement(using: &random) ?? 0 }
        bytes = Array("Name;Menge;Ref\n".utf8) + bytes
      }
      #expect(PartsList.read(bytes, file: "fuzz").isSound, "round \(round)")
    }
  }

  @Test(arguments: Fixture.all) func mutatedFixtures(name: String) throws {
    let original = try Fixture.bytes(name)
    let recogniser = try Self.recogniser.get()
    var random = Random(state: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    for round in 0..<Self.rounds / 8 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(Self.interesting.randomElement(using: &random) ?? 0, at: at)
        case 2: bytes[at] = UInt8.random(in: .min ... .max, using: &random)
        default:
          let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
          bytes.insert(
            contentsOf: bytes[at..<end], at: Int.random(in: bytes.indices, using: &random))
        }
      }
      let reading = PartsList.read(bytes, file: name)
      #expect(reading.isSound, "round \(round)")
      for line in reading.lines { _ = recogniser.recognise(line) }
    }
  }
}
