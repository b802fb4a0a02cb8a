// SPDX-License-Identifier: Apache-2.0
import Foundation

/// An upright scale with round steps, for values of any size and sign.
struct ValueAxis {
  let ticks: [Double]
  var low: Double { ticks.first ?? 0 }
  var high: Double { ticks.last ?? 1 }

  init(_ values: some Sequence<Double>) {
    let known = values.filter(\.isFinite)
    let most = max(0, known.max() ?? 0)
    let least = min(0, known.min() ?? 0)
    let size = max(most, -least)
    let scale = size > 0 ? pow(10, (log10(size) - 0.5).rounded(.down)) : 1
    let axis = Axis(size / scale)
    let step = (axis.ticks.count > 1 ? axis.ticks[1] : 1) * scale
    let (first, last) = (
      Int((least / step + 1e-9).rounded(.down)), Int((most / step - 1e-9).rounded(.up))
    )
    ticks = (first...max(last, first + 1)).map { Double($0) * step }
  }

  /// From 0 at the low end to 1 at the high end.
  func share(_ value: Double) -> Double {
    min(1, max(0, (value - low) / (high - low)))
  }

  /// Numbers short enough for the edge of a picture.
  static func label(_ value: Double, _ wording: Wording) -> String {
    switch abs(value) {
    case 1e9...: "\(wording.number(value / 1e9, 1))\u{A0}\(wording.say(de: "Mrd.", en: "bn"))"
    case 1e6..<1e9: "\(wording.number(value / 1e6, 1))\u{A0}\(wording.say(de: "Mio.", en: "m"))"
    case 100...: wording.number(value, 0)
    case 0: "0"
    default: wording.number(value, 2)
    }
  }
}
