// SPDX-License-Identifier: Apache-2.0
import Foundation
import TragwerkTesting

/// Breaks chain packages for a number of seconds and reads them.
///
///     swift run -c release Fuzz SECONDS [FIRST-SEED] [FOLDER …]
///
/// Each seed is a package; the last line of `fuzz.seed` in the temporary folder is the one being read,
/// so that it is known after a crash. A watchdog ends the process when one package takes a minute.
@main struct Fuzz {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let seconds = arguments.first.flatMap(Double.init) ?? 60
    let first =
      arguments.dropFirst().first.flatMap(UInt64.init) ?? UInt64.random(in: 0...0xFFFF_FFFF)
    let fuzzing = PackageFuzzing(
      folders: Array(arguments.dropFirst(2)) + SharedFolder.referenceChains)
    let record = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz.seed")
    print("First seed \(first); the one being read stands in \(record.path).")
    let started = ContinuousClock.now
    var seed = first
    var failures = 0
    while (ContinuousClock.now - started) / .seconds(1) < seconds {
      try Data("\(seed)\n".utf8).write(to: record)
      alarm(60)
      do {
        try fuzzing.run(seed)
      } catch {
        failures += 1
        print("Seed \(seed): \(error)")
      }
      seed += 1
    }
    alarm(0)
    print("\(seed - first) packages read, \(failures) failures.")
    if failures > 0 { exit(1) }
  }
}
