// SPDX-License-Identifier: Apache-2.0
import CZlib

/// Unpacks gzip (RFC 1952), several members behind one another included.
public enum GzipText {
  public enum Failure: Error, Sendable, Equatable {
    /// Not gzip, or damaged.
    case damaged
    /// Ends before its last member does.
    case cutShort
    /// Would unpack to more than this many bytes.
    case tooLarge(Int)
  }

  /// More than any table we read; guards against archives made to fill the memory.
  public static let largest = 2 << 30

  public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// - Parameter limit: how many bytes may come out.
  public static func unpack(_ bytes: [UInt8], limit: Int = largest) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    repeat {
      start = try unpackMember(bytes, from: start, into: &output, limit: limit)
    } while start < bytes.count && bytes[start] == 0x1F
    return output
  }

  /// Returns where the bytes behind the member begin.
  private static func unpackMember(
    _ bytes: [UInt8], from start: Int, into output: inout [UInt8], limit: Int
  ) throws(Failure) -> Int {
    var stream = unsafe z_stream()
    guard unsafe tragwerk_inflate_gzip(&stream) == Z_OK else { throw .damaged }
    defer { unsafe inflateEnd(&stream) }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var position = start
    while true {
      // The library counts in 32 bits, so long inputs are handed over in parts.
      let part = min(bytes.count - position, 1 << 24)
      let (status, taken, made) = unsafe step(&stream, bytes, position, part, &chunk)
      position += taken
      guard output.count + made <= limit else { throw .tooLarge(limit) }
      output.append(contentsOf: chunk[..<made])
      switch status {
      case Z_STREAM_END: return position
      case Z_OK, Z_BUF_ERROR:
        if taken == 0, made == 0 { throw .cutShort }
      default: throw .damaged
      }
    }
  }

  private static func step(
    _ stream: inout z_stream, _ bytes: [UInt8], _ position: Int, _ part: Int, _ chunk: inout [UInt8]
  ) -> (status: Int32, taken: Int, made: Int) {
    let room = chunk.count
    return unsafe bytes.withUnsafeBufferPointer { input in
      unsafe chunk.withUnsafeMutableBufferPointer { output in
        let from = unsafe input.baseAddress.map { unsafe $0 + position }
        // zlib's interface is not const-correct; it only reads its input.
        unsafe stream.next_in = unsafe UnsafeMutablePointer(mutating: from)
        unsafe stream.avail_in = UInt32(part)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(room)
        let status = unsafe inflate(&stream, Z_NO_FLUSH)
        return unsafe (status, part - Int(stream.avail_in), room - Int(stream.avail_out))
      }
    }
  }
}
