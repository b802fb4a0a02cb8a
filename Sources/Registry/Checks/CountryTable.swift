// SPDX-License-Identifier: Apache-2.0

/// Countries and territories of ISO 3166-1 with their German and English names and the spellings
/// that lists hold beside them.
///
/// Codes: ISO 3166-1:2020 and XK; names: short forms in common use.
enum CountryTable {
  /// `AA AAA German name|English name|spelling|…`
  static let lines = """
    AD AND Andorra
    AE ARE Vereinigte Arabische Emirate|United Arab Emirates|UAE|VAE
    AF AFG Afghanistan
    AG ATG Antigua und Barbuda|Antigua and Barbuda
    AI AIA Anguilla
    AL ALB Albanien|Albania
    AM ARM Armenien|Armenia
    AO AGO Angola
    AQ ATA Antarktis|Antarctica
    AR ARG Argentinien|Argentina
    AS ASM Amerikanisch-Samoa|American Samoa
    AT AUT Österreich|Austria|Republik Österreich|A|Autriche
    AU AUS Australien|Australia
    AW ABW Aruba
    AX ALA Ålandinseln|Åland Islands
    AZ AZE Aserbaidschan|Azerbaijan
    BA BIH Bosnien und Herzegowina|Bosnia and Herzegovina|Bosnien
    BB BRB Barbados
    BD BGD Bangladesch|Bangladesh
    BE BEL Belgien|Belgium|Belgique|België
    BF BFA Burkina Faso
    BG BGR Bulgarien|Bulgaria
    BH BHR Bahrain
    BI BDI Burundi
    BJ BEN Benin
    BL BLM Saint-Barthélemy|Saint Barthélemy
    BM BMU Bermuda
    BN BRN Brunei
    BO BOL Bolivien|Bolivia
    BQ BES Karibische Niederlande|Caribbean Netherlands,Bonaire
    BR BRA Brasilien|Brazil
    BS BHS Bahamas
    BT BTN Bhutan
    BV BVT Bouvetinsel|Bouvet Island
    BW BWA Botsuana|Botswana
    BY BLR Belarus|Weißrussland
    BZ BLZ Belize
    CA CAN Kanada|Canada
    CC CCK Kokosinseln|Cocos (Keeling) Islands
    CD COD Demokratische Republik Kongo|Democratic Republic of the Congo|Kongo-Kinshasa|DR Kongo
    CF CAF Zentralafrikanische Republik|Central African Republic
    CG COG Republik Kongo|Republic of the Congo|Kongo
    CH CHE Schweiz|Switzerland|Schweizerische Eidgenossenschaft|Suisse|Svizzera|SUI
    CI CIV Elfenbeinküste|Côte d’Ivoire|Ivory Coast
    CK COK Cookinseln|Cook Islands
    CL CHL Chile
    CM CMR Kamerun|Cameroon
    CN CHN China|VR China|Volksrepublik China
    CO COL Kolumbien|Colombia
    CR CRI Costa Rica
    CU CUB Kuba|Cuba
    CV CPV Kap Verde|Cabo Verde
    CW CUW Curaçao
    CX CXR Weihnachtsinsel|Christmas Island
    CY CYP Zypern|Cyprus
    CZ CZE Tschechien|Czechia|Tschechische Republik|Czech Republic
    DE DEU Deutschland|Germany|BRD|Bundesrepublik Deutschland|Federal Republic of Germany|Allemagne|D|GER
    DJ DJI Dschibuti|Djibouti
    DK DNK Dänemark|Denmark|Danmark
    DM DMA Dominica
    DO DOM Dominikanische Republik|Dominican Republic
    DZ DZA Algerien|Algeria
    EC ECU Ecuador
    EE EST Estland|Estonia
    EG EGY Ägypten|Egypt
    EH ESH Westsahara|Western Sahara
    ER ERI Eritrea
    ES ESP Spanien|Spain|España
    ET ETH Äthiopien|Ethiopia
    FI FIN Finnland|Finland|Suomi
    FJ FJI Fidschi|Fiji
    FK FLK Falklandinseln|Falkland Islands
    FM FSM Mikronesien|Micronesia
    FO FRO Färöer|Faroe Islands
    FR FRA Frankreich|France|F
    GA GAB Gabun|Gabon
    GB GBR Vereinigtes Königreich|United Kingdom|UK|Großbritannien|Great Britain|England|Schottland|Scotland|Wales|Nordirland|Northern Ireland|Vereinigtes Königreich Großbritannien und Nordirland|XI
    GD GRD Grenada
    GE GEO Georgien|Georgia
    GF GUF Französisch-Guayana|French Guiana
    GG GGY Guernsey
    GH GHA Ghana
    GI GIB Gibraltar
    GL GRL Grönland|Greenland
    GM GMB Gambia|The Gambia
    GN GIN Guinea
    GP GLP Guadeloupe
    GQ GNQ Äquatorialguinea|Equatorial Guinea
    GR GRC Griechenland|Greece|EL|Hellas
    GS SGS Südgeorgien|South Georgia
    GT GTM Guatemala
    GU GUM Guam
    GW GNB Guinea-Bissau
    GY GUY Guyana
    HK HKG Hongkong|Hong Kong
    HM HMD Heard und McDonaldinseln|Heard Island and McDonald Islands
    HN HND Honduras
    HR HRV Kroatien|Croatia|Hrvatska
    HT HTI Haiti
    HU HUN Ungarn|Hungary|Magyarország
    ID IDN Indonesien|Indonesia
    IE IRL Irland|Ireland
    IL ISR Israel
    IM IMN Insel Man|Isle of Man
    IN IND Indien|India
    IO IOT Britisches Territorium im Indischen Ozean|British Indian Ocean Territory
    IQ IRQ Irak|Iraq
    IR IRN Iran
    IS ISL Island|Iceland
    IT ITA Italien|Italy|Italia
    JE JEY Jersey
    JM JAM Jamaika|Jamaica
    JO JOR Jordanien|Jordan
    JP JPN Japan
    KE KEN Kenia|Kenya
    KG KGZ Kirgisistan|Kyrgyzstan
    KH KHM Kambodscha|Cambodia
    KI KIR Kiribati
    KM COM Komoren|Comoros
    KN KNA St. Kitts und Nevis|Saint Kitts and Nevis
    KP PRK Nordkorea|North Korea
    KR KOR Südkorea|South Korea|Republic of Korea|Korea
    KW KWT Kuwait
    KY CYM Kaimaninseln|Cayman Islands
    KZ KAZ Kasachstan|Kazakhstan
    LA LAO Laos
    LB LBN Libanon|Lebanon
    LC LCA St. Lucia|Saint Lucia
    LI LIE Liechtenstein|FL
    LK LKA Sri Lanka
    LR LBR Liberia
    LS LSO Lesotho
    LT LTU Litauen|Lithuania
    LU LUX Luxemburg|Luxembourg
    LV LVA Lettland|Latvia
    LY LBY Libyen|Libya
    MA MAR Marokko|Morocco
    MC MCO Monaco
    MD MDA Republik Moldau|Moldova|Moldau|Moldawien
    ME MNE Montenegro
    MF MAF Saint-Martin|Saint Martin
    MG MDG Madagaskar|Madagascar
    MH MHL Marshallinseln|Marshall Islands
    MK MKD Nordmazedonien|North Macedonia|Mazedonien
    ML MLI Mali
    MM MMR Myanmar
    MN MNG Mongolei|Mongolia
    MO MAC Macau|Macao
    MP MNP Nördliche Marianen|Northern Mariana Islands
    MQ MTQ Martinique
    MR MRT Mauretanien|Mauritania
    MS MSR Montserrat
    MT MLT Malta
    MU MUS Mauritius
    MV MDV Malediven|Maldives
    MW MWI Malawi
    MX MEX Mexiko|Mexico
    MY MYS Malaysia
    MZ MOZ Mosambik|Mozambique
    NA NAM Namibia
    NC NCL Neukaledonien|New Caledonia
    NE NER Niger
    NF NFK Norfolkinsel|Norfolk Island
    NG NGA Nigeria
    NI NIC Nicaragua
    NL NLD Niederlande|Netherlands|Holland|The Netherlands|Nederland
    NO NOR Norwegen|Norway|Norge
    NP NPL Nepal
    NR NRU Nauru
    NU NIU Niue
    NZ NZL Neuseeland|New Zealand
    OM OMN Oman
    PA PAN Panama
    PE PER Peru
    PF PYF Französisch-Polynesien|French Polynesia
    PG PNG Papua-Neuguinea|Papua New Guinea
    PH PHL Philippinen|Philippines
    PK PAK Pakistan
    PL POL Polen|Poland|Polska
    PM SPM Saint-Pierre und Miquelon|Saint Pierre and Miquelon
    PN PCN Pitcairninseln|Pitcairn Islands
    PR PRI Puerto Rico
    PS PSE Palästina|Palestine
    PT PRT Portugal|P
    PW PLW Palau
    PY PRY Paraguay
    QA QAT Katar|Qatar
    RE REU Réunion
    RO ROU Rumänien|Romania
    RS SRB Serbien|Serbia
    RU RUS Russland|Russia|Russian Federation
    RW RWA Ruanda|Rwanda
    SA SAU Saudi-Arabien|Saudi Arabia
    SB SLB Salomonen|Solomon Islands
    SC SYC Seychellen|Seychelles
    SD SDN Sudan
    SE SWE Schweden|Sweden|Sverige
    SG SGP Singapur|Singapore
    SH SHN St. Helena|Saint Helena
    SI SVN Slowenien|Slovenia|Slovenija
    SJ SJM Svalbard und Jan Mayen|Svalbard and Jan Mayen
    SK SVK Slowakei|Slovakia|Slowakische Republik|Slovensko
    SL SLE Sierra Leone
    SM SMR San Marino
    SN SEN Senegal
    SO SOM Somalia
    SR SUR Suriname
    SS SSD Südsudan|South Sudan
    ST STP São Tomé und Príncipe|São Tomé and Príncipe
    SV SLV El Salvador
    SX SXM Sint Maarten
    SY SYR Syrien|Syria
    SZ SWZ Eswatini
    TC TCA Turks- und Caicosinseln|Turks and Caicos Islands
    TD TCD Tschad|Chad
    TF ATF Französische Süd- und Antarktisgebiete|French Southern Territories
    TG TGO Togo
    TH THA Thailand
    TJ TJK Tadschikistan|Tajikistan
    TK TKL Tokelau
    TL TLS Osttimor|Timor-Leste
    TM TKM Turkmenistan
    TN TUN Tunesien|Tunisia
    TO TON Tonga
    TR TUR Türkei|Türkiye|Turkey
    TT TTO Trinidad und Tobago|Trinidad and Tobago
    TV TUV Tuvalu
    TW TWN Taiwan
    TZ TZA Tansania|Tanzania
    UA UKR Ukraine
    UG UGA Uganda
    UM UMI Amerikanische Überseeinseln|United States Minor Outlying Islands
    US USA Vereinigte Staaten|United States|USA|Vereinigte Staaten von Amerika|United States of America|U.S.A.|Amerika
    UY URY Uruguay
    UZ UZB Usbekistan|Uzbekistan
    VA VAT Vatikanstadt|Holy See
    VC VCT St. Vincent und die Grenadinen|Saint Vincent and the Grenadines
    VE VEN Venezuela
    VG VGB Britische Jungferninseln|British Virgin Islands
    VI VIR Amerikanische Jungferninseln|US Virgin Islands
    VN VNM Vietnam|Viet Nam
    VU VUT Vanuatu
    WF WLF Wallis und Futuna|Wallis and Futuna
    WS WSM Samoa
    XK XKX Kosovo
    YE YEM Jemen|Yemen
    YT MYT Mayotte
    ZA ZAF Südafrika|South Africa
    ZM ZMB Sambia|Zambia
    ZW ZWE Simbabwe|Zimbabwe
    """
}
