// SPDX-License-Identifier: Apache-2.0

/// A probability as files write it: six decimals, never more than it is.
enum ProbabilityText {
  static func of(_ probability: Double) -> String {
    let millionths = Int((probability * 1_000_000).rounded(.down))
    let digits = String(millionths % 1_000_000)
    return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
