// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import Vocabulary

/// What a legal form is at bottom, in any country and spelling: `OOO`, `LLC`, `GmbH` and
/// "Limited Liability Company" are one family.
///
/// Screening meets forms of the whole world, spelled out and transliterated, and only asks whether
/// two can be the same: coarser than the ELF list, which knows one country's forms apart.
struct FormFamily: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  /// GmbH, Ltd, LLC, SARL, OOO.
  static let limited = Self(rawValue: 1)
  /// AG, SA, plc, JSC, OAO.
  static let stock = Self(rawValue: 2)
  /// Inc., Corp., Co.: says little, goes with all of commerce.
  static let corporation = Self(rawValue: 4)
  /// KG, LP, LLP, OHG.
  static let partnership = Self(rawValue: 8)
  /// Foundation, association, ANO: not of commerce.
  static let nonProfit = Self(rawValue: 16)
  /// State enterprise, FGUP.
  static let state = Self(rawValue: 32)

  /// Whether two names with these forms cannot be one firm's. A name without a form can be anybody's;
  /// forms of commerce are mixed up too often in translation to speak against each other.
  func contradicts(_ other: Self) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    let notCommercial: Self = [.nonProfit, .state]
    return isDisjoint(with: other)
      && (!isDisjoint(with: notCommercial) || !other.isDisjoint(with: notCommercial))
  }

  /// The family of a run of folded words, nil where they are no form.
  static func family(of words: ArraySlice<[UInt8]>) -> Self? {
    table[Array(words.joined(separator: [0x20]))]
  }

  /// The longest spelling in words.
  static let longest = table.keys.map { $0.count { $0 == 0x20 } + 1 }.max() ?? 1

  private static let table: [[UInt8]: Self] = {
    var table: [[UInt8]: Self] = [:]
    for (family, spellings) in spellings {
      for spelling in spellings.split(separator: ",") {
        table[FoldedText(spelling, umlauts: .merged).bytes] = family
      }
    }
    return table
  }()

  private static let spellings: [(Self, String)] = [
    (
      .limited,
      """
      llc,limited liability company,limited liability co,limited company,ltd,limited,co ltd,company limited,\
      private limited,private limited company,pvt ltd,pte ltd,pte limited,pty ltd,pty limited,\
      proprietary limited,gmbh,g m b h,mbh,ggmbh,gesellschaft mit beschränkter haftung,ug,\
      ug haftungsbeschränkt,unternehmergesellschaft,sarl,s a r l,srl,s r l,sl,slu,\
      sociedad limitada,sociedad de responsabilidad limitada,s de rl,s de rl de cv,ltda,limitada,lda,\
      societe a responsabilite limitee,societa a responsabilita limitata,\
      societatea cu raspundere limitata,bv,b v,bvba,sprl,besloten vennootschap,ooo,o o o,\
      obshchestvo s ogranichennoy otvetstvennostyu,obschestvo s ogranichennoj otvetstvennostju,tov,too,\
      sp z oo,sp z o o,spolka z ograniczona odpowiedzialnoscia,sro,s r o,\
      spolecnost s rucenim omezenym,doo,d o o,kft,korlatolt felelossegu tarsasag,eood,ood,uab,sia,ou,\
      oy,ab,aps,as,fze,fzc,fzco,fz llc,fzllc,wll,w l l,sdn bhd,sdn,limited sirketi,ltd sti
      """
    ),
    (
      .stock,
      """
      ag,aktiengesellschaft,sa,s a,societe anonyme,sociedad anonima,sociedade anonima,societa per azioni,\
      spa,s p a,plc,public limited company,public company limited,pcl,jsc,j s c,joint stock company,\
      joint stock co,ojsc,open joint stock company,open jsc,cjsc,closed joint stock company,closed jsc,\
      pjsc,public joint stock company,public jsc,oao,zao,pao,ao,aktsionernoe obshchestvo,\
      otkrytoe aktsionernoe obshchestvo,zakrytoe aktsionernoe obshchestvo,\
      publichnoe aktsionernoe obshchestvo,nv,n v,naamloze vennootschap,asa,oyj,se,societas europaea,\
      kgaa,sas,s a s,societe par actions simplifiee,sa de cv,sab de cv,saog,psc,pjs,qsc,ksc,bsc,\
      as anonim sirketi,anonim sirketi,aktiebolag,aktieselskab,aktsiaselts,spolka akcyjna,\
      akciova spolecnost,kk,kabushiki kaisha,tbk,bhd,berhad
      """
    ),
    (
      .corporation,
      "inc,incorporated,corp,corporation,co,company,cie,compagnie,compania,na,n a,mfg co"
    ),
    (
      .partnership,
      """
      lp,l p,llp,limited partnership,limited liability partnership,kg,kommanditgesellschaft,ohg,\
      offene handelsgesellschaft,gbr,partg,snc,scs,gmbh and co kg,gmbh co kg,gmbh und co kg,ag co kg,\
      cv,commanditaire vennootschap,ek,e k,e kfm,sp j,sp k
      """
    ),
    (
      .nonProfit,
      """
      ev,e v,eingetragener verein,verein,ano,autonomous non profit organization,\
      autonomous nonprofit organization,avtonomnaya nekommercheskaya organizatsiya,ngo,npo,foundation,\
      stiftung,fondation,fundacion,fondazione,fond,association,asbl,vzw,onlus,charity
      """
    ),
    (
      .state,
      """
      fgup,gup,federal state unitary enterprise,state unitary enterprise,state enterprise,\
      federalnoe gosudarstvennoe unitarnoe predpriyatie,mup,anstalt des offentlichen rechts,aor,\
      korperschaft des offentlichen rechts,kdor
      """
    ),
  ]
}
