// SPDX-License-Identifier: Apache-2.0
import Foundation

/// `training reconciliation|screening --data FOLDER [--out FILE]`: makes the parameters of
/// reconciliation or of screening.
///
/// The folder is that of the judged development sets. Without `--out` the parameter file of the
/// checkout is written.
let arguments = CommandLine.arguments.dropFirst()
do {
  let words = try TrainingWords(Array(arguments))
  switch words.subject {
  case "reconciliation": try ReconciliationTraining(words).run()
  case "screening":
    try ScreeningTraining.run(data: words.data, output: words.out ?? ScreeningTraining.target)
  default: throw TrainingWords.usage
  }
} catch {
  FileHandle.standardError.write(Data("training: \(error)\n".utf8))
  exit(64)
}
