// SPDX-License-Identifier: Apache-2.0

/// Which ASCII letters stand for a letter of another alphabet or with marks.
///
/// Latin letters lose their marks (Unicode decomposition); Greek follows ELOT 743 letter by letter,
/// Cyrillic the customs of BGN/PCGN, whichever language it writes.
enum FoldingTable {
  /// ASCII: lower-case letters and digits, `.` and `'`; anything else is a blank.
  static let ascii: [UInt8] = (0..<128).map { (code: UInt8) in
    switch code {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "'"):
      code
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): code | 0x20
    case UInt8(ascii: "`"): UInt8(ascii: "'")
    default: UInt8(ascii: " ")
    }
  }

  /// What stands for a letter beyond ASCII; letters of other scripts in lower case, a blank for
  /// everything that is no letter and no digit.
  static func letters(for scalar: UInt32, _ umlauts: FoldedText.Umlauts) -> [UInt8] {
    if scalar < known.count, let entry = known[Int(scalar)] {
      return umlauts == .spelledOut ? entry.spelledOut : entry.bare
    }
    if (0xFB00...0xFB06).contains(scalar) { return Array(ligatures[Int(scalar - 0xFB00)].utf8) }
    guard let letter = Unicode.Scalar(scalar), isWordPart(letter) else { return blank }
    return Array(letter.properties.lowercaseMapping.utf8)
  }

  private struct Entry: Sendable {
    var spelledOut: [UInt8]
    var bare: [UInt8]
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
  private static let blank = [UInt8(ascii: " ")]

  private static func isWordPart(_ letter: Unicode.Scalar) -> Bool {
    switch letter.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      true
    default: false
    }
  }

  /// Letters that are spelled out: `ä ae a` is ä, its long form, its short form.
  private static let umlauts = "ä ae a,ö oe o,ü ue u,ø oe o,å aa a,æ ae ae,œ oe oe,ǿ oe o,ǽ ae ae"

  /// Indexed by scalar value, both cases, up to the end of Greek Extended.
  private static let known: [Entry?] = {
    var lower: [Unicode.Scalar: Entry] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ")
      let letters = parts[0] == "-" ? [] : Array(parts[0].utf8)
      for scalar in parts[1].unicodeScalars {
        lower[scalar] = Entry(spelledOut: letters, bare: letters)
      }
    }
    for umlaut in umlauts.split(separator: ",") {
      let parts = umlaut.split(separator: " ")
      for scalar in parts[0].unicodeScalars {
        lower[scalar] = Entry(spelledOut: Array(parts[1].utf8), bare: Array(parts[2].utf8))
      }
    }
    return (0..<0x2000).map { (code: UInt32) in
      guard let scalar = Unicode.Scalar(code), code > 127 else { return nil }
      if let entry = lower[scalar] { return entry }
      return scalar.properties.lowercaseMapping.unicodeScalars.first.flatMap { lower[$0] }
    }
  }()

  private static let lines = """
    - ъь
    a àáâãāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặάαἀἁἂἃἄἅἆἇὰά
    a ᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷа
    b ƀḃḅḇб
    c çćĉċčḉћ
    ch χч
    d ðďđḋḍḏḑḓδд
    dj ђ
    dz ǆǳџѕ
    e èéêëēĕėęěǝȅȇȩḕḗḙḛḝẹẻẽếềểễệέεἐἑἒἓἔἕὲέеёэ
    f ƒḟφф
    g ĝğġģǧǵḡγгґ
    gj ѓ
    h ĥħȟḣḥḧḩḫẖ
    i ìíîïĩīĭįıǐȉȋḭḯỉịΐήίηιϊἠἡἢἣἤἥἦἧἰἱἲἳἴἵἶἷὴή
    i ὶίᾐᾑᾒᾓᾔᾕᾖᾗιῂῃῄῆῇῐῑῒΐῖῗийії
    ij ĳ
    j ĵǰȷј
    k ķĸƙǩḱḳḵκк
    kh х
    kj ќ
    l ĺļľŀłḷḹḻḽλл
    lj ǉљ
    m ḿṁṃμм
    n ñńņňŉǹṅṇṉṋνн
    ng ŋ
    nj ǌњ
    o òóôõōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợοωόώὀὁὂ
    o ὃὄὅὠὡὢὣὤὥὦὧὸόὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷо
    p ṕṗπп
    ps ψ
    r ŕŗřȑȓṙṛṝṟρῤῥр
    s śŝşšſșṡṣṥṧṩẛςσс
    sh ш
    shch щ
    ss ß
    t ţťŧțṫṭṯṱẗτт
    th þθ
    ts ц
    u ùúûũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựуў
    v ṽṿβв
    w ŵẁẃẅẇẉẘ
    x ẋẍξ
    y ýÿŷƴȳẏẙỳỵỷỹΰυϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧы
    ya я
    ye є
    yu ю
    z źżžẑẓẕζз
    zh ж
    """
}
