// SPDX-License-Identifier: Apache-2.0

// Made by: swift run -c release training reconciliation --data FOLDER
// Do not edit: the next training writes it anew.

/// What training on the judged development sets has found.
enum ReconciliationParameters {
  static let duplicates = LinearModel(
    constant: -4.367983175217812,
    weights: [
      -0.7610672119572575,  // overlap
      0.10424642475923493,  // containment
      1.0900192832417597,  // spelling
      -1.3480218385085911,  // pieces
      0.09406541190662202,  // sharedWeight
      0.25389420349291547,  // heaviestShared
      -0.027275572742480277,  // lighterRest
      -0.5037337495274175,  // heavierRest
      0.5487905619100192,  // firstWords
      1.1761934247160815,  // exactName
      2.0421045327297143,  // beginning
      5.417983077399315,  // numbersDiffer
      0.6040456921696882,  // oneHasNumbers
      1.1103247326901897,  // numbersAgree
      0.001965161917146744,  // misspelled
      -2.2283760016150036,  // placesInRest
      0.37192474452296165,  // formsAgree
      -2.3188705937723753,  // formsDiffer
      -0.5158968776033231,  // oneFormMissing
      1.2268216362426143,  // liquidationDiffers
      1.046677705023541,  // street
      -0.539827212504536,  // streetMissing
      0.012112551662820435,  // houseAgrees
      -1.2755332840716074,  // houseDiffers
      1.9395818867113033,  // postcode
      2.633710318580811,  // postcodeMissing
      0.836409043272692,  // city
      -0.043901196264840486,  // cityMissing
      -1.4015628703669358,  // countryDiffers
      0.15693020800589702,  // boxAgrees
      0.4676508316090281,  // oneIsBox
      1.813954730024818,  // repeatsName
      -0.2911572142612942,  // samePlace
      -2.061487828118912,  // nameCount
      0.4353513023016105,  // placeCount
      0.0,  // registersDiffer
      0.04091976701822937,  // wordCount
      -0.6107140979698321,  // townsInRest
      0.39152143094969016,  // shortened
      -5.144905269284247,  // sistersAtPlace
      -4.727140409648966,  // nameInOtherForm
    ],
    means: [
      0.27045616982769166,  // overlap
      0.3172107517195343,  // containment
      0.42086105249771194,  // spelling
      0.3929112541263842,  // pieces
      4.898641959960353,  // sharedWeight
      4.156646609353219,  // heaviestShared
      7.243965676884993,  // lighterRest
      7.923632614885044,  // heavierRest
      0.1976733364355415,  // firstWords
      0.01470451372731508,  // exactName
      0.025965565379246262,  // beginning
      0.002419730107026524,  // numbersDiffer
      0.02950209399720812,  // oneHasNumbers
      0.001209865053513262,  // numbersAgree
      0.123871568171243,  // misspelled
      0.009958120055839948,  // placesInRest
      0.5003257328990436,  // formsAgree
      0.25798045602604236,  // formsDiffer
      0.1336435551419258,  // oneFormMissing
      0.012191717077710601,  // liquidationDiffers
      0.2295498224331351,  // street
      0.04067007910656136,  // streetMissing
      0.07482550023266668,  // houseAgrees
      0.6645881805490407,  // houseDiffers
      0.09586784550953856,  // postcode
      0.004094927873429502,  // postcodeMissing
      0.10151994602993705,  // city
      0.0002791996277338297,  // cityMissing
      0.055467659376454405,  // countryDiffers
      0.0013029315960912053,  // boxAgrees
      0.06579804560260614,  // oneIsBox
      0.008748255002326686,  // repeatsName
      0.048859934853420404,  // samePlace
      0.7557779519355079,  // nameCount
      0.8078768277999181,  // placeCount
      0.0,  // registersDiffer
      2.2069799906932,  // wordCount
      0.4420660772452264,  // townsInRest
      0.03331782224290381,  // shortened
      0.0007445323406235459,  // sistersAtPlace
      0.0011167985109353188,  // nameInOtherForm
    ])

