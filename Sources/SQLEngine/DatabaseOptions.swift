// SPDX-License-Identifier: Apache-2.0

/// How a database is opened. The defaults suit the program; tests shorten the waiting.
public struct DatabaseOptions: Sendable {
  /// Whether a file that is missing is made. Servers and their databases are never made.
  public var mayCreate = true
  /// Transactions at a time: connections to a server; of a file, readers beside its one writer. ≥ 1.
  public var connections = 8
  /// How long to wait for a turn, and for others' locks. A URL cannot change it.
  public var busyTimeout = Duration.seconds(20)
  /// How long to wait for a server to answer; `connect_timeout` in the URL goes first.
  public var connectTimeout = Duration.seconds(10)
  /// How often a transaction is tried when others stand in its way. ≥ 1.
  public var attempts = 12
  /// The first pause between two tries; each next one is twice as long, up to half a second.
  public var firstPause = Duration.milliseconds(4)
  /// The largest size of a file in bytes, beyond which it counts as full; nil is the disk's.
  public var largestFile: Int?

  public init() {}

  /// The pause before a try; `attempt` 1 is the second try.
  func pause(before attempt: Int) -> Duration {
    min(firstPause * (1 << min(attempt - 1, 20)), .milliseconds(500))
  }
}
