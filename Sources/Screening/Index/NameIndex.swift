// SPDX-License-Identifier: Apache-2.0

/// Finds the names of a list that may be alike, without comparing all.
///
/// A name is known by the runs of three letters in its words (the edges of a word count as letters);
/// a run weighs the square of the logarithm of its rarity, so that a common first name brings nobody
/// into question. Names do that share at least a fifth of the lighter one's weight, and all of it but
/// twelve of the rarest runs. An error touches at most three runs: what is missed are pairs just above
/// the cut, with two errors in a word of six letters and less. Names abbreviated, and those written
/// without vowels, have keys of their own.
///
/// Building is linear in the letters; a query in the names that share a run.
struct NameIndex: Sendable {
  /// The weight two names must have in common, the lighter one having so much.
  private func required(_ weight: Int) -> Int {
    max((weight + 4) / 5, weight - 12 * heaviest, 1)
  }

  /// The weight of a run that one name has.
  private let heaviest: Int
  private let offsets: [UInt32]
  private let postings: [UInt32]
  /// What each run weighs.
  private let weights: [UInt16]
  /// What each name weighs.
  private let totals: [UInt32]
  private let byAcronym: [[UInt8]: [UInt32]]
  private let bySkeleton: [[UInt8]: [UInt32]]
  private let skeletal: [[UInt8]: [UInt32]]

  private static let buckets = 1 << 16

  init(_ names: [ScreeningName]) {
    var sizes = [UInt32](repeating: 0, count: Self.buckets + 1)
    var grams: [UInt16] = []
    for name in names {
      Self.grams(of: name, into: &grams)
      for gram in grams { sizes[Int(gram) + 1] += 1 }
    }
    let weights = (0..<Self.buckets).map { Self.weight(Int(sizes[$0 + 1]), of: names.count) }
    heaviest = Int(Self.weight(1, of: names.count))
    for bucket in 0..<Self.buckets { sizes[bucket + 1] += sizes[bucket] }
    var next = sizes
    var totals: [UInt32] = []
    totals.reserveCapacity(names.count)
    var postings = [UInt32](repeating: 0, count: Int(sizes[Self.buckets]))
    for (at, name) in names.enumerated() {
      Self.grams(of: name, into: &grams)
      totals.append(UInt32(Self.total(grams, weights)))
      for gram in grams {
        postings[Int(next[Int(gram)])] = UInt32(at)
        next[Int(gram)] += 1
      }
    }
    offsets = sizes
    self.postings = postings
    self.weights = weights
    self.totals = totals
    var acronyms: [[UInt8]: [UInt32]] = [:]
    var skeletons: [[UInt8]: [UInt32]] = [:]
    var skeletal: [[UInt8]: [UInt32]] = [:]
    for (at, name) in names.enumerated() {
      for acronym in name.acronyms { acronyms[acronym, default: []].append(UInt32(at)) }
      for key in Self.skeletons(of: name) {
        if name.isSkeletal {
          skeletal[key, default: []].append(UInt32(at))
        } else {
          skeletons[key, default: []].append(UInt32(at))
        }
      }
    }
    (byAcronym, bySkeleton, self.skeletal) = (acronyms, skeletons, skeletal)
  }

  /// Working memory of queries: one value a task.
  struct Workspace {
    fileprivate var shared: [UInt32] = []
    fileprivate var touched: [UInt32] = []
    fileprivate var grams: [UInt16] = []
  }

  /// The places of names that may be alike, ascending, each once.
  func candidates(for name: ScreeningName, _ workspace: inout Workspace) -> [Int] {
    if workspace.shared.count != totals.count {
      workspace.shared = [UInt32](repeating: 0, count: totals.count)
    }
    workspace.touched.removeAll(keepingCapacity: true)
    Self.grams(of: name, into: &workspace.grams)
    let total = Self.total(workspace.grams, weights)
    for gram in workspace.grams {
      let weight = UInt32(weights[Int(gram)])
      for posting in Int(offsets[Int(gram)])..<Int(offsets[Int(gram) + 1]) {
        let at = postings[posting]
        if workspace.shared[Int(at)] == 0 { workspace.touched.append(at) }
        workspace.shared[Int(at)] &+= weight
      }
    }
    var found: [Int] = []
    for at in workspace.touched {
      let least = min(Int(totals[Int(at)]), total)
      if Int(workspace.shared[Int(at)]) >= required(least) { found.append(Int(at)) }
      workspace.shared[Int(at)] = 0
    }
    let extra = otherKeys(of: name)
    return extra.isEmpty ? found.sorted() : Set(found + extra).sorted()
  }

  private func otherKeys(of name: ScreeningName) -> [Int] {
    var found: [UInt32] = []
    for token in name.tokens where token.letters.count >= 4 {
      found += byAcronym[token.letters] ?? []
    }
    for key in Self.skeletons(of: name) {
      found += (name.isSkeletal ? bySkeleton[key] : skeletal[key]) ?? []
    }
    return found.map(Int.init)
  }

  // MARK: Keys

  /// The square of the binary logarithm of how rare a run is, in whole numbers: at least 1.
  private static func weight(_ names: Int, of all: Int) -> UInt16 {
    let rarity = max(1, all / max(1, names))
    let logarithm = UInt16(Int.bitWidth - 1 - rarity.leadingZeroBitCount)
    return max(1, logarithm * logarithm)
  }

  private static func total(_ grams: [UInt16], _ weights: [UInt16]) -> Int {
    grams.reduce(0) { $0 + Int(weights[Int($1)]) }
  }

  /// Different runs of three letters, as numbers of 16 bits; words that tell little do not count
  /// where others are there. The acronyms of a name are words of it, too.
  private static func grams(of name: ScreeningName, into grams: inout [UInt16]) {
    grams.removeAll(keepingCapacity: true)
    let isCommonOnly = !name.tokens.contains { $0.role == .distinctive && $0.number == nil }
    for token in name.tokens
    where isCommonOnly || token.role == .distinctive && token.number == nil {
      var (first, second): (UInt8, UInt8) = (0, 0)
      for letter in token.letters + [0] {
        if second != 0 || first != 0 || letter != 0 { grams.append(gram(first, second, letter)) }
        (first, second) = (second, letter)
      }
    }
    grams.sort()
    var kept = 0
    for at in grams.indices where at == 0 || grams[at] != grams[at - 1] {
      grams[kept] = grams[at]
      kept += 1
    }
    grams.removeLast(grams.count - kept)
  }

  /// Letters and digits have numbers of their own, so that 37³ runs never collide; bytes of other
  /// scripts share them.
  private static func gram(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt16 {
    func digit(_ byte: UInt8) -> UInt32 {
      switch byte {
      case 0: 0
      case 97...122: UInt32(byte) - 96
      case 48...57: UInt32(byte) - 48 + 27
      default: UInt32(byte) % 36 + 1
      }
    }
    return UInt16(truncatingIfNeeded: (digit(a) * 37 + digit(b)) * 37 + digit(c))
  }

  /// Consonants of a person's words, for comparing with names written without vowels.
  private static func skeletons(of name: ScreeningName) -> [[UInt8]] {
    guard name.isSkeletal || name.style == .person else { return [] }
    return name.tokens.filter { $0.role == .distinctive }
      .map { ScriptRomanisation.skeleton($0.letters) }.filter { $0.count >= 2 }
  }
}
