// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// The tables of the register, in steps that only go forward.
public enum RegisterSchema {
  public static let migrations: [Migration] = [
    StatementSchema.statements,
    ProfileSchema.profiles,
    ImportSchema.imports,
    ScreeningSchema.screening,
    NeedSchema.needs,
    ChangeSchema.changes,
    SuggestionSchema.suggestions,
  ]
}
