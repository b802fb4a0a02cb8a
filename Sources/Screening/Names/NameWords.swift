// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import Vocabulary

/// Small lists of words that screening treats in their own way. Collected for this purpose; facts of
/// language, so without a source.
enum NameWords {
  /// Words that join others and tell nothing.
  static let joining = set(
    """
    the of for and in on at a an to und für der die das des im am zu von et de la le les du d l y e i \
    el los del da do dos das di della dello per po na dlya
    """)

  /// Words that many firms share: they tell little, though something.
  static let common = set(
    """
    group gruppe groupe holding holdings trading trade international intl internacional internationale \
    global worldwide industries industry industrial industrie enterprise enterprises service services \
    general commercial business management organization organisation solutions products produkte \
    import export handel handels gesellschaft firma
    """)

  /// How the same word is written in full and short, in British and American, in either number.
  static let equal: [[UInt8]: [UInt8]] = pairs(
    """
    intl international,int international,mfg manufacturing,manuf manufacturing,engr engineering,\
    engg engineering,dev development,tech technology,technologies technology,assoc associates,\
    bros brothers,gebr brothers,gebrüder brothers,natl national,govt government,dept department,\
    min ministry,univ university,inst institute,co company,cos companies,svcs services,\
    mgmt management,grp group,hldgs holdings,holding holdings,ind industries,inds industries,\
    industry industries,labour labor,organisation organization,centre center,defence defense,\
    colour color,saint st,sankt st,mount mt,fort ft,per percent,usa us,rossiyskaya russian
    """)

  /// Words in front of a person's name.
  static let titles = set(
    """
    mr mrs ms miss dr prof professor sir lord lady president minister general colonel major captain \
    herr frau dipl ing mullah maulavi mawlawi haji hajji sheikh shaykh sayyid king prince princess
    """)

  /// Small words within people's names, often left out.
  static let particles = set(
    """
    bin ibn ben bint al el ul ud ur ad as an abu abou umm abd van von der den de di da do dos du la le \
    mc mac na oglu
    """)

  private static func set(_ words: String) -> Set<[UInt8]> {
    Set(words.split(separator: " ").map { FoldedText($0, umlauts: .merged).bytes })
  }

  private static func pairs(_ text: String) -> [[UInt8]: [UInt8]] {
    var pairs: [[UInt8]: [UInt8]] = [:]
    for pair in text.split(separator: ",") {
      let words = pair.split(separator: " ").map { FoldedText($0, umlauts: .merged).bytes }
      if words.count == 2 { pairs[words[0]] = words[1] }
    }
    return pairs
  }
}
