// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A folder of library files that lives as long as the test.
final class TemporaryLibrary {
  let path: String

  init(_ files: [String: String]) throws {
    path = NSTemporaryDirectory() + "library-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = URL(fileURLWithPath: path).appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
