// SPDX-License-Identifier: Apache-2.0
import Foundation
import Platform
import Registry
import SQLEngine

/// Lists into the register: SQLite, everything on disk, names and addresses not compared.
extension BenchmarkCase {
  static let registers = [
    importing("register-import-100k-sites", sites: 100_000, runs: 3),
    importing("register-import-1M-sites", sites: 1_000_000, runs: 1),
    BenchmarkCase(name: "register-import-10k-compared", runs: 1) {
      let list = try SiteList.write(10_000)
      return { try await run(list, compares: true) }
    },
  ]

  private static func importing(_ name: String, sites: Int, runs: Int) -> BenchmarkCase {
    BenchmarkCase(name: name, runs: runs) {
      let list = try SiteList.write(sites)
      return { try await run(list, compares: false) }
    }
  }

  /// Reads, stages and commits a list into an empty register.
  private static func run(_ list: SiteList, compares: Bool) async throws -> String {
    let path = list.folder.appendingPathComponent("register-\(UUID().uuidString).sqlite").path
    let access = try await RegisterAccess.open(
      DatabaseLocation(file: path), by: "bench", mayCreate: true)
    var stage = StageList(
      path: list.path, source: Source(name: "sites", kind: .publicRegister, title: "sites"))
    stage.compares = compares
    let start = ContinuousClock.now
    let staged = try await stage.run(access)
    let read = ContinuousClock.now
    guard let id = staged.importID else { preconditionFailure("not a dry run") }
    let summary = try await CommitImport(importID: id).run(access)
    let end = ContinuousClock.now
    await access.close()
    try FileManager.default.removeItem(atPath: path)
    let seconds = (end - start) / .seconds(1)
    return String(
      format:
        "%d rows of the register (%.1f a site), %.0f a second by the clock; reading %.1f s, commit %.1f s; %d new, %d linked, %d asked",
      summary.written, Double(summary.written) / Double(staged.counts.rows),
      Double(summary.written) / seconds, (read - start) / .seconds(1), (end - read) / .seconds(1),
      summary.new, summary.linked, summary.open)
  }
}

/// A list of made-up sites with register numbers, addresses and coordinates.
struct SiteList: Sendable {
  let folder: URL
  let path: String

  /// - Parameter count: sites; every fourth organisation has two.
  static func write(_ count: Int) throws -> SiteList {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tragwerk-sites-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("sites.csv")
    var text = "Nr;Firma;Registernummer;Werk;Straße;PLZ;Ort;Land;Breite;Länge;NACE\n"
    let courts = ["Jena", "Köln", "München", "Kiel"]
    let trades = ["Pumpenbau", "Filtertechnik", "Zeltwerke", "Metallguss", "Kabelwerk"]
    for site in 0..<count {
      let firm = site % 5 == 4 ? site - 1 : site
      let court = courts[firm % courts.count]
      text +=
        "\(site);\(trades[firm % trades.count]) \(firm) GmbH;HRB \(firm + 1) Amtsgericht \(court);"
        + "Werk \(site);Industriestraße \(site % 200 + 1);\(10_000 + site % 80_000);Ort \(site % 5_000);DE;"
        + "\(47 + Double(site % 7_000) / 1_000);\(6 + Double(site % 9_000) / 1_000);25.\(site % 70 + 11)\n"
    }
    try text.write(to: path, atomically: true, encoding: .utf8)
    return SiteList(folder: folder, path: path.path)
  }
}
