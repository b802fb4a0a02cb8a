// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Reference cases and public data beside the checkout: named by `TRAGWERK_SHARED`, else `../shared`.
/// Tests that use them say so and are skipped where the folder is missing.
public enum SharedFolder {
  /// The path of a part of it, nil where it is missing.
  public static func path(_ part: String) -> String? {
    let named = ProcessInfo.processInfo.environment["TRAGWERK_SHARED"]
    let beside = Checkout.url.deletingLastPathComponent().appendingPathComponent("shared").path
    let path = (named ?? beside) + "/" + part
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  public static var isThere: Bool { path("spec") != nil }

  /// The path of a part that must be there; only call where ``isThere``.
  public static func file(_ part: String) -> String {
    guard let path = path(part) else { preconditionFailure("The shared folder has no \(part)") }
    return path
  }

  /// The folders of the reference chains, in the order of their names.
  public static let referenceChains: [String] = {
    guard let chains = path("reference/chains") else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: chains)) ?? []
    return names.sorted().map { chains + "/" + $0 }.filter {
      FileManager.default.fileExists(atPath: $0 + "/datapackage.json")
    }
  }()
}

/// The checkout the tests run in.
public enum Checkout {
  public static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  public static func path(_ relative: String) -> String {
    url.appendingPathComponent(relative).path
  }
}
