// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Foundation
import Localization
import Resilience
import Testing
import TragwerkTesting
import ValueChains

@testable import Reports

/// Chains that reports are tried on.
enum ReportSamples {
  /// Reference chains that are not part of the product; tests that need them are skipped without.
  static let reference = SharedFolder.path("reference/chains") ?? ""
  static var hasReference: Bool { SharedFolder.isThere }

  static var root: String { Checkout.url.path }

  static func assess(
    _ chain: ValueChain, disruptions: [Disruption]? = nil, phased: PeriodGrid? = nil,
    stockValue: Bool = false, survivalOnly: Bool = false
  ) async throws -> Assessment {
    var request = Assessor.Request()
    request.disruptions = disruptions ?? Disruption.described(in: chain)
    request.phased = phased
    request.stockValue = stockValue
    request.survivalOnly = survivalOnly
    return try await Assessor(FlowNetwork(chain), request).run()
  }

  static func read(_ path: String) throws -> ValueChain {
    let reading = try ChainPackage.read(path)
    #expect(!reading.findings.hasErrors)
    return reading.chain
  }
}
