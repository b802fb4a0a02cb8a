// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The natural logarithm, here so that no other file of the scoring needs Foundation.
func logarithm(_ value: Double) -> Double { log(value) }
