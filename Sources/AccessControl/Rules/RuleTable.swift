// SPDX-License-Identifier: Apache-2.0

/// Every rule of the platform, in the order in which they are asked. The prose they follow is in
/// `Documentation/Decisions`, what they amount to in `Documentation/Access-matrix.md`.
public enum RuleTable {
  public static let all: [AccessRule] =
    organisations + supplyLinks + chains + needs + matches + dialogues + reviews + operation
    + audit + aggregates
}
