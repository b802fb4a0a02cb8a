// SPDX-License-Identifier: Apache-2.0
import Registry
import TextAnalysis
import Vocabulary

/// What headings of member lists mean, German and English.
enum HeadingWords {
  struct Meaning: Equatable {
    var target: ColumnTarget
    /// Of several columns with one target the lowest rank wins.
    var rank: Int
  }

  static func meaning(of heading: String) -> Meaning? {
    guard heading.utf8.count <= 80 else { return nil }
    if let target = ColumnTarget(heading: heading) { return Meaning(target: target, rank: 0) }
    let plain = folded(heading)
    if plain.isEmpty { return nil }
    if let exact = table[plain] { return exact }
    // A remark in brackets, a star, a unit: `Firma (lt. Handelsregister)`, `E-Mail*`.
    let outside = folded(String(heading.prefix { $0 != "(" && $0 != "[" && $0 != ":" }))
    if outside != plain, var exact = table[outside] {
      exact.rank += 1
      return exact
    }
    for (prefix, kind) in prefixes where plain.hasPrefix(prefix + " ") {
      if let rest = table[String(plain.dropFirst(prefix.utf8.count + 1))],
        let moved = rest.target.moved(to: kind)
      {
        return Meaning(target: moved, rank: rest.rank)
      }
    }
    return nil
  }

  /// Words of a heading in one spelling; `PLZ/Ort` is `plz ort`, `companyName` is `company name`.
  static func folded(_ heading: String) -> String {
    var spaced = ""
    var wasLower = false
    for character in heading {
      if wasLower, character.isUppercase { spaced.append(" ") }
      spaced.append(character == "." ? " " : character)
      wasLower = character.isLowercase
    }
    return FoldedText(spaced, umlauts: .merged).string
  }

  /// Words before a heading that say whose it is.
  private static let prefixes: [(String, EntityKind)] = [
    ("werk", .site), ("standort", .site), ("site", .site), ("plant", .site), ("anlage", .site),
    ("firma", .organisation), ("unternehmen", .organisation), ("company", .organisation),
    ("organisation", .organisation), ("kontakt", .contact), ("contact", .contact),
    ("ansprechpartner", .contact), ("ap", .contact),
  ]

