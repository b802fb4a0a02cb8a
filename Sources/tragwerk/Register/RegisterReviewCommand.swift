// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform
import Registry

struct RegisterReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: say(
      "Zeilen eines Imports, die ein Mensch entscheiden muss.",
      "Rows of an import that a person has to decide."),
    discussion: say(
      """
      Beispiel: tragwerk register review i00000001 --out fragen.csv
      In der Datei die Spalte answer ausfüllen und mit „register answer“ zurückgeben. Möglich sind
      die Kennung einer Organisation, =ZEILE (die Organisation einer früheren Zeile), new und leave.
      """,
      """
      Example: tragwerk register review i00000001 --out questions.csv
      Fill in the column answer of the file and give it back with “register answer”. Possible are
      the id of an organisation, =LINE (the organisation of an earlier line), new and leave.
      """))

  @Argument(help: ArgumentHelp(say("Der Import.", "The import.")))
  var id: String

  @Option(
    help: ArgumentHelp(
      say("Fragen als CSV zum Ausfüllen.", "Questions as CSV to fill in."), valueName: "file.csv"))
  var out: String?

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      let questions = try await register.withRegister { access in
        try await ReviewImport(importID: id).run(access)
      }
      if let out { try Terminal.write(QuestionTable.csv(questions, language), to: out) }
      if out != "-" { Terminal.out(ImportSummary(language).questions(questions, of: id)) }
    }
  }
}

struct RegisterAnswerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: say(
      "Sagen, welche Organisation eine Zeile meint.", "Say which organisation a row means."),
    discussion: say(
      """
      Beispiel:
        tragwerk register answer i00000001 17=o0000000a 18=new 19==5 20=leave
        tragwerk register answer i00000001 --file fragen.csv
      Jede Antwort wird behalten, damit nach demselben Paar nie wieder gefragt wird.
      """,
      """
      Example:
        tragwerk register answer i00000001 17=o0000000a 18=new 19==5 20=leave
        tragwerk register answer i00000001 --file questions.csv
      Every answer is kept, so that nobody is asked about the same pair again.
      """))

  @Argument(help: ArgumentHelp(say("Der Import.", "The import.")))
  var id: String

  @Argument(
    help: ArgumentHelp(
      say("Antworten als ZEILE=ANTWORT.", "Answers as LINE=ANSWER."), valueName: "line=answer"))
  var answers: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "Ausgefüllte Fragen (Spalten line und answer).",
        "Questions filled in (columns line and answer)."),
      valueName: "file.csv"))
  var file: String?

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if answers.isEmpty == (file == nil) {
      throw ValidationError(
        say("Antworten nennen, oder eine Datei mit --file.", "Name answers, or a file with --file.")
      )
    }
  }

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      let given = try file.map(QuestionTable.answers(in:)) ?? QuestionTable.answers(answers)
      let summary = try await register.withRegister { access in
        try await AnswerRows(importID: id, answers: given).run(access)
      }
      Terminal.out(ImportSummary(language).answered(given.count, summary, id))
    }
  }
}
