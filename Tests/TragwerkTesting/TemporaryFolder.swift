// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A folder that is gone when the test is over.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init() {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tragwerk-test-\(UUID().uuidString)", isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      preconditionFailure("A temporary folder can be made: \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  public var path: String { url.path }

  public func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Names of everything in the folder, hidden files included, sorted.
  public func names(in subfolder: String = "") -> [String] {
    let path = subfolder.isEmpty ? self.path : path(subfolder)
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  public func write(_ content: [UInt8], to name: String) throws {
    let place = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content).write(to: place)
  }

  public func write(_ content: String, to name: String) throws {
    try write(Array(content.utf8), to: name)
  }

  public func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url.appendingPathComponent(name)))
  }

  public func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }
}

/// Runs some work with a folder that lives exactly as long.
public func withTemporaryFolder<T>(_ work: (URL) async throws -> T) async throws -> T {
  let folder = TemporaryFolder()
  defer { withExtendedLifetime(folder) {} }
  return try await work(folder.url)
}
