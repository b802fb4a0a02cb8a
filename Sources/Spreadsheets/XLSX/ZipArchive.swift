// SPDX-License-Identifier: Apache-2.0
import CZip

/// A zip file open for reading; the only reader that meets libzip. Nothing is ever unpacked to disk.
@safe final class ZipArchive {
  /// More entries than any workbook has.
  static let mostEntries: Int64 = 20_000
  /// An entry may not unpack to more.
  static let longestEntry: UInt64 = 8 << 30
  /// Beyond this size an entry must not be packed tighter than `tightest` to one.
  static let unsuspiciousSize: UInt64 = 64 << 20
  static let tightest: UInt64 = 500

  fileprivate let handle: OpaquePointer

  init(path: String) throws(TableFault) {
    var code: Int32 = 0
    guard let handle = unsafe zip_open(path, ZIP_RDONLY, &code) else { throw Self.damaged }
    unsafe self.handle = handle
    let count = unsafe zip_get_num_entries(handle, 0)
    guard count > 0 else { throw Self.damaged }
    guard count <= Self.mostEntries else { throw Self.suspicious }
  }

  deinit { unsafe zip_discard(handle) }

  func has(_ name: String) -> Bool { unsafe zip_name_locate(handle, name, 0) >= 0 }

  /// The entry of that exact name, nil where there is none.
  func entry(_ name: String) throws(TableFault) -> ZipEntry? {
    let index = unsafe zip_name_locate(handle, name, 0)
    guard index >= 0 else { return nil }
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    guard unsafe zip_stat_index(handle, UInt64(index), 0, &status) == 0 else { throw Self.damaged }
    guard unsafe Int32(status.encryption_method) == ZIP_EM_NONE else {
      throw TableFault(
        .encrypted, de: "Die Arbeitsmappe ist verschlüsselt. Speichern Sie sie ohne Kennwort.",
        en: "The workbook is encrypted. Save it without a password.")
    }
    let (size, packed) = unsafe (status.size, max(1, status.comp_size))
    guard size <= Self.longestEntry else {
      throw TableFault(
        .tooLarge, de: "Ein Teil der Arbeitsmappe ist ausgepackt größer als 8 GB.",
        en: "A part of the workbook is larger than 8 GB unpacked.")
    }
    guard size <= Self.unsuspiciousSize || size / packed <= Self.tightest else {
      throw Self.suspicious
    }
    guard let file = unsafe zip_fopen_index(handle, UInt64(index), 0) else { throw Self.damaged }
    return unsafe ZipEntry(self, file, size: size)
  }

  static let damaged = TableFault(
    .damaged, de: "Die Arbeitsmappe ist beschädigt oder unvollständig. Bitte neu speichern.",
    en: "The workbook is damaged or incomplete. Please save it anew.")

  static let suspicious = TableFault(
    .suspicious,
    de: "Die Datei ist so gepackt, wie es keine Tabelle ist; sie wird nicht ausgepackt.",
    en: "The file is packed as no table is; it will not be unpacked.")
}

/// One entry of an archive, read from its beginning to its end.
@safe final class ZipEntry {
  private let archive: ZipArchive
  private let file: OpaquePointer
  /// Bytes it unpacks to, as the archive says.
  let size: UInt64
  private var left: UInt64

  fileprivate init(_ archive: ZipArchive, _ file: OpaquePointer, size: UInt64) {
    self.archive = archive
    unsafe self.file = file
    self.size = size
    left = size
  }

  deinit { unsafe _ = zip_fclose(file) }

  /// Appends up to `count` bytes; 0 at the end.
  func read(_ count: Int, into bytes: inout [UInt8]) throws(TableFault) -> Int {
    // One byte more than announced would show that the archive lies.
    let count = Int(min(UInt64(count), left + 1))
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    let got = unsafe bytes.withUnsafeMutableBytes { space in
      unsafe zip_fread(file, space.baseAddress.map { unsafe $0 + start }, UInt64(count))
    }
    bytes.removeLast(count - max(0, Int(got)))
    // More than announced, or a checksum that does not fit.
    guard got >= 0, UInt64(got) <= left else { throw ZipArchive.damaged }
    left -= UInt64(got)
    return Int(got)
  }

  /// The whole entry, refused beyond `limit` bytes.
  func all(limit: UInt64) throws(TableFault) -> [UInt8] {
    guard size <= limit else {
      throw TableFault(
        .tooLarge, de: "Ein Teil der Arbeitsmappe ist zu groß.",
        en: "A part of the workbook is too large.")
    }
    var bytes: [UInt8] = []
    while try read(1 << 16, into: &bytes) > 0 {}
    return bytes
  }
}
