// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Reports

@Suite struct MarkupTests {
  @Test(arguments: [
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"'", "&quot;&#39;"),
    ("line\nbreak\ttab", "line break tab"), ("\u{0}\u{7}\u{FFFE}\u{202E}\u{2066}x", "x"),
    ("Öl 😀", "Öl 😀"),
  ])
  func escapes(_ text: String, _ expected: String) {
    #expect(Markup.text(text).source == expected)
    #expect(("\(text)" as Markup).source == expected)
  }

  @Test func interpolatesMarkupUnescaped() {
    let name = Markup.element("b", [:], "a&b")
    #expect(("<\(name)>" as Markup).source == "&lt;<b>a&amp;b</b>&gt;")
  }

  @Test func elementsAreClosedAndLeaveOutMissingAttributes() {
    #expect(Markup.element("br").source == "<br/>")
    #expect(
      Markup.element("a", ["href": "\"x", "class": nil], "t").source == "<a href=\"&quot;x\">t</a>")
  }

  @Test(arguments: [
    (0.0, "0"), (-0.04, "0"), (1.25, "1.3"), (-0.5, "-0.5"), (-12.34, "-12.3"), (.nan, "0"),
    (1234.0, "1234"),
  ])
  func coordinates(_ value: Double, _ expected: String) {
    #expect(svg(value) == expected)
  }
}
