// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Storage
import ValueChains

/// Fields of a need as somebody wrote them, `FIELD=VALUE`.
public struct NeedFacts: Sendable {
  /// Names of fields, English or German, with what was written; an empty text clears the field.
  public let pairs: [(key: String, value: String)]

  public init(_ pairs: [(key: String, value: String)]) { self.pairs = pairs }

  /// The facts, each checked for its field, and laid over an earlier version where there is one.
  ///
  /// - Throws: ``PlatformError`` with a finding for everything that is wrong.
  func need(over earlier: Need? = nil) throws(PlatformError) -> Need {
    var values = NeedValues()
    var findings: [Finding] = []
    func note(_ number: Int, _ key: String, _ message: LocalizedText) {
      findings.append(
        Finding(
          .valueInvalid, .error, table: "FIELD=VALUE", row: number, column: key, message))
    }
    for (number, fact) in pairs.enumerated() {
      guard let field = NeedFieldDefinition.field(ofColumn: fact.key) else {
        note(
          number + 1, fact.key,
          LocalizedText(
            de: "Ein Feld \(fact.key) gibt es nicht. „tragwerk need fields“ nennt alle.",
            en: "There is no field \(fact.key). “tragwerk need fields” names them all."))
        continue
      }
      do throws(NeedFault) {
        values[field] = try field.definition.values(fact.value)
      } catch {
        note(number + 1, fact.key, error.message)
      }
    }
    let (need, faults) = Need.make(values, over: earlier)
    if findings.isEmpty {
      for fault in faults { note(0, fault.field.rawValue, fault.message) }
    }
    guard findings.isEmpty else {
      throw PlatformError(
        .data, LocalizedText(de: "Nichts wurde eingetragen.", en: "Nothing was entered."),
        findings: findings)
    }
    return need
  }
}

extension RegisterAccess {
  /// What is done now, by whoever opened the register.
  func deed(_ note: String = "") -> Deed {
    Deed(actor: actor, at: time, day: today, note: note)
  }
}
