// SPDX-License-Identifier: Apache-2.0

/// Reads XML part by part from an entry of an archive, as far as spreadsheets use it.
///
/// UTF-8; elements, attributes, text, CDATA, comments, the five named entities and numbered ones.
/// A document type is refused, so no entity can grow and nothing outside can be named. Memory holds
/// one tag or one run of text at a time.
struct XMLScanner {
  enum Event {
    case start
    case end
    /// See ``text``.
    case text
    case finished
  }

  /// A longer tag or text is refused.
  static let longestToken = 16 << 20
  static let deepest = 256
  private static let chunk = 1 << 16

  private let entry: ZipEntry
  private var buffer: [UInt8] = []
  private var at = 0
  private var isDrained = false
  private var depth = 0
  private var isEndDue = false
  /// The local name of the element that starts or ends.
  private(set) var name = XMLName(0)
  /// The text of the last `text` event, entities resolved.
  private(set) var text: [UInt8] = []
  private var attributes: [(name: XMLName, value: Range<Int>)] = []

  init(_ entry: ZipEntry) throws(TableFault) {
    self.entry = entry
    try fill()
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
      throw ZipArchive.damaged
    }
  }

  mutating func next() throws(TableFault) -> Event {
    if isEndDue {
      isEndDue = false
      depth -= 1
      return .end
    }
    while true {
      if at == buffer.count {
        try fill()
        if at == buffer.count {
          guard depth == 0 else { throw ZipArchive.damaged }
          return .finished
        }
      }
      if buffer[at] != UInt8(ascii: "<") {
        try readText()
        return .text
      }
      if let event = try readMarkup() { return event }
    }
  }

  /// The value of an attribute of the element that just started, nil where it has none.
  func attribute(_ name: XMLName) -> String? {
    guard let value = attributes.first(where: { $0.name == name })?.value else { return nil }
    var text: [UInt8] = []
    XMLText.append(buffer[value], to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The same as bytes where they lie, entities not resolved: for numbers and references.
  func attributeBytes(_ name: XMLName) -> ArraySlice<UInt8>? {
    attributes.first { $0.name == name }.map { buffer[$0.value] }
  }

  /// Skips the rest of the element that just started, and its end.
  mutating func skipElement() throws(TableFault) {
    let outside = depth - 1
    while depth > outside {
      if case .finished = try next() { throw ZipArchive.damaged }
    }
  }

  // MARK: Tokens

  private mutating func readText() throws(TableFault) {
    text.removeAll(keepingCapacity: true)
    let end = try find(UInt8(ascii: "<"), from: at) ?? buffer.count
    XMLText.append(buffer[at..<end], to: &text)
    at = end
  }

  /// Nil for what says nothing: comments and instructions.
  private mutating func readMarkup() throws(TableFault) -> Event? {
    try need(9)
    if begins("<!--") {
      try skip(past: Array("-->".utf8), from: at + 4)
      return nil
    }
    if begins("<![CDATA[") {
      let start = at + 9
      let close = Array("]]>".utf8)
      let offset = start - at
      guard let end = try find(close, from: start) else { throw ZipArchive.damaged }
      text.removeAll(keepingCapacity: true)
      text += buffer[(at + offset)..<end]
      at = end + 3
      return .text
    }
    if begins("<!") {
      throw TableFault(
        .suspicious,
        de: "Die Arbeitsmappe enthält eine Dokumenttyp-Angabe; so etwas wird nicht gelesen.",
        en: "The workbook holds a document type; such a thing is not read.")
    }
    if begins("<?") {
      try skip(past: Array("?>".utf8), from: at + 2)
      return nil
    }
    guard let end = try findTagEnd() else { throw ZipArchive.damaged }
    defer { at = end + 1 }
    if buffer[at + 1] == UInt8(ascii: "/") {
      guard depth > 0 else { throw ZipArchive.damaged }
      depth -= 1
      name = readName(at + 2, end).name
      return .end
    }
    depth += 1
    guard depth <= Self.deepest else { throw ZipArchive.suspicious }
    isEndDue = buffer[end - 1] == UInt8(ascii: "/")
    readStart(end: isEndDue ? end - 1 : end)
    return .start
  }

  private mutating func readStart(end: Int) {
    var (name, place) = readName(at + 1, end)
    self.name = name
    attributes.removeAll(keepingCapacity: true)
    while place < end {
      while place < end, buffer[place] <= 0x20 { place += 1 }
      guard place < end else { return }
      let attribute = readName(place, end)
      place = attribute.end
      while place < end, buffer[place] <= 0x20 { place += 1 }
      guard place < end, buffer[place] == UInt8(ascii: "=") else {
        place += 1
        continue
      }
      place += 1
      while place < end, buffer[place] <= 0x20 { place += 1 }
      guard place < end else { return }
      let quote = buffer[place]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
      let start = place + 1
      place = start
      while place < end, buffer[place] != quote { place += 1 }
      attributes.append((attribute.name, start..<place))
      place += 1
    }
  }

  /// The local name that begins at a place, without its prefix.
  private func readName(_ start: Int, _ end: Int) -> (name: XMLName, end: Int) {
    var place = start
    var name = XMLName(0)
    while place < end {
      let byte = buffer[place]
      if byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: ":") { name = XMLName(0) } else { name.append(byte) }
      place += 1
    }
    return (name, place)
  }

  // MARK: The buffer

  /// Reads on; what was read before the current place is let go.
  private mutating func fill() throws(TableFault) {
    guard !isDrained else { return }
    if at > 0 {
      buffer.removeSubrange(0..<at)
      at = 0
    }
    guard buffer.count < Self.longestToken else { throw ZipArchive.suspicious }
    if try entry.read(max(Self.chunk, buffer.count), into: &buffer) == 0 { isDrained = true }
  }

  private func begins(_ mark: StaticString) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard buffer.count - at >= count else { return false }
    return (0..<count).allSatisfy { unsafe buffer[at + $0] == mark.utf8Start[$0] }
  }

  private mutating func need(_ count: Int) throws(TableFault) {
    while buffer.count - at < count, !isDrained { try fill() }
  }

  /// The next place of a byte, reading on as far as needed; nil at the end.
  private mutating func find(_ byte: UInt8, from start: Int) throws(TableFault) -> Int? {
    var offset = start - at
    while true {
      if let found = buffer[(at + offset)...].firstIndex(of: byte) { return found }
      if isDrained { return nil }
      offset = buffer.count - at
      try fill()
    }
  }

  private mutating func find(_ pattern: [UInt8], from start: Int) throws(TableFault) -> Int? {
    var offset = start - at
    while let found = try find(pattern[0], from: at + offset) {
      offset = found - at
      try need(offset + pattern.count)
      if buffer[(at + offset)...].starts(with: pattern) { return at + offset }
      offset += 1
    }
    return nil
  }

  private mutating func skip(past pattern: [UInt8], from start: Int) throws(TableFault) {
    guard let end = try find(pattern, from: start) else { throw ZipArchive.damaged }
    at = end + pattern.count
  }

  /// The `>` that closes the tag; one inside a quoted value does not.
  private mutating func findTagEnd() throws(TableFault) -> Int? {
    var offset = 1
    var quote: UInt8 = 0
    while true {
      while at + offset < buffer.count {
        let byte = buffer[at + offset]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: ">") {
          return at + offset
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        }
        offset += 1
      }
      if isDrained { return nil }
      try fill()
    }
  }
}

