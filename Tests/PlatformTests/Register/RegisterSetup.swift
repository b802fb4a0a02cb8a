// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Registry
import Storage
import Testing
import TragwerkTesting

@testable import Platform

/// A list of members with a number, a firm met twice and a row that is none.
enum MemberList {
  static let rows = """
    Mitgliedsnr.;Firma;Straße;PLZ;Ort;USt-IdNr.;Leistungen
    1;Alpha Pumpenbau GmbH;Werkstraße 1;99084;Erfurt;;Fräsen, Drehen
    2;Beta Filtertechnik AG;Am Kanal 5;50667;Köln;DE136695976;
    3;Gamma Zeltbau e.K.;Marktplatz 7;80331;München;;
    4;Alpha Pumpenbau;Werkstr. 1;99084;Erfurt;;
    5;;Niemandsweg 1;10115;Berlin;;

    """

  static let source = Source(name: "verband", kind: .list, title: "Verband Beispiel")
}

func stage(
  _ text: String, _ access: RegisterAccess, _ folder: TemporaryFolder,
  named name: String = "a.csv",
  from source: Source = MemberList.source, _ change: (inout StageList) -> Void = { _ in }
) async throws -> StagedList {
  let path = folder.path(name)
  try text.write(toFile: path, atomically: true, encoding: .utf8)
  var stage = StageList(path: path, source: source)
  stage.statedOn = CalendarDay("2026-11-01")
  change(&stage)
  return try await stage.run(access)
}

func commit(_ staged: StagedList, _ access: RegisterAccess) async throws -> CommitSummary {
  try await CommitImport(importID: try #require(staged.importID)).run(access)
}

func organisations(_ access: RegisterAccess) async throws -> [String] {
  try await access.read { connection in
    try Register(connection).organisations(limit: 1_000).map { "\($0.id) \($0.name)" }
  }
}

/// Runs work with an empty register of its own.
func withRegister(
  _ engine: TestEngine, _ work: (RegisterAccess, TemporaryFolder) async throws -> Void
) async throws {
  try await withTestPlace(engine) { place in
    let access = try await RegisterAccess.open(
      place.location, by: "Prüferin", mayCreate: true,
      now: { Date(timeIntervalSince1970: 1_795_000_000) })
    do {
      try await work(access, TemporaryFolder())
    } catch {
      await access.close()
      throw error
    }
    await access.close()
  }
}
