// SPDX-License-Identifier: Apache-2.0

extension PartyRecord {
  /// A cell's content, empty where people wrote that there is none.
  public static func stated(_ cell: String) -> String {
    let silent: Set<String> = ["NA", "N/A", "/", "-", ".", "n.a.", "NULL", "null", "#N/A"]
    return silent.contains(cell) ? "" : cell
  }

  /// Two address lines as one text; a line that repeats the other is left out.
  public static func lines(_ first: String, _ second: String) -> String {
    let (first, second) = (stated(first), stated(second))
    if second.isEmpty || second == first { return first }
    return first.isEmpty ? second : first + "\n" + second
  }
}
