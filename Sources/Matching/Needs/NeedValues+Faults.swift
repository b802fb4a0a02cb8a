// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

extension NeedValues {
  /// Every reason why the values do not make a need: what must be there, and what does not go
  /// together. What a single field may hold is checked when it is read.
  public var faults: [NeedFault] {
    obligatory + amount + place + days
  }

  private func has(_ field: NeedField) -> Bool { !(self[field] ?? []).isEmpty }

  private var obligatory: [NeedFault] {
    NeedFieldDefinition.all.filter { $0.isObligatory && !has($0.field) }.map { definition in
      NeedFault(
        definition.field,
        de:
          "\(definition.label.german): Hier steht nichts. Ohne diese Angabe kann niemand sagen, ob er liefern kann.",
        en:
          "\(definition.label.english): nothing is here. Without it nobody can tell whether they can supply it."
      )
    }
  }

  private var amount: [NeedFault] {
    guard !has(.quantity) else { return [] }
    return [NeedField.unit, .perYear].filter(has).map { field in
      let label = field.definition.label
      return NeedFault(
        field,
        de: "\(label.german) ohne Menge. Die Menge (quantity) ergänzen oder das Feld leeren.",
        en: "\(label.english) without a quantity. Add the quantity or clear the field.")
    }
  }

  private var place: [NeedFault] {
    var faults: [NeedFault] = []
    for (here, missing) in [(NeedField.latitude, NeedField.longitude), (.longitude, .latitude)]
    where has(here) && !has(missing) {
      let (label, other) = (here.definition.label, missing.definition.label)
      faults.append(
        NeedFault(
          missing,
          de:
            "\(label.german) ohne \(other.german): Das ist kein Ort. Beides angeben oder beides leer lassen.",
          en:
            "\(label.english) without \(other.english.lowercased()): that is no place. State both or leave both empty."
        ))
    }
    if has(.radius), !has(.latitude), !has(.longitude) {
      faults.append(
        NeedFault(
          .radius,
          de:
            "Ein Umkreis ohne Ort. Breitengrad (latitude) und Längengrad (longitude) ergänzen oder den Umkreis leeren.",
          en:
            "A radius without a place. Add latitude and longitude, or clear the radius."))
    }
    return faults
  }

  private var days: [NeedFault] {
    func day(_ field: NeedField) -> CalendarDay? {
      (self[field]?.first).flatMap { CalendarDay($0) }
    }
    guard let from = day(.from), let until = day(.until), from > until else { return [] }
    return [
      NeedFault(
        .until,
        de:
          "Gebraucht ab \(from), aber nur bis \(until): Das Ende liegt vor dem Anfang. Die beiden Tage prüfen.",
        en:
          "Needed from \(from), but only until \(until): it ends before it begins. Check the two days."
      )
    ]
  }
}
