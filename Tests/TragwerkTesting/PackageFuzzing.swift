// SPDX-License-Identifier: Apache-2.0
import Foundation
import ValueChains

/// Reads broken packages and looks at what comes back. A crash ends the process; the seed printed
/// before it, or the folder left behind, tells which package it was.
public struct PackageFuzzing {
  /// What reading must never do.
  public struct Failure: Error, CustomStringConvertible {
    public let seed: UInt64
    public let description: String
  }

  private let originals: [[(name: String, content: [UInt8])]]
  private let folder = TemporaryFolder()
  /// Seconds one package may take.
  private let limit: Double

  /// - Parameter folders: valid packages to start from, beside a small one and random ones.
  public init(folders: [String] = [], limit: Double = 2) {
    self.limit = limit
    var originals = [Self.files(of: PackageText.small)]
    for seed in 0..<4 {
      var random = RandomChain(seed: UInt64(seed))
      let place = folder.path("original")
      // Written in full or not at all; a random chain can always be written.
      try? ChainPackage.write(random.hostile(), to: place, replacing: .anyPackage)
      originals.append(Self.files(in: place))
    }
    originals += folders.map(Self.files).filter { $0.reduce(0) { $0 + $1.content.count } < 200_000 }
    self.originals = originals.filter { !$0.isEmpty }
  }

  private static func files(of package: PackageText) -> [(name: String, content: [UInt8])] {
    [("datapackage.json", Array(package.manifestText.utf8))]
      + package.tables.sorted { $0.key < $1.key }.map { ("\($0.key).csv", Array($0.value.utf8)) }
  }

  private static func files(in folder: String) -> [(name: String, content: [UInt8])] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".csv") || $0 == "datapackage.json" }.sorted().map { name in
      let data = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
      return (name, [UInt8](data))
    }
  }

  /// Where the package of a seed lies while it is read.
  public var place: String { folder.path("case") }

  /// Breaks a package by a seed and reads it; what was read is written and read again.
  public func run(_ seed: UInt64) throws {
    let mutation = PackageMutation(originals[Int(seed % UInt64(originals.count))], seed: seed)
    try? FileManager.default.removeItem(atPath: place)
    for file in mutation.files { try folder.write(file.content, to: "case/" + file.name) }
    if mutation.files.isEmpty { try folder.write("", to: "case/nothing") }

    let started = ContinuousClock.now
    let reading = try ChainPackage.read(place)
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    if seconds > limit { throw Failure(seed: seed, description: "took \(seconds) s") }
    for finding in reading.findings {
      if finding.message.german.isEmpty || finding.message.english.isEmpty {
        throw Failure(seed: seed, description: "a finding without words: \(finding)")
      }
    }
    // What is an error could not be kept; what is only a warning must come back as it was.
    guard !reading.findings.hasErrors else { return }
    let again = folder.path("again")
    try? FileManager.default.removeItem(atPath: again)
    try ChainPackage.write(reading.chain, to: again)
    let chain = try ChainPackage.read(again).chain
    let differences = ChainComparison.differences(reading.chain, chain).filter {
      // Names are made plain, titles and keys that are no text are not.
      !$0.hasPrefix("name ")
    }
    if !differences.isEmpty {
      throw Failure(seed: seed, description: differences.prefix(3).joined(separator: "; "))
    }
  }
}
