// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Registry

/// A sum over a file, to know it again when reading goes on after an interruption.
enum FileSum {
  /// Reads the file in pieces; linear in its size.
  static func of(_ path: String) throws(PlatformError) -> String {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(path) gibt es nicht oder ist nicht lesbar.",
          en: "\(path) does not exist or cannot be read."))
    }
    var sum = ContentSum()
    do {
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { sum.add(piece) }
      try file.close()
    } catch {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(path) lässt sich nicht lesen: \(error.localizedDescription)",
          en: "\(path) cannot be read: \(error.localizedDescription)"))
    }
    return sum.text
  }
}
