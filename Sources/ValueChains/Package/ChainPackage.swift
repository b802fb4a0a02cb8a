// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

/// A value chain on disk: a folder with `datapackage.json` and its tables.
///
/// The format is Frictionless Tabular Data Package with the tables of the ``Catalogue``.
public enum ChainPackage {
  /// What reading a package gave: as much of the chain as could be read, and everything found.
  public struct Reading: Sendable {
    public let chain: ValueChain
    /// Form and content, in reading order. Compute with the chain only if none is an error.
    public let findings: [Finding]
  }

  /// Why there was nothing to read at all.
  public enum ReadingError: Error, Equatable {
    case noSuchFolder(path: String)
    case notAFolder(path: String)
  }

  /// Reads and checks a package.
  ///
  /// Bad content is a result, not an error: every problem of every table is in the findings.
  /// About one second and 0.5 GB for a million links.
  public static func read(_ path: String) throws(ReadingError) -> Reading {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noSuchFolder(path: path)
    }
    guard isFolder.boolValue else { throw .notAFolder(path: path) }
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    let fallbackName = folder.standardizedFileURL.lastPathComponent
    switch Manifest.read(in: folder) {
    case .failure(let problem):
      return Reading(chain: ValueChain(name: fallbackName), findings: [problem.finding])
    case .success(let manifest):
      var chain = ValueChain(
        name: manifest.name ?? fallbackName, title: manifest.title, currency: manifest.currency)
      var findings = readTables(manifest, in: folder, into: &chain)
      findings += chain.findings()
      return Reading(chain: chain, findings: findings.inReadingOrder())
    }
  }

  private static func readTables(_ manifest: Manifest, in folder: URL, into chain: inout ValueChain)
    -> [Finding]
  {
    var findings: [Finding] = []
    var listed: Set<TableName> = []
    for resource in manifest.resources ?? [] {
      guard let name = resource.name, let table = TableName(rawValue: name) else { continue }
      guard listed.insert(table).inserted else {
        findings.append(
          problem(
            .packageUnreadable, table, "Die Tabelle steht in datapackage.json zweimal.",
            "The table is listed twice in datapackage.json."))
        continue
      }
      guard let path = resource.path, isInside(path), staysInside(path, of: folder) else {
        findings.append(
          problem(
            .packageUnreadable, table,
            "Ihr Pfad in datapackage.json muss eine Datei in diesem Ordner nennen (\(resource.path ?? "–")).",
            "Its path in datapackage.json must name a file in this folder (\(resource.path ?? "–"))."
          ))
        continue
      }
      let file = folder.appendingPathComponent(path)
      guard isFile(file), let data = try? Data(contentsOf: file) else {
        findings.append(
          problem(
            .tableMissing, table, "Die Datei \(path) fehlt oder ist nicht lesbar.",
            "The file \(path) is missing or cannot be read."))
        continue
      }
      var reader = TableReader(table)
      chain[table] = reader.read([UInt8](data))
      findings += reader.findings
    }
    findings += missingTables(listed, in: folder, chain, findings)
    for finding in findings where finding.row == 0 && finding.code != .notText {
      guard let table = TableName(rawValue: finding.table) else { continue }
      chain[table].damage.lacksRows = true
    }
    return findings
  }

  private static func missingTables(
    _ listed: Set<TableName>, in folder: URL, _ chain: ValueChain, _ found: [Finding]
  ) -> [Finding] {
    var findings: [Finding] = []
    for table in TableName.allCases {
      let file = "\(table.rawValue).csv"
      if !listed.contains(table) {
        let lies = FileManager.default.fileExists(atPath: folder.appendingPathComponent(file).path)
        if lies {
          findings.append(
            Finding(
              .tableNotListed, table.definition.isRequired ? .error : .warning,
              table: table.rawValue,
              LocalizedText(
                de:
                  "\(file) liegt im Ordner, steht aber nicht in datapackage.json und wird nicht gelesen.",
                en:
                  "\(file) lies in the folder but is not listed in datapackage.json and is not read."
              )))
        } else if table.definition.isRequired {
          findings.append(
            problem(
              .tableMissing, table, "Die Tabelle fehlt; ohne sie gibt es keine Kette.",
              "The table is missing; without it there is no chain."))
        }
      } else if table.definition.isRequired, chain[table].isEmpty,
        !found.contains(where: { $0.table == table.rawValue && $0.row == 0 })
      {
        findings.append(
          problem(
            .tableEmpty, table, "Die Tabelle hat keine Zeilen; sie wird gebraucht.",
            "The table has no rows; it is needed."))
      }
    }
    return findings
  }

  private static func problem(_ code: Finding.Code, _ table: TableName, _ de: String, _ en: String)
    -> Finding
  {
    Finding(code, .error, table: table.rawValue, LocalizedText(de: de, en: en))
  }

  /// Whether a path stays in the folder once symbolic links are followed.
  private static func staysInside(_ path: String, of folder: URL) -> Bool {
    let inside = folder.resolvingSymlinksInPath().standardizedFileURL.path + "/"
    let file = folder.appendingPathComponent(path).resolvingSymlinksInPath().standardizedFileURL
    return file.path.hasPrefix(inside)
  }

  /// Pipes and devices have no end that reading could wait for.
  static func isFile(_ file: URL) -> Bool {
    let path = file.resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  /// Whether a resource path stays in the package's folder, as the standard demands.
  static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.contains("://") && !path.contains("\\")
      && !path.split(separator: "/").contains("..") && !path.contains("\0")
  }
}