/// The name of an element or attribute as a number (FNV-1a), so that comparing it costs nothing.
///
/// Two names of one number would be mistaken for each other; among the names of spreadsheets none are.
struct XMLName: Equatable {
  private var hash: UInt64

  /// The empty name.
  init(_: Int) { hash = 0xCBF2_9CE4_8422_2325 }

  init(_ name: String) {
    self.init(0)
    for byte in name.utf8 { append(byte) }
  }

  mutating func append(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

/// Text between tags and in attributes.
enum XMLText {
  /// Appends text with its entities resolved; unknown ones stay as they are written.
  static func append(_ raw: ArraySlice<UInt8>, to text: inout [UInt8]) {
    guard let first = raw.firstIndex(of: UInt8(ascii: "&")) else {
      text += raw
      return
    }
    text += raw[..<first]
    var at = first
    while at < raw.endIndex {
      if raw[at] == UInt8(ascii: "&"),
        let end = raw[at...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let resolved = entity(raw[(at + 1)..<end])
      {
        text += Array(String(resolved).utf8)
        at = end + 1
      } else {
        text.append(raw[at])
        at += 1
      }
    }
  }

  private static func entity(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    switch String(decoding: name, as: UTF8.self) {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    case let number where number.hasPrefix("#x"):
      return UInt32(number.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case let number where number.hasPrefix("#"):
      return UInt32(number.dropFirst()).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}
