// SPDX-License-Identifier: Apache-2.0

/// Relative references made absolute (RFC 3986, section 5.2).
enum IRIReference {
  /// Whether it begins with a scheme.
  static func isAbsolute(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = range.first, TurtleCharacters.isLetter(bytes[first]) else { return false }
    for at in range.dropFirst() {
      let byte = bytes[at]
      if byte == UInt8(ascii: ":") { return true }
      let fits =
        TurtleCharacters.isLetter(byte) || TurtleCharacters.isDigit(byte)
        || "+-.".utf8.contains(byte)
      if !fits { return false }
    }
    return false
  }

  private struct Parts {
    var scheme: ArraySlice<UInt8> = []
    var authority: ArraySlice<UInt8>?
    var path: ArraySlice<UInt8> = []
    var query: ArraySlice<UInt8>?
    var fragment: ArraySlice<UInt8>?

    init(_ bytes: [UInt8]) {
      var rest = bytes[...]
      if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
        fragment = rest[(hash + 1)...]
        rest = rest[..<hash]
      }
      if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
        query = rest[(mark + 1)...]
        rest = rest[..<mark]
      }
      if IRIReference.isAbsolute(bytes, 0..<rest.endIndex),
        let colon = rest.firstIndex(of: UInt8(ascii: ":"))
      {
        scheme = rest[..<colon]
        rest = rest[(colon + 1)...]
      }
      if rest.starts(with: "//".utf8) {
        let name = rest.dropFirst(2)
        let end = name.firstIndex(of: UInt8(ascii: "/")) ?? name.endIndex
        authority = name[..<end]
        rest = name[end...]
      }
      path = rest
    }
  }

  static func resolve(_ reference: [UInt8], base: [UInt8]) -> [UInt8] {
    let base = Parts(base)
    var parts = Parts(reference)
    parts.scheme = base.scheme
    if parts.authority != nil {
      parts.path = withoutDots(parts.path)[...]
    } else {
      parts.authority = base.authority
      if parts.path.isEmpty {
        parts.path = base.path
        if parts.query == nil { parts.query = base.query }
      } else if parts.path.first == UInt8(ascii: "/") {
        parts.path = withoutDots(parts.path)[...]
      } else {
        parts.path = withoutDots(merged(base, parts.path)[...])[...]
      }
    }
    return written(parts)
  }

  private static func merged(_ base: Parts, _ path: ArraySlice<UInt8>) -> [UInt8] {
    if base.authority != nil, base.path.isEmpty { return [UInt8(ascii: "/")] + path }
    guard let slash = base.path.lastIndex(of: UInt8(ascii: "/")) else { return Array(path) }
    return Array(base.path[...slash]) + path
  }

  /// `a/./b/../c` is `a/c`.
  private static func withoutDots(_ path: ArraySlice<UInt8>) -> [UInt8] {
    let isRooted = path.first == UInt8(ascii: "/")
    var kept: [ArraySlice<UInt8>] = []
    let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (number, segment) in segments.enumerated() where number > 0 || !isRooted {
      let isLast = number == segments.count - 1
      if segment.elementsEqual(".".utf8) {
        if isLast { kept.append([]) }
      } else if segment.elementsEqual("..".utf8) {
        if !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append([]) }
      } else {
        kept.append(segment)
      }
    }
    let joined = Array(kept.joined(separator: [UInt8(ascii: "/")]))
    return isRooted ? [UInt8(ascii: "/")] + joined : joined
  }

  private static func written(_ parts: Parts) -> [UInt8] {
    var bytes = Array(parts.scheme) + [UInt8(ascii: ":")]
    if let authority = parts.authority { bytes += Array("//".utf8) + authority }
    bytes += parts.path
    if let query = parts.query { bytes += [UInt8(ascii: "?")] + query }
    if let fragment = parts.fragment { bytes += [UInt8(ascii: "#")] + fragment }
    return bytes
  }
}