  static let register = LinearModel(
    constant: -0.5884360933353605,
    weights: [
      1.336349086846559,  // overlap
      0.9901950375548668,  // containment
      2.875855108873067,  // spelling
      2.0864214265246273,  // pieces
      0.21431910724802553,  // sharedWeight
      0.0678961122209553,  // heaviestShared
      -0.3500703380999057,  // lighterRest
      -0.5931696997478146,  // heavierRest
      1.375305054656407,  // firstWords
      1.2201449929222412,  // exactName
      0.7060852943316268,  // beginning
      -2.278330835934304,  // numbersDiffer
      0.6633786200347892,  // oneHasNumbers
      -1.1443348207278154,  // numbersAgree
      1.1090376173249759,  // misspelled
      0.8915744477112787,  // placesInRest
      -0.42541484507183464,  // formsAgree
      -0.7491114867763123,  // formsDiffer
      1.8464241069239664,  // oneFormMissing
      -0.9691883326787855,  // liquidationDiffers
      2.324334391323945,  // street
      0.7299911411883949,  // streetMissing
      -0.3106481696940369,  // houseAgrees
      0.00629442933112731,  // houseDiffers
      1.7779520670304263,  // postcode
      1.3207808749401833,  // postcodeMissing
      1.1180642160858276,  // city
      0.0,  // cityMissing
      0.0,  // countryDiffers
      0.0,  // boxAgrees
      1.584403651040229,  // oneIsBox
      -0.9090022420316669,  // repeatsName
      1.4804478841973245,  // samePlace
      -13.023391482935246,  // nameCount
      -2.1854862011257548,  // placeCount
      0.0,  // registersDiffer
      0.343016983305599,  // wordCount
      -0.2347089347895725,  // townsInRest
      -1.422196716723445,  // shortened
      0.0,  // sistersAtPlace
      1.175916550327974,  // nameInOtherForm
    ],
    means: [
      0.15788469274837044,  // overlap
      0.18114739136296482,  // containment
      0.35108606736188663,  // spelling
      0.29145955424825803,  // pieces
      2.0899015525032274,  // sharedWeight
      1.6911050602380264,  // heaviestShared
      5.23201037622993,  // lighterRest
      5.856939753686662,  // heavierRest
      0.14268925668396593,  // firstWords
      0.044853589266477194,  // exactName
      0.049456468514347034,  // beginning
      0.0009793360101850942,  // numbersDiffer
      0.028204877093330857,  // oneHasNumbers
      0.0015669376162961506,  // numbersAgree
      0.1282930173342454,  // misspelled
      0.0047987464499069645,  // placesInRest
      0.4741944961316129,  // formsAgree
      0.34090686514542456,  // formsDiffer
      0.18049162667710972,  // oneFormMissing
      0.012633434531387709,  // liquidationDiffers
      0.1664867864744941,  // street
      0.21584565664479083,  // streetMissing
      0.0664969150915673,  // houseAgrees
      0.535990598374291,  // houseDiffers
      0.06313779257663232,  // postcode
      0.05053373812555061,  // postcodeMissing
      0.06677388276203217,  // city
      0.0,  // cityMissing
      0.0,  // countryDiffers
      0.0,  // boxAgrees
      0.07531093918323295,  // oneIsBox
      0.07609440799138101,  // repeatsName
      0.04181764763490347,  // samePlace
      0.6986269753809804,  // nameCount
      0.6961466679298636,  // placeCount
      0.0,  // registersDiffer
      2.0492606013122656,  // wordCount
      0.43854666536087683,  // townsInRest
      0.1057682890999887,  // shortened
      0.0,  // sistersAtPlace
      0.0008814024091665848,  // nameInOtherForm
    ])
}
