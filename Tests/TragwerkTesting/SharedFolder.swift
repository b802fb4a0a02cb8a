// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Reference cases and public data beside the checkout. Tests that use them say so and are skipped
/// where the folder is missing.
public enum SharedFolder {
  /// The folder named by `TRAGWERK_SHARED`, else `../shared` beside the checkout, nil if neither is.
  public static let url: URL? = {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["TRAGWERK_SHARED"].map {
      URL(fileURLWithPath: $0, isDirectory: true)
    }
    let beside = checkout.deletingLastPathComponent().appendingPathComponent("shared")
    return [named, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent("spec").path)
    }
  }()

  public static var isThere: Bool { url != nil }

  /// A path below the folder; only call where ``isThere``.
  public static func path(_ relative: String) -> String {
    (url ?? URL(fileURLWithPath: "/nonexistent")).appendingPathComponent(relative).path
  }

  /// Names of the folders below one that begin with any of some prefixes, sorted.
  public static func folders(in relative: String, prefixes: [String]) -> [String] {
    guard isThere else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path(relative))) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: path(relative + "/" + name), isDirectory: &isFolder)
      return exists && isFolder.boolValue && prefixes.contains { name.hasPrefix($0) }
    }.sorted()
  }
}

/// The checkout the tests run in.
public enum Checkout {
  public static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  public static func path(_ relative: String) -> String {
    url.appendingPathComponent(relative).path
  }
}

/// A folder that is removed again.
public func withTemporaryFolder<T>(_ body: (URL) async throws -> T) async throws -> T {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tragwerk-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}
