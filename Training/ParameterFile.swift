// SPDX-License-Identifier: Apache-2.0
import Reconciliation

/// The trained models as a Swift source.
enum ParameterFile {
  static func text(_ models: [(name: String, model: LinearModel)]) -> String {
    var text = """
      // SPDX-License-Identifier: Apache-2.0

      // Made by: swift run -c release training reconciliation --data FOLDER
      // Do not edit: the next training writes it anew.

      /// What training on the judged development sets has found.
      enum ReconciliationParameters {

      """
    for (name, model) in models {
      text += "  static let \(name) = LinearModel(\n"
      text += "    constant: \(model.constant),\n    weights: [\n"
      text += lines(model.weights) + "    ],\n    means: [\n" + lines(model.means) + "    ])\n"
      if name != models.last?.name { text += "\n" }
    }
    return text + "}\n"
  }

  private static func lines(_ values: [Double]) -> String {
    zip(Measure.allCases, values).map { "      \($1),  // \($0)\n" }.joined()
  }
}
