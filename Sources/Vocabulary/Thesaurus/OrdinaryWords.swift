// SPDX-License-Identifier: Apache-2.0

/// Words that name a thing in compounds and phrases, but are ordinary words by themselves, folded
/// with umlauts merged.
enum OrdinaryWords {
  static let all = Set(
    """
    durchfuhrung lager gelande nahe summe einrichtung form formen art stand bestand bestandteil \
    bestande teil teile wechsel linie linien reihe serie serien satz satze stuck stucke zug zuge \
    lauf kreis strecke seite seiten platz platze raum raume haus hauser hof werk werke halle hallen \
    stelle stellen haltestelle haltestellen zeit jahr tag woche monat grad schicht schichten fach \
    krone brucke brucken fall falle decken sache sachen mittel ausbildung abnahme nacht \
    sieben durchmesser muster probe proben trager laub behorde behorden durchgang mail email \
    erreichung grundstuck bereich bereiche anbau ausbau aufbau ablauf verlauf entwicklung
    speicher schlage schlagen auflage auflagen
    set sets line lines make makes start starts cut cuts water market free hang lighter house home \
    house houses time times place places people school schools street city world team hand hands \
    head heads point points side sides way ways light lights power cover case cases stock stand \
    plant plants house form forms range model models run runs turn turns pass play show shows iron \
    spring press post posts bar bars ring file files date train trains drive board boards
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
}
