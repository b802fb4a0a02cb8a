// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization

extension ChainPackage {
  public enum WritingError: Error, Equatable {
    /// The folder holds something that writing would destroy.
    case wouldOverwrite(path: String)
    case failed(path: String, reason: String)
  }

  /// What may lie at the place a package is written to.
  public enum Replacing: Sendable {
    /// Nothing, an empty folder, or a draft that nobody has changed since it was written.
    case untouchedDraft
    /// Any chain package.
    case anyPackage
  }

  /// Writes a chain as a package, whole or not at all: the folder is made beside its place and moved
  /// there when complete.
  ///
  /// - Parameters:
  ///   - extraFiles: further files of the folder, by name; listed as resources without a schema.
  public static func write(
    _ chain: ValueChain, to path: String, replacing: Replacing = .untouchedDraft,
    isDraft: Bool = false,
    extraFiles: [(name: String, content: String)] = []
  ) throws(WritingError) {
    let place = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
    let manager = FileManager.default
    let exists = manager.fileExists(atPath: place.path)
    if exists, !mayReplace(place, replacing) { throw .wouldOverwrite(path: path) }
    let making = place.deletingLastPathComponent().appendingPathComponent(
      ".\(place.lastPathComponent).writing-\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try? manager.removeItem(at: making)
      try manager.createDirectory(at: making, withIntermediateDirectories: true)
      defer { try? manager.removeItem(at: making) }
      for (name, content) in files(of: chain, isDraft: isDraft, extraFiles) {
        try Data(content.utf8).write(to: making.appendingPathComponent(name))
      }
      try exists
        ? exchange(place, for: making) : manager.moveItem(at: making, to: place)
    } catch {
      throw .failed(path: path, reason: error.localizedDescription)
    }
  }

  /// Puts a finished folder in the place of an older one, which comes back if that fails.
  private static func exchange(_ place: URL, for making: URL) throws {
    let manager = FileManager.default
    let aside = making.appendingPathExtension("old")
    try manager.moveItem(at: place, to: aside)
    do {
      try manager.moveItem(at: making, to: place)
    } catch {
      try manager.moveItem(at: aside, to: place)
      throw error
    }
    try manager.removeItem(at: aside)
  }

  /// Every file of a package in the order of writing; `datapackage.json` first.
  static func files(
    of chain: ValueChain, isDraft: Bool, _ extraFiles: [(name: String, content: String)]
  ) -> [(name: String, content: String)] {
    let tables = TableName.allCases.map { chain[$0] }.filter {
      !$0.isEmpty || $0.definition.isRequired
    }
    var files = tables.map { (name: "\($0.definition.name.rawValue).csv", content: csv($0)) }
    files += extraFiles
    var entries: [(String, JSONValue)] = [
      ("profile", .text("tabular-data-package")), ("name", .text(chain.name)),
      ("title", .text(chain.title)), ("chainPackage", .number(Double(Manifest.supportedFormat))),
    ]
    if let currency = chain.currency { entries.append(("currency", .text(currency))) }
    if isDraft { entries.append(("draftDigest", .text(digest(files)))) }
    let resources = tables.map(PackageSchema.resource)
    let extras = extraFiles.map { file -> JSONValue in
      .object([("name", .text(String(file.name.prefix { $0 != "." }))), ("path", .text(file.name))])
    }
    entries.append(("resources", .array(resources + extras)))
    return [(Manifest.file, JSONValue.object(entries).rendered())] + files
  }

  static func csv(_ table: TableContents) -> String {
    let definition = table.definition
    let columns = definition.columns.enumerated().filter { at, column in
      at < definition.keyLength || table.has(column.name)
    }.map(\.element.name)
    var text = (columns.map(\.rawValue) + table.unknownColumns.map(\.name)).map(CSVCell.quoted)
      .joined(separator: ",")
    text += "\n"
    for row in 0..<table.count {
      let known = columns.map { CSVCell.quoted(table.text($0, row)) }
      let unknown = table.unknownColumns.map { CSVCell.quoted($0.values[row]) }
      // A row of one empty cell would read as a blank line.
      let line = (known + unknown).joined(separator: ",")
      text += (line.isEmpty ? "\"\"" : line) + "\n"
    }
    return text
  }

  private static func mayReplace(_ place: URL, _ replacing: Replacing) -> Bool {
    let manager = FileManager.default
    guard let names = try? manager.contentsOfDirectory(atPath: place.path) else { return false }
    if names.isEmpty { return true }
    guard case .success(let manifest) = Manifest.read(in: place) else { return false }
    if replacing == .anyPackage { return true }
    guard let digest = manifest.draftDigest else { return false }
    let files = (manifest.resources ?? []).compactMap(\.path).map { name in
      let data = try? Data(contentsOf: place.appendingPathComponent(name))
      return (name: name, content: data.map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
    return self.digest(files) == digest && Set(names) == Set(files.map(\.name) + [Manifest.file])
  }

  /// FNV-1a over names and contents: enough to notice that somebody worked on a draft.
  private static func digest(_ files: [(name: String, content: String)]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in files {
      for byte in Array(file.name.utf8) + [0] + Array(file.content.utf8) + [0] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    return String(hash, radix: 16)
  }
}
