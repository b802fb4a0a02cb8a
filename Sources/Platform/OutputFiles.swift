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

/// A file written piece by piece under another name and put in its place when it is whole.
public final class ResultStream: Sendable {
  private let file: FileHandle
  private let path: String?
  private let part: String

  /// - Parameter path: where it goes; nil for standard output.
  public init(to path: String?) throws(PlatformError) {
    self.path = path
    guard let path else {
      file = .standardOutput
      part = ""
      return
    }
    part = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    guard FileManager.default.createFile(atPath: part, contents: nil),
      let handle = FileHandle(forWritingAtPath: part)
    else {
      throw PlatformError(
        .outputFailed,
        PlatformError.notWritten(path, String(cString: strerror(errno))))
    }
    file = handle
  }

  public func write(_ text: String) throws(PlatformError) {
    do {
      try file.write(contentsOf: Data(text.utf8))
    } catch {
      throw PlatformError(
        .outputFailed, PlatformError.notWritten(path ?? "-", error.localizedDescription))
    }
  }

  /// Puts the file in its place.
  public func finish() throws(PlatformError) {
    guard let path else { return }
    do {
      try file.synchronize()
      try file.close()
    } catch {
      throw PlatformError(.outputFailed, PlatformError.notWritten(path, error.localizedDescription))
    }
    guard rename(part, path) == 0 else {
      throw PlatformError(
        .outputFailed, PlatformError.notWritten(path, String(cString: strerror(errno))))
    }
  }

  /// Leaves nothing behind.
  public func abandon() {
    if path != nil { unlink(part) }
  }
}
