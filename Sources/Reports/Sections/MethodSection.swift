// SPDX-License-Identifier: Apache-2.0

/// How it was computed, in short, and what the model leaves out.
struct MethodSection {
  let context: ReportContext
  private var wording: Wording { context.wording }

  func section() -> Section {
    Section(
      id: "method", title: wording.say(de: "Wie gerechnet wurde", en: "How it was computed"),
      body: .element("dl", ["class": "terms"], terms())
        + .heading(wording.say(de: "Was das Modell auslässt", en: "What the model leaves out"))
        + .list(limits()) + .heading(wording.say(de: "Grundlagen", en: "Foundations"))
        + .list(papers()))
  }

  private func term(_ name: String, _ meaning: Markup) -> Markup {
    .element("dt", [:], .text(name)) + .element("dd", [:], meaning)
  }

  private func terms() -> [Markup] {
    let horizon = wording.days(context.assessment.horizon)
    var terms = [
      term(
        wording.say(de: "Reichweite", en: "Time to survive"),
        wording.tell(
          de:
            "Die längste Zeit, in der trotz der Störung alle Nachfrage voll bedient werden kann, wenn Bestände, andere Quellen und Wege bestmöglich genutzt werden; höchstens der betrachtete Zeitraum von \(horizon). „≥“ heißt: in dieser Zeit nicht begrenzt.",
          en:
            "The longest time in which all demand can be served in full in spite of the disruption, if stocks, other sources and ways are used as well as possible; at most the horizon of \(horizon). “≥” means not limited in that time."
        )),
      term(
        wording.say(de: "Wiederanlaufzeit", en: "Time to recover"),
        wording.tell(
          de: "Tage, bis das Ausgefallene wieder arbeitet, wie im Paket angegeben.",
          en: "Days until what failed works again, as stated in the package.")),
      term(
        wording.say(de: "Verlust und Gefährdung", en: "Loss and exposure"),
        wording.tell(
          de:
            "Verlust ist der Wert der Nachfrage, die bis zum Wiederanlauf auch bei bester Verteilung nicht bedient wird. Gefährdung ist der Verlust im Verhältnis zum größten dieses Berichts.",
          en:
            "Loss is the value of demand that until recovery cannot be served even by the best allocation. Exposure is the loss relative to the largest in this report."
        )),
      term(
        wording.say(de: "Kritisch", en: "Critical"),
        wording.tell(
          de:
            "Die Reichweite ist kürzer als die Wiederanlaufzeit; wo diese nicht angegeben ist, kürzer als 30 Tage.",
          en:
            "The time to survive is shorter than the time to recover; where that is not stated, shorter than 30 days."
        )),
    ]
    if context.ranking.all.contains(where: { $0.survival.phased != nil }) {
      terms.append(
        term(
          wording.say(de: "Mit Durchlaufzeiten", en: "With lead times"),
          wording.tell(
            de:
              "Dasselbe in ganzen Perioden, wobei Transport und Fertigung ihre Zeit brauchen. Nie länger als die Reichweite ohne; der Unterschied zeigt, wie viel am rechtzeitigen Eintreffen hängt.",
            en:
              "The same in whole periods, with transport and production taking their time. Never longer than without; the difference shows how much depends on arriving in time."
          )))
    }
    return terms
  }

  private func limits() -> [Markup] {
    [
      wording.tell(
        de:
          "Ohne Durchlaufzeiten gerechnet gilt jeder Bestand als sofort nutzbar, auch was unterwegs ist.",
        en: "Without lead times every stock counts as usable at once, also what is on its way."),
      wording.tell(
        de:
          "Bestand an einem ausgefallenen Standort bleibt dort nutzbar, wenn er nicht als verloren angegeben ist; wegschicken lässt er sich nicht.",
        en:
          "Stock at a site that fails stays usable there unless it is stated as lost; it cannot be sent away."
      ),
      wording.tell(
        de:
          "Nachfrage und Kapazitäten sind konstant; Preise, Verträge, Priorisierung und Panikkäufe kommen nicht vor.",
        en:
          "Demand and capacities are constant; prices, contracts, priorities and panic buying do not occur."
      ),
      wording.tell(
        de:
          "Was nicht angegeben ist, gilt bei Kapazitäten als unbegrenzt, bei Mengen und Zeiten als 0. Die Ergebnisse sind daher eher zu günstig.",
        en:
          "What is not stated counts as unlimited for capacities and as 0 for quantities and times. Results are therefore rather too favourable."
      ),
      wording.tell(
        de:
          "Die Sätze zum Warum sehen auf das Getroffene selbst; die Tage stammen aus der Rechnung über die ganze Kette.",
        en:
          "The sentences on why look at what is hit itself; the days come from computing the whole chain."
      ),
    ]
  }

  private func papers() -> [Markup] {
    [
      "D. Simchi-Levi et al.: Identifying Risks and Mitigating Disruptions in the Automotive Supply Chain. Interfaces 45(5), 2015, 375–390. \(Self.link("doi:10.1287/inte.2015.0804", "https://doi.org/10.1287/inte.2015.0804"))",
      wording.tell(
        de:
          "Europäische Kommission: Methodology for establishing the EU list of critical raw materials, 2017 (Versorgungsrisiko; Schwelle in den Studien 2017 und 2023).",
        en:
          "European Commission: Methodology for establishing the EU list of critical raw materials, 2017 (supply risk; threshold in the studies of 2017 and 2023)."
      ),
      wording.tell(
        de:
          "U.S. Department of Justice und Federal Trade Commission: Horizontal Merger Guidelines, 2010, Abschnitt 5.3 (Schwellen der Konzentration).",
        en:
          "U.S. Department of Justice and Federal Trade Commission: Horizontal Merger Guidelines, 2010, section 5.3 (thresholds of concentration)."
      ),
    ]
  }

  private static func link(_ text: String, _ address: String) -> Markup {
    .element("a", ["href": address, "rel": "noreferrer"], .text(text))
  }
}
