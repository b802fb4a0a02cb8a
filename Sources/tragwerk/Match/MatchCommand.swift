// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Localization
import Matching
import Platform
import Registry

struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: say(
      "Anbieter für einen Bedarf finden, mit Gründen und dem, was ihnen fehlt.",
      "Find suppliers for a need, with reasons and what they lack."),
    discussion: say(
      """
      Beispiel:
        tragwerk match n00000002 --top 5
        tragwerk match bedarf.csv --bundles --as-of 2026-11-23
        tragwerk match --for o0000000a
        tragwerk match --firms firmen.csv --needs bedarfe.csv --out treffer.csv
      BEDARF ist die Kennung eines Bedarfs im Register oder eine Liste mit einem Bedarf. Punkte sagen,
      wie gut ein Betrieb passt (0 bis 100); bereit heißt: Nichts fehlt, von dem man weiß. Mit --as
      sieht man, was ein Käufer sähe: Was ein Betrieb ihm nicht zeigt, wirkt auch nicht mit.
      --firms: firm, text, wenn vorhanden name, branch, latitude, longitude, qualifications,
      free_capacity_note. Ergebnis: need, rank, firm, score, state, reasons, gap.
      """,
      """
      Example:
        tragwerk match n00000002 --top 5
        tragwerk match need.csv --bundles --as-of 2026-11-23
        tragwerk match --for o0000000a
        tragwerk match --firms firms.csv --needs needs.csv --out matches.csv
      NEED is the id of a need in the register, or a list with one need. The score says how well a
      firm fits (0 to 100); ready means that nothing lacks that is known. --as shows what a buyer
      would see: what a firm does not show them has no part in it either.
      --firms: firm, text, and if there name, branch, latitude, longitude, qualifications,
      free_capacity_note. Result: need, rank, firm, score, state, reasons, gap.
      """))

  @Argument(
    help: ArgumentHelp(
      say("Kennung oder Datei des Bedarfs.", "Id or file of the need."), valueName: "need"))
  var need: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      say(
        "Umgekehrt: die offenen Bedarfe, zu denen diese Organisation passt.",
        "The other way: the open needs this organisation fits."), valueName: "organisation"))
  var organisation: EntityID?

  @Option(
    help: ArgumentHelp(
      say("Betriebe aus einer Datei statt aus dem Register.", "Firms of a file, not the register."),
      valueName: "file"))
  var firms: String?

  @Option(
    help: ArgumentHelp(
      say("Bedarfe aus einer Datei, zu --firms.", "Needs of a file, with --firms."),
      valueName: "file"))
  var needs: String?

  @Option(
    help: ArgumentHelp(
      say("So viele Treffer je Bedarf.", "So many matches a need."), valueName: "n"))
  var top = 20

  @Option(
    help: ArgumentHelp(
      say(
        "Tag, an dem Nachweise und freie Kapazität beurteilt werden (Standard: heute).",
        "The day on which certificates and free capacity are judged (default: today)."),
      valueName: "date"))
  var asOf: CalendarDay?

  @Flag(
    help: ArgumentHelp(
      say(
        "Ohne Betriebe aus den Branchen, bei denen der Käufer sonst kauft.",
        "Without firms of the branches the buyer usually buys from.")))
  var crossBranch = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Verbünde vorschlagen, die zusammen decken, was keiner allein frei hat.",
        "Propose bundles that together cover what none has free alone.")))
  var bundles = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      say("Für wen: \(Self.audiences).", "For whom: \(Self.audiences)."), valueName: "audience"))
  var audience = Audience.operator

  @OptionGroup var result: JSONOption

  @Option(
    help: ArgumentHelp(
      say(
        "Ergebnis als CSV, zu --firms; - ist die Standardausgabe.",
        "Result as CSV, with --firms; - is standard output."), valueName: "file"))
  var out: String?

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  private static let audiences = Audience.allCases.map(\.rawValue).joined(separator: " | ")

  func validate() throws {
    guard top >= 1 else {
      throw ValidationError(say("--top muss mindestens 1 sein.", "--top has to be at least 1."))
    }
    let isOfFiles = firms != nil || needs != nil
    guard [need != nil, organisation != nil, isOfFiles].count(where: \.self) == 1 else {
      throw ValidationError(
        say(
          "Genau eines nennen: einen BEDARF, --for ORGANISATION, oder --firms und --needs.",
          "Name exactly one: a NEED, --for ORGANISATION, or --firms and --needs."))
    }
    if isOfFiles, firms == nil || needs == nil || out == nil {
      throw ValidationError(
        say(
          "--firms, --needs und --out gehören zusammen.", "--firms, --needs and --out go together.")
      )
    }
    if !isOfFiles, out != nil {
      throw ValidationError(
        say("--out gehört zu --firms und --needs.", "--out goes with --firms and --needs."))
    }
    if bundles, need == nil {
      throw ValidationError(
        say("--bundles gehört zu einem BEDARF.", "--bundles goes with a NEED."))
    }
    if isOfFiles, audience != .operator {
      throw ValidationError(
        say("--as gehört zu einem Register.", "--as goes with a register."))
    }
  }

  func run() async throws {
    try await reportingErrors(common.language) {
      Interruption.watch()
      if let firms, let needs, let out {
        try await runFiles(firms, needs, out)
      } else if let organisation {
        try await runNeeds(of: organisation)
      } else if let need {
        try await runNeed(need)
      }
    }
  }
}

