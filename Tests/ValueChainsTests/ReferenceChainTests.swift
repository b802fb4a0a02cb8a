// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting
import ValueChains

/// Every reference chain of the shared folder reads without an error and survives writing.
@Suite(.enabled(if: !SharedFolder.referenceChains.isEmpty, "The shared folder is missing."))
struct ReferenceChainTests {
  @Test(arguments: SharedFolder.referenceChains)
  func readsWithoutErrors(path: String) throws {
    let reading = try ChainPackage.read(path)
    #expect(reading.findings.filter { $0.severity == .error } == [])
    #expect(!reading.chain[.demands].isEmpty)
  }

  @Test(arguments: SharedFolder.referenceChains)
  func survivesWriting(path: String) throws {
    let folder = TemporaryFolder()
    let chain = try ChainPackage.read(path).chain
    try ChainPackage.write(chain, to: folder.path("chain"))
    let again = try ChainPackage.read(folder.path("chain"))
    #expect(ChainComparison.differences(chain, again.chain) == [])
    #expect(again.findings == (try ChainPackage.read(path).findings))
  }
}
