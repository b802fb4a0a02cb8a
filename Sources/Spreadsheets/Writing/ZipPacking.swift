// SPDX-License-Identifier: Apache-2.0
import CZip
import Foundation

/// Packs texts and one file into a zip archive; the only writer that meets libzip.
enum ZipPacking {
  /// - Parameters:
  ///   - parts: packed first, in their order.
  ///   - file: the name of the last part, and where its content lies.
  static func pack(
    _ parts: [(name: String, bytes: [UInt8])], file: (name: String, path: String), to path: String
  ) throws(TableFault) {
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw FileWriting.failed(path)
    }
    var isRight = true
    for part in parts {
      // libzip frees the copy when the archive is closed.
      guard let copy = unsafe malloc(part.bytes.count) else { fatalError("out of memory") }
      unsafe copy.copyMemory(from: part.bytes, byteCount: part.bytes.count)
      let source = unsafe zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1)
      isRight = unsafe add(source, part.name, to: archive) && isRight
    }
    let source = unsafe zip_source_file(archive, file.path, 0, -1)
    isRight = unsafe add(source, file.name, to: archive) && isRight
    if !isRight {
      unsafe zip_discard(archive)
      throw FileWriting.failed(path)
    }
    guard unsafe zip_close(archive) == 0 else {
      unsafe zip_discard(archive)
      throw FileWriting.failed(path)
    }
  }

  /// Every part gets the same day, so that the same content gives the same bytes.
  private static func add(_ source: OpaquePointer?, _ name: String, to archive: OpaquePointer)
    -> Bool
  {
    guard let source = unsafe source else { return false }
    let index = unsafe zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe zip_source_free(source)
      return false
    }
    // 1 January 1980, the first day a zip archive knows.
    return unsafe zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0
  }
}
