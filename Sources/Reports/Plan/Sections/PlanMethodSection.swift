// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// How the plan was computed, in short, and what the model leaves out.
struct PlanMethodSection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  func section() -> Section {
    Section(
      id: "method", title: wording.say(de: "Wie gerechnet wurde", en: "How it was computed"),
      body: .element("dl", ["class": "terms"], terms())
        + .heading(wording.say(de: "Was das Modell auslässt", en: "What the model leaves out"))
        + .list(limits()))
  }

  private func term(_ name: String, _ meaning: Markup) -> Markup {
    .element("dt", [:], .text(name)) + .element("dd", [:], meaning)
  }

  private func terms() -> [Markup] {
    let request = context.plan.request
    let each = context.periods.count(1)
    let days = wording.days(request.grid.periodDays)
    return [
      term(
        wording.say(de: "Der Plan", en: "The plan"),
        wording.tell(
          de:
            "Ein lineares Programm über alle Zeitabschnitte zugleich (\(each) = \(days)): Läufe, Transporte, Zukauf, Bestände, Lieferungen, Ausbauten und Einstellungen werden gemeinsam so gewählt, dass das Ziel bestmöglich erreicht wird. Kein Plan ist nach diesen Zahlen besser, außer um den genannten Abstand.",
          en:
            "One linear program over all periods at once (\(each) = \(days)): runs, shipments, purchases, stocks, deliveries, build-ups and hires are chosen together so that the goal is reached as well as possible. By these figures no plan is better, except by the gap stated."
        )),
      term(
        wording.say(de: "Zeit", en: "Time"),
        wording.tell(
          de:
            "Durchlaufzeiten und Bauzeiten werden auf ganze Zeitabschnitte aufgerundet. Anfangsbestand und Unterwegs-Bestand sind vom ersten Zeitabschnitt an nutzbar.",
          en:
            "Lead times and build times are rounded up to whole periods. Stock on hand and in transit can be used from the first period on."
        )),
      term(
        wording.say(de: "Ausbau", en: "Building"),
        wording.tell(
          de:
            "Ein Modul wird beim Beginn bezahlt und nach der Bauzeit nutzbar. Eine Umstellung nimmt der zivilen Linie vom Beginn an Kapazität. \(request.wholeModules ? wholeModules : fractions)",
          en:
            "A module is paid for at its start and usable after its build time. A conversion takes capacity from the civil line from the start on. \(request.wholeModules ? wholeModules : fractions)"
        )),
      term(
        wording.say(de: "Fehlendes", en: "What is missing"),
        request.backlog
          ? wording.tell(
            de:
              "Was nicht rechtzeitig kommt, wird geschuldet; jeder Zeitabschnitt Verzug zählt mit dem Wert der Einheit.",
            en: "What is late is owed; each period of delay counts with the value of the unit.")
          : wording.tell(
            de:
              "Was in seinem Zeitabschnitt nicht geliefert wird, verfällt und zählt einmal mit seinem Wert.",
            en: "What is not delivered in its period is lost and counts once with its value.")),
      term(
        wording.say(de: "Personal", en: "People"),
        wording.tell(
          de:
            "Gebraucht wird Personal für Läufe und Aufbau. Beschäftigt sind mindestens die Gebrauchten und die schon Vorhandenen; niemand wird entlassen, eingestellt wird so spät wie möglich.",
          en:
            "People are needed for running and building. Employed are at least those needed and those already there; nobody is dismissed, and hiring is as late as possible."
        )),
      term(
        wording.say(de: "Eine Einheit mehr oder weniger", en: "One unit more or less"),
        wording.tell(
          de:
            "Wie sich das Ergebnis ändert, wenn eine Grenze ein wenig nachgibt. Beide Richtungen können sich unterscheiden; die Werte gelten nur in der Nähe des Plans.",
          en:
            "How the result changes if a limit gives a little. The two directions can differ; the values hold only near the plan."
        )),
      term(
        wording.say(de: "Region", en: "Region"),
        wording.tell(
          de:
            "Die ersten drei Zeichen des NUTS-Schlüssels am Standort, in Deutschland das Land; in den Tabellen steht der Schlüssel, wie er angegeben ist.",
          en:
            "The first three signs of the site's NUTS code, in Germany the state; the tables show the code as stated."
        )),
    ]
  }

  private var wholeModules: String {
    wording.say(de: "Gebaut werden nur ganze Module.", en: "Only whole modules are built.")
  }
  private var fractions: String {
    wording.say(
      de: "Auch Bruchteile eines Moduls sind erlaubt; wo das nicht geht, hilft „--whole-modules“.",
      en: "Fractions of a module are allowed; where that cannot be, use “--whole-modules”.")
  }

  private func limits() -> [Markup] {
    [
      wording.tell(
        de:
          "Was im Paket leer ist, gilt als unbegrenzt oder kostenlos. Das ist eine Annahme, keine Auskunft: „nicht angegeben“ heißt nicht „vorhanden“.",
        en:
          "What is empty in the package counts as unlimited or free. That is an assumption, no information: “not stated” does not mean “there”."
      ),
      wording.tell(
        de:
          "Der Plan kennt die Zukunft: Alle Nachfragen, Termine und Ausfälle sind ihm von Anfang an bekannt. Wirkliche Entscheidungen fallen mit weniger Wissen.",
        en:
          "The plan knows the future: all demands, dates and failures are known to it from the start. Real decisions are made with less."
      ),
      wording.tell(
        de:
          "Nach dem letzten Zeitabschnitt ist die Welt zu Ende: Gegen Schluss werden Bestände aufgebraucht, Linien laufen aus, und was sich erst später lohnt, wird nicht gebaut. Für Entscheidungen über das Ende hinaus den Zeitraum verlängern.",
        en:
          "After the last period the world ends: towards the close stocks are used up, lines run down, and what pays only later is not built. For decisions beyond the end, lengthen the horizon."
      ),
      wording.tell(
        de:
          "Preise ändern sich nicht mit der Menge; Lernen, Ausschuss beim Anlauf und Genehmigungen sind nicht abgebildet, außer sie stecken in Bauzeit und Kosten.",
        en:
          "Prices do not change with quantity; learning, scrap at start-up and permits are not modelled unless they are part of build time and cost."
      ),
      wording.tell(
        de:
          "Mehrere Pläne können gleich gut sein. Wann etwas läuft und was sich auf welchen Standort verteilt, ist dann einer von mehreren gleich guten Wegen.",
        en:
          "Several plans can be equally good. When something runs and how it spreads over sites is then one of several equally good ways."
      ),
    ]
  }
}
