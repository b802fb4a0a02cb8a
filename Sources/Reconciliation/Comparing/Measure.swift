// SPDX-License-Identifier: Apache-2.0

/// The figures a pair of records is judged by, in the order of the parameter file.
package enum Measure: Int, CaseIterable, Sendable {
  case overlap, containment, spelling, pieces, sharedWeight, heaviestShared, lighterRest
  case heavierRest, firstWords, exactName, beginning, numbersDiffer, oneHasNumbers, numbersAgree
  case misspelled, placesInRest, formsAgree, formsDiffer, oneFormMissing, liquidationDiffers
  case street, streetMissing, houseAgrees, houseDiffers, postcode, postcodeMissing, city
  case cityMissing, countryDiffers, boxAgrees, oneIsBox, repeatsName, samePlace
  case nameCount, placeCount, registersDiffer, wordCount, townsInRest, shortened
  case sistersAtPlace, nameInOtherForm
}
