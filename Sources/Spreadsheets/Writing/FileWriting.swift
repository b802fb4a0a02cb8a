// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Puts files in place so that each is the old one or the whole new one.
public enum FileWriting {
  public static func write(_ bytes: [UInt8], to path: String) throws(TableFault) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw failed(path)
    }
  }

  /// A name beside the file for what becomes it.
  static func temporaryPath(beside path: String) -> String {
    path + ".part-\(UUID().uuidString.prefix(8))"
  }

  static func move(_ path: String, to target: String) throws(TableFault) {
    guard unsafe rename(path, target) == 0 else { throw failed(target) }
  }

  static func failed(_ path: String) -> TableFault {
    TableFault(
      .unreadable,
      de: "Die Datei „\(path)“ lässt sich nicht schreiben. Gibt es den Ordner, und ist dort Platz?",
      en: "The file “\(path)” cannot be written. Does the folder exist, and is there space?")
  }
}
