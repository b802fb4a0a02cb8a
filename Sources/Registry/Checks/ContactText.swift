// SPDX-License-Identifier: Apache-2.0

/// E-mail and web addresses.
enum ContactText {
  /// `Name <a@b.de>`, `mailto:a@b.de` → `a@b.de`; the domain in lower case.
  static func email(_ text: String) throws(FieldFault) -> String {
    if isPlainEmail(text.utf8) { return text }
    var address = text[...]
    if let open = address.lastIndex(of: "<"), address.last == ">" {
      address = address[address.index(after: open)...].dropLast()
    }
    if address.lowercased().hasPrefix("mailto:") { address = address.dropFirst(7) }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, address.utf8.count <= 254, (1...64).contains(parts[0].utf8.count),
      isLocalPart(parts[0]), isHost(parts[1])
    else {
      throw FieldFault(
        .email,
        de:
          "E-Mail: „\(FieldFault.excerpt(text))“ ist keine Adresse. Erwartet wird genau eine der Form name@firma.de.",
        en:
          "E-mail: “\(FieldFault.excerpt(text))” is no address. Exactly one of the form name@firm.com is expected."
      )
    }
    return parts[0] + "@" + parts[1].lowercased()
  }

  /// Whether nothing is to do, by the bytes alone: plain letters, digits and `.-_` around one `@`, the
  /// domain in lower case.
  private static func isPlainEmail(_ text: String.UTF8View) -> Bool {
    var at = -1
    var before: UInt8 = 0x2E
    var labelsEnd = 0
    var place = 0
    for byte in text {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: break
      case 0x41...0x5A, 0x5F: if at >= 0 { return false }
      case 0x2D: if at >= 0, before == 0x2E { return false }
      case 0x2E:
        if before == 0x2E || before == 0x2D { return false }
        labelsEnd = place
      case 0x40:
        if at >= 0 || before == 0x2E { return false }
        at = place
      default: return false
      }
      before = byte == 0x40 ? 0x2E : byte
      place += 1
    }
    // The last label: at least two letters.
    return at > 0 && at <= 64 && place <= 120 && labelsEnd > at && place - labelsEnd > 2
      && before >= 0x61
  }

  private static func isLocalPart(_ text: Substring) -> Bool {
    let isClean = text.utf8.allSatisfy { byte in
      byte > 0x20 && byte != 0x7F && !"\"(),:;<>[\\]".utf8.contains(byte)
    }
    return isClean && text.first != "." && text.last != "." && !text.contains("..")
  }

  /// Labels of letters, digits and inner dashes, at least two of them, the last not a number.
  private static func isHost(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, host.utf8.count <= 253, let last = labels.last, last.count >= 2,
      !last.allSatisfy(\.isNumber)
    else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
  }

  /// `www.Firma.de/` → `https://www.firma.de`; only http and https.
  static func webAddress(_ text: String) throws(FieldFault) -> String {
    var scheme = "https"
    var rest = text[...]
    if let range = text.firstRange(of: "://") {
      scheme = text[..<range.lowerBound].lowercased()
      rest = text[range.upperBound...]
    }
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
    var path = rest.dropFirst(host.count)
    while path.last == "/" { path.removeLast() }
    let port = path.first == ":" ? path.dropFirst().prefix { $0 != "/" && $0 != "?" } : "0"
    guard scheme == "http" || scheme == "https", isHost(host), text.utf8.count <= 2000,
      port.count <= 5, Int(port) != nil,
      !path.contains(where: { $0 == " " || $0 == "\"" || $0 == "<" || $0 == ">" })
    else {
      throw FieldFault(
        .webAddress,
        de:
          "Internetseite: „\(FieldFault.excerpt(text))“ ist keine Adresse der Form www.firma.de oder https://firma.de/werk.",
        en:
          "Web site: “\(FieldFault.excerpt(text))” is no address of the form www.firm.com or https://firm.com/plant."
      )
    }
    return scheme + "://" + host.lowercased() + path
  }
}
