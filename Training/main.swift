// SPDX-License-Identifier: Apache-2.0
import Foundation

/// `training reconciliation|screening|classification|matching --data FOLDER [--out FILE]`: makes the
/// parameters of reconciliation, of screening, of classification or of matching.
///
/// The folder is that of the judged development sets. Without `--out` the parameter file of the
/// checkout is written; `classification` judges the weights as they are instead, and learns with
/// `--learn yes`. `--vocabulary no` leaves out what the vocabulary knows of codes.
let arguments = CommandLine.arguments.dropFirst()
do {
  let words = try TrainingWords(Array(arguments))
  switch words.subject {
  case "reconciliation": try ReconciliationTraining(words).run()
  case "screening":
    try ScreeningTraining.run(data: words.data, output: words.out ?? ScreeningTraining.target)
  case "classification":
    try ClassificationTraining.run(
      data: words.data, withVocabulary: words.withVocabulary, output: words.out,
      learns: words.learns)
  case "matching": try MatchingTraining.run(data: words.data, output: words.out)
  default: throw TrainingWords.usage
  }
} catch {
  FileHandle.standardError.write(Data("training: \(error)\n".utf8))
  exit(64)
}
