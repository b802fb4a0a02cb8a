// SPDX-License-Identifier: Apache-2.0
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
    /// Any chain package, edited or not, in whose folder lies nothing else.
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
    let reserved = TableName.allCases.map { "\($0.rawValue).csv" } + [Manifest.file]
    for file in extraFiles where reserved.contains(file.name) || !isPlainName(file.name) {
      throw .failed(path: path, reason: "“\(file.name)” cannot be the name of a further file.")
    }
    // A name of its own, so that two writers never meet in one folder.
    let making = place.deletingLastPathComponent().appendingPathComponent(
      ".\(place.lastPathComponent).writing-\(UUID().uuidString)")
    do {
      defer { try? manager.removeItem(at: making) }
      try manager.createDirectory(at: making, withIntermediateDirectories: true)
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
    try? manager.removeItem(at: aside)
  }

  private static func isPlainName(_ name: String) -> Bool {
    isInside(name) && !name.contains("/") && name != "."
  }

  /// Every file of a package in the order of writing; `datapackage.json` first.
  static func files(
    of chain: ValueChain, isDraft: Bool, _ extraFiles: [(name: String, content: String)]
  ) -> [(name: String, content: String)] {
    let tables = TableName.allCases.map { chain[$0] }.filter {
      !$0.isEmpty || $0.definition.isRequired || !$0.unknownColumns.isEmpty
    }
    var writer = TableWriter()
    var files = tables.map { table in
      (name: "\(table.definition.name.rawValue).csv", content: writer.csv(table))
    }
    files += extraFiles
    var entries: [(String, JSONValue)] = [
      ("profile", .text("tabular-data-package")),
      ("name", .text(ResourceName.plain(chain.name) ?? "chain")), ("title", .text(chain.title)),
      ("chainPackage", .number(Double(Manifest.supportedFormat))),
    ]
    if let currency = chain.currency { entries.append(("currency", .text(currency))) }
    let written = Set(tables.map(\.definition.name))
    let resources = tables.map { PackageSchema.resource(for: $0, among: written) }
    let names = ResourceName.names(of: extraFiles.map(\.name))
    let extras = zip(names, extraFiles).map { name, file -> JSONValue in
      .object([("name", .text(name)), ("path", .text(file.name))])
    }
    entries.append(("resources", .array(resources + extras)))
    var manifest = JSONValue.object(entries).rendered()
    if isDraft {
      let stamp = digest([(Manifest.file, Data(manifest.utf8))] + files.map { ($0, Data($1.utf8)) })
      entries.insert(("draftDigest", .text(stamp)), at: entries.count - 1)
      manifest = JSONValue.object(entries).rendered()
    }
    return [(Manifest.file, manifest)] + files
  }

  private static func mayReplace(_ place: URL, _ replacing: Replacing) -> Bool {
    let manager = FileManager.default
    guard let names = try? manager.contentsOfDirectory(atPath: place.path) else { return false }
    if names.isEmpty { return true }
    guard case .success(let manifest) = Manifest.read(in: place) else { return false }
    let resources = manifest.resources ?? []
    let listed = resources.compactMap(\.path).filter(isPlainName)
    let isOurs = resources.contains { $0.name.flatMap(TableName.init) != nil }
    guard isOurs, Set(names).isSubset(of: listed + [Manifest.file]) else { return false }
    if replacing == .anyPackage { return true }
    guard let stamp = manifest.draftDigest,
      let text = try? Data(contentsOf: place.appendingPathComponent(Manifest.file))
    else { return false }
    // The digest was taken of the file before it was put in.
    let entry = "\n  \"draftDigest\": \"\(stamp)\","
    let plain = String(decoding: text, as: UTF8.self).replacing(entry, with: "")
    let files = listed.map { name in
      (name, (try? Data(contentsOf: place.appendingPathComponent(name))) ?? Data())
    }
    return digest([(Manifest.file, Data(plain.utf8))] + files) == stamp
  }

  /// FNV-1a over names and contents: enough to notice that somebody worked on a draft.
  private static func digest(_ files: [(name: String, content: Data)]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in files {
      for byte in Array(file.name.utf8) + [0] + Array(file.content) + [0] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    return String(hash, radix: 16)
  }
}
