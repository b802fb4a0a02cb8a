// SPDX-License-Identifier: Apache-2.0

/// The headings that are understood, German and English.
enum Headings {
  /// What a heading may mean. Of several columns with one role, the lowest rank is asked first.
  struct Meaning: Equatable {
    var role: PartsListRole
    var rank: Int
    /// Which words need a look at the column's cells to be decided.
    var isAmbiguous = false
    /// The unit a heading names, `""` where it names none.
    var unit = ""
    /// Whether the heading itself says "per piece".
    var saysPerPiece = false
  }

  static func meaning(of heading: String) -> Meaning? {
    guard heading.utf8.count <= 80 else { return nil }
    if ["#", "nº", "n°"].contains(heading.lowercased()) {
      return Meaning(role: .position, rank: 1)
    }
    let plain = HeadingText.folded(heading)
    guard !plain.isEmpty else { return nil }
    if let exact = table[plain] { return exact }
    if ["kg", "g", "t"].contains(plain) { return Meaning(role: .quantity, rank: 3, unit: plain) }
    let outside = HeadingText.folded(String(heading.prefix { $0 != "(" && $0 != "[" }))
    let words = plain.split(separator: " ").map(String.init)
    if let mass = mass(words) { return mass }
    if outside != plain, var exact = table[outside] {
      exact.rank += 1
      return exact
    }
    return quantity(words) ?? composed(words)
  }

  // MARK: Exact headings