  private static let table: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      let head = parts[0].split(separator: " ")
      guard parts.count == 2, head.count == 2, let target = ColumnTarget(String(head[0])),
        let rank = Int(head[1])
      else { preconditionFailure("A heading line is TARGET RANK: words, not \(line)") }
      for word in parts[1].split(separator: ",") {
        let key = folded(String(word))
        if table[key] == nil { table[key] = Meaning(target: target, rank: rank) }
      }
    }
    return table
  }()

  /// `target rank: heading, heading`; folded when the table is made.
  private static let lines = """
    organisation.legal_name 0: firma,firmenname,firmenbezeichnung,unternehmen,unternehmensname,name des unternehmens,name der firma,company,company name,legal name,organisation,organization,organisation name,account holder,mitgliedsfirma,mitgliedsunternehmen,aussteller,exhibitor,lieferant,lieferantenname,supplier,supplier name,vendor,rechtlicher name,firmierung,firma 1,firma name,firmenname 1,betreiber,operator
    organisation.legal_name 1: name,name 1,mitglied,member,betrieb,hersteller,manufacturer,institution,einrichtung,kunde,partner,bezeichnung
    organisation.alias 0: kurzname,kurzbezeichnung,kurzform,short name,alias,handelsname,trade name,weiterer name,marke,brand,auch bekannt als,also known as,suchname,matchcode
    organisation.former_name 0: früherer name,ehemaliger name,vormals,former name,früher,alter name,previous name
    organisation.legal_form 0: rechtsform,legal form,gesellschaftsform
    organisation.street 0: straße,str,straße nr,straße hausnummer,straße und hausnummer,straße hausnr,str nr,str hausnr,strasse nr,street,street address,street and number,address line 1,adresszeile 1,straße 1,strassenname,address 1
    organisation.house_number 0: hausnummer,hausnr,haus nr,hnr,house number,house no,street number
    organisation.postcode 0: plz,postleitzahl,zip,zip code,postcode,postal code,post code
    organisation.city 0: ort,stadt,town,city,gemeinde,wohnort,ortschaft,firmensitz,sitz,place,locality
    organisation.city 1: standort,location,hauptsitz
    organisation.postcode_city 0: plz ort,plz stadt,plz und ort,postleitzahl ort,postleitzahl und ort,postcode city,postcode and town,zip city,zip code city,plz wohnort
    organisation.address 0: anschrift,adresse,postanschrift,firmenanschrift,firmenadresse,address,full address,postal address,postadresse,company address
    organisation.country 0: land,staat,country,nation,länderkennzeichen,country code,lkz,länderkürzel,iso land,country iso2,landescode,ländercode,country name
    organisation.po_box 0: postfach,po box,p o box,postfach nr
    organisation.web 0: webseite,website,web,homepage,internet,url,www,internetseite,web site,internetadresse,web adresse,domain,webpräsenz,web address
    organisation.lei 0: lei,lei code,lei nummer,legal entity identifier
    organisation.vat 0: ust idnr,ust id,ustid,ust id nr,ust idnummer,ustidnr,umsatzsteuer id,umsatzsteuer idnr,umsatzsteuer identifikationsnummer,umsatzsteueridentifikationsnummer,vat,vat number,vat id,vat no,vat reg no,mwst nr,mwst nummer,uid,uid nummer,uid nr,steuernummer eu,vat identification number
    organisation.register 0: handelsregisternummer,handelsregister nr,handelsregister,hr nummer,hr nr,hrnr,hrb,hra,hrb nummer,hrb nr,hra hrb,hrb hra,registernummer,register nr,register number,register no,company register no,company register number,company registration number,company number,registration number,commercial register,firmenbuchnummer,firmenbuch,firmenbuch nr,registereintrag,handelsregistereintrag,fn nummer
    organisation.register_court 0: amtsgericht,registergericht,gericht,court,register court,hr gericht,ag,handelsregister gericht,handelsregister ort,registerort
    organisation.ncage 0: ncage,cage,cage code,ncage code,nato code
    organisation.bpnl 0: bpnl,bpn,business partner number
    organisation.duns 0: duns,duns nummer,d u n s,duns number,duns nr,d u n s nummer
    organisation.branch 0: wz,wz code,wz 2008,wz 2025,wz2008,wz nummer,nace,nace code,nace rev 2,nace rev2,branchencode,branchenschlüssel,industry code,wirtschaftszweig,branch
    organisation.branch 1: branche,branchen,industry,sector,industrie
    organisation.group 0: konzern,unternehmensgruppe,konzernname,group,parent company,muttergesellschaft,konzernmutter,gruppe,firmengruppe,parent,holding
    organisation.employees 0: mitarbeiter,mitarbeiterzahl,mitarbeiteranzahl,anzahl mitarbeiter,beschäftigte,anzahl beschäftigte,beschäftigtenzahl,employees,number of employees,headcount,ma,staff
    organisation.kind 1: organisationsart,art der organisation,organisation type,organisationstyp
    site.name 0: werk,niederlassung,betriebsstätte,werksname,standortname,plant,site,plant name,site name,installation name,anlage,facility
    site.latitude 0: breitengrad,breite,lat,latitude,latitude deg,geo breite,geo lat
    site.longitude 0: längengrad,länge,lon,lng,longitude,longitude deg,geo länge,geo lon,long
    site.nuts 0: nuts,nuts code,nuts 3,nuts3
    site.unlocode 0: unlocode,un locode,locode
    site.activity 0: tätigkeit,activity,activity label,geschäftstätigkeit
    site.activity 1: beschreibung,unternehmensbeschreibung,firmenprofil,profil,text,selbstdarstellung,über uns,description,company description,profile,company profile,about,about us
    contact.name 0: ansprechpartner,ansprechpartnerin,ansprechperson,kontaktperson,kontakt,contact,contact person,contact name,ap,nachname,last name,surname,geschäftsführer,geschäftsführung,ceo,managing director,family name
    contact.given_name 0: vorname,first name,given name
    contact.role 0: funktion,position,role,job title,stellung,abteilung
    contact.email 0: email,e mail,mail,mailadresse,e mail adresse,emailadresse,email address,e mail address,mail adresse
    contact.phone 0: telefon,tel,telefonnummer,telefon nr,tel nr,phone,telephone,phone number,rufnummer,fon,telefon zentrale
    contact.phone 1: mobil,mobiltelefon,handy,mobile,mobile phone
    contact.consent 0: einwilligung,einverständnis,consent,dsgvo,zustimmung,gdpr consent
    contact.consent_on 0: einwilligung vom,consent on,consent date,zustimmung vom
    capabilities 0: leistungen,leistungsspektrum,leistungsangebot,fähigkeiten,verfahren,fertigungsverfahren,technologien,technologie,kompetenzen,kernkompetenzen,produkte,produktspektrum,portfolio,capabilities,capability,services,products,processes,werkstoffe,materialien,materials,tätigkeitsfeld,tätigkeitsfelder,leistungsprofil,angebot,lieferprogramm,fertigung,dienstleistungen,produkte und leistungen,produkte leistungen,products and services,schwerpunkte,kompetenz
    qualifications 0: zertifikate,zertifikat,zertifizierungen,zertifizierung,nachweise,qm,qm system,certificates,certificate,certifications,certification,normen,zulassungen,qualifikationen,qualifications,standards,managementsysteme,qm zertifikate,zertifiziert nach
    capacity.free 0: kapazität,freie kapazität,freie kapazitäten,free capacity,available capacity,verfügbare kapazität,kapazität frei
    capacity.total 0: gesamtkapazität,kapazität gesamt,total capacity,jahreskapazität
    capacity.unit 0: kapazitätseinheit,einheit,unit,kapazität einheit
    capacity.free_from 0: frei ab,kapazität frei ab,verfügbar ab,available from,free from
    membership.association 0: verband,association,verein
    membership.since 0: mitglied seit,eintritt,eintrittsdatum,member since,beitritt,beitrittsdatum,seit
    key 0: mitgliedsnr,mitgliedsnummer,mitglieds nr,mitglied nr,mitgl nr,member no,member number,member id,membership number,kundennummer,kunden nr,lieferantennummer,lieferanten nr,kreditor,debitor,rec id,site id,record id,datensatz id,standnummer
    key 1: id,nr,lfd nr,nummer,no,number,laufende nummer,lfdnr,schlüssel,key
    ignore 0: bemerkung,bemerkungen,notiz,notizen,kommentar,comment,remarks,fax,telefax,faxnummer,anrede,titel,salutation,title,bundesland,state,region,kreis,landkreis,umsatz,turnover,revenue,erstellt am,geändert am,letzte änderung,stand,logo,bild
    """
}

extension ColumnTarget {
  /// The same target for another kind: a site's postcode instead of the organisation's.
  func moved(to kind: EntityKind) -> ColumnTarget? {
    switch self {
    case .field(let field): RegisterField(kind, field.name).map(ColumnTarget.field)
    case .piece(let piece, _): ColumnTarget("\(kind.rawValue).\(piece.rawValue)")
    case .key, .ignored, .capabilities, .qualifications: nil
    }
  }
}
