// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// The question and the answer in a few sentences, and the figures they rest on.
struct PlanGlanceSection {
  let context: PlanContext
  private var wording: Wording { context.wording }
  private var plan: CapacityPlan { context.plan }

  func section() -> Section {
    Section(
      id: "glance", title: wording.say(de: "Auf einen Blick", en: "At a glance"),
      body: .paragraph(PlanQuestion(context: context).sentence())
        + .element("p", ["class": "lead"], sentences().joined(by: " ")) + keyFigures())
  }

  /// What an aide can repeat; a plan that does not exist says so first.
  func sentences() -> [Markup] {
    guard plan.schedule != nil else {
      return [without(), FoundingSentence(tally: context.tally, wording: wording).markup()]
    }
    return [
      delivered(), sustained(), target(), cost(), jobs(), whyNotMore(), certainty(),
      FoundingSentence(tally: context.tally, wording: wording).markup(),
    ].filter { !$0.isEmpty }
  }

  private func without() -> Markup {
    let text =
      plan.status == .unbounded
      ? wording.tell(
        de: "Darauf gibt es keine Antwort, weil nichts die Lieferung begrenzt.",
        en: "There is no answer to that because nothing limits what can be delivered.")
      : wording.tell(
        de: "Das ist nicht möglich: Die Bedingungen widersprechen einander.",
        en: "That is not possible: the conditions contradict one another.")
    return .element("strong", ["class": "alarm"], text)
  }

  // MARK: What comes out

  private func delivered() -> Markup {
    let asked = context.courses.filter(\.isAskedFor)
    guard !asked.isEmpty else {
      return wording.tell(
        de: "Verlangt ist keine bestimmte Menge; geliefert wird, was sich lohnt.",
        en: "No particular quantity is asked for; what pays is delivered.")
    }
    if asked.allSatisfy({ $0.missing(isOwed: context.isOwed) == 0 }) {
      return wording.tell(
        de: "Der Plan liefert alles, was verlangt ist: \(amounts(asked)).",
        en: "The plan delivers all that is asked for: \(amounts(asked)).")
    }
    return wording.tell(
      de: "Der Plan liefert \(amounts(asked)).", en: "The plan delivers \(amounts(asked)).")
  }

  private func amounts(_ courses: [MaterialCourse]) -> Markup {
    var parts = courses.prefix(3).map { course -> Markup in
      let name = context.quoted(course.material)
      let given = Markup.strong(.text(context.quantity(course.totalDelivered, course.material)))
      guard course.missing(isOwed: context.isOwed) > 0 else {
        return wording.tell(de: "\(given) \(name)", en: "\(given) of \(name)")
      }
      let all = context.quantity(course.totalAsked, course.material)
      let share = wording.percent(course.share)
      return wording.tell(
        de: "\(given) von \(all) \(name) (\(share))", en: "\(given) of \(all) \(name) (\(share))")
    }
    let rest = courses.count - parts.count
    if rest > 0 {
      parts.append(
        .text(
          wording.count(
            rest, de: ("weiteres Material", "weitere Materialien"),
            en: ("further material", "further materials"))))
    }
    return wording.list(parts)
  }

  private func sustained() -> Markup {
    guard !plan.sustained.isEmpty else { return .empty }
    let rates = plan.sustained.prefix(3).map { rate -> Markup in
      let row = context.names.row(.materials, rate.material)
      let name = row.map { context.names.plain(.materials, $0) } ?? rate.material
      let quantity = wording.quantity(rate.perDay, row.map(context.unit) ?? "")
      return wording.tell(
        de: "\(Markup.strong(.text(quantity))) je Tag von \(ChainNames.isolated(name))",
        en: "\(Markup.strong(.text(quantity))) a day of \(ChainNames.isolated(name))")
    }
    return wording.tell(
      de: "Auf Dauer zu halten sind \(wording.list(rates)).",
      en: "It can sustain \(wording.list(rates)).")
  }

  /// When the path asked for is reached, of what weighs most.
  private func target() -> Markup {
    guard let course = context.courses.first, course.isAskedFor else { return .empty }
    let name = context.quoted(course.material)
    if course.coveredFrom == 1 { return .empty }
    if let from = course.coveredFrom {
      return wording.tell(
        de:
          "Ab \(Markup.strong(.text(context.periods.name(from)))) wird der Zielpfad bei \(name) ohne Lücke erreicht.",
        en:
          "From \(Markup.strong(.text(context.periods.name(from)))) on, the target path of \(name) is reached without a gap."
      )
    }
    if let first = course.firstCovered {
      return wording.tell(
        de:
          "Der Zielpfad wird bei \(name) zuerst in \(context.periods.name(first)) erreicht, aber nicht bis zum Ende gehalten.",
        en:
          "The target path of \(name) is first reached in \(context.periods.name(first)), but not held to the end."
      )
    }
    return wording.tell(
      de: "Der Zielpfad wird bei \(name) in dieser Zeit nicht erreicht.",
      en: "The target path of \(name) is not reached in that time.")
  }