  private static let table: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    for (role, rank, names) in list {
      for name in names.split(separator: ",") {
        table[String(name)] = Meaning(role: role, rank: rank)
      }
    }
    for name in ambiguous { table[name]?.isAmbiguous = true }
    return table
  }()

  /// Decided by what stands below them; see ``ColumnPlan``.
  private static let ambiguous = [
    "item", "part", "teil", "artikel", "material", "reference", "ref", "references", "comment",
    "kommentar", "index", "nr", "no", "number", "item no", "item nr", "item number", "komponente",
    "component", "alternative", "alternate", "parts", "stand", "position",
  ]

  private static let list: [(PartsListRole, Int, String)] = [
    (
      .name, 0,
      "item name,name,bezeichnung,benennung,teilebezeichnung,artikelbezeichnung,materialbezeichnung,materialkurztext,objektkurztext,kurztext,part name,component name,title,titel,produktname,product name,teilename,bauteil,artikelname,bauteilbezeichnung,bezeichnung 1,gegenstand,positionstext,kurzbezeichnung,bezeichnung deutsch"
    ),
    (.name, 1, "value,wert,val,designation,komponente,component,label"),
    (.name, 3, "comment,kommentar"),
    (.name, 4, "item,artikel,teil,part,article,type,typ,cmp name,libpart,lib part,libref,model"),
    (
      .description, 0,
      "description,desc,beschreibung,part description,item description,artikelbeschreibung,langtext,long description,artikeltext"
    ),
    (
      .description, 2,
      "specification,spezifikation,spec,details,technische daten,abmessung,abmessungen,dimension,dimensions,grosse,size,norm,standard,bezeichnung 2,zusatz"
    ),
    (
      .remark, 0,
      "remark,remarks,bemerkung,bemerkungen,note,notes,notiz,notizen,anmerkung,anmerkungen,hinweis,hinweise,comments,kommentare"
    ),
    (
      .references, 0,
      "references,reference,reference s,referenz,referenzen,ref,refs,refdes,ref des,designator,designators,reference designator,reference designators,part reference,parts,kennzeichen,bmk,betriebsmittelkennzeichen,einbauplatz,designator s,bauteilreferenz"
    ),
    (
      .quantity, 0,
      "quantity,qty,qnty,menge,anzahl,stuckzahl,stueckzahl,quantity per pcb,qty per pcb,qty per unit,qty per assembly,menge pro einheit,komponentenmenge,komponentenmng,einzelmenge,qty per,quantity per unit,anz,mng"
    ),
    (.quantity, 1, "stuck,stueck,stk,stck,count,bedarf,bedarfsmenge,amount,sollmenge,pieces,pcs"),
    (
      .totalQuantity, 0,
      "total quantity,gesamtmenge,total qty,ext qty,extended quantity,gesamtanzahl,build quantity,menge gesamt,quantity total,qty total"
    ),
    (
      .unit, 0,
      "unit,units,einheit,einheit menge,unit qty,mengeneinheit,me,uom,u m,unit of measure,um,einh,basismengeneinheit,bme,meins,mengeneinh"
    ),
    (
      .quantityLow, 0,
      "quantity low,qty low,low,menge min,menge von,untergrenze,min quantity,mindestmenge"
    ),
    (
      .quantityHigh, 0,
      "quantity high,qty high,high,menge max,menge bis,obergrenze,max quantity,hochstmenge"
    ),
    (
      .material, 0,
      "material,werkstoff,material source,rohstoff,materialgute,werkstoffnummer,werkstoffgute,material grade,werkst,matl,legierung,alloy,raw material,rohmaterial,ausgangsmaterial,werkstoff nr,material spec"
    ),
    (
      .manufacturer, 0,
      "manufacturer,hersteller,mfr,mfg,maker,brand,marke,manufacturer name,fabrikat,producer,manufacturer 1,hersteller 1,herstellername"
    ),
    (
      .partNumber, 0,
      "mpn,manufacturer part no,manufacturer part number,manufacturer partnumber,manufacturer part number 1,mfr part,mfr part no,mfr part number,mfg part number,mfr pn,mfg pn,hersteller artikelnummer,herstellerteilenummer,herstellernummer,herstellernr,hersteller nr,hersteller teile nr,hersteller teilenummer,manf"
    ),
    (
      .partNumber, 1,
      "bestellnummer,bestellnr,bestell nr,artikelnummer,artikelnr,artikel nr,bauteilnummer,bauteil nr,art nr,artnr,art no,teilenummer,teilenr,teile nr,sachnummer,sachnr,sach nr,ident nr,identnummer,identnr,materialnummer,material nr,material no,materialnr,part number,part no,part nr,partnumber,part num,pn,p n,article number,article no,komponentennummer,sku,order code,ordering code"
    ),
    (
      .partNumber, 3,
      "file name,dateiname,zeichnungsnummer,zeichnungs nr,zeichnungsnr,drawing number,drawing no,zeichnung,drawing"
    ),
    (
      .supplier, 0,
      "supplier,lieferant,vendor,distributor,supplier or order no,order no,order number,supplier part number,lieferantennummer,vendor pn,bezugsquelle,digikey,mouser,lcsc,farnell,lcsc part,lcsc part number,jlcpcb part,supplier 1,distributor part number,lieferanten artikelnummer"
    ),
    (
      .massUnit, 0,
      "gewichtseinheit,mass unit,weight unit,gew einh,gewichtseinh,masseeinheit,einheit gewicht"
    ),
    (
      .section, 0,
      "section,baugruppe,gruppe,group,assembly,unterbaugruppe,sub assembly,subassembly,abschnitt,system,kategorie,category,warengruppe,bereich,modul,module,hauptbaugruppe"
    ),
    (
      .level, 0,
      "level,ebene,stufe,lvl,bom level,stucklistenstufe,stl stufe,hierarchie,hierarchy,hierarchieebene,struktur,depth,tiefe,indent,indenture,indenture level,auflosungsstufe,strukturebene,strukturstufe"
    ),
    (
      .position, 0,
      "position,pos,posnr,pos nr,positionsnummer,pos no,line,line no,lineno,zeile,lfd nr,lfdnr,laufende nummer,find no,find number,balloon,stl pos,objekt,positionsnr,positionsnr,index,idx"
    ),
    (.position, 2, "nr,no,number,id,row,item no,item nr,item number"),
    (
      .revision, 0,
      "revision,rev,version,anderungsstand,anderungsindex,aenderungsindex,aenderungsstand,issue,ausgabe,rev nr,rev no,revisionsstand,zeichnungsindex,stand,rev stand"
    ),
    (
      .alternate, 0,
      "alternate,alternative,alternativ,alternativteil,alternativposition,alt,substitute,ersatz,alternate part,alternates,alternatives,alternativen,altpos,alternativgruppe,alternative group,alt group,alternate for,alternativ zu,ersatz fur,alternative to,altposgr"
    ),
    (
      .notFitted, 0,
      "dnp,dnf,dni,do not populate,do not fit,do not place,nicht bestuckt,nb,n b,unbestuckt,not fitted,exclude from bom,no stuff,nostuff,nicht bestucken"
    ),
    (
      .fitted, 0,
      "fitted,bestuckt,populate,populated,mount,mounted,fit,bestuckung,bestueckung,bestueckt,stuff,place,bestucken"
    ),
    (.currency, 0, "currency,wahrung,waehrung,curr"),
    (.formFactor, 0, "footprint,gehause,gehaeuse,package,bauform,case,case package,pattern"),
    (.classHint, 0, "component class derived,component class,bauteilklasse"),
    (.materialHint, 0, "material hint derived,material hint,werkstoffhinweis"),
    (
      .unused, 0,
      "datasheet,datenblatt,link,url,image,bild,image url,product url,preview,vorschau,thumbnail"
    ),
    (.product, 0, "device id,product,produkt,gerat,geraet,device"),
  ]

  // MARK: Composed headings

  private static let massUnits: Set = ["kg", "g", "mg", "t", "lb", "lbs", "oz"]
  private static let quantityUnits = massUnits.union(["m", "mm", "m2", "l", "ml"])
  private static let totalWords: Set = ["gesamt", "total", "summe", "ges", "sum", "gesamtgewicht"]
  private static let pieceWords: Set = [
    "pro", "je", "per", "einzel", "stuck", "stk", "each", "piece", "pc", "unit", "ea",
    "stuckgewicht", "einzelgewicht", "stueckgewicht", "einheit",
  ]

  private static func mass(_ words: [String]) -> Meaning? {
    let names: Set = [
      "gewicht", "masse", "mass", "weight", "stuckgewicht", "stueckgewicht", "einzelgewicht",
      "gesamtgewicht", "nettogewicht", "bruttogewicht", "gesamtmasse", "gew", "einzelmasse",
    ]
    guard words.count <= 6, words.contains(where: names.contains) else { return nil }
    let isTotal = words.contains { totalWords.contains($0) || $0.hasPrefix("gesamt") }
    let unit = words.last(where: massUnits.contains) ?? ""
    let gross = words.contains { $0.hasPrefix("brutto") || $0 == "gross" }
    return Meaning(
      role: isTotal ? .totalMass : .mass, rank: gross ? 1 : 0, unit: unit,
      saysPerPiece: words.contains(where: pieceWords.contains)
        || words.contains { $0.hasPrefix("einzel") })
  }

  private static func quantity(_ words: [String]) -> Meaning? {
    let names: Set = ["quantity", "qty", "qnty", "menge", "anzahl", "stuckzahl", "stueckzahl"]
    let others: Set = [
      "order", "bestell", "price", "preis", "stock", "lager", "minimum", "available", "verfugbar",
      "bestellt", "ordered", "unit", "losgrosse", "mindest",
    ]
    guard words.count <= 5, words.contains(where: names.contains),
      !words.contains(where: others.contains)
    else { return nil }
    let unit = words.count > 1 ? words.last(where: quantityUnits.contains) ?? "" : ""
    let isTotal = words.contains(where: totalWords.contains)
    return Meaning(role: isTotal ? .totalQuantity : .quantity, rank: isTotal ? 1 : 2, unit: unit)
  }

  private static func composed(_ words: [String]) -> Meaning? {
    guard words.count <= 6 else { return nil }
    let set = Set(words)
    func has(_ names: String...) -> Bool { names.contains(where: set.contains) }
    if words.contains(where: {
      $0.contains("preis") || $0 == "price" || $0 == "cost" || $0 == "kosten"
    }) {
      return Meaning(role: .price, rank: 0)
    }
    let isNumber = has("number", "no", "nr", "nummer", "pn", "code", "part", "artikelnummer")
    if has("supplier", "lieferant", "lieferanten", "vendor", "distributor") {
      return Meaning(role: .supplier, rank: 1)
    }
    if has("manufacturer", "hersteller", "mfr", "mfg"), isNumber {
      return Meaning(role: .partNumber, rank: 1)
    }
    if has("designator", "designators", "references", "referenz", "refdes") {
      return Meaning(role: .references, rank: 1)
    }
    if has("bezeichnung", "benennung") { return Meaning(role: .name, rank: 2) }
    if has("description", "beschreibung") { return Meaning(role: .description, rank: 1) }
    if has("werkstoff") { return Meaning(role: .material, rank: 1) }
    if has("revision", "rev") { return Meaning(role: .revision, rank: 1) }
    return nil
  }
}
