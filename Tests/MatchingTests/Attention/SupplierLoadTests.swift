// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Testing
import TragwerkTesting

@testable import Matching

@Suite struct SupplierLoadTests {
  private let today = CalendarDay(number: 20_000)

  private func load(_ ages: [Int], _ employees: Double?) -> SupplierLoad {
    SupplierLoad(
      askedOn: ages.map { CalendarDay(number: today.number - $0) }, employees: employees, on: today)
  }

  @Test func enquiriesFadeAndSizeHelps() {
    #expect(load([], 5).value == 1)
    #expect(load([0, 90, 180], 100).enquiries == 1.75)
    #expect(load([0, 90, 180], 100).load == 0.175)
    #expect(load([0, 0, 0, 0], 16).value == 0.5)
    #expect(load([0], nil).load == load([0], 10).load)
    #expect(load([0], .nan).load == load([0], -3).load)
    // A day in the future is a slip, not a promise.
    #expect(load([-30], 1).enquiries == 1)
  }

  @Test func sentencesSayHowOften() {
    #expect(load([200], 5).reason.english == "The firm was not asked in the last 90 days.")
    #expect(
      load([1], 25).reason.german == "Der Betrieb wurde in den letzten 90 Tagen einmal angefragt.")
    #expect(load([1, 2, 3], 4).reason.english.hasSuffix("easily answers."))
  }

  @Test(arguments: 0..<50) func valueIsBoundedAndMonotone(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let ages = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      Int.random(in: 0...900, using: &random)
    }
    let employees = Double.random(in: 1...500, using: &random)
    let now = load(ages, employees)
    let twin = ages.reduce(0) { $0 + pow(0.5, Double($1) / 90) } / employees.squareRoot()
    #expect(abs(now.load - twin) < 1e-9)
    #expect(now.value > 0 && now.value <= 1)
    #expect(load(ages + [10], employees).value < now.value)
    #expect(load(ages, employees * 2).value >= now.value)
    #expect(load(ages.map { $0 + 30 }, employees).value >= now.value)
    #expect(load(ages.shuffled(using: &random), employees) == now)
  }
}
