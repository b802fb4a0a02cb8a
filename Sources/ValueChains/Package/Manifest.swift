// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

/// `datapackage.json` as far as a chain package needs it.
struct Manifest: Decodable {
  struct Resource: Decodable {
    let name: String?
    let path: String?

    private enum Keys: String, CodingKey { case name, path }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Keys.self)
      name = try? values.decode(String.self, forKey: .name)
      // The standard allows a list of parts; a chain table is one file.
      let parts = try? values.decode([String].self, forKey: .path)
      path =
        (try? values.decode(String.self, forKey: .path)) ?? (parts?.count == 1 ? parts?[0] : nil)
    }
  }

  let name: String?
  let title: String?
  let currency: String?
  let chainPackage: Int?
  let resources: [Resource]?
  /// The digest `tragwerk draft` left, to tell an untouched draft from one that people worked on.
  let draftDigest: String?

  static let file = "datapackage.json"
  static let supportedFormat = 1

  /// Reads the file of a folder; a finding says why not.
  static func read(in folder: URL) -> Result<Manifest, ManifestProblem> {
    let file = folder.appendingPathComponent(Self.file)
    guard ChainPackage.isFile(file), let data = try? Data(contentsOf: file) else {
      return .failure(
        ManifestProblem(
          Finding(
            .packageMissing, .error, table: Self.file,
            LocalizedText(
              de: "In diesem Ordner fehlt datapackage.json; ohne sie ist er kein Kettenpaket.",
              en: "datapackage.json is missing in this folder; without it, it is no chain package.")
          )))
    }
    do {
      let manifest = try JSONDecoder().decode(Manifest.self, from: data)
      if let format = manifest.chainPackage, format > supportedFormat {
        return .failure(
          ManifestProblem(
            Finding(
              .packageUnreadable, .error, table: Self.file,
              LocalizedText(
                de:
                  "Das Paket ist im Format \(format) geschrieben; diese Fassung liest bis Format \(supportedFormat).",
                en:
                  "The package is written in format \(format); this version reads up to format \(supportedFormat)."
              )
            )))
      }
      return .success(manifest)
    } catch {
      return .failure(
        ManifestProblem(
          Finding(
            .packageUnreadable, .error, table: Self.file,
            LocalizedText(
              de: "datapackage.json ist kein gültiges JSON-Objekt: \(Self.reason(error))",
              en: "datapackage.json is not a valid JSON object: \(Self.reason(error))"))))
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let decoding = error as? DecodingError else { return error.localizedDescription }
    switch decoding {
    case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
    @unknown default: return "\(decoding)"
    }
  }
}

struct ManifestProblem: Error {
  let finding: Finding
  init(_ finding: Finding) { self.finding = finding }
}
