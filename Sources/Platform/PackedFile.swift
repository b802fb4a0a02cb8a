// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization

/// A file's content, unpacked where it is gzip.
enum PackedFile {
  static func bytes(_ path: String) throws(PlatformError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(path) gibt es nicht. Erwartet wird eine CSV-Datei, auch mit gzip gepackt.",
          en: "\(path) does not exist. Expected is a CSV file, also packed with gzip."))
    }
    guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
      throw PlatformError(
        .inputMissing,
        LocalizedText(
          de: "\(path) ist keine lesbare Datei.", en: "\(path) is no readable file."))
    }
    let bytes = [UInt8](data)
    guard GzipText.isGzip(bytes) else { return bytes }
    do throws(GzipText.Failure) {
      return try GzipText.unpack(bytes)
    } catch {
      throw PlatformError(.data, error.message(path))
    }
  }
}

extension GzipText.Failure {
  fileprivate func message(_ path: String) -> LocalizedText {
    switch self {
    case .damaged:
      LocalizedText(
        de: "\(path) ist als gzip gekennzeichnet, aber beschädigt. Die Datei neu packen.",
        en: "\(path) is marked as gzip but damaged. Pack the file anew.")
    case .cutShort:
      LocalizedText(
        de: "\(path) bricht mitten in den gepackten Daten ab. Die Datei neu übertragen.",
        en: "\(path) ends in the middle of its packed data. Transfer the file again.")
    case .tooLarge(let limit):
      LocalizedText(
        de:
          "\(path) ergäbe entpackt mehr als \(limit >> 20) MiB; so große Tabellen werden nicht gelesen.",
        en: "\(path) would unpack to more than \(limit >> 20) MiB; tables that large are not read.")
    }
  }
}
