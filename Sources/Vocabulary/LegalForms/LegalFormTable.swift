// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// Legal forms of Europe, and what people write for them.
///
/// Codes, countries and names: ELF code list version 1.5 (ISO 20275), GLEIF, 2023-09-28. The
/// spellings beyond it are collected from how firms write themselves; kinds are ours.
enum LegalFormTable {
  /// A spelling without its blanks, and the forms that are written so.
  struct Entry: Sendable {
    var forms: [LegalForm]
    /// Whether it may stand before the name, as in `UAB Vilniaus vandenys`.
    var mayLead: Bool
  }

  /// By spelling, folded with umlauts merged, blanks left out.
  static let bySpelling: [[UInt8]: Entry] = {
    var entries: [[UInt8]: Entry] = [:]
    for record in records {
      let parts = record.split(separator: ":", maxSplits: 1)
      let head = parts[0].split(separator: " ", maxSplits: 3)
      guard parts.count == 2, head.count == 4, let kind = LegalForm.Kind(rawValue: String(head[2]))
      else {
        preconditionFailure("A legal form is CODE COUNTRY kind NAME: spellings, not \(record)")
      }
      let form = LegalForm(
        code: String(head[0]), country: String(head[1]), kind: kind, abbreviation: String(head[3]))
      for spelling in parts[1].split(separator: ";") {
        let mayLead = spelling.contains("<")
        let key = FoldedText(spelling, umlauts: .merged).joined
        var entry = entries[key] ?? Entry(forms: [], mayLead: false)
        if !entry.forms.contains(form) { entry.forms.append(form) }
        entry.mayLead = entry.mayLead || mayLead
        entries[key] = entry
      }
    }
    return entries
  }()

  static let longestSpelling = bySpelling.keys.map(\.count).max() ?? 0

  /// `CODE COUNTRY kind NAME: spelling; spelling`; a line that begins with `+` goes on with the one
  /// before, `<` marks spellings that lead a name.
  private static let records: [String] = lines.split(separator: "\n").reduce(into: []) {
    if $1.hasPrefix("+") {
      $0[$0.count - 1] += $1.dropFirst()
    } else {
      $0.append(String($1))
    }
  }

