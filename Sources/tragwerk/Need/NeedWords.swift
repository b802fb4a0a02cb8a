// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry

/// What a need asks for, as labels and values for people; fields that say nothing are left out.
struct NeedWords {
  private let need: Need
  private let names: [String: String]
  private let language: Language

  init(_ need: Need, _ names: [String: String], _ language: Language) {
    self.need = need
    self.names = names
    self.language = language
  }

  private func say(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)[language]
  }

  private func label(_ field: NeedField) -> String { field.definition.label[language] }

  private func number(_ value: Double) -> String { language.number(value, fractionDigits: 3) }

  var rows: [(label: String, value: String)] {
    var rows: [(String, String)] = []
    func add(_ label: String, _ value: String?) {
      if let value, !value.isEmpty { rows.append((label, value)) }
    }
    add(label(.quantity), amount)
    add(say("Größe", "Size"), size)
    add(label(.mass), need.envelope.mass.map { number($0) + " kg" })
    add(label(.tolerance), need.envelope.tolerance.map { "± " + number($0) + " mm" })
    add(label(.material), need.material)
    add(label(.concepts), need.concepts.joined(separator: ", "))
    add(label(.required), need.required.joined(separator: ", "))
    add(label(.desired), need.desired.joined(separator: ", "))
    add(say("Ort", "Place"), place)
    add(say("Gebraucht", "Needed"), days)
    add(label(.expires), need.expiresOn?.description)
    add(label(.visibility), need.visibility.label[language])
    add(
      label(.buyer),
      need.buyer.map { buyer in (names[buyer.text].map { $0 + " " } ?? "") + "(\(buyer))" })
    add(label(.buyerBranches), need.buyerBranches.joined(separator: ", "))
    return rows
  }

  private var amount: String? {
    guard let amount = need.amount else { return nil }
    let quantity = number(amount.quantity) + (amount.unit.map { " " + $0 } ?? "")
    switch amount.perYear {
    case nil: return quantity + say(", einmal", ", once")
    case 1: return quantity + say(" im Jahr", " a year")
    case let times?:
      let yearly = number(amount.yearly)
      return quantity
        + say(
          ", \(number(times))-mal im Jahr (zusammen \(yearly))",
          ", \(number(times)) times a year (\(yearly) in all)")
    }
  }

  private var size: String? {
    let sides: [(field: NeedField, value: Double?)] = [
      (.length, need.envelope.length), (.width, need.envelope.width),
      (.height, need.envelope.height),
    ]
    let known = sides.prefix { $0.value != nil }
    if known.count > 1, sides[known.count...].allSatisfy({ $0.value == nil }) {
      return known.compactMap { $0.value.map(number) }.joined(separator: " × ") + " mm"
    }
    let named = sides.compactMap { side in
      side.value.map { "\(label(side.field)) \(number($0)) mm" }
    }
    return named.isEmpty ? nil : named.joined(separator: ", ")
  }

  private var place: String? {
    guard let place = need.place else { return nil }
    let point = "\(number(place.latitude)) / \(number(place.longitude))"
    guard let radius = need.radius else { return point }
    return point
      + say(", höchstens \(number(radius)) km entfernt", ", at most \(number(radius)) km away")
  }

  private var days: String? {
    switch (need.from, need.until) {
    case (nil, nil): nil
    case (let from?, nil): say("ab \(from)", "from \(from)")
    case (nil, let until?): say("bis \(until)", "until \(until)")
    case (let from?, let until?): say("\(from) bis \(until)", "\(from) to \(until)")
    }
  }
}

/// Texts broken into lines for a terminal.
enum Paragraphs {
  /// Lines of at most `width` characters where words allow; paragraphs stay apart.
  static func wrapped(_ text: String, indent: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width - indent.count {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(line)
      return lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
