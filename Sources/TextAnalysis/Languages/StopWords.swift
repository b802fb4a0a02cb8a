// SPDX-License-Identifier: Apache-2.0
import Localization

/// Words too common to tell what a text is about, folded with umlauts merged.
public enum StopWords {
  /// Those of one language, and of both.
  public static func all(of language: Language) -> Set<[UInt8]> {
    language == .german ? german : english
  }

  static let onlyGerman = german.subtracting(english)
  static let onlyEnglish = english.subtracting(german)

  static let german = words(
    """
    aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf
    aus ausser bei beim bereits bis bzw da dabei dadurch dafur daher damit danach dann daran darauf
    daraus darin das dass davon dazu dein dem den denen denn der deren des dessen dich die dies
    diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines
    einschliesslich entsprechend er erst es etc etwa etwas euch euer fur gegen gegenuber gemass
    haben hat hatte her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in
    indem inkl inklusive ins insbesondere ist ja jede jedem jeden jeder jedes jedoch jene jetzt kann
    kein keine keinem keinen keiner konnen kommt man mehr mein mit mittels muss mussen nach nicht
    nichts noch nun nur ob oder ohne pro rund schon sein seine seinem seinen seiner seit selbst sich
    sie sind so sofern solche sollen sollte somit sonst sonstige sonstigen sonstiges sowie sowohl
    statt uber um und uns unser unsere unserem unseren unserer unter usw viel vom von vor wahrend
    war waren was weder weil weitere weiteren welche welchem welchen welcher wenn wer werden wie
    wieder wir wird wo wobei wurde wurden z zb zu zum zur zwar zwischen
    """)

  static let english = words(
    """
    a about above after all also an and any are as at be been before being between both but by can
    could do does each either else every few for from further had has have having he her here his
    how i if in including into is it its itself just less like made many may me more most must my
    no nor not of off on once one only or other our ours out over own per same shall she should so
    some such than that the their them then there these they this those through to too under until
    up upon us very via was we were what when where which while who whose why will with within
    without would you your
    """)

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.utf8.split { $0 == UInt8(ascii: " ") || $0 == 10 }.map(Array.init))
  }
}
