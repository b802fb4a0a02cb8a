// SPDX-License-Identifier: Apache-2.0

/// The arithmetic of check digits, over ASCII digits and upper-case letters.
enum CheckDigits {
  /// 0…9 for digits, 10…35 for letters.
  static func value(_ byte: UInt8) -> Int {
    byte <= 57 ? Int(byte) - 48 : Int(byte) - 55
  }

  /// The number the digits write; at most 18 of them.
  static func number(_ digits: some Collection<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + value($1) }
  }

  /// ISO 7064 MOD 97-10 with letters as two digits: 1 for a text with right check digits.
  static func mod97(_ text: some Collection<UInt8>) -> Int {
    text.reduce(0) { rest, byte in
      let value = value(byte)
      return (rest * (value >= 10 ? 100 : 10) + value) % 97
    }
  }

  /// ISO 7064 MOD 11,10 over all digits, the last being the check digit.
  static func passesMod11And10(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    var product = 10
    for digit in digits.dropLast() {
      var sum = (value(digit) + product) % 10
      if sum == 0 { sum = 10 }
      product = sum * 2 % 11
    }
    return digits.last.map { (product + value($0)) % 10 == 1 } ?? false
  }

  /// Luhn's sum over all digits, the last being the check digit.
  static func passesLuhn(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = value(digit) * (place.isMultiple(of: 2) ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// Digits times weights, added up; stops at the shorter of both.
  static func weighted(_ digits: some Collection<UInt8>, _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + value($1.0) * $1.1 }
  }
}
