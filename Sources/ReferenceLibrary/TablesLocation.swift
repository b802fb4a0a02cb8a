// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The one place that knows where the built-in tables lie.
enum TablesLocation {
  /// In the order tried: an installed layout, the bundle beside the program, the sources.
  static func candidates() -> [URL] {
    var folders: [URL] = []
    if let program = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      let beside = program.deletingLastPathComponent()
      folders.append(beside.appendingPathComponent("../share/tragwerk/Tables").standardizedFileURL)
      folders.append(beside.appendingPathComponent("tragwerk_ReferenceLibrary.resources/Tables"))
      folders.append(beside.appendingPathComponent("tragwerk_ReferenceLibrary.bundle/Tables"))
    }
    // `Bundle.module` would stop the program where its bundle is missing; the folder beside this
    // file is the same and can be asked for.
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return folders + [sources.appendingPathComponent("Tables")]
  }

  static func find() throws(LibraryError) -> URL {
    let candidates = candidates()
    for folder in candidates
    where FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("materials.csv").path)
    {
      return folder
    }
    throw .tablesMissing(looked: candidates.map(\.path))
  }
}
