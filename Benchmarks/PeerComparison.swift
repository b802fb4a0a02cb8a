// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks
import Foundation
import Platform

/// The same flat ramp-up here and in PyPSA (`Peers/pypsa_ramp.py`), turn by turn in processes of
/// their own, so that both meet the same load and each peak of memory is its own.
enum PeerComparison {
  static let name = "plan-flat-beside-pypsa"
  private static let chain = "reference/chains/ramp_scale_2000x24"
  private static let turns = 3

  /// What one process needed.
  private struct Figures: Codable {
    /// CPU seconds of the whole process; for the peer without its imports.
    var total: Double
    /// CPU seconds of all but the solve.
    var around: Double
    var peakMiB: Double
    var objective: Double
  }

  // MARK: Here

  /// Plans once and prints the figures: the work of the process started for one turn.
  static func planHere() async throws {
    guard let path = BenchmarkCase.shared(chain) else { return }
    var request = PlanRequest(PeriodGrid(periods: 24, periodDays: 1))
    request.goal = .leastCost
    let marks = Marks()
    let plan = try await PlanChain(path: path, request: request).run(progress: { _ in marks.add() })
    guard case .planned(let plan) = plan, let objective = plan.objective else { return }
    // Progress is told when the program is built and when it is solved.
    let solve = marks.seconds.count > 1 ? marks.seconds[1] - marks.seconds[0] : 0
    let total = Benchmarks.cpuSeconds()
    let figures = Figures(
      total: total, around: total - solve, peakMiB: Benchmarks.peakMiB, objective: objective)
    print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
  }

  private final class Marks: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Double] = []
    var seconds: [Double] { lock.withLock { values } }
    func add() { lock.withLock { values.append(Benchmarks.cpuSeconds()) } }
  }

  // MARK: There

  private struct PeerFigures: Decodable {
    let objective: Double
    let cpuSeconds: [String: Double]
    let cpuSecondsToSolution: Double
    let peakMiB: Double
  }

  /// The interpreter that knows PyPSA, if any.
  private static func interpreter() throws -> String? {
    let named = ProcessInfo.processInfo.environment["TRAGWERK_PYPSA_PYTHON"]
    let python = named ?? "python3"
    return try output(of: ["/usr/bin/env", python, "-c", "import pypsa"]) == nil ? nil : python
  }

  private static func planThere(_ python: String, _ path: String) throws -> Figures? {
    let script = BenchmarkCase.checkout.appendingPathComponent("Benchmarks/Peers/pypsa_ramp.py")
    let words = ["/usr/bin/env", python, script.path, path, "--periods", "24"]
    guard let text = try output(of: words) else { return nil }
    let peer = try JSONDecoder().decode(PeerFigures.self, from: Data(text.utf8))
    return Figures(
      total: peer.cpuSecondsToSolution,
      around: peer.cpuSecondsToSolution - (peer.cpuSeconds["solve"] ?? 0), peakMiB: peer.peakMiB,
      objective: peer.objective)
  }

  // MARK: Side by side

  static func run() throws {
    guard let path = BenchmarkCase.shared(chain) else {
      print("\(name): skipped (its data is not beside the checkout)")
      return
    }
    let python = try interpreter()
    var (here, there): ([Figures], [Figures]) = ([], [])
    for _ in 0..<turns {
      let text = try output(of: [CommandLine.arguments[0], "--one", name]) ?? ""
      here.append(try JSONDecoder().decode(Figures.self, from: Data(text.utf8)))
      if let python, let figures = try planThere(python, path) { there.append(figures) }
    }
    let own = median(here)
    show("\(name): Tragwerk", own)
    guard !there.isEmpty else {
      print("\(name): the peer is not installed (see Benchmarks/README.md)")
      return
    }
    let peer = median(there)
    show("\(name): PyPSA", peer)
    let difference = abs(own.objective - peer.objective) / abs(peer.objective)
    func text(_ value: Double) -> String { String(format: "%.2f", value) }
    print(
      "ratio of CPU seconds, ours with all, PyPSA's to the solution: \(text(own.total / peer.total))"
    )
    print("ratio of peak memory: \(text(own.peakMiB / peer.peakMiB))")
    print(
      "objectives differ by \(String(format: "%.1e", difference)): "
        + (difference <= 1e-6 ? "they agree" : "THEY DISAGREE"))
  }

  private static func show(_ title: String, _ figures: Figures) {
    print(
      title.padded(34) + String(format: "%.2f", figures.total).leftPadded(8) + " CPU s, "
        + String(format: "%.2f", figures.around) + " of them around the solve, "
        + String(format: "%.0f", figures.peakMiB) + " MiB, objective "
        + String(format: "%.4f", figures.objective))
  }

  private static func median(_ figures: [Figures]) -> Figures {
    func middle(_ value: (Figures) -> Double) -> Double {
      figures.map(value).sorted()[figures.count / 2]
    }
    return Figures(
      total: middle(\.total), around: middle(\.around), peakMiB: middle(\.peakMiB),
      objective: figures[0].objective)
  }

  /// What a program prints; nil where it fails.
  private static func output(of words: [String]) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
