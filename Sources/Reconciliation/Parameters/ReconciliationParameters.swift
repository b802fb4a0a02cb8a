// SPDX-License-Identifier: Apache-2.0

// Made by: swift run -c release training reconciliation --data FOLDER
// Do not edit: the next training writes it anew.

/// What training on the judged development sets has found.
enum ReconciliationParameters {
  static let duplicates = LinearModel(
    constant: -4.358810547033312,
    weights: [
      -0.7602438480888207,  // overlap
      0.1074127978317464,  // containment
      1.0898852924009153,  // spelling
      -1.349210192904198,  // pieces
      0.09387496912046016,  // sharedWeight
      0.25322024715313407,  // heaviestShared
      -0.027393607233984926,  // lighterRest
      -0.5036415350073082,  // heavierRest
      0.5498776800842542,  // firstWords
      1.1861521887529165,  // exactName
      2.0418815117833398,  // beginning
      5.416413503470253,  // numbersDiffer
      0.6025647833366493,  // oneHasNumbers
      1.1087437284418389,  // numbersAgree
      0.001784263255984477,  // misspelled
      -2.2268050069170617,  // placesInRest
      0.3708058720348335,  // formsAgree
      -2.317016367913834,  // formsDiffer
      -0.5186030311595999,  // oneFormMissing
      1.2274765821089846,  // liquidationDiffers
      1.0515480357112863,  // street
      -0.5353936599642259,  // streetMissing
      0.012083740716187976,  // houseAgrees
      -1.2746127560640583,  // houseDiffers
      1.9403083419889395,  // postcode
      2.640084470758828,  // postcodeMissing
      0.8340709516502706,  // city
      -0.043968660816923334,  // cityMissing
      -1.402704867661719,  // countryDiffers
      0.16038375591839332,  // boxAgrees
      0.4657856895215838,  // oneIsBox
      1.8102485959834211,  // repeatsName
      -0.29316275779202156,  // samePlace
      -2.0777810052930055,  // nameCount
      0.4365593243033381,  // placeCount
      0.0,  // registersDiffer
      0.04285385043953938,  // wordCount
      -0.6102222121642562,  // townsInRest
      0.3947024941076064,  // shortened
      -5.144650284030249,  // sistersAtPlace
      -4.72770396278784,  // nameInOtherForm
    ],
    means: [
      0.26991932789440654,  // overlap
      0.3164470217540712,  // containment
      0.4205494409647723,  // spelling
      0.39232705312021476,  // pieces
      4.883278860989867,  // sharedWeight
      4.1550586607824656,  // heaviestShared
      7.250421467258659,  // lighterRest
      7.923934403965872,  // heavierRest
      0.1976852716072476,  // firstWords
      0.01474705992159796,  // exactName
      0.02604069441851793,  // beginning
      0.0024267313795034535,  // numbersDiffer
      0.02958745566548453,  // oneHasNumbers
      0.0012133656897517268,  // numbersAgree
      0.12310994959865743,  // misspelled
      0.00998693298487962,  // placesInRest
      0.4999066641777288,  // formsAgree
      0.25854022773941365,  // formsDiffer
      0.1333768900504034,  // oneFormMissing
      0.0122269927198059,  // liquidationDiffers
      0.2295195131070778,  // street
      0.04078775434011555,  // streetMissing
      0.0749486652977409,  // houseAgrees
      0.6638043681164099,  // houseDiffers
      0.09614523053948097,  // postcode
      0.004013440358409557,  // postcodeMissing
      0.10166034748448985,  // city
      0.0002800074668657831,  // cityMissing
      0.05553481426171298,  // countryDiffers
      0.0013067015120403211,  // boxAgrees
      0.06598842635803547,  // oneIsBox
      0.008773567295127892,  // repeatsName
      0.049001306701511586,  // samePlace
      0.7527787640589151,  // nameCount
      0.8079783268450762,  // placeCount
      0.0,  // registersDiffer
      2.2041254433448327,  // wordCount
      0.4426918051148165,  // townsInRest
      0.03332088855702824,  // shortened
      0.0007466865783087549,  // sistersAtPlace
      0.0011200298674631324,  // nameInOtherForm
    ])

  static let register = LinearModel(
    constant: -0.5989467731574756,
    weights: [
      1.3380990087999824,  // overlap
      0.9904922702864989,  // containment
      2.8763649284857506,  // spelling
      2.08708928627703,  // pieces
      0.213877995171512,  // sharedWeight
      0.0692031891876904,  // heaviestShared
      -0.3497018169734986,  // lighterRest
      -0.5929353446229827,  // heavierRest
      1.376076687428585,  // firstWords
      1.2157073554434639,  // exactName
      0.704346658402863,  // beginning
      -2.279084210891149,  // numbersDiffer
      0.664748868172705,  // oneHasNumbers
      -1.1348431349622585,  // numbersAgree
      1.1094378995419039,  // misspelled
      0.8916995659365382,  // placesInRest
      -0.42573357626599445,  // formsAgree
      -0.7482891523600496,  // formsDiffer
      1.8456891355206573,  // oneFormMissing
      -0.9702121052903492,  // liquidationDiffers
      2.330213350144032,  // street
      0.731704319629569,  // streetMissing
      -0.3088083345042817,  // houseAgrees
      0.004093958447383427,  // houseDiffers
      1.777080999022844,  // postcode
      1.3201045217830485,  // postcodeMissing
      1.1183744580916302,  // city
      0.0,  // cityMissing
      0.0,  // countryDiffers
      0.0,  // boxAgrees
      1.5826095644392828,  // oneIsBox
      -0.9075080893773223,  // repeatsName
      1.4733776742696785,  // samePlace
      -13.013436103744871,  // nameCount
      -2.1847706186421614,  // placeCount
      0.0,  // registersDiffer
      0.34083811864384045,  // wordCount
      -0.23485636372385255,  // townsInRest
      -1.418482279508197,  // shortened
      0.0,  // sistersAtPlace
      1.1769953094464065,  // nameInOtherForm
    ],
    means: [
      0.15788469274837044,  // overlap
      0.18114739136296482,  // containment
      0.35108606736188663,  // spelling
      0.29145955424825803,  // pieces
      2.0916086996705614,  // sharedWeight
      1.6918006335888256,  // heaviestShared
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
      0.1664533956713452,  // street
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
