// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks
import Foundation
import Localization
import ValueChains

/// Adds candidates from a file, and what the chain itself suggests, to a chain that was checked.
///
/// Candidates come first: nobody is proposed where somebody has offered.
public struct EnlargeChain: Sendable {
  /// A list of candidates as CSV; nil for none.
  public var candidates: String?
  /// What proposals rest on; nil for no proposals.
  public var proposals: ProposalAssumptions?
  /// The language of names and notes that candidates bring into the package.
  public var language = Language.english

  public init() {}

  public var isWanted: Bool { candidates != nil || proposals != nil }

  /// The enlarged chain with its own findings. A chain with errors stays as it is; a list with
  /// errors throws them all.
  public func run(_ checked: CheckedChain) throws(PlatformError) -> CheckedChain {
    guard isWanted, checked.network != nil else { return checked }
    var chain = checked.chain
    // What was found in the files themselves cannot be found again in the tables.
    let content = Set(chain.findings() + (checked.network?.findings ?? []))
    var findings = checked.findings.filter { !content.contains($0) }
    if let candidates {
      let added = try Self.read(candidates).added(to: chain, language: language)
      guard !added.findings.hasErrors else {
        throw PlatformError(
          .data,
          LocalizedText(
            de: "Die Kandidaten lassen sich nicht übernehmen; keiner wurde übernommen.",
            en: "The candidates cannot be taken over; none was."), findings: added.findings)
      }
      chain = added.chain
      findings += added.findings
    }
    if let proposals { chain = OptionProposals.proposed(for: chain, assumptions: proposals) }
    findings += chain.findings()
    guard !findings.hasErrors else {
      return CheckedChain(chain: chain, network: nil, findings: findings)
    }
    let network = FlowNetwork(chain)
    return CheckedChain(chain: chain, network: network, findings: findings + network.findings)
  }

  private static func read(_ path: String) throws(PlatformError) -> CandidateList {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
      let data = FileManager.default.contents(atPath: path)
    else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(path) gibt es nicht. Erwartet wird eine Liste von Kandidaten als CSV-Datei.",
          en: "\(path) does not exist. Expected is a list of candidates as a CSV file."))
    }
    return CandidateList.read(
      [UInt8](data), file: URL(fileURLWithPath: path).lastPathComponent)
  }

  /// Writes an enlarged chain as a package that a person can edit; a draft nobody has touched may be
  /// replaced, anything else only where `replacing` says so, and never the chain it came from.
  public static func write(
    _ chain: ValueChain, to path: String, from source: String, replacing: Bool
  ) throws(PlatformError) {
    let places = [path, source].map {
      URL(fileURLWithPath: $0, isDirectory: true).standardizedFileURL.resolvingSymlinksInPath().path
    }
    guard places[0] != places[1] else {
      throw PlatformError(
        .request,
        LocalizedText(
          de: "\(path) ist die Kette selbst; die ergänzte braucht einen anderen Ordner.",
          en: "\(path) is the chain itself; the enlarged one needs another folder."))
    }
    do throws(ChainPackage.WritingError) {
      try ChainPackage.write(
        chain, to: path, replacing: replacing ? .anyPackage : .untouchedDraft, isDraft: true)
    } catch {
      throw PlatformError(error)
    }
  }
}