extension MatchCommand {
  private func runNeed(_ named: String) async throws {
    var work = MatchNeed(Need.storedID(named).map { .stored($0) } ?? .file(named))
    work.limit = top
    work.day = asOf
    work.acrossBranches = crossBranch
    work.wantsBundles = bundles
    work.audience = audience
    let (use, told) = (work, reading)
    let outcome = try await register.withRegister { access in
      try await use.run(access, isCancelled: { Interruption.wasAsked }, progress: told)
    }
    Progress.finish()
    if !outcome.findings.isEmpty {
      Terminal.error(Terminal.lines(outcome.findings, in: nil, common.language))
    }
    try result.write(
      text: MatchSummary(common.language).text(outcome),
      json: MatchNeedDocument.json(outcome).rendered())
  }

  private func runNeeds(of organisation: EntityID) async throws {
    var work = NeedsForOrganisation(organisation)
    work.limit = top
    work.day = asOf
    work.acrossBranches = crossBranch
    work.audience = audience
    let (use, told) = (work, reading)
    let outcome = try await register.withRegister { access in
      try await use.run(access, isCancelled: { Interruption.wasAsked }, progress: told)
    }
    Progress.finish()
    try result.write(
      text: MatchSummary(common.language).text(outcome),
      json: MatchNeedDocument.json(outcome).rendered())
  }

  private func runFiles(_ firms: String, _ needs: String, _ out: String) async throws {
    let (language, isQuiet) = (common.language, common.quiet)
    let today = CalendarDay(String(Date().formatted(.iso8601).prefix(10)))
    var work = MatchFiles(
      firms: firms, needs: needs, day: asOf ?? today ?? CalendarDay(number: 0))
    work.limit = top
    work.acrossBranches = crossBranch
    work.language = language
    let step = LocalizedText(de: "Abgleichen", en: "Matching")
    let told: @Sendable (Int, Int) -> Void = { done, total in
      if !isQuiet { Progress.show(step, done, total, language) }
    }
    let outcome = try await work.run(isCancelled: { Interruption.wasAsked }, progress: told)
    Progress.finish()
    if Interruption.wasAsked { throw PlatformError.interrupted }
    if !outcome.findings.isEmpty {
      Terminal.error(Terminal.lines(outcome.findings, in: nil, language))
    }
    try Terminal.write(outcome.csv, to: out)
    if let json = result.json { try Terminal.write(outcome.document.rendered(), to: json) }
    guard !isQuiet, out != "-", result.leavesStandardOutput else { return }
    Terminal.out(
      LocalizedText(
        de: "\(outcome.needs) Bedarfe, \(outcome.firms) Betriebe. Ergebnis: \(out)\n",
        en: "\(outcome.needs) needs, \(outcome.firms) firms. Result: \(out)\n")[language])
  }

  /// Tells how far the register is read.
  private var reading: @Sendable (Int, Int) -> Void {
    let (language, isQuiet) = (common.language, common.quiet)
    let step = LocalizedText(de: "Register lesen", en: "Reading the register")
    return { done, total in if !isQuiet { Progress.show(step, done, total, language) } }
  }
}

extension Audience: ExpressibleByArgument {}
