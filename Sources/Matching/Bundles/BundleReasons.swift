// SPDX-License-Identifier: Apache-2.0
import Localization

/// What there is to say about a bundle, one sentence each.
struct BundleFacts {
  let problem: BundleProblem
  let members: [BundleProblem.Candidate]
  let parts: [Bundle.Part]
  let open: [Bundle.Open]
  let coveredShare: Double
  let meanDistance: Double?
  let gap: Double
  let firmsGap: Int

  var sentences: [LocalizedText] {
    [coverage] + members.compactMap(task) + (open.isEmpty ? [] : [missing]) + distance + proof
  }

  private var coverage: LocalizedText {
    let names = LocalizedText.list(members.map { LocalizedText(verbatim: $0.name) })
    let isOne = members.count == 1
    let subject =
      isOne
      ? names + LocalizedText(de: " deckt allein ", en: " alone covers ")
      : names + LocalizedText(de: " decken zusammen ", en: " together cover ")
    guard open.isEmpty else {
      return subject
        + LocalizedText(
          de: "\(Language.german.percent(coveredShare)) des Bedarfs.",
          en: "\(Language.english.percent(coveredShare)) of the need.")
    }
    guard let quantity = problem.wantedQuantity else {
      return subject + LocalizedText(de: "alle Schritte.", en: "all steps.")
    }
    let amount = LocalizedText(number: quantity) + LocalizedText(verbatim: " ") + problem.unit
    return subject + LocalizedText(de: "den ganzen Bedarf von ", en: "the whole need of ") + amount
      + LocalizedText(de: " im Jahr.", en: " a year.")
  }

  private func task(_ member: BundleProblem.Candidate) -> LocalizedText? {
    let own = parts.filter { $0.firm == member.id }
    guard !own.isEmpty else { return nil }
    let tasks = own.map { part($0.step, $0.share, $0.quantity) }
    return LocalizedText(verbatim: member.name)
      + LocalizedText(de: " übernimmt ", en: " does ") + LocalizedText.list(tasks)
      + LocalizedText(verbatim: ".")
  }

  private var missing: LocalizedText {
    LocalizedText(de: "Offen bleibt: ", en: "Still open: ")
      + LocalizedText.list(open.map { part($0.step, $0.share, $0.quantity) })
      + LocalizedText(verbatim: ".")
  }

  private func part(_ step: Int, _ share: Double, _ quantity: Double?) -> LocalizedText {
    let amount = quantity.map {
      LocalizedText(number: $0) + LocalizedText(verbatim: " ") + problem.unit
        + LocalizedText(de: " im Jahr", en: " a year")
    }
    guard step < problem.steps.count else {
      return amount ?? LocalizedText(de: "den Bedarf", en: "the need")
    }
    guard let amount else { return problem.steps[step] }
    return problem.steps[step] + LocalizedText(verbatim: " (") + amount
      + LocalizedText(verbatim: ")")
  }

  private var distance: [LocalizedText] {
    guard let meanDistance else { return [] }
    let kilometres = LocalizedText(number: meanDistance, fractionDigits: 0)
    return [
      LocalizedText(
        de: "Die Betriebe liegen im Mittel \(kilometres.german) km auseinander.",
        en: "The firms are \(kilometres.english) km apart on average.")
    ]
  }

  private var proof: [LocalizedText] {
    var sentences: [LocalizedText] = []
    if firmsGap > 0 {
      let least = members.count - firmsGap
      sentences.append(
        LocalizedText(
          de: "Nicht ausgeschlossen ist, dass schon \(least) "
            + (least == 1 ? "Betrieb genügt." : "Betriebe genügen."),
          en: "It is not excluded that \(least) "
            + (least == 1 ? "firm is enough." : "firms are enough.")))
    }
    guard gap > 0 else { return sentences }
    let points = LocalizedText(number: gap)
    sentences.append(
      open.isEmpty
        ? LocalizedText(
          de: "Ein gleich großer Verbund könnte im Mittel höchstens \(points.german) Punkte besser"
            + " passen.",
          en: "A bundle of as many firms could fit at most \(points.english) points better on"
            + " average.")
        : LocalizedText(
          de: "Ein anderer Verbund könnte höchstens \(points.german) Prozentpunkte mehr decken.",
          en: "Another bundle could cover at most \(points.english) percentage points more."))
    return sentences
  }
}

extension BundleProblem {
  func unknownNote(_ instance: BundleInstance) -> LocalizedText {
    let first = instance.unknown.prefix(3).map { LocalizedText(verbatim: candidates[$0].name) }
    let more = instance.unknown.count - first.count
    let rest =
      more > 0
      ? [
        LocalizedText(
          de: more == 1 ? "einem weiteren" : "\(more) weiteren",
          en: more == 1 ? "one other" : "\(more) others")
      ] : []
    let names = LocalizedText.list(first + rest)
    return LocalizedText(
      de: "Von \(names.german) ist die freie Menge nicht oder nicht ganz bekannt; Unbekanntes"
        + " zählt hier nicht.",
      en: "The free quantity of \(names.english) is not, or not fully, known; what is unknown does"
        + " not count here.")
  }

  func partialNote(isProven: Bool) -> LocalizedText {
    let most = LocalizedText(
      de: mostFirms == 1 ? "Kein Betrieb deckt" : "Keine \(mostFirms) Betriebe decken",
      en: mostFirms == 1 ? "No firm covers" : "No \(mostFirms) firms cover")
    return isProven
      ? most
        + LocalizedText(
          de: " den ganzen Bedarf; gezeigt wird, was am meisten deckt.",
          en: " the whole need; shown is what covers most.")
      : LocalizedText(
        de: "Es wurde nichts gefunden, das den ganzen Bedarf deckt; gezeigt wird, was am meisten"
          + " deckt.",
        en: "Nothing was found that covers the whole need; shown is what covers most.")
  }
}

extension LocalizedText {
  /// `A, B und C`.
  static func list(_ parts: [LocalizedText]) -> LocalizedText {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? .init(verbatim: "") }
    let first = parts.dropLast()
    return LocalizedText(
      de: first.map(\.german).joined(separator: ", ") + " und " + last.german,
      en: first.map(\.english).joined(separator: ", ") + " and " + last.english)
  }
}