  private static let lines = """
    2HBR DE limited GmbH: gmbh; gesellschaft mbh; gesellschaft mit beschraenkter haftung;
    + ges mbh; mbh; m b h; gesellschaft mit beschr haftung; mit beschraenkter haftung; ges m b h
    SCE1 DE limited gGmbH: ggmbh; gemeinnuetzige gmbh;
    + gemeinnuetzige gesellschaft mit beschraenkter haftung
    63KS DE limited UG: ug haftungsbeschraenkt; ug;
    + unternehmergesellschaft haftungsbeschraenkt; unternehmergesellschaft; gmbh ug
    6QQB DE stock AG: ag; aktiengesellschaft; aktienges; akt ges
    YA01 DE stock gAG: gag
    SGST DE european SE: se; societas europaea; europaeische gesellschaft;
    + europaeische aktiengesellschaft
    T0YJ DE byShares KGaA: kgaa; kommanditgesellschaft auf aktien; kg a a
    8Z6G DE limitedPartnership KG: kg; kommanditgesellschaft; komm ges; kommanditges
    40DB DE generalPartnership OHG: ohg; offene handelsgesellschaft; o h g
    FR3V DE generalPartnership GbR: gbr; gesellschaft buergerlichen rechts; bgb gesellschaft
    8CM0 DE generalPartnership PartG: partg; partnerschaftsgesellschaft
    2YZO DE generalPartnership PartG mbB: partg mbb; partgmbb; mbb
    OL20 DE soleTrader e.K.: ek; e k; ekfm; ekffr; e kfm; e kffr; eingetragener kaufmann;
    + eingetragene kauffrau; einzelunternehmen; inh
    QZ3L DE association e.V.: ev; e v; eingetragener verein
    AZFE DE cooperative eG: eg; e g; eingetragene genossenschaft
    13AV DE mutual VVaG: vvag; versicherungsverein auf gegenseitigkeit
    XLWA DE publicBody AöR: aoer; anstalt des oeffentlichen rechts; a oe r;
    + anstalt oeffentlichen rechts
    SQKS DE publicBody KöR: koer; kdoer; koerperschaft des oeffentlichen rechts; k d oe r
    FEBD DE foundation Stiftung: stiftung des oeffentlichen rechts; stiftung des privaten rechts
    JNDX DE grouping EWIV: ewiv
    AXSB AT limited GmbH: gmbh; ges m b h; gesmbh; gesellschaft m b h; gesellschaft mbh;
    + gesellschaft mit beschraenkter haftung
    EQOV AT stock AG: ag; aktiengesellschaft
    ONF1 AT limitedPartnership KG: kg; kommanditgesellschaft
    JTAV AT generalPartnership OG: og; offene gesellschaft
    O65B AT european SE: se
    UI81 AT generalPartnership GesbR: gesbr
    MVII CH stock AG: ag; sa; aktiengesellschaft
    3EKS CH limited GmbH: gmbh; sarl; sagl; llc
    7RRP LI stock AG: ag
    Y8LH LI limited GmbH: gmbh
    6CHY FR stockSimplified SAS: sas; <sas; sasu; societe par actions simplifiee; s a s; s a s u
    QVPB FR stock SA: sa; <sa; societe anonyme; s a
    V9QP FR limited SARL: sarl; <sarl; s a r l; eurl; societe a responsabilite limitee
    H1U2 FR generalPartnership SNC: snc; <snc; societe en nom collectif
    DEG4 FR byShares SCA: sca; societe en commandite par actions
    TPNT FR european SE: se; societe europeenne
    BEWI FR association Association: association loi 1901
    6RUE FR grouping GEIE: geie; gie
    R85P BE stock SA: sa; nv; naamloze vennootschap; societe anonyme
    3W7E BE limited SRL: srl; bv; besloten vennootschap
    N5NT BE limited SPRL: sprl; bvba
    8E2A BE cooperative SCRL: scrl; cvba
    U2PN BE byShares SCA: comm va
    W3WH BE association ASBL: asbl; vzw
    54M6 NL limited BV: bv; <bv; <b v; b v; besloten vennootschap
    B5PM NL stock NV: nv; <nv; <n v; n v; naamloze vennootschap
    CODH NL limitedPartnership CV: cv; c v
    62Y3 NL generalPartnership VOF: vof; v o f
    9AAK NL generalPartnership Maatschap: maatschap
    NFFH NL cooperative Coöp.: coop; cooperatie; cooperatie u a; cooperatief ua; ua; u a
    V44D NL foundation Stichting: <stichting
    5GGB LU stock SA: sa
    DVXS LU limited SARL: sarl; s a r l
    81G5 LU byShares SCA: seca
    63P9 LU limitedPartnership SCS: secs; scs
    U8KA LU limitedPartnership SCSp: scsp
    OV32 IT limited SRL: srl; s r l; societa a responsabilita limitata; a r l; soc a r l; srlu;
    + a rl; s r l u
    8GU1 IT limited SRLS: srls
    P418 IT stock SPA: spa; s p a; societa per azioni; soc per azioni
    T2X1 IT generalPartnership SNC: snc; s n c
    QRZJ IT cooperative S.C.: soc coop; societa cooperativa; scarl; soc cons a r l;
    + societa consortile; scrl; s c a r l; scpa; societa agricola; soc agricola; soc agr
    HN75 IT grouping Consorzio: consorzio
    BL52 IT grouping S.C.A.R.L.: societa consortile a responsabilita limitata
    CGSO IT limitedPartnership SAS: sas; s a s; societa in accomandita semplice
    5RDO ES stock S.A.: sa; s a; sociedad anonima; sau; s a u; sociedad anonima unipersonal
    DP3Q ES limited S.L.: sl; s l; srl; sociedad limitada; sociedad de responsabilidad limitada
    R6UT ES limited SLU: slu; s l u; sociedad limitada unipersonal
    R2L8 ES stock S.A.L.: sal; s a l
    I2WU ES grouping A.I.E.: aie; a i e
    1QU8 ES cooperative S.Coop.: s coop; scoop; sociedad cooperativa; s coop ltda; sccl; scl
    4SJR ES generalPartnership S.A.T.: sat
    DFE5 PT stock SA: sa; sociedade anonima
    USOG PT limited Lda: lda; ltda; limitada; sociedade por quotas
    VF4C PT limited Unip. Lda: unipessoal lda; unip lda; unipessoal; sociedade unipessoal lda
    A8CT PT publicBody EPE: epe
    1HGD PT cooperative CRL: crl
    O7XB PL limited Sp. z o.o.: sp z o o; spolka z o o;
    + spolka z ograniczona odpowiedzialnoscia; spolka z oo; spzoo; sp zoo; z o o; s p z o o;
    + sp oo
    FJ0E PL stock S.A.: sa; spolka akcyjna; s a
    BSJT PL limitedPartnership Sp.k.: sp k; spk; spolka komandytowa; sp komandytowa
    629I PL generalPartnership Sp.j.: sp j; spj; spolka jawna
    OMX0 PL byShares S.K.A.: ska; spolka komandytowo akcyjna
    YLZL PL generalPartnership s.c.: spolka cywilna
    6CQN CZ stock a.s.: as; a s; akciova spolecnost; akc spol
    9HLU CZ limited s.r.o.: sro; s r o; spol s r o; spolecnost s rucenim omezenym; spol sro;
    + spolecnost s r o
    CD28 CZ limitedPartnership k.s.: ks; komanditni spolecnost
    5KU5 CZ generalPartnership v.o.s.: vos; v o s
    6FAI CZ stateEnterprise s.p.: sp; statni podnik
    2EEG SK stock a.s.: as; akciova spolocnost
    VSZS SK limited s.r.o.: sro; spol s r o; spolocnost s rucenim obmedzenym
    KB52 SK limitedPartnership k.s.: ks
    P9F2 HU limited Kft.: kft; korlatolt felelossegu tarsasag
    BKUX HU stock Zrt.: zrt; zartkoruen mukodo reszvenytarsasag
    8UEG HU stock Nyrt.: nyrt; nyilvanosan mukodo reszvenytarsasag
    EO9F HU stock Rt.: rt; reszvenytarsasag
    S3DA HU limitedPartnership Bt.: bt
    KBKD SI limited d.o.o.: doo; d o o
    1OR3 SI stock d.d.: dd; d d; delniska druzba
    OQWO HR limited d.o.o.: doo; jdoo; d o o; drustvo s ogranicenom odgovornoscu
    LUMA HR stock d.d.: dd; d d; dionicko drustvo
    XHN1 RO limited SRL: srl; societate cu raspundere limitata; <sc; <s c
    ANDT RO stock SA: sa; societate pe actiuni
    CUGP RO stateEnterprise RA: regia autonoma
    WTK4 BG stock AD: ad; aktsionerno druzhestvo
    EJ06 BG stock EAD: ead; ednolichno aktsionerno druzhestvo
    VJ3G BG limited OOD: ood
    WVIN BG limited EOOD: eood
    W2NK GR stock AE: ae; a e; anonymi etaireia; anonymos etairia; sa; abee; a b e e; aebe;
    + a e b e; avee
    H6OR GR limited EPE: epe; e p e
    TIZ2 GR generalPartnership OE: oe; o e
    54AL GR limitedPartnership EE: ee
    QCA0 GR limited IKE: ike; i k e
    K9L6 CY limited Ltd: ltd; limited
    H0PO GB limited Ltd: ltd; limited; co ltd; co limited; company limited; company ltd;
    + pvt ltd; private limited; pte ltd; pty ltd; ltd company
    B6ES GB stock PLC: plc; p l c; public limited company
    Z0EY GB limitedPartnership LLP: llp; l l p
    ID30 GB limitedPartnership LP: lp; l p; limited partnership
    17R0 GB limited CIC: cic
    MNQ7 IE limited Ltd: ltd; limited; teoranta
    LGWG IE limited DAC: dac; designated activity company
    C58S IE limited CLG: clg
    KMFX IE limited ULC: unlimited company; uc; ulc
    VYAX IE stock PLC: plc
    ZRPO DK stock A/S: as; a s; aktieselskab
    H8VP DK limited ApS: aps; anpartsselskab
    PZ6Y DK cooperative AMBA: amba; a m b a; andelsselskab med begraenset ansvar
    5QS7 DK generalPartnership I/S: is; i s; interessentskab
    NUL8 DK limitedPartnership K/S: ks; k s
    9KSX DK limitedPartnership P/S: ps; p s
    XJHM SE stock AB: ab; <ab; aktiebolag; a b; abp; ab publ; aktiebolaget; <aktiebolaget
    BEAY SE generalPartnership HB: hb; handelsbolag
    CX05 SE limitedPartnership KB: kb; kommanditbolag
    C61P SE cooperative Ek. för.: ek foer; ekonomisk foerening; ek for
    YI42 NO stock AS: as; aksjeselskap; a s
    IQGE NO stock ASA: asa; allmennaksjeselskap
    YTMC NO publicBody IKS: iks
    3L58 NO publicBody KF: kf
    326Y NO generalPartnership ANS: ans
    K5P8 NO cooperative SA: sa
    DKUW FI stock Oy: oy; osakeyhtioe; oy ab; ab oy; <oy; osakeyhtio
    K6VE FI stock Oyj: oyj; oyj abp; abp
    HEOB FI limitedPartnership Ky: ky
    EE90 FI cooperative osk: osk; osuuskunta
    9LJA EE stock AS: as; aktsiaselts; <as; <aktsiaselts
    JC0Y EE limited OÜ: oue; ou; osauehing; <ou; <oue; <osauehing; <osaueing
    ES2D LV limited SIA: sia; <sia; sabiedriba ar ierobezotu atbildibu;
    + <sabiedriba ar ierobezotu atbildibu
    VJBO LV stock AS: as; <as; akciju sabiedriba; <akciju sabiedriba
    81KA LT stock AB: ab; <ab; akcine bendrove; <akcine bendrove
    BPLS LT limited UAB: uab; <uab; uzdaroji akcine bendrove; <uzdaroji akcine bendrove
    4ZF3 LT stateEnterprise VĮ: <vi; valstybes imone
    YRXK LT stateEnterprise SĮ: <si; savivaldybes imone
    M8SS IS limited ehf.: ehf
    E4KB IS stock hf.: hf
    17R7 RU limited OOO: ooo; <ooo; obshchestvo s ogranichennoi otvetstvennostyu
    4TYO RU stock PAO: pao; oao; zao; ao; <pao; <oao; <zao; <ao; pjsc; ojsc; jsc; ooo
    HFGV US stock Inc.: inc; incorporated; corp; corporation
    CWRI US limited LLC: llc; l l c
    """
}
