// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

/// Writes results so that a file is either the old one or the whole new one.
public enum OutputFiles {
  public static func write(_ text: String, to path: String) throws(PlatformError) {
    let place = URL(fileURLWithPath: path)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw PlatformError(
        .outputFailed,
        LocalizedText(
          de: "\(path) ist ein Ordner; genannt werden muss eine Datei.",
          en: "\(path) is a folder; a file must be named."))
    }
    do {
      try Data(text.utf8).write(to: place, options: .atomic)
    } catch {
      throw PlatformError(.outputFailed, PlatformError.notWritten(path, error.localizedDescription))
    }
  }

  /// Writes several files into a folder, which is made where it is missing.
  public static func write(_ files: [(name: String, content: String)], into folder: String)
    throws(PlatformError)
  {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw PlatformError(
        .outputFailed, PlatformError.notWritten(folder, error.localizedDescription))
    }
    for file in files { try write(file.content, to: folder + "/" + file.name) }
  }
}
