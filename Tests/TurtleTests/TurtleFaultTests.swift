// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import Turtle

@Suite struct TurtleFaultTests {
  private func faults(_ text: String, _ limits: TurtleReader.Limits = .init()) -> [TurtleFault] {
    do throws(TurtleError) {
      _ = try TurtleReader(limits: limits).read(Array(text.utf8))
      return []
    } catch {
      return error.faults
    }
  }

  @Test func everyFaultIsToldWithItsPlace() {
    let found = faults(
      """
      @prefix : <urn:x:> .
      :ä :label "größer .
      :b :label "recht"@de .
      :c no:such 1 ;
        :more 2 .
      :d :p [ :q "x" .
      """)
    #expect(found.map(\.line) == [2, 4, 6])
    #expect(found.map(\.column) == [11, 4, 16])
    #expect(found[0].kind == .openText)
    #expect(found[1].kind == .unknownPrefix("no"))
    #expect(found[2].kind == .expected(.closingBracket, found: "."))
    #expect(found[1].message.german.contains("@prefix no: <…> ."))
    for fault in found {
      #expect(!fault.message.german.isEmpty && fault.message.german != fault.message.english)
    }
  }

  @Test func hostileInputIsRefused() {
    var limits = TurtleReader.Limits()
    limits.bytes = 100
    #expect(
      faults(String(repeating: " ", count: 101), limits).map(\.kind) == [.tooLarge(limit: 100)])
    let deep = "<a:s> <a:p> " + String(repeating: "[ <a:p> ", count: 100_000)
    #expect(faults(deep).first?.kind == .tooDeep(limit: 128))
    let lists = "<a:s> <a:p> " + String(repeating: "(", count: 100_000)
    #expect(faults(lists).first?.kind == .tooDeep(limit: 128))
    let prefixes = (0...1000).map { "PREFIX p\($0): <urn:p>\n" }.joined()
    #expect(faults(prefixes).map(\.kind) == [.tooManyPrefixes(limit: 1000)])
    #expect(faults(String(repeating: "x\n", count: 1000)).count <= 50)
  }

  @Test func brokenBytesAreLocated() {
    do throws(TurtleError) {
      _ = try TurtleReader().read(Array("<a:s> <a:p> \"ä".utf8) + [0xFF] + Array("\" .".utf8))
      Issue.record("0xFF is no text")
    } catch {
      #expect(error.faults == [TurtleFault(line: 1, column: 15, .notText)])
    }
  }

  /// Whatever the bytes: an answer in the end, and every place lies in the file.
  @Test func randomBytesDoNoHarm() {
    var random = SeededGenerator(seed: 4)
    let pieces = [
      ":s", " ", " .\n", ";", ",", "[", "]", "(", ")", "\"", "'''", "@de", "^^", "<", ">", "a",
      "_:x",
      "1.5e", "\\u00", "#", "@prefix : <urn:x:> .\n", "ä", "%2", "true", "\n", "-", ".", "\\",
    ]
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        if random.chance(oneIn: 30) {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += Array(random.pick(pieces).utf8)
        }
      }
      check(bytes)
    }
  }

  @Test func mutatedFilesDoNoHarm() {
    var random = SeededGenerator(seed: 9)
    let sample = Array(TurtleWriterTests.sample.utf8)
    for _ in 0..<2000 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1..<6, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.insert(random.pick(Array(".;,[]()<>\"'@:_#\\".utf8)), at: at)
        default: bytes.removeSubrange(at..<min(bytes.count, at + 20))
        }
      }
      check(bytes)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let lines = bytes.count { $0 == 10 } + 1
    do throws(TurtleError) {
      let document = try TurtleReader().read(bytes)
      #expect(document.lines().allSatisfy { $0 <= lines })
    } catch {
      #expect(!error.faults.isEmpty)
      #expect(error.faults.allSatisfy { $0.line <= lines && $0.column <= bytes.count + 1 })
      #expect(error.faults.map(\.line) == error.faults.map(\.line).sorted())
    }
  }
}
