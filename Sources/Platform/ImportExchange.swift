// SPDX-License-Identifier: Apache-2.0
import CapacityExchange
import Foundation
import Localization
import ValueChains

/// Use case: what direct partners exchange about demand, capacity and stock, in a chain.
public struct ImportExchange: Sendable {
  public var files: [String]
  public var firstDay: CalendarDay
  /// The chain package to put it into; nil for a chain of its own.
  public var chain: String?

  public init(files: [String], firstDay: CalendarDay) {
    self.files = files
    self.firstDay = firstDay
  }

  /// A merged chain with the further files of the package it came from.
  public struct Imported: Sendable {
    public let outcome: ChainExchange.Outcome
    let extraFiles: [(name: String, content: String)]
  }

  /// Reads files and chain and merges. Throws with findings where either has errors.
  public func run() throws(PlatformError) -> Imported {
    var base: ValueChain?
    var extraFiles: [(name: String, content: String)] = []
    if let chain {
      base = try read(chain)
      extraFiles = try Self.extraFiles(of: chain)
    }
    var contents: [ExchangeFile] = []
    for (at, path) in files.enumerated() {
      let name = shownName(at)
      contents.append(ExchangeFile(name: name, bytes: try bytes(of: path)))
    }
    let outcome = ChainExchange.merge(contents, into: base, firstDay: firstDay)
    guard !outcome.findings.hasErrors else {
      throw PlatformError(
        .data,
        LocalizedText(
          de: "Diese Dateien lassen sich so nicht übernehmen; es wurde nichts geschrieben.",
          en: "These files cannot be taken in as they are; nothing was written."),
        findings: outcome.findings)
    }
    let needed = [TableName.sites, .materials, .demands].filter { outcome.chain[$0].isEmpty }
    guard needed.isEmpty else {
      throw PlatformError(
        .data,
        LocalizedText(
          de:
            "Aus diesen Dateien allein wird keine Kette: Es fehlt eine Nachfrage. Mit --chain eine Kette angeben, oder eine Datei mit Bedarf.",
          en:
            "These files alone give no chain: a demand is missing. Name a chain with --chain, or a file with demand."
        ), findings: outcome.findings)
    }
    return Imported(outcome: outcome, extraFiles: extraFiles)
  }

  /// Writes the merged chain as a package; further files of the package it came from go along.
  public static func write(_ imported: Imported, to path: String, replacing: Bool)
    throws(PlatformError)
  {
    do throws(ChainPackage.WritingError) {
      try ChainPackage.write(
        imported.outcome.chain, to: path, replacing: replacing ? .anyPackage : .untouchedDraft,
        isDraft: true, extraFiles: imported.extraFiles)
    } catch {
      throw PlatformError(error)
    }
  }

  // MARK: Reading

  /// The file's own name, or the path where two files share a name.
  private func shownName(_ at: Int) -> String {
    let names = files.map { URL(fileURLWithPath: $0).lastPathComponent }
    return names.count { $0 == names[at] } > 1 ? files[at] : names[at]
  }

  private func read(_ path: String) throws(PlatformError) -> ValueChain {
    let reading: ChainPackage.Reading
    do throws(ChainPackage.ReadingError) {
      reading = try ChainPackage.read(path)
    } catch {
      throw PlatformError(error)
    }
    guard !reading.findings.hasErrors else {
      throw PlatformError(
        .data,
        LocalizedText(
          de: "Die Kette in \(path) hat Fehler; sie sind zuerst zu beheben.",
          en: "The chain in \(path) has errors; they need mending first."),
        findings: reading.findings.filter { $0.severity == .error })
    }
    return reading.chain
  }

  private func bytes(of path: String) throws(PlatformError) -> [UInt8] {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard let attributes else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(path) gibt es nicht. Erwartet wird eine JSON-Datei.",
          en: "\(path) does not exist. Expected is a JSON file."))
    }
    // A file too large is told as a finding; reading one byte more is enough for that.
    guard attributes[.type] as? FileAttributeType == .typeRegular,
      let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: ExchangeFile.mostBytes + 1) ?? Data()
    else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(path) ist keine lesbare Datei. Erwartet wird eine JSON-Datei.",
          en: "\(path) is no readable file. Expected is a JSON file."))
    }
    return [UInt8](data)
  }

  /// Files of a package that are no tables, such as the `parts.csv` of a draft.
  private static func extraFiles(of path: String) throws(PlatformError) -> [(
    name: String, content: String
  )] {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    let manifest = try? Data(contentsOf: folder.appendingPathComponent("datapackage.json"))
    let document = manifest.flatMap { try? JSONSerialization.jsonObject(with: $0) }
    let resources = (document as? [String: Any])?["resources"] as? [[String: Any]] ?? []
    var files: [(name: String, content: String)] = []
    for resource in resources {
      guard let name = resource["path"] as? String, !name.contains("/"), name != "..",
        (resource["name"] as? String).flatMap(TableName.init(rawValue:)) == nil,
        let content = try? String(
          contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      else { continue }
      files.append((name, content))
    }
    return files
  }
}
