// SPDX-License-Identifier: Apache-2.0
import Localization

/// Says what a supplier holds, what it lacks, and whether it has capacity.
enum ReadinessSentence {
  static func sentence(
    _ reading: FeatureReading, _ supplier: SupplierProfile, _ path: ReadinessPath
  ) -> LocalizedText {
    var parts: [LocalizedText] = []
    let lacking = path.steps.compactMap { lack($0, on: reading.day) }
    if lacking.isEmpty {
      parts.append(held(reading, supplier))
    } else {
      parts += lacking
    }
    parts.append(capacity(supplier, path))
    var sentence = parts[0]
    for part in parts.dropFirst() { sentence = sentence + LocalizedText(verbatim: "; ") + part }
    return sentence.asSentence
  }

  private static func held(
    _ reading: FeatureReading, _ supplier: SupplierProfile
  ) -> LocalizedText {
    guard !reading.need.required.isEmpty else {
      return LocalizedText(de: "es ist kein Nachweis gefordert", en: "no certificate is required")
    }
    var names: [LocalizedText] = []
    var isVerified = true
    for standard in reading.need.required {
      guard
        case .held(let held) = QualificationState.state(of: standard, supplier, on: reading.day)
      else { continue }
      if held.assurance != .verified { isVerified = false }
      let until = held.validUntil.map { DayText.text($0) }
      names.append(
        LocalizedText(
          de: standard.name + (until.map { " bis \($0.german)" } ?? ", Ende unbekannt"),
          en: standard.name + (until.map { " until \($0.english)" } ?? ", end unknown")))
    }
    let assurance =
      isVerified
      ? LocalizedText(de: "geprüft", en: "verified")
      : LocalizedText(de: "selbst erklärt", en: "self-declared")
    return LocalizedText(
      de:
        "geforderte Nachweise gültig (\(names.map(\.german).joined(separator: ", ")); \(assurance.german))",
      en:
        "required certificates valid (\(names.map(\.english).joined(separator: ", ")); \(assurance.english))"
    )
  }

  /// One step of the path in words; capacity has its own sentence.
  static func lack(_ step: ReadinessPath.Step, on day: CalendarDay) -> LocalizedText? {
    switch step.lack {
    case .missing(let standard), .prerequisite(let standard):
      let isFirst = if case .prerequisite = step.lack { true } else { false }
      let what = LocalizedText(
        de: isFirst ? "zuvor fehlt \(standard.name)" : "es fehlt \(standard.name)",
        en: isFirst ? "\(standard.name) is missing first" : "\(standard.name) is missing")
      return what + duration(step) + holder(step)
    case .expired(let standard, let since):
      let months = max(1, Int((Double(day.number - since.number) / 30.4).rounded()))
      return LocalizedText(
        de:
          "\(standard.name) ist seit \(months) \(months == 1 ? "Monat" : "Monaten") abgelaufen: erneuern",
        en: "\(standard.name) expired \(months) \(months == 1 ? "month" : "months") ago: renew")
        + duration(step)
    case .capacity: return nil
    }
  }

  private static func duration(_ step: ReadinessPath.Step) -> LocalizedText {
    guard let months = step.months else {
      return LocalizedText(de: " (Dauer unbekannt)", en: " (duration unknown)")
    }
    let low = LocalizedText(number: months.lowerBound)
    let high = LocalizedText(number: months.upperBound)
    return LocalizedText(
      de: " (\(low.german)–\(high.german) Monate\(step.isEstimate ? ", Schätzung" : ""))",
      en: " (\(low.english)–\(high.english) months\(step.isEstimate ? ", estimate" : ""))")
  }

  private static func holder(_ step: ReadinessPath.Step) -> LocalizedText {
    guard let holder = step.holder else { return LocalizedText(verbatim: "") }
    let far = holder.distance.map { LocalizedText(number: $0, fractionDigits: 0) }
    return LocalizedText(
      de: ", hat: \(holder.name)" + (far.map { ", \($0.german) km" } ?? ""),
      en: ", held by \(holder.name)" + (far.map { ", \($0.english) km" } ?? ""))
  }

  private static func capacity(
    _ supplier: SupplierProfile, _ path: ReadinessPath
  ) -> LocalizedText {
    for step in path.steps {
      if case .capacity(let share) = step.lack {
        return share > 0
          ? LocalizedText(de: "zu wenig freie Kapazität", en: "too little free capacity")
          : LocalizedText(de: "keine freie Kapazität", en: "no free capacity")
      }
    }
    switch supplier.capacity.word {
    case .free: return LocalizedText(de: "Kapazität frei", en: "capacity is free")
    case .little: return LocalizedText(de: "wenig Kapazität frei", en: "little capacity is free")
    case .none, .unknown:
      return LocalizedText(
        de: "freie Kapazität nicht bekannt", en: "free capacity is not known")
    }
  }
}

/// Days for people.
enum DayText {
  static func text(_ day: CalendarDay) -> LocalizedText {
    let iso = day.description.split(separator: "-")
    guard iso.count == 3 else { return LocalizedText(verbatim: day.description) }
    return LocalizedText(de: "\(iso[2]).\(iso[1]).\(iso[0])", en: day.description)
  }
}
