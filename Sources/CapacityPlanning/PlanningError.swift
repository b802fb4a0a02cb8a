// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

public enum PlanningError: Error {
  case cancelled
  /// The solver gave no verdict, also after a cold restart, or ran out of time without a plan.
  case unsolved(SolveStatus)
}
