// SPDX-License-Identifier: Apache-2.0

/// A JSON file as it came from a partner.
public struct ExchangeFile: Sendable {
  /// The name findings and provenance call it by.
  public let name: String
  public let bytes: [UInt8]

  /// Larger files are not read; the standard's messages end at 15 MiB.
  public static let mostBytes = 64 << 20

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
