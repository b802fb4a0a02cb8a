// SPDX-License-Identifier: Apache-2.0
import Localization
import Vocabulary

/// Says in three sentences why a supplier is where it is.
struct MatchExplanation {
  let reading: FeatureReading
  let profile: SupplierProfile
  private let shared: [SharedConcept]

  /// - Parameter isExcluded: who is excluded is told why, and not what it could do.
  init(_ reading: FeatureReading, _ profile: SupplierProfile, isExcluded: Bool) {
    self.reading = reading
    self.profile = profile
    shared = isExcluded ? [] : SharedConcept.strongest(reading, profile)
  }

  func reasons(
    _ state: Match.State, _ exclusion: Match.Exclusion?, _ path: ReadinessPath
  ) -> [LocalizedText] {
    let first = exclusion.map(excluded) ?? capability(state)
    return [first, ReadinessSentence.sentence(reading, profile, path), situation]
  }

  // MARK: What it can do

  private func capability(_ state: Match.State) -> LocalizedText {
    if state == .related, shared.first?.isTelling != true, let reason = nearReason {
      return LocalizedText(de: "Verwandt: ", en: "Related: ") + reason
    }
    guard let strongest = shared.first else {
      return LocalizedText(
        de: "Die Texte ähneln sich; ein gemeinsames Verfahren oder Produkt ist nicht erkannt.",
        en: "The texts are alike; no common process or product is recognised.")
    }
    var sentence = offer(strongest)
    if strongest.offered.isBoughtIn {
      sentence = sentence + LocalizedText(de: " (zugekauft)", en: " (bought in)")
    }
    sentence = sentence + want(strongest)
    guard state == .related else { return sentence }
    return LocalizedText(de: "Verwandt: ", en: "Related: ") + sentence
  }

  /// From what it can do to what firms that can do that often do as well.
  private var nearReason: LocalizedText? {
    let index = reading.index
    return reading.wanted.nearestWay(profile.vector).flatMap {
      index.processes.reason($0, index.spellings.thesaurus)
    }
  }

  private func kind(_ named: TextProfile.Named) -> Concept.Kind {
    reading.index.spellings.thesaurus.concepts[named.concept].kind
  }

  /// What the supplier says, and what follows from it.
  private func offer(_ shared: SharedConcept) -> LocalizedText {
    let words = words(shared.offered)
    let label = shared.label
    switch kind(shared.offered) {
    case .process, .test:
      guard shared.isNamed else { return pointing(words, label) }
      return LocalizedText(
        de: "Nennt „\(words.german)“ selbst: \(label.german)",
        en: "Names “\(words.english)” itself: \(label.english)")
    case .material:
      return LocalizedText(
        de: "Arbeitet mit „\(words.german)“: \(label.german)",
        en: "Works with “\(words.english)”: \(label.english)")
    case .service:
      return LocalizedText(
        de: "Bietet „\(words.german)“ an: \(label.german)",
        en: "Offers “\(words.english)”: \(label.english)")
    case .property: return pointing(words, label)
    case .product, .component:
      if Self.isAdjective(words.german) { return pointing(words, label) }
      return shared.feature.kind == .product
        ? LocalizedText(
          de: "Stellt „\(words.german)“ her: \(label.german)",
          en: "Makes “\(words.english)”: \(label.english)")
        : LocalizedText(
          de: "Stellt „\(words.german)“ her, was meist \(label.german) verlangt",
          en: "Makes “\(words.english)”, which usually takes \(label.english)")
    }
  }

  /// As it is written; a capability declared by its concept alone has the concept's label.
  private func words(_ named: TextProfile.Named) -> LocalizedText {
    let concept = reading.index.spellings.thesaurus.concepts[named.concept]
    let isByConcept = profile.supplier.declared.contains {
      $0.text == nil && $0.concept == concept.id
    }
    return isByConcept && named.surface == concept.label.german
      ? concept.label : LocalizedText(verbatim: named.surface)
  }

  private func pointing(_ words: LocalizedText, _ label: LocalizedText) -> LocalizedText {
    LocalizedText(
      de: "Schreibt von „\(words.german)“, was auf \(label.german) deutet",
      en: "Writes of “\(words.english)”, which points to \(label.english)")
  }

  /// `zylindrische` names a form and no cylinder that somebody makes.
  private static func isAdjective(_ words: String) -> Bool {
    guard words.first?.isLowercase == true else { return false }
    return ["isch", "ische", "ischen", "ischer", "isches", "ischem"].contains {
      words.hasSuffix($0)
    }
  }