  // MARK: What it takes

  private func cost() -> Markup {
    guard let total = plan.schedule?.totalCost else { return .empty }
    let spending = Markup.strong(.text(wording.money(total.spending)))
    let builds = total.modules + total.fixed
    let of =
      builds > 0
      ? wording.tell(
        de: ", davon \(wording.money(builds)) für neue Kapazität",
        en: ", of which \(wording.money(builds)) for new capacity") : .empty
    return wording.tell(
      de: "Er kostet \(spending)\(of).", en: "It costs \(spending)\(of).")
  }

  private func jobs() -> Markup {
    let jobs = PlanJobs(context)
    guard jobs.mostNeeded > 0 else { return .empty }
    let people = Markup.strong(.text(context.people(jobs.mostNeeded)))
    let period = context.periods.short(jobs.busiestPeriod)
    let hired =
      jobs.hires >= 0.5
      ? wording.tell(
        de: "; \(context.people(jobs.hires)) werden dafür eingestellt",
        en: "; \(context.people(jobs.hires)) are hired for it") : .empty
    let moved = plan.schedule?.measures.jobsMoved ?? 0
    let taken =
      moved >= 0.5
      ? wording.tell(
        de: "; \(context.people(moved)) wechseln aus zivilen Linien",
        en: "; \(context.people(moved)) move from civil lines") : .empty
    return wording.tell(
      de: "Am meisten Arbeit gibt es in \(period): \(people) werden gebraucht\(hired)\(taken).",
      en: "Work peaks in \(period): \(people) are needed\(hired)\(taken).")
  }

  private func whyNotMore() -> Markup {
    plan.bottlenecks.first.map { .text($0.text[wording.language]) } ?? .empty
  }

  private func certainty() -> Markup {
    if plan.status == .limit {
      return wording.tell(
        de:
          "Die Rechnung endete an ihrer Zeitgrenze; ein besserer Plan könnte bis zu \(wording.percent(plan.gap)) besser sein.",
        en:
          "Computing stopped at its time limit; a better plan could be up to \(wording.percent(plan.gap)) better."
      )
    }
    return plan.gap > 1e-4
      ? wording.tell(
        de: "Kein Plan kann mehr als \(wording.percent(plan.gap)) besser sein.",
        en: "No plan can be more than \(wording.percent(plan.gap)) better.")
      : wording.tell(
        de: "Einen merklich besseren Plan gibt es für diese Zahlen nicht.",
        en: "For these figures there is no plan that is noticeably better.")
  }

  // MARK: Key figures

  private func keyFigures() -> Markup {
    guard let schedule = plan.schedule else { return .empty }
    var items: [(value: String, meaning: String, isAlarm: Bool)] = []
    if let course = context.courses.first, course.isAskedFor {
      let name = context.names.plain(.materials, course.material)
      items.append(
        (
          wording.percent(course.share),
          wording.say(de: "des Verlangten: \(name)", en: "of what is asked for: \(name)"),
          course.share < 1 - MaterialCourse.tolerance
        ))
    }
    let total = schedule.totalCost
    items.append(
      (wording.money(total.spending), wording.say(de: "wird ausgegeben", en: "is spent"), false))
    if total.unmet > 0 {
      items.append(
        (
          wording.money(total.unmet),
          context.isOwed
            ? wording.say(de: "Wert des Verzugs", en: "value of delay")
            : wording.say(de: "Wert des Fehlenden", en: "value of what is missing"), true
        ))
    }
    items.append(
      (
        wording.count(context.options.count),
        wording.say(de: "Ausbauten begonnen", en: "build-ups started"), false
      ))
    let jobs = PlanJobs(context)
    if jobs.mostNeeded > 0 {
      items.append(
        (
          wording.number(jobs.mostNeeded, 0),
          wording.say(de: "Personen in der Spitze", en: "people at the peak"), false
        ))
    }
    if let share = FoundingSentence(tally: context.tally, wording: wording).unfoundedShare {
      items.append(
        (
          wording.percent(share),
          wording.say(
            de: "der Zahlen sind Annahmen oder ohne Angabe",
            en: "of the figures are assumptions or unstated"), false
        ))
    }
    return KeyFigures.markup(items)
  }
}
