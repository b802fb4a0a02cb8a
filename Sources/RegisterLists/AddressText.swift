// SPDX-License-Identifier: Apache-2.0
import Registry

/// An address in one cell, taken apart: German, Austrian and Swiss customs.
public struct AddressText: Sendable, Hashable {
  public var street = ""
  public var postcode = ""
  public var city = ""
  public var poBox = ""
  /// ISO 3166-1 alpha-2 where the text names it, else `""`.
  public var country = ""

  /// Whether town and at least one of street and PO box are there.
  public var isWhole: Bool { !city.isEmpty && (!street.isEmpty || !poBox.isEmpty) }

  /// Nil where no postcode with a town is found, for without it nothing is certain.
  ///
  /// `Musterstr. 5, 12345 Ort`, `Postfach 12 34, 12345 Ort`, `A-1010 Wien, Ring 1`, line ends and
  /// semicolons as commas, a country at the end, a postcode without a comma before it.
  public init?(_ text: String) {
    guard text.utf8.count <= 500 else { return nil }
    var parts = text.split { ",;|\n\r•·".contains($0) }.map { CellText.cleaned(String($0)) }
      .filter { !$0.isEmpty }
    if parts.count > 1, let last = parts.last, let code = CountryText.code(last) {
      country = code
      parts.removeLast()
    }
    guard let at = parts.lastIndex(where: { Self.postcodeAndCity($0) != nil }) else {
      guard let cut = Self.cut(parts.joined(separator: " ")) else { return nil }
      take(cut.town)
      sort([cut.street])
      return
    }
    guard let town = Self.postcodeAndCity(parts[at]) else { return nil }
    take(town)
    parts.remove(at: at)
    sort(parts)
  }

  private mutating func take(_ town: Town) {
    postcode = town.postcode
    city = town.city
    if country.isEmpty { country = town.country }
  }

  /// What is not the town: a PO box, a street; further lines, such as a building, stay with it.
  private mutating func sort(_ parts: [String]) {
    var lines: [String] = []
    for part in parts {
      if let box = Self.poBox(part), poBox.isEmpty { poBox = box } else { lines.append(part) }
    }
    street = lines.joined(separator: ", ")
  }

  /// `Postfach 12 34` → `12 34`; nil for everything else.
  static func poBox(_ text: String) -> String? {
    for word in ["postfach", "pf", "po box", "p.o. box", "p. o. box", "case postale"]
    where text.lowercased().hasPrefix(word + " ") {
      let number = text.dropFirst(word.count + 1)
      if number.allSatisfy({ $0.isNumber || $0 == " " }), !number.isEmpty { return String(number) }
    }
    return nil
  }

  // MARK: Postcode and town

  public struct Town: Sendable, Hashable {
    public var postcode: String
    public var city: String
    /// From a prefix such as `D-` or `CH-`, else `""`.
    public var country: String
  }

  /// `12345 Ort`, `D-12345 Ort`, `1010 Wien`, `CH-8001 Zürich`; nil where it is not that.
  public static func postcodeAndCity(_ text: String) -> Town? {
    var rest = CellText.cleaned(text)[...]
    var country = ""
    if let dash = rest.firstIndex(of: "-"), dash > rest.startIndex,
      let code = prefixes[rest[..<dash].uppercased()]
    {
      country = code
      rest = rest[rest.index(after: dash)...].drop { $0 == " " }
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let city = rest.dropFirst(digits.count).drop { $0 == " " }
    guard digits.count == 5 || digits.count == 4, rest.dropFirst(digits.count).first == " ",
      let first = city.first, first.isLetter, !city.contains(where: \.isNumber)
    else { return nil }
    return Town(postcode: String(digits), city: String(city), country: country)
  }

  private static let prefixes = [
    "D": "DE", "DE": "DE", "A": "AT", "AT": "AT", "CH": "CH", "FL": "LI", "L": "LU", "LU": "LU",
    "B": "BE", "BE": "BE",
  ]

  /// `Musterstr. 5 12345 Ort`: the last postcode with a word behind it.
  private static func cut(_ text: String) -> (street: String, town: Town)? {
    let words = text.split(separator: " ")
    for at in words.indices.reversed() {
      guard let town = postcodeAndCity(words[at...].joined(separator: " ")) else { continue }
      // Four digits alone may be a house number's neighbour; five are a postcode.
      guard town.postcode.count == 5 || !town.country.isEmpty || at > 1 else { continue }
      return (words[..<at].joined(separator: " "), town)
    }
    return nil
  }

  /// A word of a street, or words and a number at the end.
  @Sendable static func looksLikeStreet(_ text: String) -> Bool {
    let lower = text.lowercased()
    let words = [
      "straße", "strasse", "str.", "weg", "platz", "allee", "gasse", "ring", "damm", "ufer",
    ]
    guard text.utf8.count <= 80, text.first?.isLetter == true, text.contains(where: \.isNumber)
    else { return false }
    return words.contains(where: lower.contains)
  }
}
