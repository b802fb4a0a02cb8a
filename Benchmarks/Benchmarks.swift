// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Measures speed and memory: each case in a process of its own, so that peak memory is its own.
///
/// `benchmarks` runs all cases, `benchmarks NAME` one. Times are CPU seconds (wall times are noisy
/// on shared machines), the median of the runs.
@main
struct Benchmarks {
  static func main() async throws {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "--one" {
      if arguments[2] == PeerComparison.name {
        try await PeerComparison.planHere()
      } else {
        try await measure(arguments[2])
      }
    } else {
      try runAll(named: Array(arguments.dropFirst()))
    }
  }

  private static func runAll(named names: [String]) throws {
    let cases = BenchmarkCase.all.filter { names.isEmpty || names.contains($0.name) }
    print(
      "case".padded(34) + "median CPU s".leftPadded(14) + "min".leftPadded(10)
        + "max".leftPadded(10)
        + "peak MiB".leftPadded(10) + "  work")
    var medians: [String: Double] = [:]
    for benchmark in cases {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      process.arguments = ["--one", benchmark.name]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      let line = String(decoding: data, as: UTF8.self)
      print(line, terminator: "")
      let fields = line.split(separator: " ", omittingEmptySubsequences: true)
      if fields.count > 1, let median = Double(fields[1]) { medians[benchmark.name] = median }
    }
    for ratio in BenchmarkCase.ratios {
      if let a = medians[ratio.of.0], let b = medians[ratio.by.0], b > 0 {
        let value = (a / ratio.of.1) / (b / ratio.by.1)
        print("ratio \(ratio.name): \(String(format: "%.3g", value))")
      }
    }
    if names.isEmpty || names.contains(PeerComparison.name) { try PeerComparison.run() }
  }

  private static func measure(_ name: String) async throws {
    guard let benchmark = BenchmarkCase.all.first(where: { $0.name == name }) else {
      print("no case \(name)")
      return
    }
    guard let work = try await benchmark.prepare() else {
      print(name.padded(34) + "       skipped (its data is not beside the checkout)")
      return
    }
    var seconds: [Double] = []
    var note = ""
    for _ in 0..<benchmark.runs {
      let start = cpuSeconds()
      note = try await work()
      seconds.append(cpuSeconds() - start)
    }
    seconds.sort()
    func text(_ value: Double) -> String { String(format: "%.4f", value) }
    print(
      name.padded(34) + text(seconds[seconds.count / 2]).leftPadded(14)
        + text(seconds[0]).leftPadded(10) + text(seconds[seconds.count - 1]).leftPadded(10)
        + String(format: "%.0f", peakMiB).leftPadded(10) + "  " + note)
  }

  static var peakMiB: Double { Double(usage().ru_maxrss) / 1024 }

  private static func usage() -> rusage {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    return usage
  }

  static func cpuSeconds() -> Double {
    let usage = usage()
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}

extension String {
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
  func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(1, width - count)) + self
  }
}
