// SPDX-License-Identifier: Apache-2.0
import Matching
import Registry
import SQLEngine
import Testing
import TragwerkTesting

@testable import Storage

/// Random walks through the states of a need, beside a slow twin that knows the arrows by heart.
@Suite struct NeedWalkTests {
  /// Every arrow there is, written down by hand.
  private static let arrows: Set<String> = [
    "draft>published", "draft>withdrawn", "published>matched", "published>in_dialogue",
    "published>covered", "published>withdrawn", "matched>published", "matched>in_dialogue",
    "matched>covered", "matched>withdrawn", "in_dialogue>matched", "in_dialogue>covered",
    "in_dialogue>withdrawn", "covered>published", "withdrawn>published",
  ]

  @Test("The arrows are those written down")
  func arrows() {
    let all = NeedState.allCases.flatMap { from in
      from.next.map { "\(from.rawValue)>\($0.rawValue)" }
    }
    #expect(Set(all) == Self.arrows && all.count == Self.arrows.count)
  }

  @Test("No walk reaches a state by no arrow", arguments: 0..<8 as Range<UInt64>)
  func walks(_ seed: UInt64) async throws {
    let engine = seed.isMultiple(of: 4) ? TestEngine.available.last ?? .sqlite : .sqlite
    try await withNeeds(engine) { register, connection in
      var random = SeededGenerator(seed: seed)
      let supplier = try NeedSample.organisations(["Alpha"], connection)[0]
      let id = try register.enter(NeedSample.plain(), NeedSample.deed()).id
      // The twin: a state, a version, and the way as words.
      var state = "draft"
      var version = 1
      var way = ["draft"]
      var invited: Set<Int> = []
      for step in 0..<120 {
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
          var content = NeedSample.plain("Schritt \(step)")
          content.radius = nil
          let changed = try? register.change(id, from: version, to: content, NeedSample.deed())
          let isClosed = state == "covered" || state == "withdrawn"
          #expect((changed == nil) == isClosed)
          guard !isClosed else { continue }
          version += 1
          let next = state == "draft" ? "draft" : "published"
          if next != state { way.append(next) }
          state = next
        case 1:
          let feedback = MatchFeedback(
            need: id, supplier: supplier.text, kind: .invited, on: Sample.day("2026-11-02"))
          let may =
            ["published", "matched", "in_dialogue"].contains(state) && !invited.contains(version)
          let done = (try? register.record(feedback, NeedSample.deed())) != nil
          #expect(done == may)
          guard may else { continue }
          invited.insert(version)
          if state != "in_dialogue" { way.append("in_dialogue") }
          state = "in_dialogue"
        default:
          let target = random.pick(NeedState.allCases)
          let may = Self.arrows.contains("\(state)>\(target.rawValue)")
          let done = (try? register.move(id, to: target, NeedSample.deed())) != nil
          #expect(done == may, "\(state) > \(target)")
          guard may else { continue }
          if state == "covered" || state == "withdrawn" { version += 1 }
          state = target.rawValue
          way.append(state)
        }
        let need = try NeedTable(connection).existing(id)
        #expect(need.state.rawValue == state && need.version == version)
      }
      let file = try register.needFile(id)
      #expect(file.history.map(\.to.rawValue) == way)
      #expect(file.versions.map(\.need.version) == Array(1...version))
      for (one, next) in zip(file.history, file.history.dropFirst()) {
        #expect(next.from == one.to && next.version >= one.version)
      }
    }
  }
}
