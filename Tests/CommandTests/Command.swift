// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The command as scripts run it.
enum Command {
  struct Result {
    let code: Int32
    let out: String
    let error: String
  }

  /// Built beside the test program.
  private static let url = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("tragwerk")

  /// The folder of the repository.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static func run(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.environment = ["LANG": "C", "PATH": "/usr/bin:/bin"]
    let (out, error) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = error
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let outData = try out.fileHandleForReading.readToEnd() ?? Data()
    let errorData = try error.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, out: String(decoding: outData, as: UTF8.self),
      error: String(decoding: errorData, as: UTF8.self))
  }
}