  private func want(_ shared: SharedConcept) -> LocalizedText {
    guard let needed = shared.needed else { return LocalizedText(de: ".", en: ".") }
    switch kind(needed) {
    case .product, .component:
      return LocalizedText(
        de: "; der Bedarf braucht das für „\(needed.surface)“.",
        en: "; the need takes it for “\(needed.surface)”.")
    default:
      return LocalizedText(
        de: "; der Bedarf weist mit „\(needed.surface)“ darauf hin.",
        en: "; the need points to it by “\(needed.surface)”.")
    }
  }

  private func excluded(_ exclusion: Match.Exclusion) -> LocalizedText {
    switch exclusion {
    case .screenedOut:
      return LocalizedText(
        de: "Ausgeschlossen: Die Prüfung gegen Sanktionslisten steht dagegen.",
        en: "Excluded: screening against sanctions lists stands against it.")
    case .outsideRadius(let distance, let radius):
      let (far, most) = (
        LocalizedText(number: distance, fractionDigits: 0), LocalizedText(number: radius)
      )
      return LocalizedText(
        de:
          "Ausgeschlossen: \(far.german) km entfernt, der Bedarf lässt höchstens \(most.german) km zu.",
        en: "Excluded: \(far.english) km away, the need allows \(most.english) km at most.")
    case .makesNothing:
      return LocalizedText(
        de:
          "Ausgeschlossen: Nach ihrer Branche handelt, vermietet oder berät die Firma; sie fertigt nicht.",
        en: "Excluded: by its branch the firm deals, hires out or advises; it makes nothing.")
    case .nothingOfTheKind:
      return LocalizedText(
        de: "Ausgeschlossen: Nichts spricht dafür, dass die Firma so etwas fertigt.",
        en: "Excluded: nothing suggests that the firm makes anything of the kind.")
    }
  }

  // MARK: Where it is, how large it works

  private var situation: LocalizedText {
    var parts: [LocalizedText] = []
    if let distance = reading.distance(profile) {
      let far = LocalizedText(number: distance, fractionDigits: 0)
      parts.append(
        LocalizedText(de: "\(far.german) km entfernt", en: "\(far.english) km away"))
    } else if reading.need.need.place != nil {
      parts.append(LocalizedText(de: "Standort unbekannt", en: "site unknown"))
    }
    parts.append(ScaleSentence.part(ScaleFit(reading.need.envelope, profile)))
    if !reading.need.buyerDivisions.isEmpty, !profile.divisions.isEmpty,
      reading.need.buyerDivisions.isDisjoint(with: profile.divisions)
    {
      parts.append(
        LocalizedText(
          de: "nicht aus den üblichen Branchen des Käufers",
          en: "not of the branches the buyer usually buys from"))
    }
    var sentence = parts[0]
    for part in parts.dropFirst() { sentence = sentence + LocalizedText(verbatim: "; ") + part }
    return sentence.asSentence
  }

  // MARK: Evidence

  var evidence: [MatchEvidence] {
    let thesaurus = reading.index.spellings.thesaurus
    var evidence = shared.map { shared in
      let declared = profile.supplier.declared.first {
        $0.text == shared.offered.surface
          || $0.concept == thesaurus.concepts[shared.offered.concept].id
      }
      return MatchEvidence(
        source: declared == nil ? .text : .declaration, words: shared.offered.surface,
        concept: thesaurus.concepts[shared.offered.concept].id,
        assurance: declared?.isVerified == true ? .verified : .selfDeclared)
    }
    for standard in reading.need.required {
      guard
        case .held(let held) = QualificationState.state(of: standard, profile, on: reading.day)
      else { continue }
      evidence.append(
        MatchEvidence(
          source: .qualification, words: held.standard, concept: nil,
          assurance: held.assurance == .verified ? .verified : .selfDeclared))
    }
    if let note = profile.capacity.note {
      evidence.append(
        MatchEvidence(source: .capacity, words: note, concept: nil, assurance: .selfDeclared))
    }
    return evidence
  }
}

extension LocalizedText {
  /// With a capital at the beginning and a full stop at the end.
  var asSentence: LocalizedText {
    let capital = { (text: String) in text.prefix(1).uppercased() + text.dropFirst() + "." }
    return LocalizedText(de: capital(german), en: capital(english))
  }
}
