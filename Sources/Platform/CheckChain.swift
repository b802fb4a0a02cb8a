// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import ValueChains

/// Use case: everything that is wrong with a chain package, or worth knowing about it.
public struct CheckChain: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// What was read, with all findings, those of compiling included.
  public func run() throws(PlatformError) -> CheckedChain {
    let reading: ChainPackage.Reading
    do throws(ChainPackage.ReadingError) {
      reading = try ChainPackage.read(path)
    } catch {
      throw PlatformError(error)
    }
    guard !reading.findings.hasErrors else {
      return CheckedChain(chain: reading.chain, network: nil, findings: reading.findings)
    }
    let network = FlowNetwork(reading.chain)
    return CheckedChain(
      chain: reading.chain, network: network, findings: reading.findings + network.findings)
  }
}

/// A chain that was read and checked.
public struct CheckedChain: Sendable {
  public let chain: ValueChain
  /// Compiled; nil where errors stand in the way.
  public let network: FlowNetwork?
  public let findings: [Finding]
}
