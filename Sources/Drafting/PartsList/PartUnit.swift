// SPDX-License-Identifier: Apache-2.0

/// What a quantity of a parts list counts, in the unit the rest of the program uses.
public enum PartUnit: Sendable, Hashable {
  case piece
  case kilogram
  case metre
  case squareMetre
  case litre
  case set
  case roll
  /// A pack whose size is not known; of known size it becomes pieces.
  case pack
  /// A unit nobody told us about, as it is written.
  case other(String)

  /// As written into a chain package: `piece`, `kg`, `m`, `m2`, `l`, `set`, `roll`, `pack`.
  public var symbol: String {
    switch self {
    case .piece: "piece"
    case .kilogram: "kg"
    case .metre: "m"
    case .squareMetre: "m2"
    case .litre: "l"
    case .set: "set"
    case .roll: "roll"
    case .pack: "pack"
    case .other(let text): text
    }
  }
}

/// A unit as a list writes it: which one, and how many of the canonical unit it is.
struct UnitText: Equatable {
  let unit: PartUnit
  let factor: Double
  /// What the unit is per, e.g. `container` of `kg/container`; `""` mostly.
  var per = ""

  /// Nil where the text is empty or no unit at all, such as a sentence.
  init?(_ text: String) {
    let plain = HeadingText.folded(text, keeping: "/%²³").replacing("²", with: "2")
      .replacing("³", with: "3")
    guard !plain.isEmpty, plain.utf8.count <= 40 else { return nil }
    if let known = Self.known[plain] {
      (unit, factor) = known
      return
    }
    for separator in ["/", " per ", " pro ", " je "] {
      let parts = plain.split(separator: separator, maxSplits: 1)
      guard parts.count == 2,
        let known = Self.known[parts[0].trimmingCharacters(in: .whitespaces)]
      else { continue }
      (unit, factor) = known
      per = parts[1].trimmingCharacters(in: .whitespaces)
      return
    }
    (unit, factor) = (.other(text.trimmingCharacters(in: .whitespaces)), 1)
  }

  /// An estimate in this unit, brought into the canonical one.
  func canonical(_ estimate: Estimate) -> Estimate {
    let divisor = (1 / factor).rounded()
    // 350 g are 350 / 1000, which is nearer to 0.35 than 350 × 0.001.
    guard factor < 1, abs(divisor * factor - 1) < 1e-12 else { return estimate * factor }
    return Estimate(
      low: estimate.low / divisor, likely: estimate.likely / divisor, high: estimate.high / divisor)
  }

  var isKnown: Bool {
    if case .other = unit { false } else { true }
  }

  private static let known: [String: (PartUnit, Double)] = {
    var table: [String: (PartUnit, Double)] = [:]
    func add(_ unit: PartUnit, _ factor: Double, _ names: String) {
      for name in names.split(separator: ",") { table[String(name)] = (unit, factor) }
    }
    add(
      .piece, 1,
      "piece,pieces,pc,pcs,pce,pces,ea,each,st,stk,stck,stuck,stueck,stuecke,stucke,unit,units,nos,no,off,item,items,c62,h87,pcs.,einheit,einheiten,x,qty"
    )
    add(.piece, 2, "pair,pairs,pr,paar,paare,npr")
    add(.piece, 12, "dozen,dutzend,dz,dzn")
    add(.kilogram, 1, "kg,kgs,kgm,kilo,kilogram,kilograms,kilogramm")
    add(.kilogram, 0.001, "g,gr,grm,gram,grams,gramm")
    add(.kilogram, 1e-6, "mg,mgm,milligram,milligrams,milligramm")
    add(.kilogram, 1000, "t,to,ton,tons,tonne,tonnes,tonnen,tne")
    add(.kilogram, 0.45359237, "lb,lbs,lbr,pound,pounds")
    add(.kilogram, 0.028349523125, "oz,onz,ounce,ounces")
    add(.metre, 1, "m,mtr,meter,metre,metres,meters,lfm,lfdm,lfd m,lm,laufmeter")
    add(.metre, 0.01, "cm,cmt")
    add(.metre, 0.001, "mm,mmt")
    add(.metre, 1000, "km,kmt")
    add(.metre, 0.0254, "in,inch,inches,zoll")
    add(.metre, 0.3048, "ft,foot,feet")
    add(.squareMetre, 1, "m2,qm,sqm,mtk,quadratmeter,square metre,square meter")
    add(.squareMetre, 1e-2, "dm2")
    add(.squareMetre, 1e-4, "cm2,qcm,cmk")
    add(.squareMetre, 1e-6, "mm2,qmm,mmk")
    add(.litre, 1, "l,ltr,liter,litre,litres,liters,dm3")
    add(.litre, 0.001, "ml,mlt,cm3,ccm,cc")
    add(.litre, 1000, "m3,cbm,mtq,kubikmeter")
    add(.set, 1, "set,sets,satz,satze,saetze,kit,kits,garnitur,ls")
    add(.roll, 1, "roll,rolls,rolle,rollen,reel,reels,spool,spools,spule,spulen,coil,rl,ro")
    add(
      .pack, 1,
      "pack,packs,pk,pkg,pkt,package,packages,packet,packung,packungen,pckg,pck,pak,paket,pakete,ve,vpe,box,boxes,bag,bags,beutel,karton,kartons,schachtel,gebinde,bund,xpk"
    )
    return table
  }()
}
