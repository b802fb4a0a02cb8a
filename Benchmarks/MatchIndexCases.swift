// SPDX-License-Identifier: Apache-2.0
import Foundation
import Geodesy
import Localization
import Matching
import Platform
import Registry
import SQLEngine
import Vocabulary

/// The match index over a register of 50,000 organisations in SQLite: made at once, and kept.
extension BenchmarkCase {
  static let matchIndex: [BenchmarkCase] = [
    BenchmarkCase(name: "match-index-anew-50k", runs: 3) {
      let register = try await FirmRegister.make(50_000)
      return {
        let start = ContinuousClock.now
        let index = try await LiveMatchIndex(register.access).current()
        let made = ContinuousClock.now
        let found = index.matches(for: FirmRegister.needs[0], register.options).count
        return String(
          format: "%d organisations, %d found; by the clock %.1f s made, %.0f ms matched",
          index.count, found, (made - start) / .seconds(1),
          (ContinuousClock.now - made) / .milliseconds(1))
      }
    },
    BenchmarkCase(name: "match-index-kept-50k", runs: 3) {
      let register = try await FirmRegister.make(50_000)
      let live = LiveMatchIndex(register.access)
      try await live.refresh()
      return { try await KeptIndexWork(register: register, live: live).rounds(10) }
    },
    BenchmarkCase(name: "match-index-list-again-50k", runs: 1) {
      let register = try await FirmRegister.make(50_000)
      let live = LiveMatchIndex(register.access)
      try await live.refresh()
      return {
        let start = ContinuousClock.now
        _ = try await register.take(register.list, "verband", on: "2026-11-02")
        let taken = ContinuousClock.now
        let done = try await live.refresh()
        return String(
          format: "taken in by the clock %.1f s; then %d read anew in %.1f ms",
          (taken - start) / .seconds(1), done.put,
          (ContinuousClock.now - taken) / .milliseconds(1))
      }
    },
  ]
}

/// A register of made-up firms, in a file.
struct FirmRegister: Sendable {
  let access: RegisterAccess
  private let folder: BenchmarkFolder
  /// The list it was made from.
  let list: String
  let options: MatchOptions

  static let needs = [
    Need(
      id: "a", title: "Gefräste Gehäuse", description: "Aus Aluminium gefräst und eloxiert.",
      required: ["ISO9001"], place: GeoPoint(latitude: 50, longitude: 9)),
    Need(id: "b", title: "Kabelsätze", description: "Konfektioniert, mit Steckern, geprüft."),
    Need(
      id: "c", title: "Zelte", description: "Genähte Zelte aus beschichtetem Gewebe",
      amount: Need.Amount(quantity: 500, perYear: 1)),
  ]

  static func make(_ firms: Int) async throws -> FirmRegister {
    let folder = try BenchmarkFolder("tragwerk-firms")
    let path = folder.url.appendingPathComponent("register.sqlite").path
    let access = try await RegisterAccess.open(
      DatabaseLocation(file: path), by: "bench", mayCreate: true)
    guard let day = CalendarDay("2026-11-20") else { preconditionFailure("a day") }
    let register = FirmRegister(
      access: access, folder: folder, list: Self.list(firms), options: MatchOptions(day: day))
    _ = try await register.take(register.list, "verband", on: "2026-11-01")
    return register
  }

  /// Each firm names three capabilities of the vocabulary and describes itself in 8 to 20 words.
  private static func list(_ firms: Int) -> String {
    let concepts = Thesaurus.builtIn.concepts.filter { !$0.label.german.contains(",") }
    var generator = GeneratedCapabilities(seed: 3)
    var text = "Nr;Firma;PLZ;Ort;Branche;Breitengrad;Längengrad;Leistungen;Tätigkeit\n"
    for firm in 0..<firms {
      let labels = (1...3).map { concepts[(firm * 7_919 * $0) % concepts.count].label.german }
      text +=
        "\(firm);Firma \(firm) GmbH;\(10_000 + firm % 80_000);Ort \(firm % 5_000);"
        + "25.\(firm % 70 + 11);\(47 + firm % 8),5;\(6 + firm % 9),25;"
        + "\(labels.joined(separator: ", "));\(generator.text())\n"
    }
    return text
  }

  /// Takes a list in and gives the import's id.
  func take(_ text: String, _ source: String, on day: String) async throws -> String {
    let path = folder.url.appendingPathComponent("list.csv")
    try text.write(to: path, atomically: true, encoding: .utf8)
    var stage = StageList(
      path: path.path, source: Source(name: source, kind: .list, title: source))
    stage.statedOn = CalendarDay(day)
    stage.compares = false
    guard let id = try await stage.run(access).importID else {
      preconditionFailure("not a dry run")
    }
    _ = try await CommitImport(importID: id).run(access)
    return id
  }
}

/// A folder that goes with its last user: a register of that size takes half a gigabyte.
private final class BenchmarkFolder: Sendable {
  let url: URL

  init(_ name: String) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "\(name)-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// Firms come, change and go, one at a time; after each the index is refreshed and asked.
struct KeptIndexWork: Sendable {
  let register: FirmRegister
  let live: LiveMatchIndex

  /// Milliseconds by the clock.
  private struct Times {
    var refresh: [Double] = []
    var whole: [Double] = []

    var text: String { String(format: "%.1f/%.0f", Self.median(refresh), Self.median(whole)) }

    private static func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
  }

  static let changesPerRound = 4

  /// - Returns: medians of a refresh, and of a refresh with a match.
  func rounds(_ count: Int) async throws -> String {
    var (added, changed, withdrawn, held) = (Times(), Times(), Times(), Times())
    for round in 0..<count {
      let need = FirmRegister.needs[round % FirmRegister.needs.count]
      let id = try await register.take(
        "Nr;Firma;PLZ;Ort;Leistungen\n\(round);Neu \(round) KG;99999;Neuland;Zelte nähen, Fräsen\n",
        "neu-\(round)", on: "2026-11-03")
      try await measure(need, &added)
      try await state(round, "Fräsen bis \(round) m aus Aluminium, mit Prüfung")
      try await measure(need, &changed)
      _ = try await UndoImport(importID: id).run(register.access)
      try await measure(need, &withdrawn)
      // While somebody still works with the index of before, a refresh makes a copy.
      let earlier = try await live.current()
      try await state(round, "Drehen bis \(round) mm aus Stahl")
      try await measure(need, &held)
      precondition(earlier.count > 0)
    }
    return "refresh/with match, p50 ms: added \(added.text), changed \(changed.text), "
      + "withdrawn \(withdrawn.text), while a copy is held \(held.text)"
  }

  private func state(_ round: Int, _ text: String) async throws {
    guard let day = CalendarDay("2026-11-05") else { preconditionFailure("a day") }
    try await StateFacts(
      organisation: EntityID(.organisation, Int64(1 + round * 1_237)),
      facts: [("capability.text", text)],
      source: Source(name: "eigen", kind: .company, title: "eigen"), day: day
    ).run(register.access)
  }

  private func measure(_ need: Need, _ times: inout Times) async throws {
    let start = ContinuousClock.now
    let done = try await live.refresh()
    let refreshed = ContinuousClock.now
    precondition(done.put + done.removed == 1, "one firm each")
    let found = try await live.current().matches(for: need, register.options)
    precondition(!found.isEmpty)
    times.refresh.append((refreshed - start) / .milliseconds(1))
    times.whole.append((ContinuousClock.now - start) / .milliseconds(1))
  }
}
