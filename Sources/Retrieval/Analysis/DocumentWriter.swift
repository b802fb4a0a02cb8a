// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// Takes documents apart into terms and their impacts. Its arrays are used again for the next one.
struct DocumentWriter: ~Copyable {
  private let settings: IndexSettings
  private var maker: UnitMaker
  /// Term, field and share of each unit, in one word each.
  private var units: [UInt64] = []
  /// What a sixteenth of an occurrence weighs in each field of the document.
  private var factors = [Float](repeating: 0, count: IndexSettings.mostFields)
  /// The terms of the document read last, ascending.
  private(set) var terms: [UInt32] = []
  private(set) var impacts: [UInt16] = []
  private var fields: [UInt8] = []

  init(_ settings: IndexSettings) {
    self.settings = settings
    maker = UnitMaker(settings.units)
  }

  mutating func read(_ document: TextIndex.Document, _ cache: inout UnitCache) {
    units.removeAll(keepingCapacity: true)
    for (at, field) in settings.fields.enumerated() where at < document.texts.count {
      let length = gather(document.texts[at], field: at, &cache)
      let relative = Float(length) / field.typicalLength
      factors[at] =
        field.weight / Float(UnitMaker.whole) / (1 - field.dilution + field.dilution * relative)
    }
    combine()
  }

  func posting(_ at: Int, of document: UInt32) -> Posting {
    Posting(document: document, fields: fields[at], impact: impacts[at])
  }

  /// The number of words in the text.
  private mutating func gather(_ text: String, field: Int, _ cache: inout UnitCache) -> Int {
    guard settings.fields[field].weight > 0 else { return 0 }
    let reader = WordReader(text)
    for word in reader.words {
      cache.units(of: word, reader.language, &maker) { unit in
        units.append(UInt64(unit.term) << 32 | UInt64(field) << 8 | UInt64(unit.share))
      }
    }
    return reader.words.count
  }

  private mutating func combine() {
    // Sorted, so that sums do not depend on the order of words.
    units.sort()
    terms.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    var at = 0
    while at < units.count {
      let term = units[at] >> 32
      var frequency: Float = 0
      var mask: UInt8 = 0
      while at < units.count, units[at] >> 32 == term {
        let field = Int(units[at] >> 8 & 0xFF)
        frequency += Float(units[at] & 0xFF) * factors[field]
        mask |= 1 << UInt8(field)
        at += 1
      }
      terms.append(UInt32(term))
      impacts.append(Posting.impact(frequency, saturation: settings.saturation))
      fields.append(mask)
    }
  }
}
