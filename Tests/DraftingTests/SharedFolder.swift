// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The folder of public data beside the checkout; tests that need it are skipped without it.
enum SharedFolder {
  static let data: String? = {
    let named = ProcessInfo.processInfo.environment["TRAGWERK_SHARED"]
    let beside = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared")
    let path = (named ?? beside.standardizedFileURL.path) + "/data"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  static var exists: Bool { data != nil }
}
